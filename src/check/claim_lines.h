/* The lines of rules/claims.txt: what a resume claims, and the words that stand behind it. */
#ifndef CHECK_CLAIM_LINES_H
#define CHECK_CLAIM_LINES_H

#include <stdbool.h>

#include "bulletproof/base/strview.h"

/* "KIND PHRASE; PHRASE … | STEMS" */
typedef struct {
    StrView kind, head, stems;
} ClaimLine;

/* The whole file, to be read line by line. */
StrView claim_lines(void);
/* Takes the next line that is none of a comment off `rest`. False when none is left. */
bool claim_next_line(StrView *rest, ClaimLine *line);
/* Takes the next phrase off a head. False when none is left. */
bool claim_next_phrase(StrView *head, StrView *phrase);

#endif
