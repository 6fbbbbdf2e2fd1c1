/* A document made equal to another tree by edits, so that what stays keeps its place in the file
 * and undo goes back. */
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/document.h"
#include "model/align.h"
#include "model/node_inside.h"

static void become(Document *doc, const Node *node, const Node *target);

static void become_text(Document *doc, const Node *node, const Node *target)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node->kind, &count);
    for (size_t i = 0; i < count; i++) {
        document_set(doc, node->id, fields[i].field, node_view(target, fields[i].field));
    }
}

/* By index of the target's items: the ids of their partners in the list, or 0. Those without a
 * partner are removed. Owned by the caller. */
static NodeId *keep_partners(Document *doc, const Node *list, const Node *target)
{
    size_t *partners = align_lists(target, list);
    size_t *inverted = align_invert(partners, target->count, list->count);
    NodeId *ids = xalloc(target->count * sizeof(*ids));
    for (size_t i = 0; i < target->count; i++) {
        ids[i] = partners[i] == ALIGN_NONE ? 0 : list->children[partners[i]]->id;
    }
    for (size_t i = list->count; i > 0; i--) {
        if (inverted[i - 1] == ALIGN_NONE) {
            document_remove(doc, list->children[i - 1]->id);
        }
    }
    free(partners);
    free(inverted);
    return ids;
}

static void become_list(Document *doc, const Node *list, const Node *target)
{
    NodeId *ids = keep_partners(doc, list, target);
    for (size_t i = 0; i < target->count; i++) {
        if (ids[i] == 0) {
            document_insert(doc, list->id, i, node_copy(target->children[i]));
        } else {
            document_move(doc, ids[i], list->id, i);
            become(doc, list->children[i], target->children[i]);
        }
    }
    free(ids);
}

static void become(Document *doc, const Node *node, const Node *target)
{
    if (kind_info(node->kind)->shape == SHAPE_LIST) {
        become_list(doc, node, target);
        return;
    }
    become_text(doc, node, target);
    for (size_t i = 0; i < node->count; i++) {
        become(doc, node->children[i], target->children[i]);
    }
}

void document_become(Document *doc, const Node *target)
{
    document_begin(doc);
    become(doc, document_root(doc), target);
    document_end(doc);
}
