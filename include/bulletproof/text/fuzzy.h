/* Finding by a few letters: how well a name answers what was typed. */
#ifndef BULLETPROOF_TEXT_FUZZY_H
#define BULLETPROOF_TEXT_FUZZY_H

#include <stdbool.h>

#include "bulletproof/base/strview.h"

/* 0: not at all; else the more, the better. The letters typed must stand in `name` in their order,
 * whatever their case and whatever lies between; those that begin words or follow each other count
 * most. Blanks typed count nothing, and of a long name only the beginning is looked at. */
int fuzzy_score(StrView name, StrView typed);
/* Whether every word typed begins a word of `text`, in any order; nothing typed does. */
bool fuzzy_has_words(StrView text, StrView typed);

#endif
