#include "bulletproof/model/kind.h"

#include <assert.h>

#include "bulletproof/model/field_table.h"

#define COUNT_OF(items) (sizeof(items) / sizeof((items)[0]))

static const KindInfo kinds[] = {
#define X(id, key, shape, label, item) {#id, key, SHAPE_##shape, label, NODE_##item},
    NODE_KINDS(X)
#undef X
};

/* clang-format off */
/* "" in front lets only string literals through: neither NULL nor nothing is a help text. */
#define CHECK(kind, field, label, type, help, old_key)                      \
    _Static_assert(sizeof("" label) > 1, #kind "." #field " has no label"); \
    _Static_assert(sizeof("" help) > 1, #kind "." #field " has no help text");
#define ROW(kind, field, label, type, help, old_key) \
    {NODE_##kind, FIELD_##field, label, FIELD_TYPE_##type, help, old_key},

/* One array a kind that has fields: fields_WORK … */
#define ROWS_LIST(id)
#define ROWS_MAPPING(id) \
    FIELDS_OF_##id(CHECK) static const FieldInfo fields_##id[] = {FIELDS_OF_##id(ROW)};
#define ROWS_TEXT(id) ROWS_MAPPING(id)
#define X(id, key, shape, label, item) ROWS_##shape(id)
NODE_KINDS(X)
#undef X

typedef struct {
    const FieldInfo *rows; /* borrowed; NULL for a list */
    size_t count;
} FieldRows;

#define SPAN_LIST(id) {NULL, 0}
#define SPAN_MAPPING(id) {fields_##id, COUNT_OF(fields_##id)}
#define SPAN_TEXT(id) SPAN_MAPPING(id)
/* clang-format on */

static const FieldRows field_rows[] = {
#define X(id, key, shape, label, item) SPAN_##shape(id),
    NODE_KINDS(X)
#undef X
};

static const NodeKind child_parents[] = {
#define X(parent, child) NODE_##parent,
    NODE_CHILDREN(X)
#undef X
};

static const NodeKind child_kinds[] = {
#define X(parent, child) NODE_##child,
    NODE_CHILDREN(X)
#undef X
};

static const char *const field_keys[] = {
#define X(id, key) key,
    FIELD_NAMES(X)
#undef X
};

const KindInfo *kind_info(NodeKind kind)
{
    assert(kind < NODE_KIND_COUNT);
    return &kinds[kind];
}

const FieldInfo *kind_fields(NodeKind kind, size_t *count)
{
    assert(kind < NODE_KIND_COUNT);
    *count = field_rows[kind].count;
    return field_rows[kind].rows;
}

const FieldInfo *kind_field(NodeKind kind, FieldId field)
{
    size_t count;
    const FieldInfo *rows = kind_fields(kind, &count);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].field == field) {
            return &rows[i];
        }
    }
    return NULL;
}

const NodeKind *kind_children(NodeKind kind, size_t *count)
{
    size_t first = 0;
    while (first < COUNT_OF(child_parents) && child_parents[first] != kind) {
        first++;
    }
    size_t end = first;
    while (end < COUNT_OF(child_parents) && child_parents[end] == kind) {
        end++;
    }
    *count = end - first;
    return *count > 0 ? &child_kinds[first] : NULL;
}

const char *field_key(FieldId field)
{
    assert(field < FIELD_COUNT);
    return field_keys[field];
}
