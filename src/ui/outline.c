#include "ui/outline.h"

#include "ui/entry_lines.h"
#include "ui/finding_list.h"
#include "ui/variant_in_hand.h"

enum {
    COUNT_COLUMNS = 3, /* the count or the tick, with a blank at both sides */
    MARK_COLUMNS = 2,
    ENTRY_INDENT = 2,
};

static const Node *entries_in_hand(const Editor *editor)
{
    const Node *node = editor_section_node(editor);
    return editor_section(editor).shape == SECTION_LIST ? node : NULL;
}

static size_t entry_count(const Editor *editor)
{
    const Node *entries = entries_in_hand(editor);
    return entries ? node_count(entries) : 0;
}

size_t outline_count(const Editor *editor)
{
    return section_count() + entry_count(editor);
}

OutlineRow outline_row(const Editor *editor, size_t index)
{
    size_t section = editor->state.section, entries = entry_count(editor);
    if (index <= section) {
        return (OutlineRow){index, NULL};
    }
    if (index <= section + entries) {
        return (OutlineRow){section, node_child(entries_in_hand(editor), index - section - 1)};
    }
    return (OutlineRow){index - entries, NULL};
}

size_t outline_index(const Editor *editor)
{
    const UiState *state = &editor->state;
    const Node *entry = document_find(editor->document, state->entry);
    bool is_listed = entry && node_parent(entry) == entries_in_hand(editor);
    return state->section + (is_listed ? node_index(entry) + 1 : 0);
}

static const char *row_label(OutlineRow row)
{
    return row.entry ? entry_name(row.entry) : section_at(row.section).label;
}

static bool is_blank(const Editor *editor, OutlineRow row)
{
    Section section = section_at(row.section);
    const Node *node = section_node(&section, document_root(editor->document));
    if (row.entry) {
        return node_is_blank(row.entry);
    }
    return section.shape == SECTION_SUMMARY ? !node_has(node, FIELD_SUMMARY) : node_is_blank(node);
}

/* ", 2 open" behind the name. */
static void put_state_in_words(const Editor *editor, OutlineRow row, size_t open, Strip strip,
                               Surface *surface)
{
    StrBuf text = {0};
    if (row.entry && node_is_hidden(row.entry)) {
        strbuf_add(&text, ", hidden");
    } else if (row.entry && variant_leaves_out(editor, node_id(row.entry))) {
        strbuf_add(&text, ", left out");
    } else if (open > 0) {
        strbuf_addf(&text, ", %zu open", open);
    } else {
        strbuf_add(&text, is_blank(editor, row) ? ", empty" : ", nothing open");
    }
    surface_put(surface, strip, ROLE_DIM, strbuf_view(&text));
    strbuf_done(&text);
}

/* What is open, else a tick; nothing for what is not written yet. */
static void draw_state(const Editor *editor, OutlineRow row, size_t open, Area line,
                       Surface *surface)
{
    StrBuf text = {0};
    Role role = ROLE_DIM;
    if (row.entry && node_is_hidden(row.entry)) {
        strbuf_add(&text, " –"); /* off the page */
    } else if (row.entry && variant_leaves_out(editor, node_id(row.entry))) {
        strbuf_add(&text, "out");
    } else if (open > 0) {
        strbuf_addf(&text, "%2zu", open);
        role = ROLE_LABEL;
    } else if (!is_blank(editor, row)) {
        strbuf_add(&text, " ✓");
    }
    surface_put(surface,
                (Strip){line.row, line.column + line.columns - COUNT_COLUMNS, COUNT_COLUMNS}, role,
                strbuf_view(&text));
    strbuf_done(&text);
}

static void draw_row(const Editor *editor, size_t index, const size_t *counts, Area line,
                     Surface *surface)
{
    OutlineRow row = outline_row(editor, index);
    size_t open = row.entry ? finding_count_in_entry(editor, row.entry) : counts[row.section];
    bool is_in_hand = index == outline_index(editor);
    bool is_section_in_hand = row.section == editor->state.section && !row.entry;
    Role role = is_in_hand || is_section_in_hand ? ROLE_HEADING : ROLE_TEXT;
    bool is_out = row.entry && variant_leaves_out(editor, node_id(row.entry));
    role = (is_blank(editor, row) || is_out) && !is_in_hand ? ROLE_DIM : role;
    int indent = MARK_COLUMNS + (row.entry ? ENTRY_INDENT : 0);
    int columns = line.columns - indent - COUNT_COLUMNS - 1;
    int end = surface_put_cut(surface, (Strip){line.row, line.column + indent, columns}, role,
                              view_of(row_label(row)));
    if (editor->state.is_plain) {
        Strip behind = {line.row, end, line.column + line.columns - end};
        put_state_in_words(editor, row, open, behind, surface);
    } else {
        draw_state(editor, row, open, line, surface);
    }
    if (is_in_hand && editor->state.pane == PANE_OUTLINE) {
        surface_paint(surface, line, ROLE_FOCUS);
        surface_set_cursor(surface, line.row, line.column);
    }
    if (is_in_hand) {
        surface_put(surface, (Strip){line.row, line.column, 1}, ROLE_FOCUS, view_of("▸"));
    }
}

void outline_draw(const Editor *editor, Area area, Surface *surface)
{
    size_t count = outline_count(editor), counts[NODE_KIND_COUNT];
    finding_count_sections(editor, counts);
    for (int i = 0; i < area.rows; i++) {
        size_t index = (size_t)(editor->state.outline_top + i);
        if (index < count) {
            Area line = {area.row + i, area.column, 1, area.columns};
            draw_row(editor, index, counts, line, surface);
        }
    }
}
