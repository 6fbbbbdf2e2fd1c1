/* Random walks over a document, for tests: every kind of edit, groups, seals, undo and redo. */
#ifndef TESTS_UNIT_WALK_H
#define TESTS_UNIT_WALK_H

#include "bulletproof/model/document.h"
#include "dice.h"

/* Does something to a node picked at random. `depth` counts the groups that are open. */
void walk_step(Document *doc, Dice *dice, unsigned *depth);
/* Kinds, ids, origins and texts of the whole tree. */
void walk_dump(StrBuf *out, const Node *root);

#endif
