/* Edits as values: an edit owns what the document is not showing, so making, undoing and redoing
 * it are the same swap. Knows nothing of steps and of history. */
#ifndef MODEL_EDIT_H
#define MODEL_EDIT_H

#include "bulletproof/model/document.h"
#include "model/node_table.h"

typedef enum {
    EDIT_SPLICE, /* a range of a field has another text */
    EDIT_CHILD,  /* an item comes into a list or goes out of it */
    EDIT_MOVE,   /* an item stands elsewhere */
} EditKind;

/*             node            the other state
 *   SPLICE    the text's      `other` instead of the `length` bytes at `offset`
 *   CHILD     the list        `item` at `index` if there is one, else without the child there
 *   MOVE      the item        in `list` at `index`
 * Nodes are borrowed: an older edit or the tree keeps them alive. */
typedef struct {
    EditKind kind;
    bool opens_step;  /* the first edit of a step of undo */
    const char *verb; /* for the label: "typing in" */
    Node *node;
    FieldId field;
    size_t offset, length; /* bytes */
    StrBuf other;          /* owned */
    Node *item;            /* owned; NULL while it is in the tree */
    Node *list;
    size_t index;
} Edit;

/* Exchanges the other state and the one that is shown. */
void edit_swap(Edit *edit, NodeTable *table);
void edit_done(Edit *edit);

/* Makes a splice of the same field part of `edit`, which is the last one and is shown: typing that
 * goes on where it ended, or erasing next to what it erased, up to the end of a word. Changes the
 * text and returns true, or leaves all as it is. */
bool edit_extend(Edit *edit, size_t offset, size_t length, StrView text);

/* Where the change that is shown now can be looked at. */
EditPlace edit_place(const Edit *edit);
/* What holds the text or the item. */
const Node *edit_node(const Edit *edit);
void edit_add_label(StrBuf *out, const Edit *edit);

#endif
