/* The compiled word data: an open-addressed hash table, the technologies, the irregular verbs.
 * The large tables hold numbers, no pointers: those would have to be put right at every start, and
 * the pages with them would be no longer those of the file. */
#ifndef LEXICON_LEXICON_TABLE_H
#define LEXICON_LEXICON_TABLE_H

#include "bulletproof/lexicon/lexicon.h"

/* A verb whose past tense follows no rule. */
typedef struct {
    const char *base, *past;
} IrregularVerb;

enum { LEXICON_PIECE = 4000 }; /* bytes; a string of C may have 4095 */

/* slots ──► entries ──► words */
extern const uint16_t lexicon_slots[];    /* number + 1 of an entry; 0: free */
extern const uint32_t lexicon_slot_count; /* a power of two */
extern const LexiconEntry lexicon_entries[];
extern const char lexicon_words[][LEXICON_PIECE];
extern const Technology lexicon_technologies[];
extern const size_t lexicon_technologies_count;
extern const IrregularVerb lexicon_irregulars[]; /* in the order of rules/words */
extern const size_t lexicon_irregulars_count;

#endif
