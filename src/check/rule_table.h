/* The compiled rules of the folder rules, with the sentences that prove them. */
#ifndef CHECK_RULE_TABLE_H
#define CHECK_RULE_TABLE_H

#include "bulletproof/check/check.h"

/* What a sample is: a bullet of a past or a current position, a summary, a resume, or a number of
 * bullets for one page. */
typedef enum {
    SAMPLE_PAST,
    SAMPLE_CURRENT,
    SAMPLE_SUMMARY,
    SAMPLE_RESUME,
    SAMPLE_PAGES,
} SampleKind;

/* A text in which a rule is broken, or is not. */
typedef struct {
    const char *code;
    bool is_failing;
    SampleKind kind;
    Level level; /* of what is no whole resume */
    const char *text;
} RuleSample;

extern const Rule rule_table[]; /* sorted by code */
extern const size_t rule_table_count;
extern const Rule *const rule_list[]; /* pointers to the same */
extern const RuleSample rule_samples[];
extern const size_t rule_sample_count;

/* What makes a claim that wants a particular; words begin as one of these, blanks between them. */
typedef struct {
    const char *code;
    const char *claims; /* what the bullet is about */
    const char *wants;  /* one of these is the particular */
    const char *heads;  /* the claim may stand before one of these nouns */
    const char *spares; /* a bullet with one of these is left alone */
} Specific;

extern const Specific specifics[];
extern const size_t specific_count;

/* What to ask about an empty slot, by what the bullet is about. */
typedef struct {
    Slot slot;
    const char *words; /* blanks between them, lower case; "" for any bullet */
    const char *text;
} TopicQuestion;

extern const TopicQuestion topic_questions[]; /* the first that fits is asked */
extern const size_t topic_question_count;

typedef struct {
    const char *wrong, *right; /* lower case */
} Misspelling;

extern const Misspelling misspellings[]; /* sorted by the wrong form */
extern const size_t misspelling_count;

enum { STRONGER_VERBS = 4 };

typedef struct {
    const char *base, *past; /* NULL behind the last */
} StrongerVerb;

/* Verbs for what a sentence is about; what it is about, by the beginning of a word. */
typedef struct {
    StrongerVerb verbs[STRONGER_VERBS];
} StrongerRow;

typedef struct {
    const char *text; /* "@api": a category of technologies */
    bool is_whole;    /* all of the word, not its beginning */
    size_t row;       /* the first that fits is asked about */
} StrongerStem;

extern const StrongerRow stronger_rows[];
extern const size_t stronger_row_count;
extern const StrongerStem stronger_stems[]; /* sorted by their text */
extern const size_t stronger_stem_count;

typedef struct {
    const char *british, *american; /* what the words begin with, lower case */
} VariantPair;

extern const VariantPair variant_pairs[]; /* sorted by the British side */
extern const size_t variant_pair_count;

extern const char *const technical_words[]; /* sorted, lower case */
extern const size_t technical_word_count;

#endif
