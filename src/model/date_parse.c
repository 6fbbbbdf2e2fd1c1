#include "bulletproof/model/date.h"

#include <string.h>
#include <strings.h>

#include "model/month.h"

/* A text is read as a shape and the numbers in it: "14 March 2021" is "N M Y" and 14, 3, 2021.
 *   Y four digits   N one or two digits   M the name of a month   the rest stands for itself
 * Blanks and commas are one blank; a blank beside another mark does not count. */
enum { SHAPE_BYTES = 8, MOST_NUMBERS = 3 };

typedef struct {
    char marks[SHAPE_BYTES];
    size_t length;
    int numbers[MOST_NUMBERS];
    size_t count;
    bool is_over; /* too long for a date */
} Shape;

/* What the numbers of a shape are, in order: year, month, day. */
typedef struct {
    const char *marks;
    const char *parts;
} DateShape;

/* Day and month as bare numbers with slashes are left out: 3/4/2021 is two dates. */
static const DateShape free_shapes[] = {
    {"Y", "y"},       {"M Y", "my"},    {"M-Y", "my"},    {"M/Y", "my"},    {"Y M", "ym"},
    {"N/Y", "my"},    {"N.Y", "my"},    {"N-Y", "my"},    {"Y-N", "ym"},    {"Y/N", "ym"},
    {"Y.N", "ym"},    {"N M Y", "dmy"}, {"M N Y", "mdy"}, {"N-M-Y", "dmy"}, {"N.N.Y", "dmy"},
    {"Y-N-N", "ymd"}, {"Y/N/N", "ymd"}, {"Y.N.N", "ymd"},
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static size_t run_length(StrView text, bool (*belongs)(char))
{
    size_t length = 0;
    while (length < text.length && belongs(text.data[length])) {
        length++;
    }
    return length;
}

static void add_mark(Shape *shape, char mark)
{
    if (shape->length + 1 < SHAPE_BYTES) {
        shape->marks[shape->length++] = mark;
    } else {
        shape->is_over = true;
    }
}

static void add_number(Shape *shape, char mark, int number)
{
    if (shape->count < MOST_NUMBERS) {
        shape->numbers[shape->count++] = number;
        add_mark(shape, mark);
    } else {
        shape->is_over = true;
    }
}

static char last_mark(const Shape *shape)
{
    return shape->length > 0 ? shape->marks[shape->length - 1] : '\0';
}

/* "st" of "1st" and the like say nothing more. */
static size_t ordinal_length(StrView rest)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    size_t letters = run_length(rest, is_letter);
    for (size_t i = 0; letters == 2 && i < sizeof(endings) / sizeof(endings[0]); i++) {
        if (strncasecmp(rest.data, endings[i], 2) == 0) {
            return 2;
        }
    }
    return 0;
}

/* Each reads what `text` starts with and returns its length, 0 when it cannot be in a date. */
static size_t read_number(Shape *shape, StrView text)
{
    size_t length = run_length(text, is_digit);
    if (length > 4 || length == 3) {
        return 0;
    }
    int number = 0;
    for (size_t i = 0; i < length; i++) {
        number = number * 10 + (text.data[i] - '0');
    }
    add_number(shape, length == 4 ? 'Y' : 'N', number);
    return length == 4 ? length : length + ordinal_length(view_slice(text, length, text.length));
}

static size_t read_month(Shape *shape, StrView text)
{
    size_t length = run_length(text, is_letter);
    int month = month_of(view_slice(text, 0, length));
    if (month == 0) {
        return 0;
    }
    add_number(shape, 'M', month);
    bool is_cut = length < text.length && text.data[length] == '.'; /* "Sept. 2019" */
    return is_cut ? length + 1 : length;
}

static size_t read_mark(Shape *shape, char byte)
{
    bool is_blank = byte == ' ' || byte == ',';
    char last = last_mark(shape);
    if (!is_blank && !strchr("-/.", byte)) {
        return 0;
    }
    if (last == ' ' && !is_blank) {
        shape->length--;
    }
    if (!is_blank || is_letter(last)) {
        add_mark(shape, is_blank ? ' ' : byte);
    }
    return 1;
}

static bool read_shape(Shape *shape, StrView text)
{
    for (size_t at = 0, length; at < text.length; at += length) {
        StrView rest = view_slice(text, at, text.length);
        if (is_digit(rest.data[0])) {
            length = read_number(shape, rest);
        } else if (is_letter(rest.data[0])) {
            length = read_month(shape, rest);
        } else {
            length = rest.data[0] ? read_mark(shape, rest.data[0]) : 0;
        }
        if (length == 0 || shape->is_over) {
            return false;
        }
    }
    return true;
}

/* Years are those of the JSON Resume schema. */
static bool exists(Date date, bool has_month, bool has_day)
{
    if (date.year < 1000 || date.year > 2999) {
        return false;
    }
    if (has_month && (date.month < 1 || date.month > 12)) {
        return false;
    }
    return !has_day || (date.day >= 1 && date.day <= month_days(date.year, date.month));
}

static bool take_parts(const Shape *shape, const char *parts, Date *date)
{
    Date found = {0};
    for (size_t i = 0; parts[i]; i++) {
        int *part = parts[i] == 'y' ? &found.year : parts[i] == 'm' ? &found.month : &found.day;
        *part = shape->numbers[i];
    }
    if (!exists(found, strchr(parts, 'm') != NULL, strchr(parts, 'd') != NULL)) {
        return false;
    }
    *date = found;
    return true;
}

bool date_parse_free(StrView text, Date *date)
{
    Shape shape = {0};
    if (!read_shape(&shape, view_trim(text))) {
        return false;
    }
    for (size_t i = 0; i < sizeof(free_shapes) / sizeof(free_shapes[0]); i++) {
        if (strcmp(shape.marks, free_shapes[i].marks) == 0) {
            return take_parts(&shape, free_shapes[i].parts, date);
        }
    }
    return false;
}

/* Whether the text is `pattern`, in which '0' stands for any digit. */
static bool has_pattern(StrView text, const char *pattern)
{
    size_t length = strlen(pattern);
    for (size_t i = 0; i < text.length && i < length; i++) {
        if (pattern[i] == '0' ? !is_digit(text.data[i]) : text.data[i] != pattern[i]) {
            return false;
        }
    }
    return text.length == length;
}

bool date_parse_iso(StrView text, Date *date)
{
    bool is_iso = has_pattern(text, "0000") || has_pattern(text, "0000-00") ||
                  has_pattern(text, "0000-00-00");
    return is_iso && date_parse_free(text, date);
}

bool date_is_open_end(StrView text)
{
    static const char *const words[] = {"now", "present", "current", "today", "ongoing"};
    StrView word = view_trim(text);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (word.length == strlen(words[i]) && strncasecmp(word.data, words[i], word.length) == 0) {
            return true;
        }
    }
    return false;
}
