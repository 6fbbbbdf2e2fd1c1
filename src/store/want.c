#include "store/want.h"

#include "bulletproof/text/clean.h"
#include "store/reading.h"
#include "store/record.h"

typedef struct {
    Arena *arena;
    const Schema *schema;
    const WantSource *source;
} Maker;

static Want *make_mapping(const Maker *maker, const Node *node);

static Want *make(const Maker *maker, YamlKind kind, const YamlNode *origin, size_t count)
{
    Want *want = arena_alloc(maker->arena, sizeof(*want));
    want->kind = kind;
    want->origin = origin;
    want->items = arena_alloc(maker->arena, count * sizeof(*want->items));
    return want;
}

static const YamlNode *origin_of(const Maker *maker, const Node *node)
{
    const WantSource *source = maker->source;
    return source->find ? source->find(source->context, node) : NULL;
}

static Want *make_text(const Maker *maker, StrView text, const FieldInfo *field)
{
    Want *want = make(maker, YAML_SCALAR, NULL, 0);
    want->text = text;
    want->field = field;
    return want;
}

static Want *make_field(const Maker *maker, const Node *node, const FieldInfo *field)
{
    StrView text = node_view(node, field->field);
    bool is_flag = field->field == FIELD_HIDDEN || field->field == FIELD_OFF_PAGE;
    bool is_plain = is_flag && view_is(text, "true"); /* true, not "true" */
    return text.length > 0 ? make_text(maker, text, is_plain ? NULL : field) : NULL;
}

static Want *make_item(const Maker *maker, const Node *node)
{
    NodeKind kind = node_kind(node);
    if (kind_info(kind)->shape == SHAPE_MAPPING) {
        return make_mapping(maker, node);
    }
    Want *want = make_text(maker, node_view(node, FIELD_TEXT), kind_field(kind, FIELD_TEXT));
    want->origin = origin_of(maker, node);
    return want;
}

static Want *make_list(const Maker *maker, const Node *list)
{
    const YamlNode *origin = origin_of(maker, list);
    size_t count = node_count(list);
    if (!origin && count == 0) {
        return NULL;
    }
    Want *want = make(maker, YAML_SEQUENCE, origin, count);
    for (size_t i = 0; i < count; i++) {
        want->items[want->count++].value = make_item(maker, node_child(list, i));
    }
    return want;
}

/* Whether a part has a text or an item, however empty, and so stands in a new file. */
static bool has_content(const Node *part)
{
    if (kind_info(node_kind(part))->shape == SHAPE_LIST) {
        return node_count(part) > 0;
    }
    bool has = !node_is_blank(part);
    for (size_t i = 0; i < node_count(part) && !has; i++) {
        has = has_content(node_child(part, i));
    }
    return has;
}

static bool is_known_key(const KindSchema *row, const YamlNode *record, const YamlItem *item)
{
    for (size_t i = 0; i < row->record.count; i++) {
        if (yaml_find(record, row->keys[i].key) == item) {
            return true;
        }
    }
    return false;
}

static bool holds_stranger(const KindSchema *row, const YamlNode *mapping)
{
    for (size_t i = 0; i < mapping->count; i++) {
        if (!is_known_key(row, mapping, &mapping->items[i])) {
            return true;
        }
    }
    return false;
}

/* A mapping that was there stays when it is emptied; a walkthrough that is over leaves no trace. */
static bool stays_empty(const Maker *maker, const Node *part)
{
    const YamlNode *origin = origin_of(maker, part);
    const KindSchema *row = &maker->schema->kinds[node_kind(part)];
    return origin && (node_kind(part) != NODE_WALKTHROUGH || holds_stranger(row, origin));
}

static Want *make_part(const Maker *maker, const Node *part)
{

    if (kind_info(node_kind(part))->shape == SHAPE_LIST) {
        return make_list(maker, part);
    }
    bool is_there = has_content(part) || stays_empty(maker, part);
    return is_there ? make_mapping(maker, part) : NULL;
}

/* --- Records of bullets ------------------------------------------------------------------------
 */

static bool has_data(const Node *bullet)
{
    size_t count;
    const FieldInfo *fields = kind_fields(NODE_BULLET, &count);
    for (size_t i = 0; i < count; i++) {
        if (fields[i].field != FIELD_TEXT && node_has(bullet, fields[i].field)) {
            return true;
        }
    }
    for (size_t i = 0; i < node_count(bullet); i++) {
        if (node_count(node_child(bullet, i)) > 0) {
            return true;
        }
    }
    return false;
}

/* A record of a bullet without data goes, unless it holds something that is not ours or never
 * held data. */
static bool is_kept_empty(const Maker *maker, const YamlNode *record)
{
    const KindSchema *row = &maker->schema->kinds[NODE_BULLET];
    bool had_data = false;
    for (size_t i = 0; i < row->record.count; i++) {
        KeyType type = row->keys[i].type;
        bool is_data = type == KEY_FIELD || type == KEY_LIST;
        const YamlItem *item = is_data ? schema_find(&row->keys[i], record) : NULL;
        had_data = had_data || (item && !reading_says_nothing(&row->keys[i], item->value));
    }
    return holds_stranger(row, record) || !had_data;
}

static StrView address_text(const YamlNode *record, const char *key)
{
    const YamlItem *item = yaml_find(record, key);
    return item && item->value->kind == YAML_SCALAR ? item->value->text : view_of(NULL);
}

/* Whether the record's own number and first words would find the bullet again. */
static bool finds_bullet(const YamlNode *record, const Node *bullet)
{
    if (!record) {
        return false;
    }
    StrBuf starts = {0};
    text_clean(&starts, address_text(record, "starts"), CLEAN_LINE);
    size_t found = record_find_bullet(node_parent(bullet), strbuf_view(&starts),
                                      record_number(address_text(record, "bullet")));
    strbuf_done(&starts);
    return found == node_index(bullet);
}

static Want *make_record_value(const Maker *maker, const Node *bullet, const SchemaKey *key)
{
    switch (key->type) {
    case KEY_NUMBER:
        return make_text(maker, view_of(arena_format(maker->arena, "%zu", node_index(bullet) + 1)),
                         NULL);
    case KEY_STARTS: {
        StrView words = record_first_words(node_view(bullet, FIELD_TEXT));
        return words.length > 0 ? make_text(maker, words, kind_field(NODE_TAG, FIELD_TEXT)) : NULL;
    }
    case KEY_FIELD:
        return make_field(maker, bullet, key->field);
    default:
        return make_part(maker, node_part(bullet, key->part));
    }
}

static Want *make_record(const Maker *maker, const Node *bullet, const YamlNode *origin)
{
    const KindSchema *row = &maker->schema->kinds[NODE_BULLET];
    Want *want = make(maker, YAML_MAPPING, origin, row->record.count);
    bool is_found = finds_bullet(origin, bullet);
    for (size_t i = 0; i < row->record.count; i++) {
        const SchemaKey *key = &row->keys[i];
        bool is_address = key->type == KEY_NUMBER || key->type == KEY_STARTS;
        want->items[want->count++] = (WantItem){
            .key = key,
            .value = make_record_value(maker, bullet, key),
            .is_kept = is_address && is_found,
        };
    }
    return want;
}

static Want *make_records(const Maker *maker, const Node *entry, const SchemaKey *key,
                          const YamlNode *entry_origin)
{
    const Node *bullets = node_part(entry, NODE_HIGHLIGHTS);
    const YamlItem *old = entry_origin ? schema_find(key, entry_origin) : NULL;
    const YamlNode *origin = old && schema_fits(key, old->value) ? old->value : NULL;
    Want *want = make(maker, YAML_SEQUENCE, origin, node_count(bullets));
    for (size_t i = 0; i < node_count(bullets); i++) {
        const Node *bullet = node_child(bullets, i);
        const YamlNode *record =
            maker->source->find ? maker->source->find_record(maker->source->context, bullet) : NULL;
        if (has_data(bullet) || (record && is_kept_empty(maker, record))) {
            want->items[want->count++].value = make_record(maker, bullet, record);
        }
    }
    return origin || want->count > 0 ? want : NULL;
}

/* --- Mappings --------------------------------------------------------------------------------- */

static Want *make_value(const Maker *maker, const Node *node, const SchemaKey *key,
                        const YamlNode *origin)
{
    switch (key->type) {
    case KEY_FIELD:
        return make_field(maker, node, key->field);
    case KEY_RECORDS:
        return make_records(maker, node, key, origin);
    default:
        return make_part(maker, node_part(node, key->part));
    }
}

static Want *make_mapping(const Maker *maker, const Node *node)
{
    const KindSchema *row = &maker->schema->kinds[node_kind(node)];
    const YamlNode *origin = origin_of(maker, node);
    Want *want = make(maker, YAML_MAPPING, origin, row->record.count);
    for (size_t i = 0; i < row->record.count; i++) {
        const SchemaKey *key = &row->keys[i];
        want->items[want->count++] =
            (WantItem){.key = key, .value = make_value(maker, node, key, origin)};
    }
    return want;
}

Want *want_make(Arena *arena, const Schema *schema, const WantSource *source, const Node *root)
{
    const Maker maker = {arena, schema, source};
    return make_mapping(&maker, root);
}

bool want_is_empty(const Want *want)
{
    for (size_t i = 0; i < want->count; i++) {
        if (want->items[i].value) {
            return false;
        }
    }
    return true;
}
