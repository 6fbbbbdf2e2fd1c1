/* Which bullets show which skills: what the groups list, and what bullets use without a group that
 * lists it. Knows no screen. */
#ifndef BULLETPROOF_CHECK_EVIDENCE_H
#define BULLETPROOF_CHECK_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/check/check.h"
#include "bulletproof/model/node.h"

typedef struct {
    const char *name;      /* in the arena: as it is listed, else as its makers write it */
    NodeId listed;         /* where: a word or the name of a group; 0: no group lists it */
    FieldId field;         /* of `listed` */
    bool needs_none;       /* nobody writes a bullet about it */
    const NodeId *bullets; /* in the arena: those that show it, in the order of the resume */
    size_t bullet_count;
} Evidence;

typedef struct {
    const Evidence *items; /* in the arena */
    size_t count;
} EvidenceList;

/* What is listed in the order of the groups, each once; then what bullets use alone, in theirs.
 * Bullets that are hidden show nothing. `extras` may be NULL. */
EvidenceList check_evidence(const Node *root, const CheckExtras *extras, Arena *arena);

#endif
