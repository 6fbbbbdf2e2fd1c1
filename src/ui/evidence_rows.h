/* The crossing of skills and bullets as rows to choose from: what no bullet shows, what no group
 * lists, and what is both, each with its bullets. */
#ifndef UI_EVIDENCE_ROWS_H
#define UI_EVIDENCE_ROWS_H

#include "ui/editor_state.h"

typedef enum {
    EVIDENCE_LISTED, /* no bullet shows it */
    EVIDENCE_SHOWN,  /* no group lists it */
    EVIDENCE_BOTH,
    EVIDENCE_KINDS,
} EvidenceKind;

EvidenceKind evidence_kind(const Evidence *skill);

/* A heading, a skill or one of its bullets. */
typedef struct {
    EvidenceKind kind;
    const Evidence *skill; /* NULL: the heading of its kind */
    NodeId bullet;         /* 0: the skill itself */
} EvidenceRow;

/* Start with `EvidenceRows rows = {0};`. */
typedef struct {
    EvidenceRow *items; /* owned */
    size_t count, capacity;
} EvidenceRows;

/* The rows that answer to the text typed. */
void evidence_find(const Editor *editor, EvidenceRows *rows);
void evidence_rows_done(EvidenceRows *rows);
/* The index of the row that is chosen; the count when there is none. */
size_t evidence_selected(const Editor *editor, const EvidenceRows *rows);

/* Goes to what is chosen: the bullet, the word in its group. */
bool evidence_take(Editor *editor);
/* The choice goes so many rows down that can be chosen; around the end by one row. */
bool evidence_step(Editor *editor, int rows);

/* Which choice stands on a row of the list on the screen; false where there is none. */
bool evidence_choice_at(const Editor *editor, int row, size_t *choice);

void evidence_draw(const Editor *editor, Area area, Surface *surface);

#endif
