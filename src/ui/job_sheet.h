/* The job description in hand, and how the resume compares with it. Knows no screen. */
#ifndef UI_JOB_SHEET_H
#define UI_JOB_SHEET_H

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/match/match.h"
#include "bulletproof/model/document.h"

/* Start with `JobSheet sheet = {0};`: no job description. */
typedef struct {
    StrBuf name, text; /* the text as it was read; empty: none in hand */
    Job job;           /* borrows from the text */
    Match match;
    Node *variant_root; /* owned; what was compared when a variant is in hand; NULL: the document */
    NodeId variant;     /* that was compared; 0: the whole resume */
    uint64_t revision;  /* of the document that was compared */
    bool is_compared;
    MatchMemory *memory; /* owned; NULL until something is compared */
    Arena job_arena, match_arena;
} JobSheet;

/* Takes another text in hand; both are copied. */
void job_sheet_set(JobSheet *sheet, const char *name, StrView text);
/* Compares anew when the document or the variant (NULL: the whole resume) is another one than was
 * compared. */
void job_sheet_settle(JobSheet *sheet, const Document *document, const Node *variant);
void job_sheet_done(JobSheet *sheet);

#endif
