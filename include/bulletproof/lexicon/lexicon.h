/* Words and what they are: verbs by what they claim, nouns by what they name, technologies with
 * their canonical spelling. Compiled from rules/words at build time; looked up by hash, nothing
 * to start. Knows no sentence. */
#ifndef BULLETPROOF_LEXICON_LEXICON_H
#define BULLETPROOF_LEXICON_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strview.h"

/* The classes of rules/words, where each is described. */
/* clang-format off */
#define WORD_CLASSES(X) \
    X(VERB) X(MAKE) X(MOVE) X(LOWER) X(RAISE) X(IMPROVE) X(PREVENT) X(ENABLE) X(KEEP) X(ENSURE) \
    X(CHANGE) X(CUSTODIAL) X(LIGHT) X(HELPING) X(USING) X(LEARNING) X(ATTENDING) X(WORKING) \
    X(STATE) X(MENTOR) X(TECHNIQUE) X(CONSEQUENCE) \
    X(NOUN) X(TEAM) X(USERS) X(DEVICE) X(SYSTEM) X(GENERIC) X(PURPOSE) X(MEASURE) X(FAILURE) \
    X(SIZE) X(ACTIVITY) X(ARTEFACT) X(DEED) X(UPKEEP) X(DOMAIN) X(NOT_TECHNIQUE) X(MECHANISM) \
    X(BASIC) X(METHOD) \
    X(DETERMINER) X(FIRST_PERSON) X(PRONOUN) X(AUXILIARY) X(PREPOSITION) X(CONJUNCTION) \
    X(NEGATION) X(ADVERB) X(ADJECTIVE) X(FREQUENCY) X(QUANTITY) X(MANY) X(BOUND) X(COMPARATIVE) \
    X(TIME) X(UNIT) X(RATE) X(NUMBER) X(BUZZWORD) X(VAGUE) \
    X(TECHNOLOGY) X(GENERIC_TECHNOLOGY) X(CAPITAL)
/* clang-format on */

typedef enum {
#define X(name) WORD_BIT_##name,
    WORD_CLASSES(X)
#undef X
        WORD_BIT_COUNT
} WordBit;

typedef uint64_t WordTags;
#define WORD(name) ((WordTags)1 << WORD_BIT_##name)

/* Which form of a verb or noun an entry is, and whether a longer phrase begins with it. */
enum {
    FORM_BASE = 1,
    FORM_THIRD = 2, /* third person */
    FORM_PAST = 4,  /* past tense or past participle */
    FORM_GERUND = 8,
    FORM_SINGULAR = 16,
    FORM_PLURAL = 32,
    FORM_PHRASE_START = 64,
};

typedef struct {
    WordTags tags;
    uint32_t place;      /* of the word, for lexicon_word() */
    uint16_t technology; /* index + 1 into the technologies; 0: none */
    uint8_t forms;
    uint8_t length; /* bytes */
} LexiconEntry;

/* Bytes of the apostrophe at `offset` of `text`, plain or typographic; 0: there is none. */
size_t lexicon_apostrophe(StrView text, size_t offset);
/* A word as it is looked up: its Latin capitals small, its apostrophes plain. In the arena. */
StrView lexicon_lower(StrView word, Arena *arena);
/* NULL when the word is not known. `lower` is in lower case. */
const LexiconEntry *lexicon_find(StrView lower);
/* The word of an entry that lexicon_find() gave: lower case, words of a phrase parted by one blank.
 * Borrowed for the life of the program. */
const char *lexicon_word(const LexiconEntry *entry);

typedef enum {
    TECHNOLOGY_LANGUAGE,
    TECHNOLOGY_FRAMEWORK,
    TECHNOLOGY_API,
    TECHNOLOGY_DATABASE,
    TECHNOLOGY_MESSAGING,
    TECHNOLOGY_CLOUD,
    TECHNOLOGY_SECURITY,
    TECHNOLOGY_TESTING,
    TECHNOLOGY_OBSERVABILITY,
    TECHNOLOGY_PRACTICES,
    TECHNOLOGY_CATEGORY_COUNT
} TechnologyCategory;

/* A name that resumes and job descriptions use. Borrowed for the life of the program. */
typedef struct {
    const char *name; /* canonical spelling: "PostgreSQL" */
    TechnologyCategory category;
    bool is_generic; /* too common to tell how a thing was done: "REST" */
} Technology;

/* `index` as in a LexiconEntry, at least 1. */
const Technology *lexicon_technology(uint16_t index);
size_t lexicon_technology_count(void);

#endif
