/* Text under construction. Knows bytes only; grows by itself, is always NUL-terminated. */
#ifndef BULLETPROOF_BASE_STRBUF_H
#define BULLETPROOF_BASE_STRBUF_H

#include <stdarg.h>
#include <stddef.h>

#include "bulletproof/base/strview.h"

/* Start with `StrBuf out = {0};`. */
typedef struct {
    char *data; /* owned; NULL while empty */
    size_t length, capacity;
} StrBuf;

void strbuf_done(StrBuf *buf);
/* Empty again, the memory kept. */
void strbuf_clear(StrBuf *buf);
void strbuf_add(StrBuf *buf, const char *text);
void strbuf_add_view(StrBuf *buf, StrView view);
void strbuf_add_bytes(StrBuf *buf, const void *bytes, size_t length);
void strbuf_add_char(StrBuf *buf, char byte);
void strbuf_add_repeated(StrBuf *buf, char byte, size_t count);
void strbuf_addf(StrBuf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_vaddf(StrBuf *buf, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/* Replaces bytes [offset, offset + length) by `with`. */
void strbuf_splice(StrBuf *buf, size_t offset, size_t length, StrView with);
/* Cuts back to `length` bytes. */
void strbuf_truncate(StrBuf *buf, size_t length);
/* Borrowed; "" while empty. */
const char *strbuf_text(const StrBuf *buf);
StrView strbuf_view(const StrBuf *buf);
/* Owned by the caller; the buffer is empty after. Never NULL. */
char *strbuf_steal(StrBuf *buf);

#endif
