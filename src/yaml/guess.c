#include "bulletproof/yaml/guess.h"

#include <ctype.h>
#include <string.h>

enum { WORD_MAX = 40 };

static int lower(char byte)
{
    return tolower((unsigned char)byte);
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* Single bytes to insert, delete or replace (Levenshtein), case apart. Both at most WORD_MAX. */
static size_t distance(StrView a, StrView b)
{
    size_t row[WORD_MAX + 1];
    for (size_t j = 0; j <= b.length; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= a.length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t above = row[j];
            bool is_same = lower(a.data[i - 1]) == lower(b.data[j - 1]);
            row[j] = least(above + 1, row[j - 1] + 1, diagonal + !is_same);
            diagonal = above;
        }
    }
    return row[b.length];
}

const char *yaml_guess(StrView word, const char *const *names, size_t count)
{
    const char *best = NULL;
    size_t best_distance = (word.length + 2) / 3 + 1; /* two letters swapped are two away */
    for (size_t i = 0; i < count && word.length > 1 && word.length <= WORD_MAX; i++) {
        StrView name = view_of(names[i]);
        size_t away = name.length <= WORD_MAX ? distance(word, name) : WORD_MAX;
        if (away < best_distance) {
            best = names[i];
            best_distance = away;
        }
    }
    return best;
}
