/* Random walks over a document, for tests: every kind of edit, groups, seals, undo and redo. */
#ifndef TESTS_UNIT_WALK_H
#define TESTS_UNIT_WALK_H

#include "bulletproof/model/document.h"

/* A sequence of its own per seed (xorshift32), the same on every machine. */
typedef struct {
    uint32_t state;
} Dice;

Dice dice_new(unsigned seed);
/* From 0 to sides - 1. */
size_t dice_throw(Dice *dice, size_t sides);

/* Does something to a node picked at random. `depth` counts the groups that are open. */
void walk_step(Document *doc, Dice *dice, unsigned *depth);
/* Kinds, ids, origins and texts of the whole tree. */
void walk_dump(StrBuf *out, const Node *root);

#endif
