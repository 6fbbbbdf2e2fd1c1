#include "store/place.h"

#include "bulletproof/base/utf8.h"

static const YamlNode *find_field(const Schema *schema, const YamlNode *mapping, NodeKind kind,
                                  FieldId field)
{
    const KindSchema *row = &schema->kinds[kind];
    for (size_t i = 0; mapping && i < row->record.count; i++) {
        const SchemaKey *key = &row->keys[i];
        if (key->type == KEY_FIELD && key->field->field == field) {
            const YamlItem *item = schema_find(key, mapping);
            return item ? item->value : NULL;
        }
    }
    return NULL;
}

/* Where the text of a field stands, or NULL. */
static const YamlNode *find_text(const Schema *schema, const OriginSource *source,
                                 const PlaceQuery *query)
{
    NodeKind kind = node_kind(query->node);
    if (query->field == FIELD_TEXT) {
        return origins_find(source, query->node);
    }
    const YamlNode *mapping = kind == NODE_BULLET ? origins_find_record(source, query->node)
                                                  : origins_find(source, query->node);
    return find_field(schema, mapping, kind, query->field);
}

/* Moves on by characters, where the file has them one for one: on one line, without escapes
 * before. Elsewhere the start has to do. */
static DiagPlace advance(const YamlTree *tree, const YamlNode *scalar, size_t offset)
{
    DiagPlace place = scalar->place;
    StrView span = view_slice(tree->text, scalar->start, scalar->end);
    bool is_quoted = scalar->style == YAML_STYLE_SINGLE || scalar->style == YAML_STYLE_DOUBLE;
    if (scalar->has_tag || scalar->has_anchor) {
        return place;
    }
    StrView written = view_slice(span, is_quoted ? 1 : 0, span.length);
    size_t bytes = utf8_offset(scalar->text, offset);
    if (view_equal(view_slice(written, 0, bytes), view_slice(scalar->text, 0, bytes)) &&
        view_find(view_slice(written, 0, bytes), '\n') == bytes) {
        place.column += (unsigned)(offset + (is_quoted ? 1 : 0));
    }
    return place;
}

DiagPlace place_find(const Schema *schema, const OriginSource *source, const PlaceQuery *query)
{
    const YamlNode *text = query->field < FIELD_COUNT ? find_text(schema, source, query) : NULL;
    if (text) {
        return advance(&source->reading->tree, text, query->offset);
    }
    for (const Node *node = query->node; node; node = node_parent(node)) {
        const YamlNode *origin = origins_find(source, node);
        if (origin) {
            return origin->place;
        }
    }
    return (DiagPlace){0, 0};
}
