#include "ui/item_copy.h"

#include "ui/entry_lines.h"

static bool is_list(const Node *node)
{
    return kind_info(node_kind(node))->shape == SHAPE_LIST;
}

/* Bullets are sentences, the others words: neither becomes the other. */
static bool is_word(NodeKind kind)
{
    return kind_info(kind)->shape == SHAPE_TEXT && kind != NODE_BULLET && kind != NODE_TAG;
}

static bool takes(const Node *list, NodeKind kind)
{
    NodeKind item = kind_info(node_kind(list))->item;
    return is_list(list) && (item == kind || (is_word(item) && is_word(kind)));
}

/* The list among the children of `node` that takes such items; NULL. */
static const Node *list_in(const Node *node, NodeKind kind)
{
    for (size_t i = 0; i < node_count(node); i++) {
        if (takes(node_child(node, i), kind)) {
            return node_child(node, i);
        }
    }
    return NULL;
}

/* Goes up from the place; stores where in the list the item would stand. */
static const Node *list_near(const Document *doc, Place place, NodeKind kind, size_t *index)
{
    const Node *below = NULL;
    for (const Node *node = document_find(doc, place.node); node; node = node_parent(node)) {
        const Node *inside = takes(node, kind) ? node : list_in(node, kind);
        bool is_around = inside && inside == node && below;
        if (inside) {
            *index = is_around ? node_index(below) + 1 : node_count(inside);
            return inside;
        }
        below = node;
    }
    return NULL;
}

static FieldId first_field(NodeKind kind)
{
    size_t count;
    return kind_fields(kind, &count)[0].field;
}

static Node *copy_for(const Node *copied, NodeKind wanted)
{
    if (node_kind(copied) == wanted) {
        return node_copy(copied);
    }
    Node *word = node_new(wanted);
    node_set(word, FIELD_TEXT, node_view(copied, FIELD_TEXT));
    return word;
}

bool item_put(Document *doc, Place *place, const Node *copied)
{
    size_t index = 0;
    const Node *list = list_near(doc, *place, node_kind(copied), &index);
    if (!list) {
        return false;
    }
    NodeKind kind = kind_info(node_kind(list))->item;
    NodeId id = document_insert(doc, node_id(list), index, copy_for(copied, kind));
    *place = (Place){id, first_field(kind), 0};
    return true;
}

/* --- as plain text ------------------------------------------------------------ */

static void add_line(StrBuf *out, const char *mark, StrView text)
{
    if (text.length > 0) {
        strbuf_addf(out, "%s%s", out->length > 0 ? "\n" : "", mark);
        strbuf_add_view(out, text);
    }
}

/* A mapping's own fields, in their order. */
static void add_fields(StrBuf *out, const Node *node)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    for (size_t i = 0; i < count; i++) {
        if (fields[i].type != FIELD_TYPE_CHOICE && fields[i].field != FIELD_HIDDEN) {
            add_line(out, "", node_view(node, fields[i].field));
        }
    }
}

void item_add_text(StrBuf *out, const Node *item)
{
    if (item_is_text(item)) {
        add_line(out, "", node_view(item, FIELD_TEXT));
        return;
    }
    add_fields(out, item);
    for (const Node *node = node_next(item, item); node; node = node_next(node, item)) {
        NodeKind kind = node_kind(node);
        if (kind == NODE_BULLET || is_word(kind)) {
            add_line(out, kind == NODE_BULLET ? "- " : "", node_view(node, FIELD_TEXT));
        }
    }
}
