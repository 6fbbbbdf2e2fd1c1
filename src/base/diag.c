#include "bulletproof/base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"

/* Where to cut text that is too long: never inside a character. */
static size_t cut_length(StrView text, size_t limit)
{
    size_t at = 0;
    for (size_t bytes; at < text.length; at += bytes) {
        utf8_decode(text, at, &bytes);
        if (at + bytes > limit) {
            break;
        }
    }
    return at;
}

__attribute__((format(printf, 4, 0))) static void fill(Diag *diag, DiagKind kind, DiagPlace place,
                                                       const char *format, va_list args)
{
    StrBuf raw = {0};
    StrBuf shown = {0};
    strbuf_vaddf(&raw, format, args);
    utf8_add_printable(&shown, strbuf_view(&raw));
    *diag = (Diag){.kind = kind, .place = place};
    memcpy(diag->text, strbuf_text(&shown),
           cut_length(strbuf_view(&shown), sizeof(diag->text) - 1));
    strbuf_done(&raw);
    strbuf_done(&shown);
}

bool diag_fail(Diag *diag, DiagKind kind, const char *format, ...)
{
    if (diag) {
        va_list args;
        va_start(args, format);
        fill(diag, kind, (DiagPlace){0, 0}, format, args);
        va_end(args);
    }
    return false;
}

bool diag_fail_at(Diag *diag, DiagKind kind, DiagPlace place, const char *format, ...)
{
    if (diag) {
        va_list args;
        va_start(args, format);
        fill(diag, kind, place, format, args);
        va_end(args);
    }
    return false;
}

void diag_list_add(DiagList *list, const Diag *diag)
{
    list->items = vector_grow(list->items, list->count, &list->capacity, sizeof(*list->items));
    list->items[list->count++] = *diag;
}

void diag_list_done(DiagList *list)
{
    free(list->items);
    *list = (DiagList){0};
}

char *diag_describe(const Diag *diag, const char *file)
{
    StrBuf out = {0};
    if (file) {
        utf8_add_printable(&out, view_of(file));
        strbuf_add_char(&out, ':');
    }
    if (diag->place.line > 0) {
        strbuf_addf(&out, "%u:", diag->place.line);
    }
    if (diag->place.line > 0 && diag->place.column > 0) {
        strbuf_addf(&out, "%u:", diag->place.column);
    }
    strbuf_addf(&out, "%s%s", out.length > 0 ? " " : "", diag->text);
    return strbuf_steal(&out);
}
