#include "yaml/keys.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "yaml/problem.h"

enum { SHOWN_CHARACTERS = 40 };

static int compare_bytes(StrView a, StrView b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared > 0 ? memcmp(a.data, b.data, shared) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* By text; of equal ones the earlier first. */
static int compare_items(const void *left, const void *right)
{
    const YamlItem *a = *(YamlItem *const *)left;
    const YamlItem *b = *(YamlItem *const *)right;
    int order = compare_bytes(a->key->text, b->key->text);
    return order ? order : (a->start > b->start) - (a->start < b->start);
}

static void report(const YamlItem *first, const YamlItem *again, DiagList *faults)
{
    StrView name = again->key->text;
    name = view_slice(name, 0, utf8_offset(name, SHOWN_CHARACTERS));
    Diag diag;
    diag_fail_at(&diag, DIAG_SYNTAX, again->key->place,
                 "the key \"%.*s\" stands here again (first on line %u, column %u): only the first "
                 "is read; join the two",
                 VIEW_ARG(name), first->key->place.line, first->key->place.column);
    fault_add(faults, &diag);
}

static size_t collect_scalar_keys(YamlNode *mapping, YamlItem **sorted)
{
    size_t count = 0;
    for (size_t i = 0; i < mapping->count; i++) {
        if (mapping->items[i].key->kind == YAML_SCALAR) {
            sorted[count++] = &mapping->items[i];
        }
    }
    return count;
}

void keys_mark_duplicates(YamlNode *mapping, DiagList *faults)
{
    if (mapping->count < 2) {
        return;
    }
    YamlItem **sorted = xalloc(mapping->count * sizeof(YamlItem *));
    size_t count = collect_scalar_keys(mapping, sorted);
    qsort(sorted, count, sizeof(YamlItem *), compare_items);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (!view_equal(sorted[first]->key->text, sorted[i]->key->text)) {
            first = i;
            continue;
        }
        sorted[i]->is_duplicate = true;
        report(sorted[first], sorted[i], faults);
    }
    free(sorted);
}

const YamlItem *yaml_find(const YamlNode *node, const char *key)
{
    for (size_t i = 0; node && node->kind == YAML_MAPPING && i < node->count; i++) {
        const YamlItem *item = &node->items[i];
        if (item->key->kind == YAML_SCALAR && view_is(item->key->text, key)) {
            return item;
        }
    }
    return NULL;
}

bool yaml_is_null(const YamlNode *node)
{
    static const char *const words[] = {"", "~", "null", "Null", "NULL"};
    if (node->kind != YAML_SCALAR || node->style != YAML_STYLE_PLAIN || node->has_tag) {
        return false;
    }
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (view_is(node->text, words[i])) {
            return true;
        }
    }
    return false;
}
