/* Three trees of one resume, for the application: what was, what is in hand, what another made. */
#ifndef APP_APP_COMPARE_H
#define APP_APP_COMPARE_H

#include "app/app_inside.h"
#include "bulletproof/model/compare.h"

/* Start with `Trio trio = {0};`. */
typedef struct {
    Node *base;     /* owned: what both started from */
    Document *mine; /* owned */
    Node *theirs;   /* owned */
    Node *merged;   /* owned: both; NULL until trio_merge */
    DifferenceList conflicts;
} Trio;

void trio_done(Trio *trio);
void trio_merge(Trio *trio);
/* Lines: what merging changes in theirs, then what both have changed. */
void trio_describe(StrBuf *out, const Trio *trio);

/* The resume that a text of the file in hand says; owned by the caller; NULL when it is none. */
Node *app_read_tree(const App *app, StrView text, Diag *diag);

/* Shows what the edits that were found, or another program, would change. */
void app_recovery_show(App *app);
void app_change_show(App *app);

#endif
