#include "model/node_table.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"

static void push(NodeTable *table, Node *node)
{
    table->nodes = vector_grow(table->nodes, table->count, &table->capacity, sizeof(Node *));
    table->nodes[table->count++] = node;
}

static void enter(NodeTable *table, Node *node)
{
    if (table->count == 0) {
        push(table, NULL); /* id 0 is no node */
    }
    if (node->id == 0) {
        node->id = (NodeId)table->count;
        push(table, node);
    } else {
        table->nodes[node->id] = node;
    }
}

void node_table_add(NodeTable *table, Node *node)
{
    enter(table, node);
    for (size_t i = 0; i < node->count; i++) {
        node_table_add(table, node->children[i]);
    }
}

void node_table_remove(NodeTable *table, const Node *node)
{
    table->nodes[node->id] = NULL;
    for (size_t i = 0; i < node->count; i++) {
        node_table_remove(table, node->children[i]);
    }
}

Node *node_table_find(const NodeTable *table, NodeId id)
{
    return id < table->count ? table->nodes[id] : NULL;
}

void node_table_done(NodeTable *table)
{
    free(table->nodes);
    *table = (NodeTable){0};
}
