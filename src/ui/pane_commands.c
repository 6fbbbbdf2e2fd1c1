/* Commands that go between the panes and in the outline. */
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/outline.h"

/* The form of the entry in hand, or where the cursor was in this section. */
static void go_into_form(Editor *editor)
{
    UiState *state = &editor->state;
    const Node *entry = document_find(editor->document, state->entry);
    const Node *node = editor_node(editor);
    bool is_there = node && section_of(node, state->cursor.field) == state->section &&
                    (!entry || section_entry(node) == entry);
    state->pane = PANE_FORM;
    if (!is_there) {
        NodeId goal = entry ? node_id(entry) : 0;
        state->cursor = (Place){goal, FIELD_COUNT, 0};
        state->form_top = 0;
    }
}

bool command_next_pane(Editor *editor)
{
    if (editor->state.pane == PANE_OUTLINE) {
        go_into_form(editor);
    } else {
        editor->state.pane = PANE_OUTLINE;
    }
    return true;
}

bool command_previous_pane(Editor *editor)
{
    return command_next_pane(editor);
}

bool command_fold_outline(Editor *editor)
{
    UiState *state = &editor->state;
    state->is_outline_folded = !state->is_outline_folded;
    if (state->is_outline_folded && state->pane == PANE_OUTLINE) {
        go_into_form(editor);
    }
    return true;
}

/* --- the outline -------------------------------------------------------------------- */

static void scroll_outline(Editor *editor)
{
    UiState *state = &editor->state;
    int index = (int)outline_index(editor);
    int rows = editor_frame(editor).outline.rows;
    if (index < state->outline_top) {
        state->outline_top = index;
    }
    if (rows > 0 && index >= state->outline_top + rows) {
        state->outline_top = index - rows + 1;
    }
}

static bool go_to_outline_row(Editor *editor, size_t index)
{
    UiState *state = &editor->state;
    OutlineRow row = outline_row(editor, index);
    if (row.section != state->section) {
        editor_go_to_section(editor, row.section);
    }
    NodeId entry = row.entry ? node_id(row.entry) : 0;
    if (entry != state->entry) {
        state->cursor = (Place){entry, FIELD_COUNT, 0};
        state->entry = entry;
    }
    scroll_outline(editor);
    return true;
}

bool command_outline_up(Editor *editor)
{
    size_t index = outline_index(editor);
    return index > 0 && go_to_outline_row(editor, index - 1);
}

bool command_outline_down(Editor *editor)
{
    size_t index = outline_index(editor);
    return index + 1 < outline_count(editor) && go_to_outline_row(editor, index + 1);
}

bool command_outline_first(Editor *editor)
{
    return go_to_outline_row(editor, 0);
}

bool command_outline_last(Editor *editor)
{
    return go_to_outline_row(editor, outline_count(editor) - 1);
}

bool command_outline_enter(Editor *editor)
{
    go_into_form(editor);
    return true;
}
