/* The file that an import makes. */
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/kind.h"
#include "store/import_value.h"
#include "store/scalar.h"

enum { STEP = 2, FOREIGN_RANK = 1000 };

/* What is known of a place: the kind that stands there, NODE_KIND_COUNT for what is not ours. */
typedef struct {
    NodeKind kind;
    size_t rank; /* among its siblings */
} Standing;

static Standing standing_of(NodeKind parent, StrView key)
{
    size_t count, parts = 0;
    const FieldInfo *fields = parent < NODE_KIND_COUNT ? kind_fields(parent, &count) : NULL;
    for (size_t i = 0; fields && i < count; i++) {
        if (view_is(key, field_key(fields[i].field))) {
            return (Standing){NODE_KIND_COUNT, i};
        }
    }
    const NodeKind *children = fields ? kind_children(parent, &parts) : NULL;
    for (size_t i = 0; i < parts; i++) {
        if (view_is(key, kind_info(children[i])->key)) {
            return (Standing){children[i], count + i};
        }
    }
    return (Standing){NODE_KIND_COUNT, FOREIGN_RANK};
}

/* --- Taken over as they stood ----------------------------------------------------------------- */

static void copy_value(StrBuf *out, const YamlNode *node, size_t indent);

/* A text that ends in one line end reads best as a block that ends so. */
static bool is_ended_block(StrView text)
{
    bool is_ended = text.length > 0 && text.data[text.length - 1] == '\n';
    return is_ended && scalar_is_block(view_slice(text, 0, text.length - 1));
}

static void add_text(StrBuf *out, StrView text, size_t indent)
{
    if (scalar_is_block(text)) {
        strbuf_add(out, "|-\n");
        scalar_add_block_lines(out, text, indent + STEP, "\n");
        return;
    }
    scalar_add_line(out, text, false);
    strbuf_add_char(out, '\n');
}

static bool is_bare(const YamlNode *node)
{
    return node->style == YAML_STYLE_PLAIN && !node->has_tag && node->text.length > 0 &&
           view_find(node->text, '\n') == node->text.length;
}

/* What stood without quotes may be a number or a flag, and stays one. */
static void copy_scalar(StrBuf *out, const YamlNode *node, size_t indent)
{
    StrView text = node->text;
    if (yaml_is_null(node)) {
        strbuf_add(out, "~\n");
    } else if (is_bare(node)) {
        strbuf_add_view(out, text);
        strbuf_add_char(out, '\n');
    } else if (is_ended_block(text)) {
        strbuf_add(out, "|\n");
        scalar_add_block_lines(out, view_slice(text, 0, text.length - 1), indent + STEP, "\n");
    } else {
        add_text(out, text, indent);
    }
}

static void copy_items(StrBuf *out, const YamlNode *node, size_t indent)
{
    for (size_t i = 0; i < node->count; i++) {
        const YamlItem *item = &node->items[i];
        strbuf_add_repeated(out, ' ', i == 0 ? 0 : indent);
        if (item->key) {
            scalar_add_line(out, item->key->text, false);
            strbuf_add_char(out, ':');
        } else {
            strbuf_add_char(out, '-');
        }
        bool is_nested = item->value->kind != YAML_SCALAR && item->value->count > 0;
        if (item->key && is_nested) {
            strbuf_add_char(out, '\n');
            strbuf_add_repeated(out, ' ', indent + STEP);
        } else {
            strbuf_add_char(out, ' ');
        }
        copy_value(out, item->value, indent + STEP);
    }
}

/* Begins where the cursor stands; further lines are indented by `indent`. */
static void copy_value(StrBuf *out, const YamlNode *node, size_t indent)
{
    if (node->kind == YAML_SCALAR) {
        copy_scalar(out, node, indent - STEP);
    } else if (node->count == 0) {
        strbuf_add(out, node->kind == YAML_MAPPING ? "{}\n" : "[]\n");
    } else {
        copy_items(out, node, indent);
    }
}

/* --- The resume ------------------------------------------------------------------------------- */

typedef struct {
    const ImportValue *value;
    Standing standing;
} Ranked;

static void write_value(StrBuf *out, const ImportValue *value, NodeKind kind, size_t indent);

static int compare_ranks(const void *left, const void *right)
{
    const Ranked *a = left, *b = right;
    if (a->standing.rank != b->standing.rank) {
        return a->standing.rank < b->standing.rank ? -1 : 1;
    }
    return (a->value->index > b->value->index) - (a->value->index < b->value->index);
}

/* What was begun and then got nothing: no pair of it is written. */
static bool says_nothing(const ImportValue *value)
{
    if (value->copy || value->kind != YAML_MAPPING) {
        return !value->copy && value->count == 0 && value->text.length == 0;
    }
    for (const ImportValue *child = value->first; child; child = child->next) {
        if (!says_nothing(child)) {
            return false;
        }
    }
    return true;
}

/* The pairs that say something, in the order of the file. Owned by the caller. */
static Ranked *rank(const ImportValue *mapping, NodeKind kind, size_t *count)
{
    Ranked *ranked = xalloc(mapping->count * sizeof(*ranked));
    *count = 0;
    for (const ImportValue *value = mapping->first; value; value = value->next) {
        if (!says_nothing(value)) {
            ranked[(*count)++] = (Ranked){value, standing_of(kind, value->key)};
        }
    }
    qsort(ranked, *count, sizeof(*ranked), compare_ranks);
    return ranked;
}

static bool is_nested(const ImportValue *value)
{
    return value->copy ? value->copy->kind != YAML_SCALAR && value->copy->count > 0
                       : value->kind != YAML_SCALAR && value->count > 0;
}

static void write_pairs(StrBuf *out, const ImportValue *mapping, NodeKind kind, size_t indent)
{
    size_t count;
    Ranked *ranked = rank(mapping, kind, &count);
    for (size_t i = 0; i < count; i++) {
        const ImportValue *value = ranked[i].value;
        strbuf_add_repeated(out, ' ', i == 0 ? 0 : indent);
        strbuf_add(out, !mapping->parent && i > 0 ? "\n" : "");
        scalar_add_line(out, value->key, false);
        strbuf_add_char(out, ':');
        strbuf_add_char(out, is_nested(value) ? '\n' : ' ');
        strbuf_add_repeated(out, ' ', is_nested(value) ? indent + STEP : 0);
        write_value(out, value, ranked[i].standing.kind, indent + STEP);
    }
    free(ranked);
}

static void write_items(StrBuf *out, const ImportValue *list, NodeKind kind, size_t indent)
{
    NodeKind item = kind < NODE_KIND_COUNT ? kind_info(kind)->item : kind;
    for (const ImportValue *value = list->first; value; value = value->next) {
        strbuf_add_repeated(out, ' ', value == list->first ? 0 : indent);
        strbuf_add(out, "- ");
        write_value(out, value, item, indent + STEP);
    }
}

/* As copy_value. */
static void write_value(StrBuf *out, const ImportValue *value, NodeKind kind, size_t indent)
{
    if (value->copy) {
        copy_value(out, value->copy, indent);
    } else if (value->kind == YAML_SCALAR) {
        add_text(out, value->text, indent - STEP);
    } else if (says_nothing(value)) {
        strbuf_add(out, value->kind == YAML_MAPPING ? "{}\n" : "[]\n");
    } else if (value->kind == YAML_MAPPING) {
        write_pairs(out, value, kind, indent);
    } else {
        write_items(out, value, kind, indent);
    }
}

void import_value_write(StrBuf *out, const ImportValue *root)
{
    write_value(out, root, NODE_RESUME, 0);
}
