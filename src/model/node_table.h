/* The nodes that are in the tree now, by id. Gives out ids and never takes one back. */
#ifndef MODEL_NODE_TABLE_H
#define MODEL_NODE_TABLE_H

#include "model/node_inside.h"

/* Start with `NodeTable table = {0};`. */
typedef struct {
    Node **nodes; /* owned array of borrowed nodes; NULL where the node is out of the tree */
    size_t count, capacity;
} NodeTable;

/* Enters a whole subtree; nodes that are new get their ids. */
void node_table_add(NodeTable *table, Node *node);
/* Forgets a whole subtree; its nodes keep their ids. */
void node_table_remove(NodeTable *table, const Node *node);
/* NULL when no such node is in the tree. */
Node *node_table_find(const NodeTable *table, NodeId id);
void node_table_done(NodeTable *table);

#endif
