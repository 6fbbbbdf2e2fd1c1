/* Adding, splitting, joining, moving and removing what stands in lists: bullets, words, entries.
 * Each call is one step of undo and leaves the cursor where the writer would go on. */
#ifndef UI_ITEM_EDIT_H
#define UI_ITEM_EDIT_H

#include <stdbool.h>

#include "bulletproof/model/document.h"
#include "bulletproof/ui/editor.h"

/* Whether `node` is a plain string in a list. */
bool item_is_text(const Node *node);
/* The bullet, word or entry that the place belongs to; NULL outside of lists. */
const Node *item_at(const Document *doc, Place place);

/* A new item where the list ends. */
void item_append(Document *doc, Place *place, const Node *list);
/* A new item of the same list below `item`. */
void item_add_below(Document *doc, Place *place, const Node *item);
/* Cuts a plain string in two at the cursor. */
void item_split(Document *doc, Place *place);
/* Joins a plain string with the one before; false when there is none. */
bool item_join_before(Document *doc, Place *place);
bool item_join_after(Document *doc, Place *place);
/* Takes `item` out; the cursor goes to a neighbour, else to the list. */
void item_remove(Document *doc, Place *place, const Node *item);
/* One place up (-1) or down (1) in its list; false at the end of it. */
bool item_move(Document *doc, const Node *item, int step);
/* One line goes to the cursor; several are items below the plain string in hand, which takes the
 * first of them when it is empty. */
bool item_paste(Document *doc, Place *place, StrView foreign);

#endif
