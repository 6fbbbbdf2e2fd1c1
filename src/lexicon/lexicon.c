#include "bulletproof/lexicon/lexicon.h"

#include <string.h>

#include "lexicon_table.h"

/* The same as in compile.awk, whose numbers are exact up to 2^53. */
static uint32_t word_hash(StrView word)
{
    uint32_t hash = 7;
    for (size_t i = 0; i < word.length; i++) {
        hash = (hash * 31 + (unsigned char)word.data[i]) & 0xFFFFFF;
    }
    return hash;
}

const LexiconEntry *lexicon_find(StrView lower)
{
    uint32_t mask = lexicon_table_size - 1;
    for (uint32_t slot = word_hash(lower) & mask;; slot = (slot + 1) & mask) {
        const LexiconEntry *entry = &lexicon_table[slot];
        if (!entry->word) {
            return NULL;
        }
        if (entry->length == lower.length && memcmp(entry->word, lower.data, lower.length) == 0) {
            return entry;
        }
    }
}

const Technology *lexicon_technology(uint16_t index)
{
    return &lexicon_technologies[index - 1];
}

size_t lexicon_technology_count(void)
{
    return lexicon_technologies_count;
}
