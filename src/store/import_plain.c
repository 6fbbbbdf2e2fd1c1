/* Markdown out of a text. */
#include <string.h>

#include "store/import_text.h"

/* A mark with no partner within REACH bytes is a plain character, so that a long text of nothing
 * but marks takes no longer than another. */
enum { REACH = 1000, DEEPEST = 8 };

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static char byte_at(StrView text, size_t offset)
{
    return offset < text.length ? text.data[offset] : '\0';
}

static bool stands_at(StrView text, size_t offset, const char *mark)
{
    return view_starts_with(view_slice(text, offset, text.length), mark);
}

/* Where `mark` stands next from `from`, or text.length. */
static size_t find_mark(StrView text, size_t from, const char *mark)
{
    for (size_t at = from; at < text.length && at < from + REACH; at++) {
        if (text.data[at] == mark[0] && stands_at(text, at, mark)) {
            return at;
        }
    }
    return text.length;
}

static void convert(StrView text, PlainText *out, int depth);

/* --- Links ------------------------------------------------------------------------------------ */

typedef struct {
    StrView words, address;
    size_t end;
} Link;

/* "[words](address)", at `at`. */
static bool read_link(StrView text, size_t at, Link *link)
{
    if (byte_at(text, at) != '[') {
        return false;
    }
    size_t middle = find_mark(text, at + 1, "](");
    size_t end = middle < text.length ? find_mark(text, middle + 2, ")") : text.length;
    if (end >= text.length) {
        return false;
    }
    link->words = view_slice(text, at + 1, middle);
    link->address = view_trim(view_slice(text, middle + 2, end));
    link->end = end + 1;
    return true;
}

/* "<https://address>". */
static bool read_address(StrView text, size_t at, Link *link)
{
    bool is_address = stands_at(text, at, "<http") || stands_at(text, at, "<mailto:");
    size_t end = is_address ? find_mark(text, at + 1, ">") : text.length;
    if (end >= text.length) {
        return false;
    }
    link->words = link->address = view_slice(text, at + 1, end);
    link->end = end + 1;
    return true;
}

static void add_link(const Link *link, PlainText *out, int depth)
{
    size_t start = out->text.length;
    convert(link->words, out, depth + 1);
    StrView words = view_slice(strbuf_view(&out->text), start, out->text.length);
    if (link->address.length > 0 && !view_equal(words, link->address)) {
        strbuf_addf(&out->text, " (%.*s)", VIEW_ARG(link->address));
        out->had_links = true;
    }
    out->had_marks = true;
}

/* --- Marks around words ----------------------------------------------------------------------- */

/* Each opens where no blank follows and closes where none stands before. */
static const struct {
    const char *mark;
    bool is_word_edge; /* only where no letter stands outside: snake_case is none */
    bool is_verbatim;  /* what it holds has no marks of its own */
} marks[] = {
    {"***", false, false}, {"**", false, false}, {"__", true, false}, {"*", false, false},
    {"_", true, false},    {"$$", false, true},  {"``", false, true}, {"`", false, true},
};

enum { MARK_COUNT = sizeof(marks) / sizeof(marks[0]) };

static bool can_open(StrView text, size_t at, size_t row)
{
    size_t after = at + strlen(marks[row].mark);
    bool is_inside = at > 0 && is_word_byte(text.data[at - 1]);
    return stands_at(text, at, marks[row].mark) && after < text.length &&
           !is_blank(text.data[after]) && !(marks[row].is_word_edge && is_inside);
}

static size_t find_close(StrView text, size_t from, size_t row)
{
    size_t length = strlen(marks[row].mark);
    for (size_t at = from + 1; at < from + REACH; at++) {
        at = find_mark(text, at, marks[row].mark);
        if (at >= text.length) {
            break;
        }
        bool is_inside = is_word_byte(byte_at(text, at + length));
        bool is_longer = byte_at(text, at + length) == marks[row].mark[0] ||
                         (length == 1 && text.data[at - 1] == marks[row].mark[0]);
        if (!is_blank(text.data[at - 1]) && !is_longer && !(marks[row].is_word_edge && is_inside)) {
            return at;
        }
    }
    return text.length;
}

/* Converts what a mark at `at` holds. Returns where it ends, or `at` when none stands there. */
static size_t take_marked(StrView text, size_t at, PlainText *out, int depth)
{
    for (size_t row = 0; row < MARK_COUNT; row++) {
        size_t start = at + strlen(marks[row].mark);
        size_t end = can_open(text, at, row) ? find_close(text, start, row) : text.length;
        if (end >= text.length) {
            continue;
        }
        StrView inner = view_slice(text, start, end);
        if (marks[row].is_verbatim) {
            strbuf_add_view(&out->text, view_trim(inner));
        } else {
            convert(inner, out, depth + 1);
        }
        out->had_marks = true;
        return end + strlen(marks[row].mark);
    }
    return at;
}

static size_t take_link(StrView text, size_t at, PlainText *out, int depth)
{
    Link link;
    size_t start = byte_at(text, at) == '!' && byte_at(text, at + 1) == '[' ? at + 1 : at;
    if (!read_link(text, start, &link) && !read_address(text, at, &link)) {
        return at;
    }
    add_link(&link, out, depth);
    return link.end;
}

/* Takes what stands at `at` and returns where the next begins. */
static size_t take(StrView text, size_t at, PlainText *out, int depth)
{
    char byte = text.data[at], after = byte_at(text, at + 1);
    if (byte == '\\' && after && memchr("\\`*_{}[]()#+-.!$<>~|", after, 20)) {
        strbuf_add_char(&out->text, after);
        out->had_marks = true;
        return at + 2;
    }
    size_t end = at;
    if (depth < DEEPEST && memchr("![<", byte, 3)) {
        end = take_link(text, at, out, depth);
    } else if (depth < DEEPEST && memchr("*_$`", byte, 4)) {
        end = take_marked(text, at, out, depth);
    }
    if (end == at) {
        strbuf_add_char(&out->text, byte);
        end = at + 1;
    }
    return end;
}

static void convert(StrView text, PlainText *out, int depth)
{
    for (size_t at = 0; at < text.length;) {
        at = take(text, at, out, depth);
    }
}

void import_plain(StrView markdown, PlainText *out)
{
    StrView text = view_trim(markdown);
    Link link;
    if (read_link(text, 0, &link) && link.end == text.length) {
        convert(link.words, out, 1);
        strbuf_add_view(&out->link, link.address);
        out->had_marks = true;
        return;
    }
    convert(text, out, 0);
}

void import_plain_done(PlainText *plain)
{
    strbuf_done(&plain->text);
    strbuf_done(&plain->link);
}
