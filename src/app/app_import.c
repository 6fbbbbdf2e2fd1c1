/* Files of other programs in the editor: a new resume is made beside the file, which stays. */
#include <stdlib.h>
#include <string.h>

#include "app/app_inside.h"
#include "bulletproof/base/file.h"
#include "bulletproof/store/import.h"
#include "bulletproof/yaml/tree.h"

/* "cv.yaml" becomes "cv-2.yaml", "resume.json" "resume.yaml". Owned by the caller. */
static char *name_beside(const char *path)
{
    static const char *const suffixes[] = {".yaml", ".yml", ".json"};
    StrView stem = view_of(path);
    for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
        if (view_ends_with(stem, suffixes[i])) {
            stem.length -= strlen(suffixes[i]);
            break;
        }
    }
    StrBuf name = {0};
    strbuf_add_view(&name, stem);
    char *free_name = app_free_name(strbuf_text(&name));
    strbuf_done(&name);
    return free_name;
}

/* "~/cv.yaml" is typed as in a shell. Owned by the caller. */
static char *expand(const char *path)
{
    const char *home = getenv("HOME");
    bool is_at_home = home && view_starts_with(view_of(path), "~/");
    StrBuf name = {0};
    strbuf_addf(&name, "%s%s", is_at_home ? home : "", is_at_home ? path + 1 : path);
    return strbuf_steal(&name);
}

/* --- What is told --------------------------------------------------------------------- */

static void add_rows(StrBuf *out, const Import *import, ImportFate fate)
{
    for (size_t i = 0; i < import->count; i++) {
        const ImportRow *row = &import->rows[i];
        if (row->fate != fate) {
            continue;
        }
        strbuf_addf(out, "Line %u: %s is %s", row->place.line, row->from, import_fate_name(fate));
        bool has_moved = *row->to && strcmp(row->from, row->to) != 0;
        strbuf_addf(out, "%s%s", has_moved ? ", now " : "", has_moved ? row->to : "");
        strbuf_addf(out, "%s%s.\n", *row->note ? ": " : "", row->note);
    }
}

static void tell_imported(App *app, const char *path, const Import *import)
{
    StrBuf lines = {0}, title = {0};
    strbuf_addf(&title, "Imported from %s: %zu mapped, %zu changed, %zu kept, %zu left",
                import_form_name(import->form), import->counts[IMPORT_MAPPED],
                import->counts[IMPORT_CHANGED], import->counts[IMPORT_KEPT],
                import->counts[IMPORT_LEFT]);
    strbuf_addf(&lines, "This is %s; %s stays as it is.\n", store_path(app->store), path);
    add_rows(&lines, import, IMPORT_LEFT);
    add_rows(&lines, import, IMPORT_KEPT);
    add_rows(&lines, import, IMPORT_CHANGED);
    editor_show_differences(app->editor, strbuf_text(&title), strbuf_view(&lines));
    strbuf_done(&title);
    strbuf_done(&lines);
}

static void tell_failed(App *app, const char *path, const Diag *diag)
{
    char *text = diag_describe(diag, path);
    editor_say(app->editor, ROLE_ERROR, "Nothing was imported: %s", text);
    free(text);
}

/* --- Importing ------------------------------------------------------------------------ */

static void open_imported(App *app, const char *path, const Import *import)
{
    static const FileStamp none = {.exists = false};
    Diag diag = {0};
    char *name = name_beside(path);
    if (file_write(name, strbuf_view(&import->text), &none, NULL, &diag) &&
        app_open(app, name, &diag)) {
        tell_imported(app, path, import);
    } else {
        tell_failed(app, name, &diag);
    }
    free(name);
}

void app_import(App *app, const char *path)
{
    StrBuf text = {0};
    Import import = {0};
    Diag diag = {0};
    char *name = expand(path);
    if (file_read(name, YAML_MAX_BYTES, &text, NULL, &diag) &&
        import_read(&import, strbuf_view(&text), IMPORT_ANY, &diag)) {
        open_imported(app, name, &import);
    } else {
        tell_failed(app, name, &diag);
    }
    import_done(&import);
    strbuf_done(&text);
    free(name);
}

void app_offer_import(App *app, const char *path)
{
    bool is_shown = !node_is_blank(document_root(app->document));
    if (is_shown || editor_is_asking(app->editor) ||
        import_recognise(store_text(app->store)) != IMPORT_RENDERCV) {
        return;
    }
    editor_ask(app->editor, "This is a file of RenderCV.",
               "Imported, it becomes a new resume beside it, with a list of what was changed. The "
               "file itself stays as it is.");
    editor_offer(app->editor, "Import it into a new resume", REQUEST_IMPORT, path);
    editor_offer(app->editor, "Open it as it is: it shows nothing of RenderCV's", REQUEST_NONE,
                 NULL);
}
