/* What a job description asks for, as rows to choose from, and what the resume says of each. */
#ifndef UI_JOB_ROWS_H
#define UI_JOB_ROWS_H

#include "ui/editor_state.h"

/* One of these; a heading cannot be chosen. */
typedef struct {
    const char *heading;
    const MatchRow *asked;
    const JobTerm *unwanted;
    const MatchExtra *extra;
    const JobFact *fact;
} JobRow;

/* Start with `JobRows rows = {0};`. */
typedef struct {
    JobRow *items; /* owned */
    size_t count, capacity;
} JobRows;

/* The rows that answer to the text typed. */
void job_rows_find(const Editor *editor, JobRows *rows);
void job_rows_done(JobRows *rows);
/* The index of the row that is chosen; the count when there is none. */
size_t job_rows_selected(const Editor *editor, const JobRows *rows);
/* The name of what the row is about. */
const char *job_row_name(const JobRow *row);
/* What the row says of a fact: the vacancy's words, and whether the resume names it. */
void job_row_add_fact(StrBuf *out, const Editor *editor, const JobFact *fact);

/* No text is in hand: what is pasted is one. */
bool job_is_awaited(const Editor *editor);
/* Whether what is pasted is a job description, not a few letters to find a row by. */
bool job_is_pasted(const Editor *editor, StrView foreign);
/* Compares with what was pasted, and asks for it to be kept. */
void job_paste(Editor *editor, StrView foreign);

/* Goes to what is chosen: the bullet, the word in its group. */
bool job_take(Editor *editor);
/* Writes it as the employer does, where the resume says it in other words. */
bool job_respell(Editor *editor);
/* Whether there is something to respell in the row that is chosen. */
bool job_can_respell(const Editor *editor);
/* The choice goes so many rows down that can be chosen; around the end by one row. */
bool job_step(Editor *editor, int rows);

/* Which choice stands on a row of the list on the screen; false where there is none. */
bool job_choice_at(const Editor *editor, int row, size_t *choice);

void job_draw(const Editor *editor, Area area, Surface *surface);

#endif
