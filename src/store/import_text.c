#include "store/import_text.h"

#include <string.h>

#include "bulletproof/model/date.h"
#include "bulletproof/text/word.h"

/* --- Dates ------------------------------------------------------------------------------------ */

/* "2014-06-00" is a month, "2014-06-01T09:00:00Z" a day. */
static StrView without_rest(StrView text)
{
    bool has_time = text.length > 10 && memchr("T ", text.data[10], 2) && text.data[4] == '-';
    text = has_time ? view_slice(text, 0, 10) : text;
    while (text.length > 4 && text.data[4] == '-' && view_ends_with(text, "-00")) {
        text.length -= 3;
    }
    return text;
}

bool import_date(StrView text, StrBuf *out)
{
    Date date;
    if (!date_parse_free(without_rest(view_trim(text)), &date)) {
        return false;
    }
    date_add(out, date, DATE_FORM_ISO);
    return true;
}

static bool is_digit(StrView text, size_t at)
{
    return at < text.length && text.data[at] >= '0' && text.data[at] <= '9';
}

static size_t count_digits(StrView text, size_t at)
{
    size_t count = 0;
    while (is_digit(text, at + count)) {
        count++;
    }
    return count;
}

bool import_year(StrView text, StrBuf *out)
{
    StrView year = {0};
    for (size_t at = 0; at < text.length;) {
        size_t digits = count_digits(text, at);
        StrView number = view_slice(text, at, at + digits);
        bool is_year =
            digits == 4 && (view_starts_with(number, "19") || view_starts_with(number, "20"));
        if (is_year && year.length > 0) {
            return false;
        }
        year = is_year ? number : year;
        at += digits > 0 ? digits : 1;
    }
    strbuf_add_view(out, year);
    return year.length > 0;
}

bool import_range(StrView text, StrView *start, StrView *end)
{
    static const char *const marks[] = {" – ", " — ", " - ", " to ", " until ", "–", "—"};
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        for (size_t at = 0; at < text.length; at++) {
            StrView rest = view_slice(text, at, text.length);
            if (view_starts_with(rest, marks[i])) {
                *start = view_trim(view_slice(text, 0, at));
                *end = view_trim(view_slice(rest, strlen(marks[i]), rest.length));
                return start->length > 0 && end->length > 0;
            }
        }
    }
    return false;
}

/* --- Items ------------------------------------------------------------------------------------ */

enum { ITEM_WORDS = 6, LABEL_BYTES = 40 };

/* Where the item that begins `rest` ends: at a comma or semicolon outside of brackets. */
static size_t end_of_item(StrView rest)
{
    int depth = 0;
    for (size_t at = 0; at < rest.length; at++) {
        char byte = rest.data[at];
        depth += byte == '(' || byte == '[' ? 1 : 0;
        depth -= (byte == ')' || byte == ']') && depth > 0 ? 1 : 0;
        bool is_decimal = is_digit(rest, at + 1) && at > 0 && is_digit(rest, at - 1);
        if (depth == 0 && (byte == ';' || byte == '\n' || (byte == ',' && !is_decimal))) {
            return at;
        }
    }
    return rest.length;
}

bool import_next_item(StrView *rest, StrView *item)
{
    while (rest->length > 0) {
        size_t end = end_of_item(*rest);
        *item = view_trim(view_slice(*rest, 0, end));
        *rest = view_slice(*rest, end + 1, rest->length);
        if (view_starts_with(*item, "and ")) {
            *item = view_trim(view_slice(*item, 4, item->length));
        }
        if (item->length > 0) {
            return true;
        }
    }
    return false;
}

bool import_is_list(StrView text)
{
    StrView item;
    while (import_next_item(&text, &item)) {
        if (word_count(item) > ITEM_WORDS) {
            return false;
        }
    }
    return true;
}

bool import_labelled(StrView text, StrView *label, StrView *rest)
{
    size_t end = view_find(text, ':');
    *label = view_trim(view_slice(text, 0, end));
    *rest = view_trim(view_slice(text, end + 1, text.length));
    return end < text.length && end <= LABEL_BYTES && label->length > 0 && rest->length > 0 &&
           text.data[end + 1] == ' ';
}
