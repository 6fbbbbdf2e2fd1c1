/* How each word reads where it stands: "check" as a noun or as a verb. Knows no clause. */
#ifndef CHECK_READING_H
#define CHECK_READING_H

#include "token.h"

typedef enum {
    READING_MARK,
    READING_SMALL, /* determiners, prepositions, pronouns, conjunctions, auxiliaries */
    READING_ADVERB,
    READING_MODIFIER, /* adjectives and participles before a noun */
    READING_NOUN,
    READING_NUMBER,
    READING_VERB,
} Reading;

/* One reading a token, in the arena. */
Reading *readings_read(const Tokens *tokens, Arena *arena);

#endif
