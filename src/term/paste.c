#include "term/paste.h"

#include <poll.h>
#include <unistd.h>

#include "bulletproof/base/strview.h"

enum {
    SILENCE_TIMEOUT = 1000,       /* milliseconds */
    KEPT_BYTES = 4 * 1024 * 1024, /* more is no resume: it is read and forgotten */
};

static const char end_mark[] = "\033[201~";

enum { MARK_BYTES = sizeof(end_mark) - 1 };

/* How much of the end mark the text ends in. */
static size_t matched_bytes(const StrBuf *text)
{
    for (size_t count = MARK_BYTES; count > 0; count--) {
        StrView begun = view_make(end_mark, count);
        size_t start = text->length >= count ? text->length - count : 0;
        if (view_equal(view_slice(strbuf_view(text), start, text->length), begun)) {
            return count;
        }
    }
    return 0;
}

/* Never takes a byte beyond the mark: those belong to the keys that follow. */
static ssize_t read_some(char *bytes, size_t limit)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    if (poll(&input, 1, SILENCE_TIMEOUT) <= 0) {
        return 0;
    }
    return read(STDIN_FILENO, bytes, limit);
}

void paste_collect(StrBuf *text)
{
    size_t before = text->length, matched = 0;
    while (matched < MARK_BYTES) {
        char bytes[MARK_BYTES];
        ssize_t count = read_some(bytes, MARK_BYTES - matched);
        if (count <= 0) {
            return;
        }
        strbuf_add_bytes(text, bytes, (size_t)count);
        matched = matched_bytes(text);
        if (text->length - before > KEPT_BYTES) {
            strbuf_splice(text, before + KEPT_BYTES - MARK_BYTES, (size_t)count, view_of(""));
        }
    }
    strbuf_truncate(text, text->length - MARK_BYTES);
}
