/* Which items of two lists are one and the same, by what they say: the two come from different
 * readings of a file, so they have no names in common. */
#ifndef MODEL_ALIGN_H
#define MODEL_ALIGN_H

#include "bulletproof/model/node.h"

#define ALIGN_NONE ((size_t)-1)

/* For each item of `list` the index of its partner in `other`, or ALIGN_NONE. Owned by the
 * caller. */
size_t *align_lists(const Node *list, const Node *other);
/* The same the other way round, `count` items of it. Owned by the caller. */
size_t *align_invert(const size_t *partners, size_t count, size_t other_count);
/* Whether partners stand in the same order. */
bool align_is_in_order(const size_t *partners, size_t count);

#endif
