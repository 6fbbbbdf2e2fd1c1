/* A line that is typed to find or name something: its text and its cursor, and what it is typed
 * for. Every step is a whole grapheme. Knows no screen. */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/strbuf.h"

typedef enum {
    PROMPT_NONE,
    PROMPT_PALETTE,      /* a command, or a place */
    PROMPT_PLACES,       /* a section or an entry */
    PROMPT_EVIDENCE,     /* a skill or a bullet that shows one */
    PROMPT_JOB,          /* a term of the job description */
    PROMPT_JOBS,         /* one of the saved job descriptions, or the path of another */
    PROMPT_JOB_NAME,     /* another name for one */
    PROMPT_VARIANTS,     /* a variant, or the name of a new one */
    PROMPT_VARIANT_NAME, /* another name for one */
    PROMPT_TAGS,         /* a tag of what is in hand, or a new one */
    PROMPT_WEB_FORM,     /* a field to be copied for a form on the web */
    PROMPT_SEARCH,       /* words in the resume */
    PROMPT_REPLACE,      /* the words to be replaced */
    PROMPT_REPLACEMENT,  /* what comes in their place */
    PROMPT_REPLACING,    /* nothing is typed: it is asked at each match */
    PROMPT_IMPORT,       /* the file to import */
    PROMPT_KINDS,
} PromptKind;

/* Start with `Prompt prompt = {0};`. */
typedef struct {
    PromptKind kind;
    StrBuf text;
    size_t cursor;   /* bytes */
    size_t selected; /* among what was found */
} Prompt;

/* Words are looked for in the resume. */
bool prompt_is_search(const Prompt *prompt);
/* It takes one line, and the resume stays in sight. */
bool prompt_is_line(const Prompt *prompt);

void prompt_open(Prompt *prompt, PromptKind kind);
void prompt_close(Prompt *prompt);
void prompt_done(Prompt *prompt);

/* Puts what comes from outside at the cursor, cleaned. */
void prompt_insert(Prompt *prompt, StrView foreign);
/* False at the line's edge. */
bool prompt_left(Prompt *prompt);
bool prompt_right(Prompt *prompt);
bool prompt_erase_left(Prompt *prompt);
bool prompt_erase_right(Prompt *prompt);
bool prompt_erase_word(Prompt *prompt);
void prompt_erase_all(Prompt *prompt);
/* The row that a list begins with on a screen that shows `rows` of it: the one chosen is seen. */
size_t prompt_top(size_t selected, int rows);
/* The choice among `count` goes `rows` down, around the end by one row. False when there is
 * none. */
bool prompt_step(Prompt *prompt, size_t count, int rows);

#endif
