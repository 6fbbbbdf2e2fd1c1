#include "bulletproof/base/json.h"

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

void json_add_file_name(StrBuf *out, const char *name)
{
    StrBuf printable = {0};
    utf8_add_printable(&printable, view_of(name));
    json_add_string(out, strbuf_view(&printable));
    strbuf_done(&printable);
}
