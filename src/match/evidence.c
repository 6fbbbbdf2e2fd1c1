#include "evidence.h"

#include <string.h>

#include "posting.h"

/* Which texts of a resume speak of technologies, and whether they show or only list them. */
static const struct {
    NodeKind kind;
    FieldId field;
    bool is_shown;
    bool is_name; /* the whole is a name, as a skill's is: no neighbours to ask */
} sources[] = {
    {NODE_BULLET, FIELD_TEXT, true, false},         {NODE_WORK, FIELD_SUMMARY, true, false},
    {NODE_PROJECT, FIELD_DESCRIPTION, true, false}, {NODE_VOLUNTEER, FIELD_SUMMARY, true, false},
    {NODE_KEYWORD, FIELD_TEXT, false, true},        {NODE_BASICS, FIELD_SUMMARY, false, false},
    {NODE_BASICS, FIELD_LABEL, false, false},       {NODE_SKILL, FIELD_NAME, false, false},
    {NODE_COURSE, FIELD_TEXT, false, false},        {NODE_CERTIFICATE, FIELD_NAME, false, false},
};

static void add(EvidenceList *list, Evidence evidence, Arena *arena)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 64;
        Evidence *items = arena_alloc(arena, capacity * sizeof(Evidence));
        if (list->count > 0) {
            memcpy(items, list->items, list->count * sizeof(Evidence));
        }
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = evidence;
}

static void read_source(EvidenceList *list, const Node *node, size_t source, Arena *arena)
{
    FieldId field = sources[source].field;
    Posting posting = posting_make(node_view(node, field), arena);
    if (!sources[source].is_name) {
        sense_decide(&posting);
    }
    for (size_t i = 0; i < posting.mention_count; i++) {
        const Mention *mention = &posting.mentions[i];
        const JobToken *first = &posting.tokens.items[mention->first];
        StrView spelling =
            view_slice(posting.tokens.text, first->start, first[mention->count - 1].end);
        if (mention->is_taken || sources[source].is_name) {
            add(list,
                (Evidence){mention->technology, node, field, first->start, spelling,
                           sources[source].is_shown},
                arena);
        }
    }
}

EvidenceList evidence_collect(const Node *root, Arena *arena)
{
    EvidenceList list = {0};
    for (const Node *node = root; node; node = node_next(node, root)) {
        for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]) && !node_is_hidden(node); i++) {
            if (node_kind(node) == sources[i].kind && node_has(node, sources[i].field)) {
                read_source(&list, node, i, arena);
            }
        }
    }
    return list;
}
