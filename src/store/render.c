#include "store/render.h"

#include "store/scalar.h"

/* --- Brackets --------------------------------------------------------------------------------- */

static void render_flow_scalar(StrBuf *out, const Want *value, const RenderStyle *style)
{
    if (!value->field) {
        strbuf_add_view(out, value->text);
    } else if (style->is_json) {
        scalar_add_quoted(out, value->text);
    } else {
        scalar_add_line(out, value->text, true);
    }
}

void render_flow_pair(StrBuf *out, const WantItem *item, size_t indent, const RenderStyle *style)
{
    strbuf_addf(out, style->is_json ? "\"%s\": " : "%s: ", item->key->key);
    render_flow(out, item->value, indent, style);
}

static void new_line(StrBuf *out, size_t indent, const RenderStyle *style)
{
    strbuf_add(out, style->line_end);
    strbuf_add_repeated(out, ' ', indent);
}

static void render_flow_items(StrBuf *out, const Want *value, size_t indent,
                              const RenderStyle *style)
{
    bool has_lines = style->is_json && !style->is_compact;
    bool is_first = true;
    for (size_t i = 0; i < value->count; i++) {
        const WantItem *item = &value->items[i];
        if (!item->value) {
            continue;
        }
        strbuf_add(out, is_first ? "" : has_lines ? "," : ", ");
        is_first = false;
        if (has_lines) {
            new_line(out, indent + style->step, style);
        }
        if (item->key) {
            render_flow_pair(out, item, indent + style->step, style);
        } else {
            render_flow(out, item->value, indent + style->step, style);
        }
    }
}

void render_flow(StrBuf *out, const Want *value, size_t indent, const RenderStyle *style)
{
    if (style->write_flow_item && style->write_flow_item(style, out, value)) {
        return;
    }
    if (value->kind == YAML_SCALAR) {
        render_flow_scalar(out, value, style);
        return;
    }
    bool is_mapping = value->kind == YAML_MAPPING;
    strbuf_add_char(out, is_mapping ? '{' : '[');
    render_flow_items(out, value, indent, style);
    if (style->is_json && !style->is_compact && !want_is_empty(value)) {
        new_line(out, indent, style);
    }
    strbuf_add_char(out, is_mapping ? '}' : ']');
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static void render_scalar(StrBuf *out, const Want *value, size_t indent, const RenderStyle *style)
{
    if (!value->field) {
        strbuf_add_view(out, value->text);
    } else if (scalar_is_block(value->text)) {
        strbuf_addf(out, "|-%s", style->line_end);
        scalar_add_block_lines(out, value->text, indent + style->step, style->line_end);
        return;
    } else {
        scalar_add_line(out, value->text, false);
    }
    strbuf_add(out, style->line_end);
}

void render_item(StrBuf *out, const Want *item, size_t indent, const RenderStyle *style)
{
    strbuf_add(out, "- ");
    if (item->kind == YAML_SCALAR) {
        render_scalar(out, item, indent, style);
    } else if (want_is_empty(item)) {
        strbuf_addf(out, "%s%s", item->kind == YAML_MAPPING ? "{}" : "[]", style->line_end);
    } else {
        render_pairs(out, item, indent + 2, style);
    }
}

static void render_items(StrBuf *out, const Want *list, size_t indent, const RenderStyle *style)
{
    for (size_t i = 0; i < list->count; i++) {
        const Want *item = list->items[i].value;
        if (!style->write_item || !style->write_item(style, out, item, indent)) {
            strbuf_add_repeated(out, ' ', indent);
            render_item(out, item, indent, style);
        }
    }
}

void render_value(StrBuf *out, const Want *value, size_t indent, const RenderStyle *style)
{
    if (value->kind == YAML_SCALAR) {
        strbuf_add_char(out, ' ');
        render_scalar(out, value, indent, style);
    } else if (want_is_empty(value)) {
        strbuf_addf(out, " %s%s", value->kind == YAML_MAPPING ? "{}" : "[]", style->line_end);
    } else if (value->kind == YAML_SEQUENCE) {
        strbuf_add(out, style->line_end);
        render_items(out, value, indent + style->dash, style);
    } else {
        strbuf_add(out, style->line_end);
        strbuf_add_repeated(out, ' ', indent + style->step);
        render_pairs(out, value, indent + style->step, style);
    }
}

void render_pair(StrBuf *out, const WantItem *item, size_t indent, const RenderStyle *style)
{
    strbuf_addf(out, "%s:", item->key->key);
    render_value(out, item->value, indent, style);
}

void render_pairs(StrBuf *out, const Want *mapping, size_t indent, const RenderStyle *style)
{
    bool is_first = true;
    for (size_t i = 0; i < mapping->count; i++) {
        if (!mapping->items[i].value) {
            continue;
        }
        strbuf_add_repeated(out, ' ', is_first ? 0 : indent);
        is_first = false;
        render_pair(out, &mapping->items[i], indent, style);
    }
}

void render_file(StrBuf *out, const Want *root, const RenderStyle *style)
{
    if (style->is_json) {
        render_flow(out, root, 0, style);
        strbuf_add(out, style->line_end);
        return;
    }
    bool is_first = true;
    for (size_t i = 0; i < root->count; i++) {
        if (root->items[i].value) {
            strbuf_add(out, is_first ? "" : style->line_end);
            is_first = false;
            render_pair(out, &root->items[i], 0, style);
        }
    }
}
