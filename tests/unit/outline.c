#include "outline.h"

#include <stdio.h>

static void add_text(StrBuf *out, StrView text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '\n') {
            strbuf_add(out, "\\n");
        } else {
            strbuf_add_char(out, text.data[i]);
        }
    }
}

static void add_field(StrBuf *out, const Node *node, FieldId field)
{
    if (!node_has(node, field)) {
        return;
    }
    node_add_path(out, node);
    if (field != FIELD_TEXT) {
        strbuf_addf(out, "%s%s", node_parent(node) ? "." : "", field_key(field));
    }
    strbuf_add(out, ": ");
    add_text(out, node_view(node, field));
    strbuf_add_char(out, '\n');
}

static bool is_item(const Node *node)
{
    const Node *parent = node_parent(node);
    return parent && kind_info(node_kind(parent))->shape == SHAPE_LIST;
}

void outline_add(StrBuf *out, const Node *root)
{
    for (const Node *node = root; node; node = node_next(node, root)) {
        if (is_item(node) && !node_has(node, FIELD_TEXT)) {
            node_add_path(out, node);
            strbuf_add_char(out, '\n');
        }
        size_t count;
        const FieldInfo *fields = kind_fields(node_kind(node), &count);
        for (size_t i = 0; i < count; i++) {
            add_field(out, node, fields[i].field);
        }
    }
}

/* The next line of `rest`; a word for people when there is none. */
static StrView next_line(StrView *rest)
{
    StrView line = view_of("(the end)");
    view_next_line(rest, &line);
    return line;
}

bool outline_is_same(const char *name, StrView found, StrView expected)
{
    if (view_equal(found, expected)) {
        return true;
    }
    StrView found_line = next_line(&found), expected_line = next_line(&expected);
    while (view_equal(found_line, expected_line) && (found.length > 0 || expected.length > 0)) {
        found_line = next_line(&found);
        expected_line = next_line(&expected);
    }
    printf("# %s: found \"%.*s\", expected \"%.*s\"\n", name, VIEW_ARG(found_line),
           VIEW_ARG(expected_line));
    return false;
}
