/* What a word of a command line may become: from the tables of commands and options, and from what
 * they name (codes, topics, themes, variants). Knows no shell. */
#ifndef APP_COMPLETE_H
#define APP_COMPLETE_H

#include "app/cli.h"

typedef enum {
    COMPLETE_NOTHING, /* but what is listed, if anything */
    COMPLETE_FILES,   /* and files besides */
    COMPLETE_FOLDERS,
} CompleteKind;

/* Appends what the last of `words` may become, a line each: the word, a tab, and what it means
 * where that is told. The words are those behind the program's name; there is at least one. */
CompleteKind complete_words(StrBuf *out, int count, char *words[]);

/* Whether what `placeholder` stands for in help ("FILE", "THEME") is known. */
bool complete_knows(StrView placeholder);
/* Takes the next placeholder off the operands of a command: "FILE|- [NAME]" are FILE and NAME.
 * `is_endless` tells of the last one that it may come again. False when none is left. */
bool complete_next_operand(StrView *operands, StrView *placeholder, bool *is_endless);

#endif
