/* Words that are one slip of the fingers away from another. Knows no dictionary. */
#ifndef CHECK_SLIP_H
#define CHECK_SLIP_H

#include <stdbool.h>

#include "bulletproof/base/strview.h"

enum {
    SLIP_FEWEST = 6, /* letters; shorter words are all near each other */
    SLIP_MOST_LETTERS = 40,
};

/* Whether a candidate is a word; the first one that is ends the search. */
typedef const char *SlipTest(const char *candidate, const void *context);

/* Tries each word that `lower` may be meant for: two letters in the wrong order, one too many, one
 * too few, one another, in this order. Returns what `test` gave first; NULL when nothing. */
const char *slip_find(StrView lower, SlipTest *test, const void *context);

/* Only a letter doubled or not doubled: "droped", "developped". */
const char *slip_find_doubled(StrView lower, SlipTest *test, const void *context);

#endif
