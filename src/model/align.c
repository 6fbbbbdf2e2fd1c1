#include "model/align.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "model/node_inside.h"

/* Comparing each with each; lists that have more to compare are paired by their order. */
enum { MOST_COMPARISONS = 250000 };

/* As much of the longer text must be in both, at its ends, for the two to be one. */
static const double alike = 0.5;

typedef struct {
    const Node *list, *other;
    size_t *partners;
    bool *is_taken;        /* of the others */
    size_t start;          /* before it all are paired … */
    size_t end, other_end; /* … and from here on */
} Alignment;

static void pair(Alignment *alignment, size_t index, size_t other)
{
    alignment->partners[index] = other;
    alignment->is_taken[other] = true;
}

static bool are_equal(const Alignment *alignment, size_t index, size_t other)
{
    return node_equal(alignment->list->children[index], alignment->other->children[other]);
}

/* Most lists differ in one place: what is equal before and behind it needs no search. */
static void pair_ends(Alignment *alignment)
{
    size_t *end = &alignment->end, *other_end = &alignment->other_end;
    *end = alignment->list->count;
    *other_end = alignment->other->count;
    size_t start = 0;
    for (; start < *end && start < *other_end && are_equal(alignment, start, start); start++) {
        pair(alignment, start, start);
    }
    alignment->start = start;
    while (*end > start && *other_end > start && are_equal(alignment, *end - 1, *other_end - 1)) {
        pair(alignment, --*end, --*other_end);
    }
}

static void pair_by_order(Alignment *alignment)
{
    for (size_t i = alignment->start; i < alignment->end && i < alignment->other_end; i++) {
        pair(alignment, i, i);
    }
}

static void pair_equal(Alignment *alignment)
{
    for (size_t i = alignment->start; i < alignment->end; i++) {
        for (size_t o = alignment->start; o < alignment->other_end; o++) {
            if (!alignment->is_taken[o] && are_equal(alignment, i, o)) {
                pair(alignment, i, o);
                break;
            }
        }
    }
}

/* From 0 to 1: how much of the longer one is what both begin and end with. */
static double text_likeness(StrView a, StrView b)
{
    size_t least = a.length < b.length ? a.length : b.length;
    size_t most = a.length > b.length ? a.length : b.length;
    size_t front = 0, back = 0;
    while (front < least && a.data[front] == b.data[front]) {
        front++;
    }
    while (back < least - front && a.data[a.length - 1 - back] == b.data[b.length - 1 - back]) {
        back++;
    }
    return most > 0 ? (double)(front + back) / (double)most : 1;
}

static bool has_equal(const Node *list, const Node *item)
{
    for (size_t i = 0; i < list->count; i++) {
        if (node_equal(list->children[i], item)) {
            return true;
        }
    }
    return false;
}

static double likeness(const Node *a, const Node *b);

/* An item that stands elsewhere counts as the same. */
static double list_likeness(const Node *a, const Node *b)
{
    double sum = 0;
    size_t most = a->count > b->count ? a->count : b->count;
    for (size_t i = 0; i < a->count; i++) {
        if (has_equal(b, a->children[i])) {
            sum += 1;
        } else if (i < b->count) {
            sum += likeness(a->children[i], b->children[i]);
        }
    }
    return sum / (double)most;
}

/* The mean of what is not empty in both. */
static double likeness(const Node *a, const Node *b)
{
    size_t count, parts = 0;
    double sum = 0;
    const FieldInfo *fields = kind_fields(a->kind, &count);
    for (size_t i = 0; i < count; i++) {
        StrView here = node_view(a, fields[i].field), there = node_view(b, fields[i].field);
        if (here.length > 0 || there.length > 0) {
            sum += text_likeness(here, there);
            parts++;
        }
    }
    for (size_t i = 0; i < a->count; i++) {
        const Node *here = a->children[i], *there = b->children[i];
        if (here->count > 0 || there->count > 0) {
            bool is_list = kind_info(here->kind)->shape == SHAPE_LIST;
            sum += (is_list ? list_likeness : likeness)(here, there);
            parts++;
        }
    }
    return parts > 0 ? sum / (double)parts : 1;
}

static void pair_alike(Alignment *alignment, size_t index)
{
    size_t best = ALIGN_NONE;
    double most = alike;
    for (size_t o = alignment->start; o < alignment->other_end; o++) {
        const Node *other = alignment->other->children[o];
        double value =
            alignment->is_taken[o] ? 0 : likeness(alignment->list->children[index], other);
        if (value > most || (value == most && best == ALIGN_NONE)) {
            best = o;
            most = value;
        }
    }
    if (best != ALIGN_NONE) {
        pair(alignment, index, best);
    }
}

/* A text that was written anew stands where the old one stood. */
static void pair_in_place(Alignment *alignment, size_t index)
{
    size_t before = index > 0 ? alignment->partners[index - 1] : ALIGN_NONE;
    size_t here = index == 0 ? 0 : before + 1;
    bool is_known = index == 0 || before != ALIGN_NONE;
    if (is_known && here < alignment->other->count && !alignment->is_taken[here]) {
        pair(alignment, index, here);
    }
}

static void pair_others(Alignment *alignment)
{
    bool is_text = kind_info(kind_info(alignment->list->kind)->item)->shape == SHAPE_TEXT;
    for (size_t i = alignment->start; i < alignment->end; i++) {
        if (alignment->partners[i] == ALIGN_NONE) {
            pair_alike(alignment, i);
        }
    }
    for (size_t i = alignment->start; is_text && i < alignment->end; i++) {
        if (alignment->partners[i] == ALIGN_NONE) {
            pair_in_place(alignment, i);
        }
    }
}

static size_t *no_partners(size_t count)
{
    size_t *partners = xalloc(count * sizeof(*partners));
    for (size_t i = 0; i < count; i++) {
        partners[i] = ALIGN_NONE;
    }
    return partners;
}

size_t *align_lists(const Node *list, const Node *other)
{
    Alignment alignment = {.list = list, .other = other};
    alignment.partners = no_partners(list->count);
    alignment.is_taken = xalloc(other->count);
    pair_ends(&alignment);
    size_t left = alignment.end - alignment.start;
    size_t other_left = alignment.other_end - alignment.start;
    if (left > 0 && other_left > MOST_COMPARISONS / left) {
        pair_by_order(&alignment);
    } else {
        pair_equal(&alignment);
        pair_others(&alignment);
    }
    free(alignment.is_taken);
    return alignment.partners;
}

size_t *align_invert(const size_t *partners, size_t count, size_t other_count)
{
    size_t *inverted = no_partners(other_count);
    for (size_t i = 0; i < count; i++) {
        if (partners[i] != ALIGN_NONE) {
            inverted[partners[i]] = i;
        }
    }
    return inverted;
}

bool align_is_in_order(const size_t *partners, size_t count)
{
    size_t last = 0;
    for (size_t i = 0; i < count; i++) {
        if (partners[i] != ALIGN_NONE && partners[i] < last) {
            return false;
        }
        last = partners[i] != ALIGN_NONE ? partners[i] : last;
    }
    return true;
}
