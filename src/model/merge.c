#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "model/align.h"
#include "model/compare_inside.h"
#include "model/node_inside.h"

/* --- one text ------------------------------------------------------------------- */

static bool is_conflict(const MergeInput *input, FieldId field)
{
    StrView base = node_view(input->base, field);
    StrView mine = node_view(input->mine, field), theirs = node_view(input->theirs, field);
    return !view_equal(mine, base) && !view_equal(theirs, base) && !view_equal(mine, theirs);
}

static Difference from_theirs(const MergeInput *input, FieldId field)
{
    return (Difference){DIFFERENCE_CHANGED, input->theirs, input->mine, field};
}

static void merge_field(const MergeInput *input, FieldId field, Node *out,
                        DifferenceList *conflicts)
{
    StrView base = node_view(input->base, field), mine = node_view(input->mine, field);
    if (is_conflict(input, field)) {
        differences_add(conflicts, from_theirs(input, field));
    }
    node_set(out, field, view_equal(mine, base) ? node_view(input->theirs, field) : mine);
}

/* --- one list -------------------------------------------------------------------- */

/* One of the two sides. */
typedef struct {
    const Node *list;
    size_t *base_of; /* owned: by item, its place in the base list */
    size_t *of_base; /* owned: by place in the base list, the item */
    size_t *twin_of; /* owned: by item that is new here, the same on the other side */
    bool is_mine;
} Side;

typedef struct {
    const MergeInput *lists;
    Side main, other; /* the order is that of `main` */
    Node *out;
    DifferenceList *conflicts;
} ListMerge;

static void merge_into(const MergeInput *input, Node *out, DifferenceList *conflicts);

static Side side_of(const Node *base, const Node *list, bool is_mine)
{
    Side side = {.list = list, .of_base = align_lists(base, list), .is_mine = is_mine};
    side.base_of = align_invert(side.of_base, base->count, list->count);
    side.twin_of = align_invert(NULL, 0, list->count);
    return side;
}

static void side_done(Side *side)
{
    free(side->base_of);
    free(side->of_base);
    free(side->twin_of);
}

/* What both have added alike is added once. */
static void find_twins(Side *main, Side *other)
{
    for (size_t i = 0; i < main->list->count; i++) {
        for (size_t o = 0; main->base_of[i] == ALIGN_NONE && o < other->list->count; o++) {
            bool is_free = other->base_of[o] == ALIGN_NONE && other->twin_of[o] == ALIGN_NONE;
            if (is_free && node_equal(main->list->children[i], other->list->children[o])) {
                main->twin_of[i] = o;
                other->twin_of[o] = i;
                break;
            }
        }
    }
}

static void add(ListMerge *merge, const Node *item)
{
    node_append(merge->out, node_copy(item));
}

/* An item that is only in one of the lists now: new there, or removed in the other. */
static void add_single(ListMerge *merge, const Side *side, size_t index)
{
    const Node *item = side->list->children[index];
    size_t base = side->base_of[index];
    if (base == ALIGN_NONE) {
        add(merge, item);
    } else if (!node_equal(item, merge->lists->base->children[base])) {
        Difference stays = {.field = FIELD_COUNT};
        stays.kind = side->is_mine ? DIFFERENCE_ADDED : DIFFERENCE_REMOVED;
        stays.before = side->is_mine ? NULL : item;
        stays.after = side->is_mine ? item : NULL;
        differences_add(merge->conflicts, stays);
        add(merge, item);
    }
}

static void add_pair(ListMerge *merge, const MergeInput *items)
{
    bool is_text = kind_info(items->base->kind)->shape == SHAPE_TEXT;
    if (is_text && is_conflict(items, FIELD_TEXT)) {
        differences_add(merge->conflicts, from_theirs(items, FIELD_TEXT));
        add(merge, items->mine);
        add(merge, items->theirs);
        return;
    }
    merge_into(items, node_append(merge->out, node_new(items->base->kind)), merge->conflicts);
}

/* Where item `index` of `side` is in the other list, or ALIGN_NONE. */
static size_t counterpart(const Side *side, size_t index, const Side *other)
{
    size_t base = side->base_of[index];
    return base == ALIGN_NONE ? side->twin_of[index] : other->of_base[base];
}

/* Those from `index` on that the main list does not have. */
static void add_others(ListMerge *merge, size_t index)
{
    const Side *other = &merge->other;
    for (size_t i = index; i < other->list->count; i++) {
        if (counterpart(other, i, &merge->main) != ALIGN_NONE) {
            return;
        }
        add_single(merge, other, i);
    }
}

static void add_main(ListMerge *merge, size_t index)
{
    const Side *main = &merge->main;
    size_t other = counterpart(main, index, &merge->other);
    if (other == ALIGN_NONE) {
        add_single(merge, main, index);
        return;
    }
    const Node *mine = main->list->children[index];
    const Node *theirs = merge->other.list->children[other];
    if (main->base_of[index] == ALIGN_NONE) {
        add(merge, mine);
    } else {
        add_pair(merge,
                 &(MergeInput){merge->lists->base->children[main->base_of[index]],
                               main->is_mine ? mine : theirs, main->is_mine ? theirs : mine});
    }
    add_others(merge, other + 1);
}

/* The order is theirs where only they have changed it. */
static void merge_list(const MergeInput *input, Node *out, DifferenceList *conflicts)
{
    Side mine = side_of(input->base, input->mine, true);
    Side theirs = side_of(input->base, input->theirs, false);
    bool is_mine_moved = !align_is_in_order(mine.base_of, input->mine->count);
    ListMerge merge = {.lists = input,
                       .main = is_mine_moved ? mine : theirs,
                       .other = is_mine_moved ? theirs : mine,
                       .out = out,
                       .conflicts = conflicts};
    find_twins(&merge.main, &merge.other);
    add_others(&merge, 0);
    for (size_t i = 0; i < merge.main.list->count; i++) {
        add_main(&merge, i);
    }
    side_done(&mine);
    side_done(&theirs);
}

/* --- all --------------------------------------------------------------------------- */

static void merge_into(const MergeInput *input, Node *out, DifferenceList *conflicts)
{
    if (kind_info(out->kind)->shape == SHAPE_LIST) {
        merge_list(input, out, conflicts);
        return;
    }
    size_t count;
    const FieldInfo *fields = kind_fields(out->kind, &count);
    for (size_t i = 0; i < count; i++) {
        merge_field(input, fields[i].field, out, conflicts);
    }
    for (size_t i = 0; i < out->count; i++) {
        MergeInput parts = {input->base->children[i], input->mine->children[i],
                            input->theirs->children[i]};
        merge_into(&parts, out->children[i], conflicts);
    }
}

Node *resume_merge(const MergeInput *input, DifferenceList *conflicts)
{
    Node *out = node_new(input->base->kind);
    merge_into(input, out, conflicts);
    return out;
}
