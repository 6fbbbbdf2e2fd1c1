#include "bulletproof/base/utf8.h"

static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead < 0xE0) {
        return 2;
    }
    if (lead >= 0xE0 && lead < 0xF0) {
        return 3;
    }
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

static bool is_scalar_of(uint32_t code_point, size_t length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    return code_point >= least[length] && code_point <= 0x10FFFF && !is_surrogate;
}

uint32_t utf8_decode(StrView text, size_t offset, size_t *bytes)
{
    const unsigned char *at = (const unsigned char *)text.data + offset;
    size_t length = sequence_length(at[0]);
    *bytes = 1;
    if (length == 1) {
        return at[0];
    }
    if (length == 0 || length > text.length - offset) {
        return UTF8_REPLACEMENT;
    }
    uint32_t code_point = at[0] & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if ((at[i] & 0xC0) != 0x80) {
            return UTF8_REPLACEMENT;
        }
        code_point = code_point << 6 | (at[i] & 0x3Fu);
    }
    if (!is_scalar_of(code_point, length)) {
        return UTF8_REPLACEMENT;
    }
    *bytes = length;
    return code_point;
}

size_t utf8_encode(uint32_t code_point, char out[UTF8_MAX_BYTES])
{
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    static const unsigned char marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(marks[length] | code_point);
    return length;
}

void utf8_append(StrBuf *buf, uint32_t code_point)
{
    char bytes[UTF8_MAX_BYTES];
    strbuf_add_bytes(buf, bytes, utf8_encode(code_point, bytes));
}

size_t utf8_previous(StrView text, size_t offset)
{
    StrView before = view_slice(text, 0, offset);
    for (size_t length = 2; length <= UTF8_MAX_BYTES && length <= before.length; length++) {
        size_t bytes;
        utf8_decode(before, before.length - length, &bytes);
        if (bytes == length) {
            return before.length - length;
        }
    }
    return before.length > 0 ? before.length - 1 : 0;
}

bool utf8_is_valid(StrView text)
{
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        if (utf8_decode(text, at, &bytes) == UTF8_REPLACEMENT && bytes == 1) {
            return false;
        }
    }
    return true;
}

size_t utf8_count(StrView text)
{
    size_t count = 0;
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        utf8_decode(text, at, &bytes);
        count++;
    }
    return count;
}

size_t utf8_offset(StrView text, size_t index)
{
    size_t at = 0;
    for (size_t bytes; at < text.length && index > 0; at += bytes) {
        utf8_decode(text, at, &bytes);
        index--;
    }
    return at;
}

bool utf8_is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void utf8_add_printable(StrBuf *out, StrView foreign)
{
    for (size_t at = 0, bytes; at < foreign.length; at += bytes) {
        uint32_t code_point = utf8_decode(foreign, at, &bytes);
        bool is_broken = code_point == UTF8_REPLACEMENT && bytes == 1;
        if (is_broken || utf8_is_control(code_point)) {
            strbuf_add_char(out, '?');
        } else {
            strbuf_add_bytes(out, foreign.data + at, bytes);
        }
    }
}
