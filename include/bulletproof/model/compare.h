/* Two or three trees of one resume, compared by their items: what differs, what comes of two
 * people's changes. The trees come from different readings, so items are known by what they say.
 * Knows no file. */
#ifndef BULLETPROOF_MODEL_COMPARE_H
#define BULLETPROOF_MODEL_COMPARE_H

#include <stddef.h>

#include "bulletproof/model/node.h"

typedef enum {
    DIFFERENCE_CHANGED, /* a text: `field` of both */
    DIFFERENCE_ADDED,   /* an item: `before` is NULL */
    DIFFERENCE_REMOVED, /* an item: `after` is NULL */
    DIFFERENCE_MOVED,   /* an item stands elsewhere in its list */
} DifferenceKind;

typedef struct {
    DifferenceKind kind;
    const Node *before, *after; /* borrowed from the trees */
    FieldId field;
} Difference;

/* Start with `DifferenceList list = {0};`. */
typedef struct {
    Difference *items; /* owned */
    size_t count, capacity;
} DifferenceList;

/* Appends what differs, in the order of `after`. */
void differences_find(DifferenceList *out, const Node *before, const Node *after);
void differences_done(DifferenceList *list);

/* What two have made of one resume, each on their own. */
typedef struct {
    const Node *base, *mine, *theirs;
} MergeInput;

/* A tree with the changes of both; owned by the caller. Nothing of either goes: a text item that
 * both changed is there twice, one that was removed here and changed there stays, and so does what
 * both added. Only a field can have but one text: it is `mine`, and the difference from theirs
 * (before) to mine (after) is appended to `conflicts`, as are the items that are there twice or
 * stay. */
Node *resume_merge(const MergeInput *input, DifferenceList *conflicts);

#endif
