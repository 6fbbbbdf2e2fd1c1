/* A borrowed run of bytes. Knows nothing of characters: cutting text is the text module's. */
#ifndef BULLETPROOF_BASE_STRVIEW_H
#define BULLETPROOF_BASE_STRVIEW_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *data; /* borrowed; not NUL-terminated */
    size_t length;    /* bytes */
} StrView;

/* `text` may be NULL, which reads as empty. */
StrView view_of(const char *text);
StrView view_make(const char *data, size_t length);
/* Bytes [start, end) of `view`; both are clipped to its length. */
StrView view_slice(StrView view, size_t start, size_t end);
bool view_equal(StrView a, StrView b);
bool view_is(StrView view, const char *text);
bool view_starts_with(StrView view, const char *prefix);
bool view_ends_with(StrView view, const char *suffix);
/* Without ASCII blanks, tabs and line ends at both ends. */
StrView view_trim(StrView view);
/* Offset of the first `byte`, or view.length. */
size_t view_find(StrView view, char byte);
/* Takes the next line off `rest` (without its LF or CRLF). False when nothing is left. */
bool view_next_line(StrView *rest, StrView *line);

/* For printf's "%.*s". */
#define VIEW_ARG(view) (int)(view).length, (view).data

#endif
