/* The words of a text that a dictionary can judge: not numbers, names of files, addresses,
 * acronyms or code. Knows no dictionary. */
#ifndef CHECK_SPELLING_WORDS_H
#define CHECK_SPELLING_WORDS_H

#include <stdbool.h>

#include "bulletproof/base/strview.h"

typedef struct {
    size_t start, end; /* bytes of the text; a possessive 's is left out */
    bool is_capital;
    bool is_name; /* a capital where no sentence begins */
} SpellingWord;

/* Finds the next word, or part of a hyphenated one, at or after `*offset` and moves `*offset`
 * behind it. */
bool spelling_next_word(StrView text, size_t *offset, SpellingWord *word);

#endif
