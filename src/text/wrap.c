#include "bulletproof/text/wrap.h"

#include <stdlib.h>
#include <unilbrk.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/grapheme.h"
#include "text/unit.h"

/* --- Where text may be broken ---------------------------------------------------------- */

static bool is_ascii_ink(char byte)
{
    return byte > ' ' && byte < 0x7F;
}

/* What a hyphen or a slash parts. */
static bool is_part(char byte)
{
    return is_ascii_ink(byte) && byte != '-' && byte != '/';
}

/* Bytes of the part that ends at `at`, counted up to `enough`. */
static size_t part_before(StrView text, size_t at, size_t enough)
{
    size_t count = 0;
    while (count < enough && count < at && is_part(text.data[at - 1 - count])) {
        count++;
    }
    return count;
}

static size_t part_from(StrView text, size_t at, size_t enough)
{
    size_t count = 0;
    while (count < enough && at + count < text.length && is_part(text.data[at + count])) {
        count++;
    }
    return count;
}

/* Inside a run of ASCII the annex, as libunistring 1.0 knows it, breaks "Node.js", "C++",
 * "CI/CD" and "T-SQL". A reader expects a break only after a hyphen, or after a slash between
 * longer parts such as those of an address. */
static bool may_break_inside(StrView text, size_t at)
{
    switch (text.data[at - 1]) {
    case '-':
        return part_before(text, at - 1, 2) == 2 && part_from(text, at, 2) == 2;
    case '/':
        return part_before(text, at - 1, 4) == 4 && part_from(text, at, 3) == 3;
    default:
        return false;
    }
}

static bool is_kept_together(StrView text, size_t at)
{
    if (text.data[at - 1] == ' ') {
        return unit_follows_number(text, at);
    }
    return is_ascii_ink(text.data[at - 1]) && is_ascii_ink(text.data[at]) &&
           !may_break_inside(text, at);
}

void break_marks(StrView text, unsigned char *marks)
{
    if (text.length == 0) {
        return;
    }
    u8_possible_linebreaks((const uint8_t *)text.data, text.length, "UTF-8", (char *)marks);
    marks[0] = BREAK_NEVER;
    for (size_t at = 1; at < text.length; at++) {
        bool is_possible = marks[at] == UC_BREAK_POSSIBLE || marks[at] == UC_BREAK_HYPHENATION;
        if (text.data[at - 1] == '\n') {
            marks[at] = BREAK_MUST;
        } else if (is_possible && !is_kept_together(text, at)) {
            marks[at] = BREAK_ALLOWED;
        } else {
            marks[at] = BREAK_NEVER;
        }
    }
}

/* --- Lines ----------------------------------------------------------------------------- */

/* The line being filled:
 *
 *     start          break_at   at
 *     |Moved invoice |mail fro  |m the request path
 *      <------ columns ----->             blanks before `at` count once ink follows them */
typedef struct {
    size_t start, break_at; /* break_at == start: no place to break yet */
    int columns, blanks;
} Line;

static void lines_add(WrapLines *lines, WrapLine line)
{
    lines->items = vector_grow(lines->items, lines->count, &lines->capacity, sizeof(*lines->items));
    lines->items[lines->count++] = line;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Adds the cluster [at, next). False when it does not fit. */
static bool line_take(Line *line, StrView text, size_t at, size_t next, int limit)
{
    if (next == at + 1 && is_blank(text.data[at])) { /* a blank with a mark on it shows */
        line->blanks++;
        return true;
    }
    int wanted = line->columns + line->blanks + grapheme_columns(view_slice(text, at, next));
    if (wanted > limit && at > line->start) {
        return false;
    }
    line->columns = wanted;
    line->blanks = 0;
    return true;
}

/* Where the line from `start` ends and the next begins; text.length ends it for good. */
static size_t wrap_one(StrView text, size_t start, int limit, const unsigned char *marks)
{
    Line line = {.start = start, .break_at = start};
    for (size_t at = start, next; at < text.length; at = next) {
        next = grapheme_next(text, at);
        if (marks[at] == BREAK_ALLOWED) {
            line.break_at = at;
        }
        if (!line_take(&line, text, at, next, limit)) {
            return line.break_at > start ? line.break_at : at;
        }
    }
    return text.length;
}

/* Adds the lines of the paragraph [start, end); the last one ends as the paragraph does. */
static void wrap_paragraph(StrView text, WrapLine paragraph, int limit, const unsigned char *marks,
                           WrapLines *lines)
{
    size_t start = paragraph.start, next;
    do {
        next = wrap_one(view_slice(text, 0, paragraph.end), start, limit, marks);
        bool is_last = next == paragraph.end;
        lines_add(lines, (WrapLine){start, next, is_last && paragraph.ends_in_break});
        start = next;
    } while (next < paragraph.end);
}

void wrap_text(StrView text, int columns, WrapLines *lines)
{
    unsigned char *marks = xalloc(text.length);
    WrapLine paragraph = {.ends_in_break = true};
    break_marks(text, marks);
    lines->count = 0;
    while (paragraph.ends_in_break) {
        StrView rest = view_slice(text, paragraph.start, text.length);
        paragraph.end = paragraph.start + view_find(rest, '\n');
        paragraph.ends_in_break = paragraph.end < text.length;
        wrap_paragraph(text, paragraph, columns < 1 ? 1 : columns, marks, lines);
        paragraph.start = paragraph.end + 1;
    }
    free(marks);
}

void wrap_done(WrapLines *lines)
{
    free(lines->items);
    *lines = (WrapLines){0};
}

size_t wrap_line_at(const WrapLines *lines, size_t offset)
{
    size_t low = 0, high = lines->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (lines->items[middle].start <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}
