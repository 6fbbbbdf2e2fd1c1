#include "app/rule_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

enum { PACK_LIMIT = 256 * 1024 }; /* bytes */

static void add_fault(StrBuf *faults, const Diag *diag, const char *path)
{
    char *text = diag_describe(diag, path);
    strbuf_addf(faults, "%s\n", text);
    free(text);
}

static void read_file(RulePack *pack, const char *path, StrBuf *faults)
{
    StrBuf text = {0};
    Diag diag = {0};
    DiagList list = {0};
    if (!file_read(path, PACK_LIMIT, &text, NULL, &diag)) {
        add_fault(faults, &diag, path);
    } else {
        rule_pack_read(pack, strbuf_view(&text), &list);
    }
    for (size_t i = 0; i < list.count; i++) {
        add_fault(faults, &list.items[i], path);
    }
    diag_list_done(&list);
    strbuf_done(&text);
}

/* --- the names in the folder ------------------------------------------------------------ */

typedef struct {
    char **items; /* owned */
    size_t count, capacity;
} Names;

static bool is_pack(const char *name)
{
    return name[0] != '.' &&
           (view_ends_with(view_of(name), ".yaml") || view_ends_with(view_of(name), ".yml"));
}

static int compare_names(const void *a, const void *b)
{
    char *const *left = a, *const *right = b;
    return strcmp(*left, *right);
}

static void list_names(DIR *folder, Names *names)
{
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        if (is_pack(entry->d_name)) {
            names->items =
                vector_grow(names->items, names->count, &names->capacity, sizeof(*names->items));
            names->items[names->count++] = xstrdup(entry->d_name);
        }
    }
    if (names->count > 0) {
        qsort(names->items, names->count, sizeof(*names->items), compare_names);
    }
}

void rule_files_read(RulePack *pack, const char *folder, StrBuf *faults)
{
    DIR *directory = opendir(folder);
    if (!directory) {
        if (errno != ENOENT) {
            strbuf_addf(faults, "%s: %s\n", folder, strerror(errno));
        }
        return;
    }
    Names names = {0};
    list_names(directory, &names);
    closedir(directory);
    for (size_t i = 0; i < names.count; i++) {
        StrBuf path = {0};
        strbuf_addf(&path, "%s/%s", folder, names.items[i]);
        read_file(pack, strbuf_text(&path), faults);
        strbuf_done(&path);
        free(names.items[i]);
    }
    free(names.items);
}
