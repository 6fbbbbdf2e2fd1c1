#include "store/transport.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/clean.h"
#include "store/fault.h"
#include "store/record.h"
#include "store/scalar.h"

/* --- Writing ---------------------------------------------------------------------------------- */

static void write_mapping(StrBuf *out, const Schema *schema, NodeKind kind, const YamlNode *node);

static void write_separator(StrBuf *out)
{
    char last = out->data[out->length - 1];
    if (last != '{' && last != '[') {
        strbuf_add_char(out, ',');
    }
}

static void write_list(StrBuf *out, const Schema *schema, NodeKind item, const YamlNode *list)
{
    strbuf_add_char(out, '[');
    for (size_t i = 0; i < list->count; i++) {
        const YamlNode *value = list->items[i].value;
        if (!schema_fits_item(item, value)) {
            continue;
        }
        write_separator(out);
        if (value->kind == YAML_SCALAR) {
            scalar_add_quoted(out, value->text);
        } else {
            write_mapping(out, schema, item, value);
        }
    }
    strbuf_add_char(out, ']');
}

static void write_records(StrBuf *out, const Schema *schema, const YamlNode *list)
{
    strbuf_add_char(out, '[');
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].value->kind == YAML_MAPPING) {
            write_separator(out);
            write_mapping(out, schema, NODE_BULLET, list->items[i].value);
        }
    }
    strbuf_add_char(out, ']');
}

static void write_value(StrBuf *out, const Schema *schema, const SchemaKey *key,
                        const YamlNode *value)
{
    switch (key->type) {
    case KEY_MAPPING:
        write_mapping(out, schema, key->part, value);
        break;
    case KEY_LIST:
        write_list(out, schema, kind_info(key->part)->item, value);
        break;
    case KEY_RECORDS:
        write_records(out, schema, value);
        break;
    default:
        scalar_add_quoted(out, value->text);
    }
}

static void write_mapping(StrBuf *out, const Schema *schema, NodeKind kind, const YamlNode *node)
{
    const KindSchema *row = &schema->kinds[kind];
    strbuf_add_char(out, '{');
    for (size_t i = 0; i < row->record.count; i++) {
        const YamlItem *item = schema_find(&row->keys[i], node);
        if (item && schema_fits(&row->keys[i], item->value)) {
            write_separator(out);
            strbuf_addf(out, "\"%s\": ", row->keys[i].key);
            write_value(out, schema, &row->keys[i], item->value);
        }
    }
    strbuf_add_char(out, '}');
}

void transport_write(StrBuf *out, const Schema *schema, const YamlNode *root)
{
    write_mapping(out, schema, NODE_RESUME, root);
}

/* --- Filling ---------------------------------------------------------------------------------- */

typedef struct {
    Reading *reading;
    const Schema *schema;
    Node **bullets; /* owned; of the entry in hand, for the records that come after them */
    size_t count, capacity;
} Filler;

/* A list as libcyaml left it. */
typedef struct {
    const char *items;
    size_t count;
} Items;

static void fill_mapping(Filler *filler, Node *node, const YamlNode *from, const char *members);

static Items items_of(const YamlField *field, const char *members)
{
    Items list;
    memcpy(&list.items, members + field->offset, sizeof(list.items));
    memcpy(&list.count, members + field->count_offset, sizeof(list.count));
    return list;
}

static const char *text_of(const YamlField *field, const char *members)
{
    const char *text;
    memcpy(&text, members + field->offset, sizeof(text));
    return text;
}

static void take(Filler *filler, Node *node, const YamlNode *from)
{
    node_set_origin(node, from->index);
    filler->reading->is_taken[from->index] = true;
}

static void set_text(Node *node, const FieldInfo *field, const YamlNode *from, const char *text)
{
    StrBuf clean = {0};
    YamlNode loaded = *from;
    loaded.text = view_of(text);
    reading_add_text(&clean, &loaded, field);
    node_set(node, field->field, strbuf_view(&clean));
    strbuf_done(&clean);
}

static void fill_item(Filler *filler, Node *item, const YamlNode *from, Items list, size_t index)
{
    NodeKind kind = node_kind(item);
    take(filler, item, from);
    if (from->kind == YAML_SCALAR) {
        set_text(item, kind_field(kind, FIELD_TEXT), from,
                 ((const char *const *)(const void *)list.items)[index]);
        return;
    }
    fill_mapping(filler, item, from, list.items + index * filler->schema->kinds[kind].record.bytes);
}

static void keep_bullet(Filler *filler, Node *bullet)
{
    filler->bullets =
        vector_grow(filler->bullets, filler->count, &filler->capacity, sizeof(Node *));
    filler->bullets[filler->count++] = bullet;
}

static void fill_list(Filler *filler, Node *list, const YamlNode *from, Items items)
{
    NodeKind kind = kind_info(node_kind(list))->item;
    take(filler, list, from);
    if (kind == NODE_BULLET) {
        filler->count = 0;
    }
    for (size_t i = 0, loaded = 0; i < from->count && loaded < items.count; i++) {
        if (schema_fits_item(kind, from->items[i].value)) {
            Node *item = node_append(list, node_new(kind));
            fill_item(filler, item, from->items[i].value, items, loaded++);
            if (kind == NODE_BULLET) {
                keep_bullet(filler, item);
            }
        }
    }
}

/* Member of the record's struct as text; "" when absent. */
static StrView record_text(const KindSchema *row, const char *members, KeyType type)
{
    for (size_t i = 0; i < row->record.count; i++) {
        if (row->keys[i].type == type) {
            return view_of(text_of(&row->record.fields[i], members));
        }
    }
    return view_of(NULL);
}

/* Gives one record to its bullet, or reports that it has none. */
static void attach_record(Filler *filler, const Node *highlights, const YamlNode *from,
                          const char *members)
{
    Reading *reading = filler->reading;
    const KindSchema *row = &filler->schema->kinds[NODE_BULLET];
    StrBuf starts = {0};
    text_clean(&starts, record_text(row, members, KEY_STARTS), CLEAN_LINE);
    size_t index = record_find_bullet(highlights, strbuf_view(&starts),
                                      record_number(record_text(row, members, KEY_NUMBER)));
    strbuf_done(&starts);
    Node *bullet = index < node_count(highlights) ? filler->bullets[index] : NULL;
    if (!bullet || reading->record_of[node_origin(bullet)] != 0) {
        faults_add(&reading->faults, from->place,
                   "%s: kept as it is; correct its \"starts\" or delete it",
                   bullet ? "a second record for the same bullet" : "no bullet begins like this");
        return;
    }
    reading->record_of[node_origin(bullet)] = from->index;
    reading->is_taken[from->index] = true;
    fill_mapping(filler, bullet, from, members);
}

static void fill_records(Filler *filler, Node *entry, const YamlNode *from, Items items)
{
    size_t bytes = filler->schema->kinds[NODE_BULLET].record.bytes;
    const Node *highlights = node_part(entry, NODE_HIGHLIGHTS);
    for (size_t i = 0, loaded = 0; i < from->count && loaded < items.count; i++) {
        if (from->items[i].value->kind == YAML_MAPPING) {
            attach_record(filler, highlights, from->items[i].value, items.items + bytes * loaded++);
        }
    }
}

static void fill_key(Filler *filler, Node *node, size_t index, const YamlNode *value,
                     const char *members)
{
    const KindSchema *row = &filler->schema->kinds[node_kind(node)];
    const SchemaKey *key = &row->keys[index];
    const YamlField *field = &row->record.fields[index];
    switch (key->type) {
    case KEY_FIELD:
        set_text(node, key->field, value, text_of(field, members));
        break;
    case KEY_MAPPING:
        take(filler, node_part_mutable(node, key->part), value);
        fill_mapping(filler, node_part_mutable(node, key->part), value, members + field->offset);
        break;
    case KEY_LIST:
        fill_list(filler, node_part_mutable(node, key->part), value, items_of(field, members));
        break;
    case KEY_RECORDS:
        fill_records(filler, node, value, items_of(field, members));
        break;
    default:
        break;
    }
}

static void fill_mapping(Filler *filler, Node *node, const YamlNode *from, const char *members)
{
    const KindSchema *row = &filler->schema->kinds[node_kind(node)];
    for (size_t i = 0; i < row->record.count; i++) {
        const YamlItem *item = schema_find(&row->keys[i], from);
        if (item && schema_fits(&row->keys[i], item->value)) {
            fill_key(filler, node, i, item->value, members);
        }
    }
}

void transport_fill(Reading *reading, const Schema *schema, const void *members)
{
    Filler filler = {.reading = reading, .schema = schema};
    take(&filler, reading->root, reading->tree.root);
    fill_mapping(&filler, reading->root, reading->tree.root, members);
    free(filler.bullets);
}
