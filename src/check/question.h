/* The one question that leads on: about an empty slot, in the terms of what the bullet is
 * about. Offers no fact and no number. */
#ifndef CHECK_QUESTION_H
#define CHECK_QUESTION_H

#include "bulletproof/check/check.h"
#include "sentence.h"

/* NULL when nothing is missing. */
const char *question_for(const Sentence *sentence, Slot missing);

#endif
