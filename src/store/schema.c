#include "store/schema.h"

#include <assert.h>

enum { KEYS_MAX = 32 };

/* A kind's keys while they are collected. */
typedef struct {
    Schema *schema;
    SchemaKey keys[KEYS_MAX];
    YamlField fields[KEYS_MAX];
    size_t count;
    size_t bytes; /* of the struct so far */
} Collection;

static void build_kind(Schema *schema, NodeKind kind);

static void add_key(Collection *collection, SchemaKey key, YamlField field)
{
    assert(collection->count < KEYS_MAX);
    field.key = key.key;
    field.offset = collection->bytes;
    collection->bytes += field.type == YAML_RECORD ? field.record->bytes : sizeof(char *);
    if (field.type == YAML_TEXTS || field.type == YAML_RECORDS) {
        field.count_offset = collection->bytes;
        collection->bytes += sizeof(size_t);
    }
    collection->keys[collection->count] = key;
    collection->fields[collection->count++] = field;
}

static void add_text_key(Collection *collection, const char *key, KeyType type)
{
    add_key(collection, (SchemaKey){.key = key, .type = type}, (YamlField){.type = YAML_TEXT});
}

static void add_fields(Collection *collection, NodeKind kind)
{
    size_t count;
    const FieldInfo *fields = kind_fields(kind, &count);
    for (size_t i = 0; i < count; i++) {
        if (fields[i].field == FIELD_TEXT) {
            continue; /* the item itself, not under a key */
        }
        add_key(collection,
                (SchemaKey){.key = field_key(fields[i].field),
                            .old_key = fields[i].old_key,
                            .type = KEY_FIELD,
                            .field = &fields[i]},
                (YamlField){.type = YAML_TEXT});
    }
}

static const YamlRecord *record_of(Schema *schema, NodeKind kind)
{
    build_kind(schema, kind);
    return &schema->kinds[kind].record;
}

static void add_part(Collection *collection, NodeKind part)
{
    const KindInfo *info = kind_info(part);
    SchemaKey key = {.key = info->key, .type = KEY_MAPPING, .part = part};
    if (info->shape == SHAPE_MAPPING) {
        add_key(collection, key,
                (YamlField){.type = YAML_RECORD, .record = record_of(collection->schema, part)});
        return;
    }
    key.type = KEY_LIST;
    bool is_texts = kind_info(info->item)->shape == SHAPE_TEXT;
    add_key(collection, key,
            is_texts ? (YamlField){.type = YAML_TEXTS}
                     : (YamlField){.type = YAML_RECORDS,
                                   .record = record_of(collection->schema, info->item)});
}

static void add_parts(Collection *collection, NodeKind kind)
{
    size_t count;
    const NodeKind *parts = kind_children(kind, &count);
    bool has_bullets = false;
    for (size_t i = 0; i < count; i++) {
        add_part(collection, parts[i]);
        has_bullets = has_bullets || parts[i] == NODE_HIGHLIGHTS;
    }
    if (has_bullets) {
        add_key(collection, (SchemaKey){.key = "x-bulletproof", .type = KEY_RECORDS},
                (YamlField){.type = YAML_RECORDS,
                            .record = record_of(collection->schema, NODE_BULLET)});
    }
}

static void build_kind(Schema *schema, NodeKind kind)
{
    KindSchema *row = &schema->kinds[kind];
    if (row->keys || (kind_info(kind)->shape != SHAPE_MAPPING && kind != NODE_BULLET)) {
        return;
    }
    Collection collection = {.schema = schema};
    if (kind == NODE_BULLET) {
        add_text_key(&collection, "bullet", KEY_NUMBER);
        add_text_key(&collection, "starts", KEY_STARTS);
    }
    add_fields(&collection, kind);
    add_parts(&collection, kind);
    SchemaKey *keys = arena_alloc(&schema->arena, sizeof(collection.keys));
    YamlField *fields = arena_alloc(&schema->arena, sizeof(collection.fields));
    for (size_t i = 0; i < collection.count; i++) {
        keys[i] = collection.keys[i];
        fields[i] = collection.fields[i];
    }
    *row = (KindSchema){keys, {fields, collection.count, collection.bytes}};
}

void schema_init(Schema *schema)
{
    *schema = (Schema){0};
    for (NodeKind kind = 0; kind < NODE_KIND_COUNT; kind++) {
        build_kind(schema, kind);
    }
}

void schema_done(Schema *schema)
{
    arena_done(&schema->arena);
}

static const YamlItem *find_value(const YamlNode *mapping, const char *key)
{
    const YamlItem *item = key ? yaml_find(mapping, key) : NULL;
    return item && !yaml_is_null(item->value) ? item : NULL;
}

const YamlItem *schema_find(const SchemaKey *key, const YamlNode *mapping)
{
    const YamlItem *item = find_value(mapping, key->key);
    return item ? item : find_value(mapping, key->old_key);
}

bool schema_fits(const SchemaKey *key, const YamlNode *value)
{
    switch (key->type) {
    case KEY_MAPPING:
        return value->kind == YAML_MAPPING;
    case KEY_LIST:
    case KEY_RECORDS:
        return value->kind == YAML_SEQUENCE;
    default:
        return value->kind == YAML_SCALAR;
    }
}

bool schema_fits_item(NodeKind kind, const YamlNode *item)
{
    bool is_text = kind_info(kind)->shape == SHAPE_TEXT;
    return item->kind == (is_text ? YAML_SCALAR : YAML_MAPPING) && !yaml_is_null(item);
}
