/* The compiled word data: an open-addressed hash table, the technologies, the irregular verbs. */
#ifndef LEXICON_LEXICON_TABLE_H
#define LEXICON_LEXICON_TABLE_H

#include "bulletproof/lexicon/lexicon.h"

/* A verb whose past tense follows no rule. */
typedef struct {
    const char *base, *past;
} IrregularVerb;

extern const LexiconEntry lexicon_table[]; /* `lexicon_table_size` slots, a power of two */
extern const uint32_t lexicon_table_size;
extern const Technology lexicon_technologies[];
extern const size_t lexicon_technologies_count;
extern const IrregularVerb lexicon_irregulars[]; /* in the order of rules/words */
extern const size_t lexicon_irregulars_count;

#endif
