#include "bulletproof/base/strbuf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"

static void reserve(StrBuf *buf, size_t more)
{
    size_t needed = buf->length + more + 1;
    if (needed <= buf->capacity) {
        return;
    }
    size_t capacity = buf->capacity ? buf->capacity : 64;
    while (capacity < needed) {
        capacity *= 2;
    }
    buf->data = xrealloc(buf->data, capacity);
    buf->capacity = capacity;
}

void strbuf_done(StrBuf *buf)
{
    free(buf->data);
    *buf = (StrBuf){0};
}

void strbuf_clear(StrBuf *buf)
{
    strbuf_truncate(buf, 0);
}

void strbuf_truncate(StrBuf *buf, size_t length)
{
    assert(length <= buf->length);
    if (buf->data) {
        buf->length = length;
        buf->data[length] = '\0';
    }
}

void strbuf_add_bytes(StrBuf *buf, const void *bytes, size_t length)
{
    reserve(buf, length);
    if (length > 0) {
        memcpy(buf->data + buf->length, bytes, length);
    }
    buf->length += length;
    buf->data[buf->length] = '\0';
}

void strbuf_add(StrBuf *buf, const char *text)
{
    strbuf_add_bytes(buf, text, strlen(text));
}

void strbuf_add_view(StrBuf *buf, StrView view)
{
    strbuf_add_bytes(buf, view.data, view.length);
}

void strbuf_add_char(StrBuf *buf, char byte)
{
    strbuf_add_bytes(buf, &byte, 1);
}

void strbuf_add_repeated(StrBuf *buf, char byte, size_t count)
{
    reserve(buf, count);
    memset(buf->data + buf->length, byte, count);
    buf->length += count;
    buf->data[buf->length] = '\0';
}

void strbuf_vaddf(StrBuf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    assert(length >= 0);
    reserve(buf, (size_t)length);
    vsnprintf(buf->data + buf->length, (size_t)length + 1, format, again);
    buf->length += (size_t)length;
    va_end(again);
}

void strbuf_addf(StrBuf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    strbuf_vaddf(buf, format, args);
    va_end(args);
}

void strbuf_splice(StrBuf *buf, size_t offset, size_t length, StrView with)
{
    assert(offset <= buf->length && length <= buf->length - offset);
    reserve(buf, with.length);
    char *hole = buf->data + offset;
    memmove(hole + with.length, hole + length, buf->length - offset - length);
    if (with.length > 0) {
        memcpy(hole, with.data, with.length);
    }
    buf->length += with.length - length;
    buf->data[buf->length] = '\0';
}

const char *strbuf_text(const StrBuf *buf)
{
    return buf->data ? buf->data : "";
}

StrView strbuf_view(const StrBuf *buf)
{
    return view_make(strbuf_text(buf), buf->length);
}

char *strbuf_steal(StrBuf *buf)
{
    char *text = buf->data ? buf->data : xstrdup("");
    *buf = (StrBuf){0};
    return text;
}
