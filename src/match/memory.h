/* What texts named when they were read last. A text is known by its node and field, and only as
 * long as it says the same. */
#ifndef MATCH_MEMORY_H
#define MATCH_MEMORY_H

#include "bulletproof/match/match.h"

/* A name in a text. */
typedef struct {
    const Technology *technology;
    size_t start, end; /* bytes of the text */
} Named;

typedef struct {
    NodeId node;
    FieldId field;
    uint64_t hash; /* of the text */
    size_t length; /* of the text, bytes */
    const Named *named;
    size_t count; /* of names */
} KnownText;

/* A pass over all texts begins: what is not asked for during it is forgotten with the next. */
void memory_begin(MatchMemory *memory);
/* What the text named, when it says the same as then; NULL: it must be read. */
const KnownText *memory_find(MatchMemory *memory, const Node *node, FieldId field, StrView text);
/* Keeps what it names; the names are copied. */
void memory_add(MatchMemory *memory, const KnownText *known);
/* The key of a text, without names. */
KnownText memory_key(const Node *node, FieldId field, StrView text);

#endif
