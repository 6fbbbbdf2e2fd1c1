/* The inside of a node, for the model alone: what a document changes in its tree. */
#ifndef MODEL_NODE_INSIDE_H
#define MODEL_NODE_INSIDE_H

#include "bulletproof/model/node.h"

struct Node {
    NodeKind kind;
    NodeId id;       /* 0 until a document has it */
    uint32_t origin; /* the store's */
    Node *parent;    /* borrowed; NULL while it stands alone */
    size_t index;    /* among the parent's children */
    Node **children; /* owned */
    size_t count, capacity;
    StrBuf *texts; /* owned; one a field, in the order of kind_fields */
};

/* Gives `child` to `parent` at `index` <= count. */
void node_attach(Node *parent, size_t index, Node *child);
/* Takes `child` from its parent; the caller owns it then. */
void node_detach(Node *child);
/* The text itself. NULL when the kind has no such field. Borrowed. */
StrBuf *node_buffer(const Node *node, FieldId field);

#endif
