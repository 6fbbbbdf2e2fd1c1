#include "misspelling.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/lexicon/lexicon.h"
#include "rule_table.h"

/* Shorter words are too often one letter away from each other. */
enum { SLIP_LEAST = 6, SLIP_MOST = 40 };

static int compare_wrong(const void *word, const void *pair)
{
    const StrView *lower = word;
    const Misspelling *candidate = pair;
    int order = strncmp(lower->data, candidate->wrong, lower->length);
    return order ? order : -(candidate->wrong[lower->length] != '\0');
}

static int compare_right(const void *word, const void *right)
{
    const StrView *lower = word;
    const char *const *candidate = right;
    int order = strncmp(lower->data, *candidate, lower->length);
    return order ? order : -((*candidate)[lower->length] != '\0');
}

/* A plain word, or one of the trade: "trails" are no trials. */
static bool is_right(StrView lower)
{
    return bsearch(&lower, technical_words, technical_word_count, sizeof(technical_words[0]),
                   compare_right) != NULL;
}

static const char *find_word(const char *letters, size_t length)
{
    const LexiconEntry *entry = lexicon_find(view_make(letters, length));
    return entry && entry->tags ? lexicon_word(entry) : NULL;
}

/* Two letters changed places: "pyhton". */
static const char *find_swapped(StrView lower, char *letters)
{
    for (size_t i = 1; i + 1 < lower.length; i++) {
        memcpy(letters, lower.data, lower.length);
        letters[i] = lower.data[i + 1];
        letters[i + 1] = lower.data[i];
        const char *word = letters[i] != letters[i + 1] ? find_word(letters, lower.length) : NULL;
        if (word) {
            return word;
        }
    }
    return NULL;
}

/* One of two equal letters too many: "developped"; or one too few: "diferent". */
static const char *find_doubled(StrView lower, char *letters)
{
    for (size_t i = 1; i < lower.length; i++) {
        memcpy(letters, lower.data, i);
        bool is_pair = lower.data[i] == lower.data[i - 1];
        size_t from = is_pair ? i + 1 : i;
        size_t at = is_pair ? i : i + 1;
        letters[i] = lower.data[i - 1];
        memcpy(letters + at, lower.data + from, lower.length - from);
        const char *word = find_word(letters, at + lower.length - from);
        if (word) {
            return word;
        }
    }
    return NULL;
}

/* The "e" of the past left out: "implementd". */
static const char *find_past(StrView lower, char *letters)
{
    if (!view_ends_with(lower, "d") || view_ends_with(lower, "ed")) {
        return NULL;
    }
    memcpy(letters, lower.data, lower.length - 1);
    memcpy(letters + lower.length - 1, "ed", 2);
    return find_word(letters, lower.length + 1);
}

const char *misspelling_find(StrView lower)
{
    const Misspelling *pair =
        bsearch(&lower, misspellings, misspelling_count, sizeof(misspellings[0]), compare_wrong);
    if (pair) {
        return pair->right;
    }
    if (lower.length < SLIP_LEAST || lower.length > SLIP_MOST || is_right(lower)) {
        return NULL;
    }
    char letters[SLIP_MOST + 2];
    const char *word = find_swapped(lower, letters);
    word = word ? word : find_doubled(lower, letters);
    return word ? word : find_past(lower, letters);
}
