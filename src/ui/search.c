#include "ui/search.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/clean.h"
#include "bulletproof/text/fold.h"

void match_list_done(MatchList *matches)
{
    free(matches->items);
    *matches = (MatchList){0};
}

static void find_in_text(StrView text, StrView needle, TextMatch at, MatchList *matches)
{
    while (text_find_folded(text, needle, at.end, &at.start, &at.end)) {
        matches->items = vector_grow(matches->items, matches->count, &matches->capacity,
                                     sizeof(*matches->items));
        matches->items[matches->count++] = at;
    }
}

static void find_in_node(const Node *node, StrView needle, Place cursor, MatchList *matches)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    for (size_t i = 0; i < count; i++) {
        size_t first = matches->count;
        FieldId field = fields[i].field;
        find_in_text(node_view(node, field), needle, (TextMatch){node_id(node), field, 0, 0},
                     matches);
        bool is_at_cursor = node_id(node) == cursor.node && field == cursor.field;
        for (size_t k = first; is_at_cursor && k < matches->count; k++) {
            first += matches->items[k].start < cursor.offset ? 1 : 0;
        }
        matches->before = is_at_cursor ? first : matches->before;
    }
}

/* What is about the file, or about one bullet, is no text of the resume. */
static bool is_aside(const Node *node)
{
    NodeKind kind = node_kind(node);
    return kind == NODE_META || kind == NODE_TAGS || kind == NODE_WAIVERS;
}

/* The next node behind all that is in `node`; NULL after the last. */
static const Node *behind(const Node *node)
{
    for (const Node *parent; (parent = node_parent(node)) != NULL; node = parent) {
        size_t next = node_index(node) + 1;
        if (next < node_count(parent)) {
            return node_child(parent, next);
        }
    }
    return NULL;
}

void search_find(const Document *doc, StrView needle, Place cursor, MatchList *matches)
{
    const Node *root = document_root(doc), *node = node_next(root, root);
    while (needle.length > 0 && node) {
        if (node_id(node) == cursor.node && cursor.field == FIELD_COUNT) {
            matches->before = matches->count;
        }
        if (is_aside(node)) {
            node = behind(node);
        } else {
            find_in_node(node, needle, cursor, matches);
            node = node_next(node, root);
        }
    }
}

size_t search_beside(const MatchList *matches, Place cursor, int step)
{
    size_t count = matches->count, next = matches->before;
    if (step < 0) {
        return next > 0 ? next - 1 : count - 1;
    }
    const TextMatch *there = next < count ? &matches->items[next] : NULL;
    bool is_at_cursor = there && there->node == cursor.node && there->field == cursor.field &&
                        there->start == cursor.offset;
    return (next + (is_at_cursor ? 1 : 0)) % count;
}

/* --- replacing ------------------------------------------------------------------ */

static bool is_same_text(const TextMatch *a, const TextMatch *b)
{
    return a->node == b->node && a->field == b->field;
}

static bool takes_line_ends(const Node *node, FieldId field)
{
    return kind_field(node_kind(node), field)->type == FIELD_TYPE_PROSE;
}

/* Replaces matches of one text: it is cleaned as a whole, for letters join at the seams. */
static bool replace_in_text(Document *doc, const TextMatch *matches, size_t count, StrView by)
{
    const Node *node = document_find(doc, matches[0].node);
    StrView text = node_view(node, matches[0].field);
    StrBuf joined = {0}, cleaned = {0};
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        strbuf_add_view(&joined, view_slice(text, at, matches[i].start));
        strbuf_add_view(&joined, by);
        at = matches[i].end;
    }
    strbuf_add_view(&joined, view_slice(text, at, text.length));
    text_clean(&cleaned, strbuf_view(&joined),
               takes_line_ends(node, matches[0].field) ? CLEAN_PROSE : CLEAN_LINE);
    bool is_done = document_set(doc, matches[0].node, matches[0].field, strbuf_view(&cleaned));
    strbuf_done(&joined);
    strbuf_done(&cleaned);
    return is_done;
}

size_t search_replace(Document *doc, const TextMatch *matches, size_t count, StrView text)
{
    size_t replaced = 0;
    document_begin(doc);
    for (size_t first = 0, end; first < count; first = end) {
        end = first + 1;
        while (end < count && is_same_text(&matches[first], &matches[end])) {
            end++;
        }
        bool is_done = replace_in_text(doc, matches + first, end - first, text);
        replaced += is_done ? end - first : 0;
    }
    document_end(doc);
    return replaced;
}
