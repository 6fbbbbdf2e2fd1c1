/* A text cut into words and marks, with the lines and sentences they stand in. Knows no meaning. */
#ifndef MATCH_WORDS_H
#define MATCH_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strview.h"

/* The mark of a number or a letter before an item of a list: "1.", "b)", "M2.", "(iv)", "5.1". */
#define JOB_MARK_NUMBER '1'
/* A picture before a line, an item's or a heading's; a cross before what is not wanted. */
#define JOB_MARK_PICTURE 'p'
#define JOB_MARK_CROSS   'x'

typedef struct {
    size_t start, end; /* bytes of the text */
    size_t line;       /* from 1 */
    StrView lower;     /* of a word: in lower case */
    char mark;         /* of punctuation; 0: a word. Dashes are '-', bullets '*', line ends '\n' */
    char join;         /* parts a word from the word before: ' ', '-', '/'; 0: a mark does */
    bool is_capital;   /* begins with a capital */
    bool is_upper;     /* has no small letter */
    bool is_owner;     /* 's was cut off */
} JobToken;

typedef struct {
    StrView text;
    JobToken *items; /* in the arena */
    size_t count;
} JobTokens;

/* A line that goes on in the next one (text wrapped by hand) has no '\n' between. */
JobTokens job_tokens_read(StrView text, Arena *arena);

bool job_token_is(const JobToken *token, const char *word);
/* '.', '!', '?' and line ends. */
bool job_token_ends_sentence(const JobToken *token);

#endif
