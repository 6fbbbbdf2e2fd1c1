/* A bullet cut into words, numbers and marks, with what the lexicon knows of each. Knows no
 * grammar: clauses are sentence.h's. */
#ifndef CHECK_TOKEN_H
#define CHECK_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strview.h"
#include "bulletproof/lexicon/own_words.h"

typedef enum {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_MARK, /* punctuation; `mark` tells which */
} TokenKind;

typedef enum {
    NUMBER_COUNT,
    NUMBER_PERCENT,
    NUMBER_MONEY,
    NUMBER_DURATION,
    NUMBER_BYTES,
    NUMBER_RATE,    /* per second and the like */
    NUMBER_TIMES,   /* 3x */
    NUMBER_VERSION, /* 3.x, v2, 1.2.3 */
    NUMBER_ORDINAL, /* 2nd */
} NumberKind;

typedef struct {
    size_t start, end; /* bytes of the text */
    StrView lower;     /* as looked up: lower case, hyphens of a phrase as blanks */
    TokenKind kind;
    char mark;        /* of a mark; dashes of all lengths are '-', quotes '"' */
    bool is_joined;   /* by a hyphen or a slash to the token before */
    bool is_slashed;  /* by a slash */
    bool is_capital;  /* begins with a capital */
    bool is_acronym;  /* two capitals or more and no small letter */
    bool is_mixed;    /* a capital or a digit inside: "OpenFeature", "k8s" */
    bool is_owner;    /* 's */
    bool is_spelled;  /* a number written as a word */
    bool is_compound; /* a number with a unit joined by a hyphen: "24-hour" */
    uint8_t forms;    /* FORM_… */
    uint16_t technology;
    WordTags tags;
    const char *correction; /* what was meant, of a misspelt word; borrowed */
    bool is_known;          /* the lexicon has it */
    NumberKind number;
    double value; /* of a duration: seconds */
} Token;

typedef struct {
    StrView text;
    const OwnWords *own; /* the user's words; NULL: none */
    Token *items;        /* in the arena */
    size_t count, capacity;
} Tokens;

/* `own` may be NULL. */
Tokens tokens_read(StrView text, const OwnWords *own, Arena *arena);

bool token_has(const Token *token, WordTags any);
/* In line: asked hundreds of times for each word, and most differ in their first letter. */
static inline bool token_is(const Token *token, const char *word)
{
    return token->kind != TOKEN_MARK && token->lower.length > 0 &&
           token->lower.data[0] == word[0] && view_is(token->lower, word);
}
bool token_is_mark(const Token *token, char mark);

#endif
