#include "model/node_inside.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"

static size_t field_count(NodeKind kind)
{
    size_t count;
    kind_fields(kind, &count);
    return count;
}

static Node *node_bare(NodeKind kind)
{
    Node *node = xalloc(sizeof(*node));
    node->kind = kind;
    node->texts = xalloc(field_count(kind) * sizeof(*node->texts));
    return node;
}

Node *node_new(NodeKind kind)
{
    Node *node = node_bare(kind);
    size_t parts;
    const NodeKind *part = kind_children(kind, &parts);
    for (size_t i = 0; i < parts; i++) {
        node_attach(node, i, node_new(part[i]));
    }
    return node;
}

Node *node_copy(const Node *node)
{
    Node *copy = node_bare(node->kind);
    for (size_t i = 0; i < field_count(node->kind); i++) {
        if (node->texts[i].length > 0) {
            strbuf_add_view(&copy->texts[i], strbuf_view(&node->texts[i]));
        }
    }
    for (size_t i = 0; i < node->count; i++) {
        node_attach(copy, i, node_copy(node->children[i]));
    }
    return copy;
}

void node_free(Node *node)
{
    if (!node) {
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        node_free(node->children[i]);
    }
    for (size_t i = 0; i < field_count(node->kind); i++) {
        strbuf_done(&node->texts[i]);
    }
    free(node->children);
    free(node->texts);
    free(node);
}

/* Tells the children from `first` on where they are. */
static void renumber(Node *parent, size_t first)
{
    for (size_t i = first; i < parent->count; i++) {
        parent->children[i]->index = i;
    }
}

void node_attach(Node *parent, size_t index, Node *child)
{
    assert(index <= parent->count && !child->parent);
    parent->children =
        vector_grow(parent->children, parent->count, &parent->capacity, sizeof(Node *));
    Node **slot = &parent->children[index];
    memmove(slot + 1, slot, (parent->count - index) * sizeof(Node *));
    *slot = child;
    parent->count++;
    child->parent = parent;
    renumber(parent, index);
}

void node_detach(Node *child)
{
    Node *parent = child->parent;
    Node **slot = &parent->children[child->index];
    parent->count--;
    memmove(slot, slot + 1, (parent->count - child->index) * sizeof(Node *));
    renumber(parent, child->index);
    child->parent = NULL;
    child->index = 0;
}

void node_set(Node *node, FieldId field, StrView text)
{
    StrBuf *buffer = node_buffer(node, field);
    assert(buffer);
    if (buffer->length > 0 || text.length > 0) {
        strbuf_splice(buffer, 0, buffer->length, text);
    }
}

Node *node_append(Node *list, Node *item)
{
    assert(kind_info(list->kind)->shape == SHAPE_LIST);
    assert(kind_info(list->kind)->item == item->kind);
    node_attach(list, list->count, item);
    return item;
}

void node_set_origin(Node *node, uint32_t origin)
{
    node->origin = origin;
}

NodeKind node_kind(const Node *node)
{
    return node->kind;
}

NodeId node_id(const Node *node)
{
    return node->id;
}

uint32_t node_origin(const Node *node)
{
    return node->origin;
}

const Node *node_parent(const Node *node)
{
    return node->parent;
}

size_t node_count(const Node *node)
{
    return node->count;
}

const Node *node_child(const Node *node, size_t index)
{
    assert(index < node->count);
    return node->children[index];
}

/* Fixed children come in few; the items of a list are no parts. */
static Node *find_part(const Node *node, NodeKind kind)
{
    size_t parts = kind_info(node->kind)->shape == SHAPE_LIST ? 0 : node->count;
    for (size_t i = 0; i < parts; i++) {
        if (node->children[i]->kind == kind) {
            return node->children[i];
        }
    }
    return NULL;
}

const Node *node_part(const Node *node, NodeKind kind)
{
    return find_part(node, kind);
}

Node *node_part_mutable(Node *node, NodeKind kind)
{
    return find_part(node, kind);
}

const Node *node_settings(const Node *root)
{
    return node_part(node_part(root, NODE_META), NODE_SETTINGS);
}

size_t node_index(const Node *node)
{
    return node->index;
}

bool node_is_within(const Node *node, const Node *ancestor)
{
    while (node && node != ancestor) {
        node = node->parent;
    }
    return node != NULL;
}

const Node *node_above(const Node *node, NodeKind kind)
{
    while (node && node->kind != kind) {
        node = node->parent;
    }
    return node;
}

StrBuf *node_buffer(const Node *node, FieldId field)
{
    size_t count;
    const FieldInfo *rows = kind_fields(node->kind, &count);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].field == field) {
            return &node->texts[i];
        }
    }
    return NULL;
}

const char *node_text(const Node *node, FieldId field)
{
    const StrBuf *buffer = node_buffer(node, field);
    return buffer ? strbuf_text(buffer) : "";
}

StrView node_view(const Node *node, FieldId field)
{
    const StrBuf *buffer = node_buffer(node, field);
    return buffer ? strbuf_view(buffer) : view_of("");
}

bool node_has(const Node *node, FieldId field)
{
    return node_view(node, field).length > 0;
}

static bool has_text(const Node *node)
{
    for (size_t i = 0; i < field_count(node->kind); i++) {
        if (node->texts[i].length > 0) {
            return true;
        }
    }
    return false;
}

bool node_is_hidden(const Node *node)
{
    for (; node; node = node_parent(node)) {
        if (node_has(node, FIELD_HIDDEN) || node_has(node, FIELD_OFF_PAGE)) {
            return true;
        }
    }
    return false;
}

bool node_is_blank(const Node *node)
{
    const Node *below = node;
    while (below && !has_text(below)) {
        below = node_next(below, node);
    }
    return !below;
}

static bool texts_equal(const Node *a, const Node *b)
{
    for (size_t i = 0; i < field_count(a->kind); i++) {
        if (!view_equal(strbuf_view(&a->texts[i]), strbuf_view(&b->texts[i]))) {
            return false;
        }
    }
    return true;
}

bool node_equal(const Node *a, const Node *b)
{
    if (a->kind != b->kind || a->count != b->count || !texts_equal(a, b)) {
        return false;
    }
    for (size_t i = 0; i < a->count; i++) {
        if (!node_equal(a->children[i], b->children[i])) {
            return false;
        }
    }
    return true;
}

const Node *node_next(const Node *node, const Node *root)
{
    if (node->count > 0) {
        return node->children[0];
    }
    while (node != root && node->index + 1 == node->parent->count) {
        node = node->parent;
    }
    return node == root ? NULL : node->parent->children[node->index + 1];
}

void node_add_path(StrBuf *out, const Node *node)
{
    const Node *parent = node->parent;
    if (!parent) {
        return;
    }
    node_add_path(out, parent);
    if (kind_info(parent->kind)->shape == SHAPE_LIST) {
        strbuf_addf(out, "[%zu]", node->index);
        return;
    }
    if (parent->parent) {
        strbuf_add_char(out, '.');
    }
    strbuf_add(out, kind_info(node->kind)->key);
}

/* "[12]" at the start of `path`: the item of that index, NULL when it is none. */
static const Node *item_at(const Node *list, StrView *path)
{
    size_t end = view_find(*path, ']'), index = 0;
    for (size_t i = 1; i < end && index < list->count; i++) {
        char digit = path->data[i];
        index = digit >= '0' && digit <= '9' ? index * 10 + (size_t)(digit - '0') : list->count;
    }
    bool is_there = end > 1 && end < path->length && index < list->count;
    *path = view_slice(*path, end + 1, path->length);
    return is_there ? list->children[index] : NULL;
}

static const Node *part_at(const Node *parent, StrView *path)
{
    size_t dot = view_find(*path, '.'), bracket = view_find(*path, '[');
    size_t end = dot < bracket ? dot : bracket;
    StrView key = view_slice(*path, 0, end);
    *path = view_slice(*path, end, path->length);
    for (size_t i = 0; i < parent->count && key.length > 0; i++) {
        if (view_is(key, kind_info(parent->children[i]->kind)->key)) {
            return parent->children[i];
        }
    }
    return NULL;
}

const Node *node_at_path(const Node *root, StrView path)
{
    const Node *node = root;
    while (node && path.length > 0) {
        bool is_list = kind_info(node->kind)->shape == SHAPE_LIST;
        if (is_list != (path.data[0] == '[')) {
            return NULL;
        }
        if (path.data[0] == '.' && node != root) {
            path = view_slice(path, 1, path.length);
        }
        node = is_list ? item_at(node, &path) : part_at(node, &path);
    }
    return node;
}
