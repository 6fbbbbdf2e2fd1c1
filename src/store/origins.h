/* Which place of the file's text each node of the resume belongs to, before and after a save. */
#ifndef STORE_ORIGINS_H
#define STORE_ORIGINS_H

#include <stdbool.h>

#include "store/reading.h"
#include "store/want.h"

typedef struct {
    NodeId id;
    uint32_t index; /* of the YAML node */
} OriginRow;

/* Nodes remember the place they were read from. A save makes a new text with other places, and
 * nodes of a document are not the store's to change: from then on this table, by id, tells. */
typedef struct {
    OriginRow *rows; /* owned; sorted by id */
    size_t count, capacity;
    bool is_by_id;
} Origins;

/* What the two take from: the text read last, and the table. */
typedef struct {
    const Reading *reading;
    const Origins *origins;
} OriginSource;

/* NULL when the node is new. `context` is an OriginSource. */
const YamlNode *origins_find(const void *context, const Node *node);
const YamlNode *origins_find_record(const void *context, const Node *bullet);
/* `root` was saved, and `saved` read back from what was written: equal trees. */
void origins_renew(Origins *origins, const Node *root, const Node *saved);
void origins_done(Origins *origins);

#endif
