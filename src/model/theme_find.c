/* Themes by name: the user's own, then those that are built in. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/model/theme.h"

enum { THEME_LIMIT = 64 * 1024 }; /* bytes */

static const char built_in_folder[] = "themes/";
static const char suffix[] = ".yaml";

/* --- Names ------------------------------------------------------------------- */

/* The name in "NAME.yaml", or an empty one. */
static StrView name_in(const char *file)
{
    StrView name = view_of(file);
    bool is_theme = view_ends_with(name, suffix) && name.length > strlen(suffix) && file[0] != '.';
    return is_theme ? view_slice(name, 0, name.length - strlen(suffix)) : (StrView){0};
}

/* Lines that end with a line end. */
static bool has_line(const StrBuf *lines, StrView line)
{
    StrView rest = strbuf_view(lines);
    while (rest.length > 0) {
        size_t end = view_find(rest, '\n');
        if (view_equal(view_slice(rest, 0, end), line)) {
            return true;
        }
        rest = view_slice(rest, end + 1, rest.length);
    }
    return false;
}

static void add_name(StrBuf *out, StrView name)
{
    if (name.length > 0 && !has_line(out, name)) {
        strbuf_add_view(out, name);
        strbuf_add_char(out, '\n');
    }
}

static int compare_entries(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name); /* whatever the locale's order is */
}

static void add_names_of_folder(StrBuf *out, const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, compare_entries);
    for (int i = 0; i < count; i++) {
        add_name(out, name_in(entries[i]->d_name));
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
}

void theme_add_names(StrBuf *out, const char *folder)
{
    size_t count;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++) {
        if (view_starts_with(view_of(files[i].name), built_in_folder)) {
            add_name(out, name_in(files[i].name + strlen(built_in_folder)));
        }
    }
    if (folder) {
        add_names_of_folder(out, folder);
    }
}

static bool fail_unknown(const char *name, const char *folder, Diag *diag)
{
    StrBuf names = {0};
    theme_add_names(&names, folder);
    StrBuf list = {0};
    for (size_t i = 0; i + 1 < names.length; i++) {
        bool is_end = names.data[i] == '\n';
        strbuf_add_bytes(&list, is_end ? ", " : &names.data[i], is_end ? 2 : 1);
    }
    diag_fail(diag, DIAG_RANGE, "there is no theme \"%s\"; there are %s", name, strbuf_text(&list));
    strbuf_done(&names);
    strbuf_done(&list);
    return false;
}

/* --- Files ------------------------------------------------------------------- */

/* A path that is not absolute is meant from where the theme is. */
static void settle_font(Theme *theme, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!strchr(theme->font, '/') || theme->font[0] == '/' || !slash) {
        return;
    }
    StrBuf font = {0};
    strbuf_add_bytes(&font, path, (size_t)(slash + 1 - path));
    strbuf_add(&font, theme->font);
    free(theme->font);
    theme->font = strbuf_steal(&font);
}

static bool read_file(Theme *theme, const char *path, Diag *diag)
{
    StrBuf text = {0};
    Diag inner = {0};
    bool is_good = file_read(path, THEME_LIMIT, &text, NULL, &inner);
    if (!is_good) {
        theme_init(theme);
    } else {
        is_good = theme_read(theme, strbuf_view(&text), &inner);
    }
    if (is_good) {
        settle_font(theme, path);
    } else {
        char *words = diag_describe(&inner, path);
        diag_fail(diag, inner.kind, "%s", words);
        free(words);
    }
    strbuf_done(&text);
    return is_good;
}

static bool read_built_in(Theme *theme, const char *name, const char *folder, Diag *diag)
{
    StrBuf path = {0};
    strbuf_addf(&path, "%s%s%s", built_in_folder, name, suffix);
    const EmbeddedFile *file = embedded_find(strbuf_text(&path));
    strbuf_done(&path);
    if (!file) {
        theme_init(theme);
        return fail_unknown(name, folder, diag);
    }
    return theme_read(theme, file->text, diag);
}

bool theme_find(Theme *theme, const char *name, const char *folder, Diag *diag)
{
    if (strchr(name, '/')) {
        return read_file(theme, name, diag);
    }
    StrBuf path = {0};
    strbuf_addf(&path, "%s/%s%s", folder ? folder : "", name, suffix);
    bool is_users = folder && access(strbuf_text(&path), F_OK) == 0;
    bool is_good = is_users ? read_file(theme, strbuf_text(&path), diag)
                            : read_built_in(theme, name, folder, diag);
    strbuf_done(&path);
    return is_good;
}
