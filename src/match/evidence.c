#include "evidence.h"

#include <string.h>

#include "memory.h"
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

/* Source number `source` of a node. */
typedef struct {
    const Node *node;
    size_t source;
    StrView text;
} SourceText;

/* Reads what it names. */
static void read_names(const SourceText *from, KnownText *known, Arena *arena)
{
    bool is_name = sources[from->source].is_name;
    Posting posting = posting_make(from->text, arena);
    if (!is_name) {
        sense_decide(&posting);
    }
    Named *named = arena_alloc(arena, (posting.mention_count + 1) * sizeof(*named));
    for (size_t i = 0; i < posting.mention_count; i++) {
        const Mention *mention = &posting.mentions[i];
        const JobToken *first = &posting.tokens.items[mention->first];
        if (mention->is_taken || is_name) {
            named[known->count++] =
                (Named){mention->technology, first->start, first[mention->count - 1].end};
        }
    }
    known->named = named;
}

static void add_names(EvidenceList *list, const SourceText *from, const KnownText *known,
                      Arena *arena)
{
    for (size_t i = 0; i < known->count; i++) {
        const Named *named = &known->named[i];
        StrView spelling = view_slice(from->text, named->start, named->end);
        add(list,
            (Evidence){named->technology, from->node, sources[from->source].field, named->start,
                       spelling, sources[from->source].is_shown},
            arena);
    }
}

static void read_source(EvidenceList *list, const SourceText *from, MatchMemory *memory,
                        Arena *arena)
{
    FieldId field = sources[from->source].field;
    const KnownText *found = memory ? memory_find(memory, from->node, field, from->text) : NULL;
    KnownText known = found ? *found : memory_key(from->node, field, from->text);
    if (!found) {
        read_names(from, &known, arena);
    }
    if (memory) {
        memory_add(memory, &known);
    }
    add_names(list, from, &known, arena);
}

EvidenceList evidence_collect(const Node *root, MatchMemory *memory, Arena *arena)
{
    EvidenceList list = {0};
    if (memory) {
        memory_begin(memory);
    }
    for (const Node *node = root; node; node = node_next(node, root)) {
        for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
            bool is_source = node_kind(node) == sources[i].kind;
            if (is_source && node_has(node, sources[i].field) && !node_is_hidden(node)) {
                SourceText from = {node, i, node_view(node, sources[i].field)};
                read_source(&list, &from, memory, arena);
            }
        }
    }
    return list;
}
