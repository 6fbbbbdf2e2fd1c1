/* One piece of a resume: a kind, texts, children. Reading is for everyone; changing a node that
 * is in a document is the document's alone. Texts are valid, NFC, control-free UTF-8. */
#ifndef BULLETPROOF_MODEL_NODE_H
#define BULLETPROOF_MODEL_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/kind.h"

/* Never used twice in a document; 0 is no node. Survives undo, moves and redo. */
typedef uint32_t NodeId;

typedef struct Node Node;

/* With all fixed children, empty. Owned by the caller until it is given to a parent. */
Node *node_new(NodeKind kind);
/* A copy of the whole subtree, ids and origins cleared. Owned by the caller. */
Node *node_copy(const Node *node);
void node_free(Node *node);

/* Builders, for trees that are not in a document yet. `text` is copied. */
void node_set(Node *node, FieldId field, StrView text);
/* Gives `item` to the list. Returns it, borrowed. */
Node *node_append(Node *list, Node *item);
/* Where the store found it: an index of the store's own, 0 for none. Kept through moves. */
void node_set_origin(Node *node, uint32_t origin);

NodeKind node_kind(const Node *node);
NodeId node_id(const Node *node);
uint32_t node_origin(const Node *node);
const Node *node_parent(const Node *node); /* NULL for a root */
size_t node_count(const Node *node);       /* children */
const Node *node_child(const Node *node, size_t index);
/* The fixed child of that kind; NULL when the kind has none. */
const Node *node_part(const Node *node, NodeKind kind);
Node *node_part_mutable(Node *node, NodeKind kind);
/* The program's own settings in the RESUME `root`: meta.bulletproof. */
const Node *node_settings(const Node *root);
/* Index among its siblings. */
size_t node_index(const Node *node);
/* Whether `node` is `ancestor` or anything below it; NULL is within nothing. */
bool node_is_within(const Node *node, const Node *ancestor);
/* The nearest node of `kind` at or above `node`, or NULL. */
const Node *node_above(const Node *node, NodeKind kind);

/* Borrowed, valid until the field changes; "" when empty or when the kind has no such field. */
const char *node_text(const Node *node, FieldId field);
StrView node_view(const Node *node, FieldId field);
bool node_has(const Node *node, FieldId field);
/* Whether it is kept off the page, by itself or with what it is in. */
bool node_is_hidden(const Node *node);
/* No text anywhere below. */
bool node_is_blank(const Node *node);
/* Same kind, texts and children; ids and origins do not count. */
bool node_equal(const Node *a, const Node *b);

/* The next node in reading order within the subtree of `root`, NULL after the last. Start with
 * node = root. */
const Node *node_next(const Node *node, const Node *root);

/* Appends the path as reports write it: "work[0].highlights[2]". */
void node_add_path(StrBuf *out, const Node *node);
/* The node of such a path below `root`, NULL when there is none. "" is the root itself. */
const Node *node_at_path(const Node *root, StrView path);

#endif
