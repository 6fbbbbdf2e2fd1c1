#include "store/scalar.h"

#include <string.h>
#include <strings.h>

#include "bulletproof/base/utf8.h"

/* Raw in quotes they would be refused, or taken for line breaks. */
static bool needs_escape(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x2028 ||
           code_point == 0x2029 || code_point == 0xFEFF || code_point == 0xFFFE ||
           code_point == 0xFFFF;
}

static void add_escaped(StrBuf *out, uint32_t code_point)
{
    switch (code_point) {
    case '\n':
        strbuf_add(out, "\\n");
        break;
    case '\t':
        strbuf_add(out, "\\t");
        break;
    case '\r':
        strbuf_add(out, "\\r");
        break;
    default:
        strbuf_addf(out, "\\u%04x", (unsigned)code_point);
    }
}

void scalar_add_quoted(StrBuf *out, StrView text)
{
    strbuf_add_char(out, '"');
    size_t bytes;
    for (size_t at = 0; at < text.length; at += bytes) {
        uint32_t code_point = utf8_decode(text, at, &bytes);
        if (needs_escape(code_point)) {
            add_escaped(out, code_point);
            continue;
        }
        if (code_point == '"' || code_point == '\\') {
            strbuf_add_char(out, '\\');
        }
        strbuf_add_bytes(out, text.data + at, bytes);
    }
    strbuf_add_char(out, '"');
}

static bool has_escapes(StrView text)
{
    size_t bytes;
    for (size_t at = 0; at < text.length; at += bytes) {
        if (needs_escape(utf8_decode(text, at, &bytes))) {
            return true;
        }
    }
    return false;
}

/* Words that YAML 1.1 or 1.2 reads as something else than text (yaml.org/type, YAML 1.2 10.3). */
static bool is_typed_word(StrView text)
{
    static const char *const words[] = {
        "null", "~", "true", "false", "yes",   "no",    "on",   "off", "y",
        "n",    "=", "<<",   ".inf",  "-.inf", "+.inf", ".nan", "inf", "nan",
    };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (text.length == strlen(words[i]) && strncasecmp(text.data, words[i], text.length) == 0) {
            return true;
        }
    }
    return false;
}

/* Anything that begins like a number, date or time and holds only what those are made of. */
static bool is_like_number(StrView text)
{
    size_t first = memchr("+-.", text.data[0], 3) ? 1 : 0;
    bool begins_so = first < text.length && memchr("0123456789._", text.data[first], 12);
    for (size_t i = 0; i < text.length && begins_so; i++) {
        if (!memchr("0123456789abcdefABCDEFxXoO_+-.:tTzZ ", text.data[i], 36)) {
            return false;
        }
    }
    return begins_so;
}

/* Characters that mean something at the start of a plain scalar (YAML 1.2, section 5.3). */
static bool begins_with_indicator(StrView text)
{
    if (memchr(",[]{}#&*!|>'\"%@`", text.data[0], 16)) {
        return true;
    }
    bool is_mark = memchr("-?:", text.data[0], 3);
    return is_mark && (text.length == 1 || text.data[1] == ' ' || text.data[0] != '-');
}

static bool holds(StrView text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++) {
        if (memcmp(text.data + i, part, length) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_plain(StrView text, bool is_flow)
{
    if (text.length == 0 || text.data[0] == ' ' || text.data[text.length - 1] == ' ') {
        return false;
    }
    if (begins_with_indicator(text) || is_typed_word(text) || is_like_number(text)) {
        return false;
    }
    if (view_starts_with(text, "---") || view_starts_with(text, "...")) {
        return false;
    }
    if (holds(text, ": ") || holds(text, " #") || text.data[text.length - 1] == ':') {
        return false;
    }
    for (size_t i = 0; is_flow && i < text.length; i++) {
        if (memchr(",[]{}:?#", text.data[i], 8)) {
            return false;
        }
    }
    return true;
}

static void add_single_quoted(StrBuf *out, StrView text)
{
    strbuf_add_char(out, '\'');
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '\'') {
            strbuf_add_char(out, '\'');
        }
        strbuf_add_char(out, text.data[i]);
    }
    strbuf_add_char(out, '\'');
}

void scalar_add_line(StrBuf *out, StrView text, bool is_flow)
{
    if (has_escapes(text) || text.length == 0) {
        scalar_add_quoted(out, text);
    } else if (is_plain(text, is_flow)) {
        strbuf_add_view(out, text);
    } else if (memchr(text.data, '\'', text.length)) {
        scalar_add_quoted(out, text);
    } else {
        add_single_quoted(out, text);
    }
}

/* Readers differ over blanks at line ends, empty first lines and line ends at the very end. */
bool scalar_is_block(StrView text)
{
    if (!memchr(text.data ? text.data : "", '\n', text.length)) {
        return false;
    }
    char last = text.data[text.length - 1];
    if (memchr("\n ", text.data[0], 2) || memchr("\n ", last, 2) || holds(text, " \n")) {
        return false;
    }
    size_t bytes;
    for (size_t at = 0; at < text.length; at += bytes) {
        uint32_t code_point = utf8_decode(text, at, &bytes);
        if (code_point != '\n' && needs_escape(code_point)) {
            return false;
        }
    }
    return true;
}

void scalar_add_block_lines(StrBuf *out, StrView text, size_t indent, const char *line_end)
{
    StrView line;
    while (view_next_line(&text, &line)) {
        if (line.length > 0) {
            strbuf_add_repeated(out, ' ', indent);
        }
        strbuf_add_view(out, line);
        strbuf_add(out, line_end);
    }
}
