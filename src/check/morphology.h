/* Words the lexicon does not have: verbs by their endings and prefixes, adjectives and adverbs
 * by their suffixes. */
#ifndef CHECK_MORPHOLOGY_H
#define CHECK_MORPHOLOGY_H

#include "token.h"

/* Fills the classes and forms of unknown words. */
void morphology_guess(Tokens *tokens);

#endif
