/* A document's past: edits in order, in steps, of which the first `done` are shown.
 *
 *     edits   [ a | b b | c ]  d | e e          | opens a step
 *                            ^ done    ^ count
 *
 * Knows how steps begin and end; what an edit is, it leaves to the edit. */
#ifndef MODEL_HISTORY_H
#define MODEL_HISTORY_H

#include "model/edit.h"

/* Start with `History history = {0};`. */
typedef struct {
    Edit *edits; /* owned */
    size_t done, count, capacity;
    size_t saved;    /* `done` when the file was saved; HISTORY_NOWHERE when that state is lost */
    unsigned depth;  /* of groups */
    bool has_opened; /* the group in hand has its first edit */
    bool is_sealed;  /* the last edit takes nothing more */
} History;

#define HISTORY_NOWHERE ((size_t)-1)

/* Takes the edit as the last one, forgetting what was undone. Borrowed until the next call. */
Edit *history_add(History *history, Edit edit);
/* The last edit, if what is typed next may join it, else NULL. */
Edit *history_open_edit(const History *history);

void history_begin(History *history);
void history_end(History *history);
void history_seal(History *history);
void history_mark_saved(History *history);

/* The step before `done` is [history_step_start, done), the one after it [done, history_step_end).
 */
size_t history_step_start(const History *history);
size_t history_step_end(const History *history);
/* The edit that names the step [start, end); NULL when there is none. */
const Edit *history_lead(const History *history, size_t start, size_t end);
/* What the edits [start, end) do, in words; NULL when there are none. Held by `out`. */
const char *history_label(const History *history, size_t start, size_t end, StrBuf *out);

void history_done(History *history);

#endif
