/* The technologies that a resume names, and where. */
#ifndef MATCH_EVIDENCE_H
#define MATCH_EVIDENCE_H

#include <stdbool.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/lexicon/lexicon.h"
#include "bulletproof/match/match.h"

typedef struct {
    const Technology *technology;
    const Node *node;
    FieldId field;    /* that names it … */
    size_t start;     /* … from this byte */
    StrView spelling; /* within the field's text */
    bool is_shown;    /* in a bullet or an entry's own words; else it is only listed */
} Evidence;

typedef struct {
    Evidence *items; /* in the arena, in reading order */
    size_t count, capacity;
} EvidenceList;

/* All below `root`. With a memory (else NULL) only what was changed since the last time is read. */
EvidenceList evidence_collect(const Node *root, MatchMemory *memory, Arena *arena);

#endif
