/* The compiled word data: an open-addressed hash table and the technologies. */
#ifndef LEXICON_LEXICON_TABLE_H
#define LEXICON_LEXICON_TABLE_H

#include "bulletproof/lexicon/lexicon.h"

extern const LexiconEntry lexicon_table[]; /* `lexicon_table_size` slots, a power of two */
extern const uint32_t lexicon_table_size;
extern const Technology lexicon_technologies[];
extern const size_t lexicon_technologies_count;

#endif
