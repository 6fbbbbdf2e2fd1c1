#include "bulletproof/model/variant.h"

#include <string.h>
#include <strings.h>

#include "model/node_inside.h"

const Node *variant_list(const Node *root)
{
    return node_part(node_settings(root), NODE_VARIANTS);
}

const Node *variant_find(const Node *root, const char *name)
{
    const Node *list = variant_list(root);
    for (size_t i = 0; i < node_count(list); i++) {
        if (strcasecmp(node_text(node_child(list, i), FIELD_NAME), name) == 0) {
            return node_child(list, i);
        }
    }
    return NULL;
}

/* --- What is in ---------------------------------------------------------------------------- */

static const Node *tags_of(const Node *node)
{
    const Node *tags = node_part(node, NODE_TAGS);
    return tags ? tags : node_part(node, NODE_MARKS);
}

static bool has_tag(const Node *tags, const char *tag)
{
    for (size_t i = 0; i < node_count(tags); i++) {
        if (strcasecmp(node_text(node_child(tags, i), FIELD_TEXT), tag) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether the node's own tags let it in. */
static bool is_let_in(const Node *variant, const Node *node)
{
    const Node *wanted = node_part(variant, NODE_TAGS), *tags = tags_of(node);
    if (node_count(wanted) == 0 || !tags || node_count(tags) == 0) {
        return true;
    }
    for (size_t i = 0; i < node_count(wanted); i++) {
        if (has_tag(tags, node_text(node_child(wanted, i), FIELD_TEXT))) {
            return true;
        }
    }
    return false;
}

bool variant_has(const Node *variant, const Node *node)
{
    for (; variant && node; node = node_parent(node)) {
        if (node_kind(node) != NODE_VARIANT && !is_let_in(variant, node)) {
            return false;
        }
    }
    return true;
}

const Node *variant_tags(const Node *node)
{
    const Node *tags = node ? tags_of(node) : NULL;
    while (node && !tags) {
        node = node_parent(node);
        tags = node ? tags_of(node) : NULL;
    }
    return tags;
}

size_t variant_count_out(const Node *root, const Node *variant)
{
    size_t count = 0;
    for (size_t i = 0; variant && i < node_count(root); i++) {
        const Node *child = node_child(root, i);
        bool is_in = node_kind(child) == NODE_VARIANT || is_let_in(variant, child);
        count += is_in ? variant_count_out(child, variant) : 1;
    }
    return count;
}

/* --- The resume as a variant has it --------------------------------------------------------- */

static void copy_marks(Node *copy, const Node *node)
{
    copy->id = node->id;
    copy->origin = node->origin;
    for (size_t i = 0; i < node->count; i++) {
        copy_marks(copy->children[i], node->children[i]);
    }
}

/* What is out goes, children before their parents' indexes move. */
static void prune(Node *node, const Node *variant)
{
    bool is_list = kind_info(node->kind)->shape == SHAPE_LIST;
    for (size_t i = node->count; i > 0; i--) {
        Node *child = node->children[i - 1];
        if (is_list && child->kind != NODE_VARIANT && !is_let_in(variant, child)) {
            node_detach(child);
            node_free(child);
        } else {
            prune(child, variant);
        }
    }
}

static void put(Node *target, const Node *variant, FieldId field)
{
    if (node_has(variant, field)) {
        node_set(target, field, node_view(variant, field));
    }
}

Node *variant_make(const Node *root, const Node *variant)
{
    Node *copy = node_copy(root);
    copy_marks(copy, root);
    if (!variant) {
        return copy;
    }
    prune(copy, variant);
    Node *basics = node_part_mutable(copy, NODE_BASICS);
    Node *settings = node_part_mutable(node_part_mutable(copy, NODE_META), NODE_SETTINGS);
    put(basics, variant, FIELD_LABEL);
    put(basics, variant, FIELD_SUMMARY);
    put(settings, variant, FIELD_THEME);
    put(settings, variant, FIELD_JOB);
    return copy;
}

/* --- Order ---------------------------------------------------------------------------------- */

static bool is_section(const ThemeSection *section, const char *name)
{
    bool is_summary = section->kind == NODE_BASICS;
    return strcasecmp(kind_info(section->kind)->key, name) == 0 ||
           strcasecmp(section->heading, name) == 0 ||
           (is_summary && strcasecmp(name, "summary") == 0);
}

static void order_by(const Node *order, Theme *theme)
{
    size_t next = 0;
    for (size_t i = 0; i < node_count(order); i++) {
        const char *name = node_text(node_child(order, i), FIELD_TEXT);
        size_t at = next;
        while (at < theme->section_count && !is_section(&theme->sections[at], name)) {
            at++;
        }
        if (at == theme->section_count) {
            continue; /* no such section on this page */
        }
        ThemeSection section = theme->sections[at];
        memmove(&theme->sections[next + 1], &theme->sections[next],
                (at - next) * sizeof(ThemeSection));
        theme->sections[next++] = section;
    }
}

void variant_order(const Node *root, const Node *variant, Theme *theme)
{
    order_by(node_part(node_settings(root), NODE_ORDER), theme);
    if (variant) {
        order_by(node_part(variant, NODE_ORDER), theme);
    }
}

/* --- Difference ----------------------------------------------------------------------------- */

enum { SHOWN_BYTES = 60 };

/* The first words of what a node says, cut at a blank. */
static StrView first_words(StrView text)
{
    StrView line = view_slice(text, 0, view_find(text, '\n'));
    size_t end = line.length;
    if (end > SHOWN_BYTES) {
        for (end = SHOWN_BYTES; end > 0 && line.data[end] != ' '; end--) {
        }
    }
    return view_slice(line, 0, end > 0 ? end : line.length);
}

static StrView words_of(const Node *node)
{
    static const FieldId names[] = {FIELD_TEXT, FIELD_POSITION, FIELD_NAME, FIELD_INSTITUTION,
                                    FIELD_TITLE};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (node_has(node, names[i])) {
            return first_words(node_view(node, names[i]));
        }
    }
    return view_of("");
}

static void add_item(StrBuf *out, char sign, const Node *node)
{
    const KindInfo *list = node_parent(node) ? kind_info(node_kind(node_parent(node))) : NULL;
    strbuf_addf(out, "%c ", sign);
    node_add_path(out, node);
    strbuf_addf(out, ": %.*s", VIEW_ARG(words_of(node)));
    strbuf_addf(out, list && list->shape == SHAPE_LIST ? " (%s)\n" : "\n", list ? list->label : "");
}

/* A list's items of which one variant has what the other has not; what is in such an item is not
 * told again. */
static size_t add_items(StrBuf *out, const Node *list, const Node *a, const Node *b)
{
    size_t lines = 0;
    for (size_t i = 0; i < node_count(list); i++) {
        const Node *child = node_child(list, i);
        bool is_item = kind_info(node_kind(list))->shape == SHAPE_LIST;
        bool is_in_a = !a || is_let_in(a, child), is_in_b = !b || is_let_in(b, child);
        if (is_item && is_in_a != is_in_b) {
            add_item(out, is_in_b ? '+' : '-', child);
            lines++;
        } else if (is_in_a && node_kind(child) != NODE_META) {
            lines += add_items(out, child, a, b);
        }
    }
    return lines;
}

static StrView value_of(const Node *root, const Node *variant, FieldId field)
{
    const Node *settings = node_settings(root);
    bool is_setting = field == FIELD_THEME || field == FIELD_JOB;
    const Node *base = is_setting ? settings : node_part(root, NODE_BASICS);
    return variant && node_has(variant, field) ? node_view(variant, field) : node_view(base, field);
}

static size_t add_values(StrBuf *out, const Node *root, const Node *a, const Node *b)
{
    static const struct {
        FieldId field;
        const char *name;
    } values[] = {{FIELD_LABEL, "headline"},
                  {FIELD_SUMMARY, "summary"},
                  {FIELD_THEME, "theme"},
                  {FIELD_JOB, "job description"}};
    size_t lines = 0;
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        StrView old = value_of(root, a, values[i].field), now = value_of(root, b, values[i].field);
        if (!view_equal(old, now)) {
            strbuf_addf(out, "~ %s: “%.*s” becomes “%.*s”\n", values[i].name,
                        VIEW_ARG(first_words(old)), VIEW_ARG(first_words(now)));
            lines++;
        }
    }
    return lines;
}

static void add_order(StrBuf *out, const Node *variant)
{
    const Node *order = variant ? node_part(variant, NODE_ORDER) : NULL;
    for (size_t i = 0; order && i < node_count(order); i++) {
        strbuf_addf(out, "%s%s", i > 0 ? ", " : "", node_text(node_child(order, i), FIELD_TEXT));
    }
}

size_t variant_add_difference(StrBuf *out, const Node *root, const Node *a, const Node *b)
{
    StrBuf old = {0}, now = {0};
    size_t lines = add_values(out, root, a, b);
    add_order(&old, a);
    add_order(&now, b);
    if (!view_equal(strbuf_view(&old), strbuf_view(&now))) {
        strbuf_addf(out, "~ order: %s becomes %s\n", old.length ? strbuf_text(&old) : "the theme's",
                    now.length ? strbuf_text(&now) : "the theme's");
        lines++;
    }
    strbuf_done(&now);
    strbuf_done(&old);
    return lines + add_items(out, root, a, b);
}
