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

size_t lexicon_apostrophe(StrView text, size_t offset)
{
    static const char curly[] = {'\xE2', '\x80', '\x99'};
    if (offset < text.length && text.data[offset] == '\'') {
        return 1;
    }
    bool has_room = offset + sizeof(curly) <= text.length;
    return has_room && memcmp(text.data + offset, curly, sizeof(curly)) == 0 ? sizeof(curly) : 0;
}

StrView lexicon_lower(StrView word, Arena *arena)
{
    char *copy = arena_copy(arena, word);
    size_t length = 0;
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.data[i];
        size_t apostrophe = lexicon_apostrophe(word, i);
        if (apostrophe > 0) {
            byte = '\'';
            i += apostrophe - 1;
        } else if (byte >= 'A' && byte <= 'Z') {
            byte = (char)(byte + ('a' - 'A'));
        }
        copy[length++] = byte;
    }
    return view_make(copy, length);
}

const char *lexicon_word(const LexiconEntry *entry)
{
    return lexicon_words[entry->place / LEXICON_PIECE] + entry->place % LEXICON_PIECE;
}

const LexiconEntry *lexicon_find(StrView lower)
{
    uint32_t mask = lexicon_slot_count - 1;
    for (uint32_t slot = word_hash(lower) & mask; lexicon_slots[slot] > 0;
         slot = (slot + 1) & mask) {
        const LexiconEntry *entry = &lexicon_entries[lexicon_slots[slot] - 1];
        if (entry->length == lower.length &&
            memcmp(lexicon_word(entry), lower.data, lower.length) == 0) {
            return entry;
        }
    }
    return NULL;
}

const Technology *lexicon_technology(uint16_t index)
{
    return &lexicon_technologies[index - 1];
}

size_t lexicon_technology_count(void)
{
    return lexicon_technologies_count;
}
