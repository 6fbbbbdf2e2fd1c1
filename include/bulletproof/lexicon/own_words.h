/* Words that a user adds to those of the lexicon, in classes that have names. Knows no file. */
#ifndef BULLETPROOF_LEXICON_OWN_WORDS_H
#define BULLETPROOF_LEXICON_OWN_WORDS_H

#include "bulletproof/lexicon/lexicon.h"

/* X(id, name, kind of word, classes). A verb comes with its third person, past and gerund, a noun
 * with its plural. The classes are those of rules/words. */
/* clang-format off */
#define OWN_WORD_CLASSES(X) \
    X(MAKE,       "make",       VERB, WORD(VERB) | WORD(MAKE)) \
    X(MOVE,       "move",       VERB, WORD(VERB) | WORD(MOVE)) \
    X(LOWER,      "lower",      VERB, WORD(VERB) | WORD(LOWER)) \
    X(RAISE,      "raise",      VERB, WORD(VERB) | WORD(RAISE)) \
    X(IMPROVE,    "improve",    VERB, WORD(VERB) | WORD(IMPROVE)) \
    X(PREVENT,    "prevent",    VERB, WORD(VERB) | WORD(PREVENT)) \
    X(ENABLE,     "enable",     VERB, WORD(VERB) | WORD(ENABLE)) \
    X(KEEP,       "keep",       VERB, WORD(VERB) | WORD(KEEP)) \
    X(CUSTODIAL,  "custodial",  VERB, WORD(VERB) | WORD(CUSTODIAL)) \
    X(LIGHT,      "light",      VERB, WORD(VERB) | WORD(LIGHT)) \
    X(SYSTEM,     "system",     NOUN, WORD(NOUN) | WORD(SYSTEM)) \
    X(PURPOSE,    "purpose",    NOUN, WORD(NOUN) | WORD(PURPOSE)) \
    X(MEASURE,    "measure",    NOUN, WORD(NOUN) | WORD(MEASURE)) \
    X(FAILURE,    "failure",    NOUN, WORD(NOUN) | WORD(FAILURE)) \
    X(GENERIC,    "generic",    NOUN, WORD(NOUN) | WORD(GENERIC)) \
    X(MECHANISM,  "mechanism",  NOUN, WORD(NOUN) | WORD(MECHANISM)) \
    X(BASIC,      "basic",      NOUN, WORD(NOUN) | WORD(BASIC)) \
    X(METHOD,     "method",     NOUN, WORD(NOUN) | WORD(METHOD)) \
    X(TEAM,       "team",       NOUN, WORD(NOUN) | WORD(TEAM)) \
    X(USERS,      "users",      NOUN, WORD(NOUN) | WORD(USERS)) \
    X(TECHNOLOGY, "technology", NAME, WORD(TECHNOLOGY)) \
    X(BUZZWORD,   "buzzword",   NAME, WORD(BUZZWORD)) \
    X(VAGUE,      "vague",      NAME, WORD(VAGUE))
/* clang-format on */

typedef enum {
#define X(id, name, kind, tags) OWN_WORD_##id,
    OWN_WORD_CLASSES(X)
#undef X
        OWN_WORD_CLASS_COUNT
} OwnWordClass;

typedef struct OwnWords OwnWords;

/* Owned by the caller. */
OwnWords *own_words_new(void);
/* NULL is fine. */
void own_words_free(OwnWords *words);

/* Adds a word or a phrase of up to five words. What the lexicon knows of it stays true. False when
 * it has no letter, or is too long. */
bool own_words_add(OwnWords *words, OwnWordClass class, StrView word);

/* The user's entry, else the lexicon's; NULL when neither has it. `words` may be NULL. */
const LexiconEntry *own_words_find(const OwnWords *words, StrView lower);

#endif
