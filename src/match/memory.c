#include "memory.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

/* One pass: texts in the order in which they were asked for. */
typedef struct {
    KnownText *items; /* owned */
    size_t count, capacity;
    Arena names;
} Pass;

struct MatchMemory {
    Pass last, now;
    size_t cursor; /* in the last pass: the next text is likely the one that came next then */
};

MatchMemory *match_memory_new(void)
{
    return xalloc(sizeof(MatchMemory));
}

static void pass_done(Pass *pass)
{
    free(pass->items);
    arena_done(&pass->names);
}

void match_memory_free(MatchMemory *memory)
{
    if (memory) {
        pass_done(&memory->last);
        pass_done(&memory->now);
        free(memory);
    }
}

void memory_begin(MatchMemory *memory)
{
    Pass old = memory->last;
    memory->last = memory->now;
    memory->now = old;
    memory->now.count = 0;
    arena_reset(&memory->now.names);
    memory->cursor = 0;
}

KnownText memory_key(const Node *node, FieldId field, StrView text)
{
    return (KnownText){.node = node_id(node),
                       .field = field,
                       .hash = bytes_hash(text.data, text.length),
                       .length = text.length};
}

static bool is_about(const KnownText *known, const KnownText *key)
{
    return known->node == key->node && known->field == key->field;
}

const KnownText *memory_find(MatchMemory *memory, const Node *node, FieldId field, StrView text)
{
    KnownText key = memory_key(node, field, text);
    const Pass *last = &memory->last;
    size_t at = memory->cursor;
    if (at >= last->count || !is_about(&last->items[at], &key)) {
        for (at = 0; at < last->count && !is_about(&last->items[at], &key); at++) {
        }
    }
    if (at == last->count) {
        return NULL; /* the text is new: the next one is where it was */
    }
    memory->cursor = at + 1;
    const KnownText *known = &last->items[at];
    return known->hash == key.hash && known->length == key.length ? known : NULL;
}

void memory_add(MatchMemory *memory, const KnownText *known)
{
    Pass *pass = &memory->now;
    pass->items = vector_grow(pass->items, pass->count, &pass->capacity, sizeof(*pass->items));
    Named *named = arena_alloc(&pass->names, (known->count + 1) * sizeof(*named));
    if (known->count > 0) {
        memcpy(named, known->named, known->count * sizeof(*named));
    }
    pass->items[pass->count] = *known;
    pass->items[pass->count++].named = named;
}
