#include "export/xml.h"

#include "bulletproof/base/utf8.h"

/* https://www.w3.org/TR/xml/#charsets */
static bool is_allowed(uint32_t code_point)
{
    bool is_control = code_point < 0x20 && code_point != '\t' && code_point != '\n';
    return !is_control && code_point != 0xFFFE && code_point != 0xFFFF;
}

static const char *name_of(uint32_t code_point, bool is_attribute)
{
    switch (code_point) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return is_attribute ? "&quot;" : NULL;
    case '\n': /* else a reader takes it for a blank */
        return is_attribute ? "&#10;" : NULL;
    default:
        return NULL;
    }
}

static void add(StrBuf *out, StrView text, bool is_attribute)
{
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        uint32_t code_point = utf8_decode(text, at, &bytes);
        const char *name = name_of(code_point, is_attribute);
        if (name) {
            strbuf_add(out, name);
        } else {
            utf8_append(out, is_allowed(code_point) ? code_point : UTF8_REPLACEMENT);
        }
    }
}

void xml_add_text(StrBuf *out, StrView text)
{
    add(out, text, false);
}

void xml_add_attribute(StrBuf *out, const char *name, StrView value)
{
    strbuf_addf(out, " %s=\"", name);
    add(out, value, true);
    strbuf_add_char(out, '"');
}
