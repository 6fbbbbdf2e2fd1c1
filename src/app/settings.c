#include "app/settings.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/folders.h"
#include "bulletproof/base/file.h"
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
};

static const YamlRecord record = {fields, sizeof(fields) / sizeof(fields[0]), sizeof(Settings)};

bool settings_parse(StrView text, Settings *settings, Diag *diag)
{
    return yaml_config_load(text, &record, settings, diag);
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
    *settings = (Settings){0};
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
