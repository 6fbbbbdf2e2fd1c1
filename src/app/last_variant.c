/* Which variant of which file was in hand last, in the state folder: the resume itself does not
 * tell what was looked at. Losing it costs nothing, so failures are not told. */
#include <stdlib.h>
#include <string.h>

#include "app/app_inside.h"
#include "app/folders.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

enum { MEMORY_LIMIT = 64 * 1024 /* bytes */, MOST_FILES = 100 };

/* A line each: the variant, a tab, the path of the resume; the newest first. */
static char *memory_path(const App *app)
{
    StrBuf path = {0};
    strbuf_addf(&path, "%s/variants", app->state_folder);
    return strbuf_steal(&path);
}

static void read_memory(const App *app, StrBuf *text)
{
    char *path = memory_path(app);
    file_read(path, MEMORY_LIMIT, text, NULL, NULL);
    free(path);
}

static bool is_about(StrView line, const char *file)
{
    size_t tab = view_find(line, '\t');
    return view_is(view_slice(line, tab + 1, line.length), file);
}

/* --- writing -------------------------------------------------------------------------- */

static void add_others(StrBuf *out, StrView old, const char *file)
{
    StrView line;
    for (size_t count = 1; count < MOST_FILES && view_next_line(&old, &line);) {
        if (line.length > 0 && !is_about(line, file)) {
            strbuf_add_view(out, line);
            strbuf_add_char(out, '\n');
            count++;
        }
    }
}

static void write_memory(const App *app, const char *name)
{
    StrBuf old = {0}, now = {0};
    char *file = path_absolute(store_path(app->store)), *path = memory_path(app);
    read_memory(app, &old);
    if (name[0]) {
        strbuf_addf(&now, "%s\t%s\n", name, file);
    }
    add_others(&now, strbuf_view(&old), file);
    folder_make(app->state_folder);
    file_write(path, strbuf_view(&now), NULL, NULL, NULL);
    strbuf_done(&old);
    strbuf_done(&now);
    free(file);
    free(path);
}

static const char *name_in_hand(const App *app)
{
    const Node *variant = editor_variant(app->editor);
    return variant ? node_text(variant, FIELD_NAME) : "";
}

bool app_is_variant_unknown(const App *app)
{
    return app->state_folder && app->store && app->kept_variant &&
           strcmp(app->kept_variant, name_in_hand(app)) != 0;
}

void app_remember_variant(App *app)
{
    if (app_is_variant_unknown(app)) {
        char *name = xstrdup(name_in_hand(app));
        free(app->kept_variant);
        app->kept_variant = name;
        write_memory(app, name);
    }
}

/* --- reading --------------------------------------------------------------------------- */

/* Owned by the caller; NULL: none is remembered. */
static char *find_name(const App *app)
{
    StrBuf text = {0};
    char *file = path_absolute(store_path(app->store)), *name = NULL;
    read_memory(app, &text);
    StrView rest = strbuf_view(&text), line;
    while (!name && view_next_line(&rest, &line)) {
        name = is_about(line, file) ? xstrndup(line.data, view_find(line, '\t')) : NULL;
    }
    free(file);
    strbuf_done(&text);
    return name;
}

void app_recall_variant(App *app)
{
    char *name = app->state_folder && app->store ? find_name(app) : NULL;
    if (name && editor_take_variant(app->editor, name)) {
        editor_say(app->editor, ROLE_MESSAGE,
                   "The variant %s is in hand, as it was left. " KEY_OF("variant") " changes that.",
                   node_text(editor_variant(app->editor), FIELD_NAME));
    } else if (name) {
        editor_say(app->editor, ROLE_MESSAGE, "The variant that was in hand is gone.");
    }
    free(app->kept_variant);
    app->kept_variant = xstrdup(name_in_hand(app));
    free(name);
}
