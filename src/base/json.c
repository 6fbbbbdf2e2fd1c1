#include "bulletproof/base/json.h"

#include <string.h>

#include "bulletproof/base/utf8.h"

void json_add_string(StrBuf *out, StrView text)
{
    strbuf_add_char(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte == '"' || byte == '\\') {
            strbuf_add_char(out, '\\');
            strbuf_add_char(out, (char)byte);
        } else if (byte < 0x20 || byte == 0x7F) {
            strbuf_addf(out, "\\u%04x", byte);
        } else {
            strbuf_add_char(out, (char)byte);
        }
    }
    strbuf_add_char(out, '"');
}

void json_add_member(StrBuf *out, const char *key, StrView text)
{
    strbuf_addf(out, "\"%s\":", key);
    json_add_string(out, text);
}

static size_t skip_digits(StrView text, size_t offset)
{
    while (offset < text.length && text.data[offset] >= '0' && text.data[offset] <= '9') {
        offset++;
    }
    return offset;
}

static bool is_one_of(StrView text, size_t offset, const char *bytes)
{
    return offset < text.length && text.data[offset] != '\0' && strchr(bytes, text.data[offset]);
}

/* The digits that must follow byte `offset`; 0 when there are none. */
static size_t need_digits(StrView text, size_t offset)
{
    size_t end = skip_digits(text, offset);
    return end > offset ? end : 0;
}

bool json_is_number(StrView text)
{
    size_t start = is_one_of(text, 0, "-") ? 1 : 0, end = need_digits(text, start);
    bool is_good = end > 0 && (text.data[start] != '0' || end == start + 1);
    if (is_good && is_one_of(text, end, ".")) {
        end = need_digits(text, end + 1);
        is_good = end > 0;
    }
    if (is_good && is_one_of(text, end, "eE")) {
        end++;
        end = need_digits(text, end + (is_one_of(text, end, "+-") ? 1 : 0));
        is_good = end > 0;
    }
    return is_good && end == text.length;
}

void json_add_file_name(StrBuf *out, const char *name)
{
    StrBuf printable = {0};
    utf8_add_printable(&printable, view_of(name));
    json_add_string(out, strbuf_view(&printable));
    strbuf_done(&printable);
}
