#include "bulletproof/text/decode.h"

#include <stdint.h>

#include "bulletproof/base/utf8.h"

/* --- UTF-16 ------------------------------------------------------------------------------ */

typedef struct {
    bool is_utf16, is_big; /* the high byte comes first */
    size_t start;          /* behind the byte order mark */
} Encoding;

/* English in UTF-16 is zeros at every other byte. */
static bool has_zeros_at(StrView text, size_t parity)
{
    enum { LEAST_UNITS = 4, LOOKED_AT_BYTES = 4096 };
    size_t end = text.length < LOOKED_AT_BYTES ? text.length : LOOKED_AT_BYTES;
    size_t units = end / 2, zeros = 0, others = 0;
    for (size_t i = 0; i < end; i++) {
        zeros += i % 2 == parity && text.data[i] == '\0';
        others += i % 2 != parity && text.data[i] == '\0';
    }
    return units >= LEAST_UNITS && zeros * 2 > units && others == 0;
}

static Encoding encoding_of(StrView text)
{
    if (view_starts_with(text, "\xef\xbb\xbf")) {
        return (Encoding){.start = 3};
    }
    bool is_little = view_starts_with(text, "\xff\xfe"),
         is_big = view_starts_with(text, "\xfe\xff");
    if (is_little || is_big) {
        return (Encoding){true, is_big, 2};
    }
    is_big = has_zeros_at(text, 0);
    return (Encoding){is_big || has_zeros_at(text, 1), is_big, 0};
}

static uint32_t unit_at(StrView text, size_t offset, bool is_big)
{
    uint32_t first = (unsigned char)text.data[offset];
    uint32_t second = (unsigned char)text.data[offset + 1];
    return is_big ? first << 8 | second : second << 8 | first;
}

static bool is_surrogate(uint32_t unit, uint32_t first)
{
    return unit >= first && unit < first + 0x400;
}

/* Source: RFC 2781. Half a pair, and half a unit at the end, are told as broken. */
static void add_utf16(StrBuf *out, StrView text, Encoding encoding)
{
    size_t at = encoding.start;
    for (; at + 2 <= text.length; at += 2) {
        uint32_t unit = unit_at(text, at, encoding.is_big);
        bool is_pair = is_surrogate(unit, 0xD800) && at + 4 <= text.length &&
                       is_surrogate(unit_at(text, at + 2, encoding.is_big), 0xDC00);
        if (is_pair) {
            at += 2;
            unit =
                0x10000 + ((unit - 0xD800) << 10) + (unit_at(text, at, encoding.is_big) - 0xDC00);
        }
        bool is_broken = unit >= 0xD800 && unit < 0xE000;
        utf8_append(out, is_broken ? UTF8_REPLACEMENT : unit);
    }
    if (at < text.length) {
        utf8_append(out, UTF8_REPLACEMENT);
    }
}

/* --- bytes -------------------------------------------------------------------------------- */

/* What Windows-1252 has in place of the controls of Latin-1; 0: nothing.
 * Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static void add_bytes(StrBuf *out, StrView text)
{
    for (size_t i = 0; i < text.length; i++) {
        uint32_t byte = (unsigned char)text.data[i];
        uint32_t other = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
        utf8_append(out, other > 0 || byte == 0 ? other : UTF8_REPLACEMENT);
    }
}

/* One broken byte in a text of UTF-8 is damage; where most are broken it is another encoding. */
static bool is_utf8(StrView text)
{
    size_t whole = 0, broken = 0, bytes;
    for (size_t at = 0; at < text.length; at += bytes) {
        uint32_t code_point = utf8_decode(text, at, &bytes);
        bool is_plain = bytes == 1 && code_point != UTF8_REPLACEMENT;
        whole += !is_plain && bytes > 1;
        broken += !is_plain && bytes == 1;
    }
    return broken == 0 || whole > broken;
}

static const char *kind_of_other(StrView text)
{
    static const struct {
        const char *start, *kind;
    } kinds[] = {
        {"%PDF-", "it is a PDF, not text"},
        {"PK\x03\x04", "it is a document of a word processor or a ZIP file, not text"},
        {"\xd0\xcf\x11\xe0", "it is a document of a word processor, not text"},
        {"{\\rtf", "it is rich text with commands in it, not plain text"},
    };
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (view_starts_with(text, kinds[i].start)) {
            return kinds[i].kind;
        }
    }
    return view_find(text, '\0') < text.length ? "it has bytes that no text has" : NULL;
}

bool text_decode(StrBuf *out, StrView foreign, Diag *diag)
{
    Encoding encoding = encoding_of(foreign);
    const char *other = encoding.is_utf16 ? NULL : kind_of_other(foreign);
    StrView rest = view_slice(foreign, encoding.start, foreign.length);
    if (other) {
        return diag_fail(diag, DIAG_USAGE, "%s: save it as plain text first", other);
    }
    if (encoding.is_utf16) {
        add_utf16(out, foreign, encoding);
    } else if (is_utf8(rest)) {
        strbuf_add_view(out, rest);
    } else {
        add_bytes(out, rest);
    }
    return true;
}
