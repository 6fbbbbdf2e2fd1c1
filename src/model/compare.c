#include "bulletproof/model/compare.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "model/align.h"
#include "model/compare_inside.h"
#include "model/node_inside.h"

void differences_add(DifferenceList *list, Difference difference)
{
    list->items = vector_grow(list->items, list->count, &list->capacity, sizeof(*list->items));
    list->items[list->count++] = difference;
}

void differences_done(DifferenceList *list)
{
    free(list->items);
    *list = (DifferenceList){0};
}

static void compare_fields(DifferenceList *out, const Node *before, const Node *after)
{
    size_t count;
    const FieldInfo *fields = kind_fields(after->kind, &count);
    for (size_t i = 0; i < count; i++) {
        FieldId field = fields[i].field;
        if (!view_equal(node_view(before, field), node_view(after, field))) {
            differences_add(out, (Difference){DIFFERENCE_CHANGED, before, after, field});
        }
    }
}

static void compare_items(DifferenceList *out, const Node *before, const Node *after)
{
    size_t *partners = align_lists(after, before), furthest = 0;
    size_t *inverted = align_invert(partners, after->count, before->count);
    for (size_t i = 0; i < after->count; i++) {
        const Node *now = after->children[i];
        if (partners[i] == ALIGN_NONE) {
            differences_add(out, (Difference){DIFFERENCE_ADDED, NULL, now, FIELD_COUNT});
            continue;
        }
        const Node *then = before->children[partners[i]];
        if (partners[i] < furthest) {
            differences_add(out, (Difference){DIFFERENCE_MOVED, then, now, FIELD_COUNT});
        }
        furthest = partners[i] > furthest ? partners[i] : furthest;
        differences_find(out, then, now);
    }
    for (size_t i = 0; i < before->count; i++) {
        if (inverted[i] == ALIGN_NONE) {
            const Node *then = before->children[i];
            differences_add(out, (Difference){DIFFERENCE_REMOVED, then, NULL, FIELD_COUNT});
        }
    }
    free(partners);
    free(inverted);
}

void differences_find(DifferenceList *out, const Node *before, const Node *after)
{
    if (kind_info(after->kind)->shape == SHAPE_LIST) {
        compare_items(out, before, after);
        return;
    }
    compare_fields(out, before, after);
    for (size_t i = 0; i < after->count; i++) {
        differences_find(out, before->children[i], after->children[i]);
    }
}
