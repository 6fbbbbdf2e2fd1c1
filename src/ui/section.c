#include "ui/section.h"

/* "basics" is shown as two sections, so the children of the resume stand one further down. */
enum { SECTIONS_BEFORE_LISTS = 2 };

size_t section_count(void)
{
    size_t count;
    kind_children(NODE_RESUME, &count);
    return count + 1;
}

Section section_at(size_t index)
{
    size_t count;
    const NodeKind *kinds = kind_children(NODE_RESUME, &count);
    if (index == SECTION_SUMMARY) {
        return (Section){SECTION_SUMMARY, NODE_BASICS, "Summary"};
    }
    NodeKind kind = kinds[index < SECTIONS_BEFORE_LISTS ? 0 : index - 1];
    SectionShape shape = kind == NODE_BASICS ? SECTION_CONTACT
                         : kind == NODE_META ? SECTION_SETTINGS
                                             : SECTION_LIST;
    const char *label = shape == SECTION_SETTINGS ? "Settings" : kind_info(kind)->label;
    return (Section){shape, kind, label};
}

/* The child of the resume that `node` is or belongs to; NULL for the resume itself. */
static const Node *top_of(const Node *node)
{
    const Node *parent = node_parent(node);
    if (!parent) {
        return NULL;
    }
    return node_parent(parent) ? top_of(parent) : node;
}

size_t section_of(const Node *node, FieldId field)
{
    const Node *top = top_of(node);
    if (!top) {
        return section_count() - 1; /* what belongs to the whole file is in the settings */
    }
    if (node_kind(top) == NODE_BASICS) {
        return node == top && field == FIELD_SUMMARY ? SECTION_SUMMARY : SECTION_CONTACT;
    }
    size_t count, index = SECTIONS_BEFORE_LISTS;
    const NodeKind *kinds = kind_children(NODE_RESUME, &count);
    while (index < count && kinds[index - 1] != node_kind(top)) {
        index++;
    }
    return index;
}

const Node *section_node(const Section *section, const Node *resume)
{
    return node_part(resume, section->kind);
}

const Node *section_entry(const Node *node)
{
    for (const Node *above = node_parent(node); above; above = node_parent(above)) {
        const Node *top = node_parent(above);
        if (top && !node_parent(top) && kind_info(node_kind(above))->shape == SHAPE_LIST) {
            return node;
        }
        node = above;
    }
    return NULL;
}
