#include "store/entry.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "store/reading.h"

static void add(Entries *entries, size_t at, Entry entry)
{
    entries->items =
        vector_grow(entries->items, entries->count, &entries->capacity, sizeof(*entries->items));
    for (size_t i = entries->count; i > at; i--) {
        entries->items[i] = entries->items[i - 1];
    }
    entries->items[at] = entry;
    entries->count++;
}

void entries_done(Entries *entries)
{
    free(entries->items);
    *entries = (Entries){0};
}

/* --- The same or not -------------------------------------------------------------------------- */

static bool is_same_text(const Want *want, const YamlNode *scalar)
{
    if (scalar->kind != YAML_SCALAR || yaml_is_null(scalar)) {
        return false;
    }
    if (!want->field) {
        return view_equal(want->text, scalar->text);
    }
    StrBuf old = {0};
    reading_add_text(&old, scalar, want->field);
    bool is_same = view_equal(strbuf_view(&old), want->text);
    strbuf_done(&old);
    return is_same;
}

static bool is_same_list(const Want *want, const YamlNode *list, const bool *is_taken)
{
    size_t next = 0;
    for (size_t i = 0; i < list->count; i++) {
        const YamlNode *old = list->items[i].value;
        if (!is_taken[old->index]) {
            continue;
        }
        if (next == want->count || want->items[next].value->origin != old ||
            !entry_is_same(&want->items[next], old, is_taken)) {
            return false;
        }
        next++;
    }
    return next == want->count;
}

static bool is_same_mapping(const Want *want, const YamlNode *mapping, const bool *is_taken)
{
    for (size_t i = 0; i < want->count; i++) {
        const YamlItem *item = entry_find(&want->items[i], mapping);
        bool is_absent = !want->items[i].value || want->items[i].is_kept;
        if (item ? !entry_is_same(&want->items[i], item->value, is_taken) : !is_absent) {
            return false;
        }
    }
    return true;
}

bool entry_is_same(const WantItem *want, const YamlNode *value, const bool *is_taken)
{
    if (want->is_kept) {
        return true;
    }
    if (!want->value) {
        return reading_says_nothing(want->key, value);
    }
    if (want->value->kind != value->kind) {
        return false;
    }
    switch (value->kind) {
    case YAML_SCALAR:
        /* A flag may be written in other words: compared as it is read. */
        return want->key && want->key->type == KEY_FIELD
                   ? is_same_text(&(Want){.text = want->value->text, .field = want->key->field},
                                  value)
                   : is_same_text(want->value, value);
    case YAML_SEQUENCE:
        return is_same_list(want->value, value, is_taken);
    default:
        return is_same_mapping(want->value, value, is_taken);
    }
}

/* --- The order -------------------------------------------------------------------------------- */

const YamlItem *entry_find(const WantItem *want, const YamlNode *mapping)
{
    const YamlItem *item = schema_find(want->key, mapping);
    if (!item) {
        item = yaml_find(mapping, want->key->key);
    }
    return item || !want->key->old_key ? item : yaml_find(mapping, want->key->old_key);
}

static const WantItem *find_want(const Want *want, const YamlNode *mapping, const YamlItem *item)
{
    for (size_t i = 0; i < want->count; i++) {
        if (entry_find(&want->items[i], mapping) == item) {
            return &want->items[i];
        }
    }
    return NULL;
}

/* Old pairs in their order, less those that the resume has emptied. */
static void add_old_pairs(Entries *entries, const Want *want, const YamlNode *mapping)
{
    for (size_t i = 0; i < mapping->count; i++) {
        const YamlItem *item = &mapping->items[i];
        const WantItem *wanted = find_want(want, mapping, item);
        if (!wanted || wanted->is_kept) {
            add(entries, entries->count, (Entry){(long)i, NULL});
        } else if (wanted->value) {
            add(entries, entries->count, (Entry){(long)i, wanted});
        } else if (reading_says_nothing(wanted->key, item->value)) {
            add(entries, entries->count, (Entry){(long)i, NULL});
        }
    }
}

static bool holds_pair(const Entries *entries, const WantItem *wanted, const YamlNode *mapping,
                       size_t *at)
{
    const YamlItem *item = entry_find(wanted, mapping);
    for (*at = 0; *at < entries->count; (*at)++) {
        const Entry *entry = &entries->items[*at];
        if (entry->want == wanted ||
            (item && entry->old >= 0 && &mapping->items[entry->old] == item)) {
            return true;
        }
    }
    return false;
}

/* A new pair comes after the nearest one that goes before it in the tables, else first. */
static void add_new_pairs(Entries *entries, const Want *want, const YamlNode *mapping)
{
    size_t after = 0;
    for (size_t i = 0; i < want->count; i++) {
        const WantItem *wanted = &want->items[i];
        size_t at;
        if (holds_pair(entries, wanted, mapping, &at)) {
            after = at + 1;
        } else if (wanted->value && !entry_find(wanted, mapping)) {
            add(entries, after++, (Entry){ENTRY_NEW, wanted});
        }
    }
}

/* Looks from `hint` on first: items are mostly where they were. */
static long old_index(const YamlNode *list, const YamlNode *origin, size_t hint)
{
    for (size_t i = 0; origin && i < list->count; i++) {
        size_t index = (hint + i) % list->count;
        if (list->items[index].value == origin) {
            return (long)index;
        }
    }
    return ENTRY_NEW;
}

/* The items of an old list, while the new order is made. */
typedef struct {
    const YamlNode *list;
    const bool *is_taken;
    bool *stays; /* owned; by old index */
} OldList;

static void mark_staying(const OldList *old, const Entries *wanted)
{
    for (size_t i = 0; i < wanted->count; i++) {
        if (wanted->items[i].old >= 0) {
            old->stays[wanted->items[i].old] = true;
        }
    }
}

/* What is not the resume's stays behind the item it stood behind, or the nearest before that. */
static void add_strangers(Entries *entries, const OldList *old, size_t from)
{
    for (size_t i = from; i < old->list->count && !old->stays[i]; i++) {
        if (!old->is_taken[old->list->items[i].value->index]) {
            add(entries, entries->count, (Entry){(long)i, NULL});
        }
    }
}

static void add_items(Entries *entries, const Want *want, const YamlNode *list,
                      const bool *is_taken)
{
    Entries wanted = {0};
    size_t hint = 0;
    for (size_t i = 0; i < want->count; i++) {
        long index = old_index(list, want->items[i].value->origin, hint);
        hint = index >= 0 ? (size_t)index + 1 : hint;
        add(&wanted, wanted.count, (Entry){index, &want->items[i]});
    }
    const OldList old = {list, is_taken, xalloc(list->count * sizeof(bool))};
    mark_staying(&old, &wanted);
    add_strangers(entries, &old, 0);
    for (size_t i = 0; i < wanted.count; i++) {
        add(entries, entries->count, wanted.items[i]);
        if (wanted.items[i].old >= 0) {
            add_strangers(entries, &old, (size_t)wanted.items[i].old + 1);
        }
    }
    free(old.stays);
    entries_done(&wanted);
}

void entries_make(Entries *entries, const Want *want, const YamlNode *node, const bool *is_taken)
{
    if (node->kind == YAML_MAPPING) {
        add_old_pairs(entries, want, node);
        add_new_pairs(entries, want, node);
        return;
    }
    add_items(entries, want, node, is_taken);
}
