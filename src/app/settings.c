#include "app/settings.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/folders.h"
#include "app/key_settings.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/yaml/config.h"

enum { SETTINGS_LIMIT = 64 * 1024 }; /* bytes */

static const char *const colours[] = {"auto", "never", NULL};
static const char *const backgrounds[] = {"auto", "dark", "light", NULL};

static const char *const spellings[] = {"on", "off", NULL};

static const YamlField fields[] = {
    {.key = "escape-delay",
     .type = YAML_INTEGER,
     .offset = offsetof(Settings, escape_delay),
     .minimum = 1,
     .maximum = 1000},
    {.key = "colour", .type = YAML_CHOICE, .offset = offsetof(Settings, colour), .words = colours},
    {.key = "background",
     .type = YAML_CHOICE,
     .offset = offsetof(Settings, background),
     .words = backgrounds},
    {.key = "spelling",
     .type = YAML_CHOICE,
     .offset = offsetof(Settings, spelling),
     .words = spellings},
    {.key = "vi-keys", .type = YAML_FLAG, .offset = offsetof(Settings, has_vi_keys)},
    {.key = "plain", .type = YAML_FLAG, .offset = offsetof(Settings, is_plain)},
    {.key = "mouse", .type = YAML_FLAG, .offset = offsetof(Settings, has_mouse)},
};

enum { FIELD_ROWS = sizeof(fields) / sizeof(fields[0]) };

void settings_init(Settings *settings)
{
    *settings = (Settings){0};
}

void settings_done(Settings *settings)
{
    keymap_done(&settings->keymap);
}

/* The members of Settings, and behind them the texts of the keys, which are read again by place. */
static bool load(StrView text, Settings *settings, Diag *diag)
{
    KeyRecord keys = key_record_new();
    YamlField rows[FIELD_ROWS + 1];
    memcpy(rows, fields, sizeof(fields));
    rows[FIELD_ROWS] = (YamlField){
        .key = "keys", .type = YAML_RECORD, .offset = sizeof(Settings), .record = &keys.record};
    YamlRecord record = {rows, FIELD_ROWS + 1, sizeof(Settings) + keys.record.bytes};
    char *members = xalloc(record.bytes);
    memcpy(members, settings, sizeof(*settings));
    bool is_good = yaml_config_load(text, &record, members, diag);
    if (is_good) {
        memcpy(settings, members, sizeof(*settings));
    }
    yaml_record_done(&keys.record, members + sizeof(Settings));
    free(members);
    key_record_done(&keys);
    return is_good;
}

static bool bind_keys(StrView text, Settings *settings, Diag *diag)
{
    YamlTree tree = {0};
    bool is_good = yaml_tree_read(&tree, text, diag);
    keymap_add_defaults(&settings->keymap);
    const YamlItem *keys = is_good ? yaml_find(tree.root, "keys") : NULL;
    if (keys && !yaml_is_null(keys->value)) {
        is_good = key_settings_read(keys->value, &settings->keymap, diag);
    }
    if (settings->has_vi_keys) {
        keymap_add_vi(&settings->keymap);
    }
    yaml_tree_done(&tree);
    return is_good;
}

bool settings_parse(StrView text, Settings *settings, Diag *diag)
{
    return load(text, settings, diag) && bind_keys(text, settings, diag);
}

/* Owned by the caller; NULL when there is no home. */
static char *settings_path(void)
{
    char *folder = folder_config();
    if (!folder) {
        return NULL;
    }
    StrBuf path = {0};
    strbuf_addf(&path, "%s/config.yaml", folder);
    free(folder);
    return strbuf_steal(&path);
}

bool settings_read(Settings *settings, char **path, Diag *diag)
{
    settings_init(settings);
    *path = settings_path();
    bool is_there = *path && access(*path, F_OK) == 0;
    StrBuf text = {0};
    bool is_good = !is_there || (file_read(*path, SETTINGS_LIMIT, &text, NULL, diag) &&
                                 settings_parse(strbuf_view(&text), settings, diag));
    strbuf_done(&text);
    if (is_good) {
        free(*path);
        *path = NULL;
    }
    return is_good;
}
