#include "store/place.h"

#include <string.h>

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

/* Where the first character of a text stands: behind tag, anchor and quote, or on the line below
 * a "|". */
static size_t first_character(StrView text, const YamlNode *scalar)
{
    size_t at = scalar->start;
    while (at < scalar->end && (scalar->has_tag || scalar->has_anchor) &&
           memchr("&! ", text.data[at], 3)) {
        while (at < scalar->end && text.data[at] != ' ') {
            at++;
        }
        while (at < scalar->end && text.data[at] == ' ') {
            at++;
        }
    }
    if (scalar->style == YAML_STYLE_SINGLE || scalar->style == YAML_STYLE_DOUBLE) {
        return at + 1;
    }
    if (scalar->style != YAML_STYLE_PLAIN) {
        at += view_find(view_slice(text, at, scalar->end), '\n') + 1;
        while (at < scalar->end && text.data[at] == ' ') {
            at++;
        }
    }
    return at;
}

/* Past a line end of the file and the blanks around it: to the reader one blank or one line end. */
static size_t skip_fold(StrView text, size_t at, size_t end)
{
    while (at < end && memchr(" \t\r\n", text.data[at], 4)) {
        at++;
    }
    return at;
}

static bool is_fold(StrView text, size_t at, size_t end)
{
    size_t after = skip_fold(text, at, end);
    return after > at && memchr(text.data + at, '\n', after - at);
}

/* Walks through the text as it was read and as it is written, side by side, as long as they are
 * the same or differ by line ends only. Stops at an escape. */
static size_t find_character(StrView text, const YamlNode *scalar, size_t offset)
{
    size_t at = first_character(text, scalar);
    size_t end = utf8_offset(scalar->text, offset);
    for (size_t i = 0; i < end && at < scalar->end; i++) {
        char wanted = scalar->text.data[i];
        if ((wanted == ' ' || wanted == '\n') && is_fold(text, at, scalar->end)) {
            at = skip_fold(text, at, scalar->end);
        } else if (text.data[at] == wanted) {
            at++;
        } else if (wanted != '\n') {
            return at;
        }
    }
    return at;
}

static DiagPlace advance(const YamlTree *tree, const YamlNode *scalar, size_t offset)
{
    size_t found = find_character(tree->text, scalar, offset);
    return yaml_place_from(tree->text, scalar->place, scalar->start, found);
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
