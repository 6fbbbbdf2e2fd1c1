#include "bulletproof/base/strview.h"

#include <string.h>

StrView view_make(const char *data, size_t length)
{
    return (StrView){data, length};
}

StrView view_of(const char *text)
{
    return text ? view_make(text, strlen(text)) : view_make("", 0);
}

StrView view_slice(StrView view, size_t start, size_t end)
{
    if (end > view.length) {
        end = view.length;
    }
    if (start > end) {
        start = end;
    }
    /* Nothing at all has no address to add to. */
    return start == 0 ? view_make(view.data, end) : view_make(view.data + start, end - start);
}

bool view_equal(StrView a, StrView b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

bool view_is(StrView view, const char *text)
{
    /* Most texts differ in their first byte: nothing is measured for them. */
    if (view.length > 0 && text && view.data[0] != text[0]) {
        return false;
    }
    return view_equal(view, view_of(text));
}

bool view_starts_with(StrView view, const char *prefix)
{
    size_t length = strlen(prefix);
    return view.length >= length && memcmp(view.data, prefix, length) == 0;
}

bool view_ends_with(StrView view, const char *suffix)
{
    size_t length = strlen(suffix);
    return view.length >= length && memcmp(view.data + view.length - length, suffix, length) == 0;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

StrView view_trim(StrView view)
{
    while (view.length > 0 && is_blank(view.data[0])) {
        view = view_slice(view, 1, view.length);
    }
    while (view.length > 0 && is_blank(view.data[view.length - 1])) {
        view.length--;
    }
    return view;
}

size_t view_find(StrView view, char byte)
{
    const char *found = view.length ? memchr(view.data, byte, view.length) : NULL;
    return found ? (size_t)(found - view.data) : view.length;
}

bool view_next_line(StrView *rest, StrView *line)
{
    if (rest->length == 0) {
        return false;
    }
    size_t end = view_find(*rest, '\n');
    *line = view_slice(*rest, 0, end);
    if (line->length > 0 && line->data[line->length - 1] == '\r') {
        line->length--;
    }
    *rest = view_slice(*rest, end + 1, rest->length);
    return true;
}
