/* Misspelt words of one text. Knows no resume. */
#ifndef CHECK_SPELLING_JUDGE_H
#define CHECK_SPELLING_JUDGE_H

#include "bulletproof/check/check.h"

#define SPELLING_MESSAGE "Spelling: did you mean \"%s\"?"

/* A text that is gone through word by word. Start with its text, its extras and its arena. */
typedef struct {
    StrView text;
    size_t cursor; /* the word that ends there is still being written; 0: none */
    const CheckExtras *extras;
    Arena *arena;
    size_t offset;  /* gone through so far */
    bool is_judged; /* it was found to be English */
} SpellingPass;

/* A word that no dictionary has, and that is one slip away from another. */
typedef struct {
    size_t start, end;   /* bytes */
    const char *message; /* in the arena */
} MisspeltWord;

/* Finds the next misspelt word, where there is a dictionary and most of the words are English. */
bool spelling_next_fault(SpellingPass *pass, MisspeltWord *fault);

/* Whether the word that ends at `cursor` may be misspelt: it is passed over while it is being
 * written. */
bool spelling_is_open(StrView text, size_t cursor, const CheckExtras *extras);

#endif
