#include "store/record.h"

enum { FIRST_WORDS = 6, FIRST_WORDS_MAX_BYTES = 80 };

static bool starts_with(const Node *bullet, StrView starts)
{
    StrView text = node_view(bullet, FIELD_TEXT);
    return view_equal(view_slice(text, 0, starts.length), starts);
}

size_t record_find_bullet(const Node *list, StrView starts, size_t number)
{
    size_t count = node_count(list);
    size_t by_number = number >= 1 && number <= count ? number - 1 : count;
    if (starts.length == 0) {
        return by_number;
    }
    if (by_number < count && starts_with(node_child(list, by_number), starts)) {
        return by_number;
    }
    for (size_t i = 0; i < count; i++) {
        if (starts_with(node_child(list, i), starts)) {
            return i;
        }
    }
    return by_number;
}

size_t record_number(StrView text)
{
    size_t number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || number > 1000000) {
            return 0;
        }
        number = number * 10 + (size_t)(text.data[i] - '0');
    }
    return number;
}

StrView record_first_words(StrView text)
{
    size_t words = 0;
    size_t end = 0;
    for (size_t i = 0; i < text.length && i <= FIRST_WORDS_MAX_BYTES; i++) {
        if (text.data[i] == '\n') {
            return view_slice(text, 0, i);
        }
        if (text.data[i] != ' ') {
            continue;
        }
        end = i;
        if (++words == FIRST_WORDS) {
            return view_slice(text, 0, end);
        }
    }
    return text.length <= FIRST_WORDS_MAX_BYTES ? text : view_slice(text, 0, end);
}
