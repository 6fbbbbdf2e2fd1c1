/* JSON Resume 1.0.0, as other programs take it: what the page shows, without what is this program's
 * own. Hidden things, tags, waivers, variants and settings stay at home. */
#include <stdio.h>
#include <string.h>

#include "bulletproof/store/store.h"
#include "export/formats.h"
#include "export/link.h"

#define SCHEMA "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

typedef struct {
    size_t left_out; /* values that the schema has no place for */
    StrBuf first;    /* the path of the first */
} Copier;

/* --- Values ---------------------------------------------------------------------- */

/* Day, month and year as the schema writes them. What goes on has no end. */
static bool add_date(StrBuf *out, StrView text)
{
    Date date;
    bool is_date = date_parse_free(text, &date);
    if (is_date) {
        date_add(out, date, DATE_FORM_ISO);
    }
    return is_date || date_is_open_end(text);
}

static bool is_host_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
}

/* RFC 5321, as far as the schema's readers look: one at sign, and a host with a point behind it. */
static bool is_email(StrView text)
{
    size_t at = view_find(text, '@');
    StrView host = view_slice(text, at + 1, text.length);
    for (size_t i = 0; i < host.length; i++) {
        if (!is_host_byte(host.data[i])) {
            return false;
        }
    }
    size_t point = view_find(host, '.');
    return at > 0 && view_find(text, ' ') == text.length && point > 0 && point + 1 < host.length;
}

/* In the form that the schema wants; false when it cannot be. */
static bool add_value(StrBuf *out, const Node *node, const FieldInfo *field)
{
    StrView text = view_trim(node_view(node, field->field));
    switch (field->type) {
    case FIELD_TYPE_DATE:
        return add_date(out, text);
    case FIELD_TYPE_LINK:
        return link_add(out, node_text(node, field->field));
    case FIELD_TYPE_EMAIL:
        strbuf_add_view(out, text);
        return is_email(text);
    default:
        strbuf_add_view(out, text);
        return true;
    }
}

/* --- The tree -------------------------------------------------------------------- */

/* A bullet is its text; whatever else belongs to it is ours. */
static bool is_own_field(NodeKind kind, FieldId field)
{
    bool is_of_bullet = kind == NODE_BULLET && field != FIELD_TEXT;
    return is_of_bullet || field == FIELD_HIDDEN || field == FIELD_OFF_PAGE;
}

static bool is_own_kind(NodeKind kind)
{
    return kind == NODE_MARKS || kind == NODE_TAGS || kind == NODE_WAIVERS || kind == NODE_SETTINGS;
}

static void leave_out(Copier *copier, const Node *node, FieldId field)
{
    if (copier->left_out++ == 0) {
        node_add_path(&copier->first, node);
        strbuf_addf(&copier->first, ".%s", field_key(field));
    }
}

static void copy_fields(Copier *copier, Node *to, const Node *from)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(from), &count);
    for (size_t i = 0; i < count; i++) {
        StrBuf value = {0};
        if (is_own_field(node_kind(from), fields[i].field) || !node_has(from, fields[i].field)) {
            continue;
        }
        if (add_value(&value, from, &fields[i])) {
            node_set(to, fields[i].field, strbuf_view(&value));
        } else {
            leave_out(copier, from, fields[i].field);
        }
        strbuf_done(&value);
    }
}

static void copy_node(Copier *copier, Node *to, const Node *from);

static void copy_items(Copier *copier, Node *to, const Node *from)
{
    for (size_t i = 0; i < node_count(from); i++) {
        const Node *item = node_child(from, i);
        if (!node_is_blank(item) && !node_is_hidden(item)) {
            copy_node(copier, node_append(to, node_new(node_kind(item))), item);
        }
    }
}

/* As deep as kinds are in each other. */
static void copy_node(Copier *copier, Node *to, const Node *from)
{
    copy_fields(copier, to, from);
    if (kind_info(node_kind(from))->shape == SHAPE_LIST) {
        copy_items(copier, to, from);
        return;
    }
    for (size_t i = 0; i < node_count(from); i++) {
        const Node *part = node_child(from, i);
        if (!is_own_kind(node_kind(part))) {
            copy_node(copier, node_part_mutable(to, node_kind(part)), part);
        }
    }
}

static void fill_report(const Copier *copier, ExportReport *report)
{
    report->is_faulty = copier->left_out > 0;
    if (copier->left_out > 0) {
        snprintf(report->note, sizeof(report->note), "JSON Resume has no form for %s%s: left out",
                 strbuf_text(&copier->first), copier->left_out > 1 ? " and others" : "");
    }
}

bool format_jsonresume(const ExportInput *input, StrBuf *out, ExportReport *report, Diag *diag)
{
    (void)diag; /* nothing can fail */
    Copier copier = {0};
    Node *root = node_new(NODE_RESUME);
    copy_node(&copier, root, input->root);
    node_set(root, FIELD_SCHEMA, view_of(SCHEMA));
    store_render(root, STORE_JSON, out);
    fill_report(&copier, report);
    strbuf_done(&copier.first);
    node_free(root);
    return true;
}
