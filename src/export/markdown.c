#include "export/markdown.h"

#include <string.h>

static bool is_word_byte(char byte)
{
    unsigned char code = (unsigned char)byte;
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= '0' && code <= '9') || code > 0x7F;
}

static char byte_at(StrView text, size_t at)
{
    return at < text.length ? text.data[at] : '\0';
}

/* Whether the byte before belongs to a word. */
static bool follows_word(StrView text, size_t at)
{
    return at > 0 && is_word_byte(text.data[at - 1]);
}

/* What stands behind the & of "&amp;" and "&#10;". */
static bool is_reference(StrView text)
{
    size_t at = byte_at(text, 0) == '#' ? 1 : 0;
    while (at < text.length && is_word_byte(text.data[at])) {
        at++;
    }
    return at > 0 && byte_at(text, at) == ';';
}

/* What stands behind the first point of ":smile:", which GitHub shows as a picture. */
static bool is_shortcode(StrView text)
{
    size_t at = 0;
    while (at < text.length && (is_word_byte(text.data[at]) || strchr("+-_", text.data[at]))) {
        at++;
    }
    return at > 0 && byte_at(text, at) == ':';
}

/* Signs that always mean something, or that pandoc makes others of: straight quotes, $ of formulas,
 * ^ and ~ of raised and lowered text. */
static const char always[] = "\\`*[]<{}$^~\"'";

/* Signs that mean something only by their neighbours. Left alone elsewhere, so that people can read
 * the source: snake_case, C#, a-b, R&D, jane@example.com. */
static bool needs_escape(StrView text, size_t at)
{
    char byte = text.data[at], next = byte_at(text, at + 1);
    char before = at > 0 ? text.data[at - 1] : ' ';
    switch (byte) {
    case '_':
        return !follows_word(text, at) || !is_word_byte(next);
    case '#':
        return before == ' ' || before == '\n';
    case '&':
        return is_reference(view_slice(text, at + 1, text.length));
    case '@':
        return !follows_word(text, at);
    case ':':
        return is_shortcode(view_slice(text, at + 1, text.length));
    case '-':
        return before == '-';
    case '.':
        return next == '.' && byte_at(text, at + 2) == '.';
    default:
        return strchr(always, byte) != NULL;
    }
}

void markdown_add_text(StrBuf *out, StrView text)
{
    for (size_t at = 0; at < text.length; at++) {
        strbuf_add(out, needs_escape(text, at) ? "\\" : "");
        strbuf_add_char(out, text.data[at]);
    }
}

/* --- Starts of lines ---------------------------------------------------------- */

/* Whether a word counts the items of a list: "12", "b", "iv". */
static bool is_list_number(StrView word)
{
    size_t digits = 0, romans = 0;
    for (size_t i = 0; i < word.length; i++) {
        digits += word.data[i] >= '0' && word.data[i] <= '9';
        romans += strchr("ivxlcdmIVXLCDM", word.data[i]) != NULL;
    }
    bool is_letter = word.length == 1 && is_word_byte(word.data[0]);
    return word.length > 0 && (is_letter || digits == word.length || romans == word.length);
}

/* Bytes of what would number a list at the start of the line: "1" of "1. ", "(a" of "(a) "; 0 when
 * the line does not begin so. */
static size_t number_length(StrView line)
{
    size_t start = byte_at(line, 0) == '(' ? 1 : 0, at = start;
    while (at < line.length && is_word_byte(line.data[at])) {
        at++;
    }
    char end = byte_at(line, at), after = byte_at(line, at + 1);
    bool is_number = is_list_number(view_slice(line, start, at));
    return is_number && (end == '.' || end == ')') && (after == ' ' || after == '\0') ? at : 0;
}

static void add_line(StrBuf *out, StrView line)
{
    size_t number = number_length(line);
    if (number > 0) {
        bool is_bracketed = line.data[0] == '(';
        strbuf_addf(out, "%s%.*s\\", is_bracketed ? "\\" : "", (int)number, line.data);
        line = view_slice(line, number, line.length);
    } else if (line.length > 0 && strchr("-+=>|:%", line.data[0])) {
        strbuf_add_char(out, '\\');
    }
    strbuf_add_view(out, line);
}

void markdown_add_lines(StrBuf *out, StrView text, size_t indent)
{
    StrView rest = view_trim(text), line;
    for (bool is_first = true; view_next_line(&rest, &line); is_first = false) {
        line = view_trim(line);
        if (line.length == 0) {
            continue; /* it would end the paragraph */
        }
        strbuf_add(out, is_first ? "" : "\\\n");
        strbuf_add_repeated(out, ' ', is_first ? 0 : indent);
        add_line(out, line);
    }
    strbuf_add_char(out, '\n');
}

void markdown_add_line(StrBuf *out, StrView text)
{
    StrView rest = view_trim(text), line;
    for (bool is_first = true; view_next_line(&rest, &line); is_first = false) {
        strbuf_add(out, is_first ? "" : " ");
        strbuf_add_view(out, view_trim(line));
    }
    strbuf_add_char(out, '\n');
}
