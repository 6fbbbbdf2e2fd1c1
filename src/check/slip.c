#include "check/slip.h"

#include <string.h>

enum { SLIP_BYTES = SLIP_MOST_LETTERS + 2 };

static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz";

/* The word in hand: what stands before byte `at` of `lower`, `middle`, and what stands from byte
 * `rest` on. */
static const char *try_word(StrView lower, size_t at, const char *middle, size_t rest, char *word)
{
    size_t length = strlen(middle);
    memcpy(word, lower.data, at);
    memcpy(word + at, middle, length);
    memcpy(word + at + length, lower.data + rest, lower.length - rest);
    word[at + length + lower.length - rest] = '\0';
    return word;
}

static const char *find_swapped(StrView lower, SlipTest *test, const void *context)
{
    char word[SLIP_BYTES];
    const char *found = NULL;
    for (size_t i = 0; i + 1 < lower.length && !found; i++) {
        const char swapped[] = {lower.data[i + 1], lower.data[i], '\0'};
        found = test(try_word(lower, i, swapped, i + 2, word), context);
    }
    return found;
}

static const char *find_without_one(StrView lower, SlipTest *test, const void *context)
{
    char word[SLIP_BYTES];
    const char *found = NULL;
    for (size_t i = 0; i < lower.length && !found; i++) {
        found = test(try_word(lower, i, "", i + 1, word), context);
    }
    return found;
}

/* Puts each letter before byte `at`, over `taken` letters. */
static const char *find_letter(StrView lower, size_t at, size_t taken, SlipTest *test,
                               const void *context)
{
    char word[SLIP_BYTES];
    const char *found = NULL;
    for (size_t letter = 0; alphabet[letter] && !found; letter++) {
        const char middle[] = {alphabet[letter], '\0'};
        found = test(try_word(lower, at, middle, at + taken, word), context);
    }
    return found;
}

const char *slip_find(StrView lower, SlipTest *test, const void *context)
{
    if (lower.length < SLIP_FEWEST || lower.length > SLIP_MOST_LETTERS) {
        return NULL;
    }
    const char *found = find_swapped(lower, test, context);
    found = found ? found : find_without_one(lower, test, context);
    for (size_t i = 0; i <= lower.length && !found; i++) {
        found = find_letter(lower, i, 0, test, context);
    }
    for (size_t i = 0; i < lower.length && !found; i++) {
        found = find_letter(lower, i, 1, test, context);
    }
    return found;
}

const char *slip_find_doubled(StrView lower, SlipTest *test, const void *context)
{
    char word[SLIP_BYTES];
    const char *found = NULL;
    for (size_t i = 1; i < lower.length && lower.length <= SLIP_MOST_LETTERS && !found; i++) {
        bool is_pair = lower.data[i] == lower.data[i - 1];
        const char doubled[] = {lower.data[i - 1], '\0'};
        found =
            test(try_word(lower, i, is_pair ? "" : doubled, is_pair ? i + 1 : i, word), context);
    }
    return found;
}
