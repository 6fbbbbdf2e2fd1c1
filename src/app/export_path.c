#include "app/export_path.h"

#include <string.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

enum { LARGEST_BYTES = 64 * 1024 * 1024 };

char *path_with_suffix(const char *path, const char *suffix)
{
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash ? slash + 1 : path, '.');
    bool has_suffix = dot && dot > (slash ? slash + 1 : path);
    StrBuf out = {0};
    strbuf_add_view(&out, view_make(path, has_suffix ? (size_t)(dot - path) : strlen(path)));
    strbuf_add(&out, suffix);
    return strbuf_steal(&out);
}

static bool has_mark(StrView bytes, const char *mark)
{
    size_t length = mark ? strlen(mark) : 0;
    for (size_t at = 0; length > 0 && at + length <= bytes.length; at++) {
        at += view_find(view_slice(bytes, at, bytes.length), mark[0]);
        if (at + length <= bytes.length && memcmp(bytes.data + at, mark, length) == 0) {
            return true;
        }
    }
    return false;
}

bool export_path_is_foreign(const char *path, const ExportFormat *format, StrView bytes)
{
    if (access(path, F_OK) != 0) {
        return false;
    }
    StrBuf old = {0};
    bool is_ours =
        file_read(path, LARGEST_BYTES, &old, NULL, NULL) &&
        (view_equal(strbuf_view(&old), bytes) || has_mark(strbuf_view(&old), format->mark));
    strbuf_done(&old);
    return !is_ours;
}
