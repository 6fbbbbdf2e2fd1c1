/* Words that are misspelt in a known way, or one slip away from a word of the lexicon. Needs no
 * dictionary. */
#ifndef CHECK_MISSPELLING_H
#define CHECK_MISSPELLING_H

#include "bulletproof/base/strview.h"

/* What was meant by `lower`, a word the lexicon does not have; NULL when it may be right. */
const char *misspelling_find(StrView lower);

#endif
