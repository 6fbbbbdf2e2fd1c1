#include "bulletproof/ui/differences.h"

#include <string.h>

#include "ui/entry_lines.h"
#include "ui/section.h"

static void add_step(StrBuf *out, const char *name)
{
    strbuf_addf(out, " › %s", name);
}

/* "Experience › Northwind › Bullet 2". */
static void add_place(StrBuf *out, const Node *node, FieldId field)
{
    const Node *entry = section_entry(node);
    const KindInfo *kind = kind_info(node_kind(node));
    const char *section = section_at(section_of(node, field)).label;
    strbuf_add(out, section);
    if (entry) {
        add_step(out, entry_name(entry));
    }
    if (kind->shape == SHAPE_TEXT) {
        add_step(out, kind->label);
        strbuf_addf(out, " %zu", node_index(node) + 1);
    } else if (node != entry && node_parent(node) && node_parent(node_parent(node))) {
        add_step(out, kind->label);
    }
    if (field == FIELD_COUNT || field == FIELD_TEXT) {
        return;
    }
    const char *label = kind_field(node_kind(node), field)->label;
    if (strcmp(label, section) != 0) { /* the summary is a section of its own */
        add_step(out, label);
    }
}

static void add_text(StrBuf *out, char mark, StrView text)
{
    StrView line;
    strbuf_addf(out, "%c", mark);
    while (view_next_line(&text, &line)) {
        strbuf_add_char(out, ' ');
        strbuf_add_view(out, line);
    }
    strbuf_add_char(out, '\n');
}

/* All texts of an item, each on a line. */
static void add_item(StrBuf *out, char mark, const Node *item)
{
    for (const Node *node = item; node; node = node_next(node, item)) {
        size_t count;
        const FieldInfo *fields = kind_fields(node_kind(node), &count);
        for (size_t i = 0; i < count; i++) {
            if (node_has(node, fields[i].field)) {
                add_text(out, mark, node_view(node, fields[i].field));
            }
        }
    }
}

static void describe(StrBuf *out, const Difference *difference)
{
    static const char *const verbs[] = {
        [DIFFERENCE_CHANGED] = "",
        [DIFFERENCE_ADDED] = ": added",
        [DIFFERENCE_REMOVED] = ": removed",
        [DIFFERENCE_MOVED] = ": moved",
    };
    const Node *before = difference->before, *after = difference->after;
    FieldId field = difference->field;
    add_place(out, after ? after : before, field);
    strbuf_addf(out, "%s\n", verbs[difference->kind]);
    if (difference->kind == DIFFERENCE_CHANGED) {
        add_text(out, '-', node_view(before, field));
        add_text(out, '+', node_view(after, field));
    } else if (difference->kind != DIFFERENCE_MOVED) {
        add_item(out, after ? '+' : '-', after ? after : before);
    }
}

void differences_describe(StrBuf *out, const DifferenceList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        describe(out, &list->items[i]);
    }
}
