#include "app/pdf_path.h"

#include <string.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

enum { LARGEST_PDF_BYTES = 64 * 1024 * 1024 };

/* Stands in the metadata of every PDF that this program writes. */
static const char maker_mark[] = "<xmp:CreatorTool>bulletproof";

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

char *pdf_path_of(const char *path)
{
    return path_with_suffix(path, ".pdf");
}

static bool has_mark(StrView pdf)
{
    size_t length = sizeof(maker_mark) - 1;
    for (size_t at = view_find(pdf, '<'); at + length <= pdf.length;) {
        if (memcmp(pdf.data + at, maker_mark, length) == 0) {
            return true;
        }
        at += 1 + view_find(view_slice(pdf, at + 1, pdf.length), '<');
    }
    return false;
}

bool pdf_path_is_foreign(const char *path)
{
    if (access(path, F_OK) != 0) {
        return false;
    }
    StrBuf text = {0};
    bool is_ours =
        file_read(path, LARGEST_PDF_BYTES, &text, NULL, NULL) && has_mark(strbuf_view(&text));
    strbuf_done(&text);
    return !is_ours;
}
