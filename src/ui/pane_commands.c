/* Commands that go between the panes and in the outline. */
#include "ui/pane_commands.h"
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/outline.h"

/* The bullet with which an entry begins; 0: it has none. */
static NodeId first_bullet(const Node *entry)
{
    for (size_t i = 0; entry && i < node_count(entry); i++) {
        const Node *part = node_child(entry, i);
        if (node_kind(part) == NODE_HIGHLIGHTS && node_count(part) > 0) {
            return node_id(node_child(part, 0));
        }
    }
    return 0;
}

/* Where writing begins: the first bullet of the entry in hand or of the first one, else its first
 * field. */
static Place first_place(const Editor *editor, const Node *entry)
{
    const Node *list = editor_section_node(editor);
    if (!entry && editor_section(editor).shape == SECTION_LIST && node_count(list) > 0) {
        entry = node_child(list, 0);
    }
    NodeId bullet = first_bullet(entry);
    if (bullet) {
        return (Place){bullet, FIELD_TEXT, 0};
    }
    return (Place){entry ? node_id(entry) : 0, FIELD_COUNT, 0};
}

/* The cursor stands in a field or at the end of a list, in what the outline's bar is on. */
static bool is_cursor_in_hand(const Editor *editor)
{
    const UiState *state = &editor->state;
    const Node *node = editor_node(editor);
    const Node *entry = document_find(editor->document, state->entry);
    return node && section_of(node, state->cursor.field) == state->section &&
           (!entry || section_entry(node) == entry) &&
           (state->cursor.field != FIELD_COUNT || kind_info(node_kind(node))->shape == SHAPE_LIST);
}

/* To where the cursor was in what is in hand, else to where writing begins. */
static void go_into_form(Editor *editor)
{
    UiState *state = &editor->state;
    bool is_there = is_cursor_in_hand(editor);
    state->pane = PANE_FORM;
    if (!is_there) {
        state->cursor = first_place(editor, document_find(editor->document, state->entry));
        state->form_top = 0;
    }
}

void pane_go_to(Editor *editor, size_t section, const Node *entry)
{
    editor_go_to_section(editor, section);
    editor->state.entry = entry ? node_id(entry) : 0;
    go_into_form(editor);
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

bool command_plain(Editor *editor)
{
    bool is_plain = !editor->state.is_plain;
    editor_set_plain(editor, is_plain);
    editor_say(editor, ROLE_MESSAGE,
               is_plain ? "Plain: one part below the other, states in words. " KEY_OF(
                              "plain") " goes back."
                        : "Parts of the screen stand beside each other again.");
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

bool pane_go_to_outline_row(Editor *editor, size_t index)
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
    return index > 0 && pane_go_to_outline_row(editor, index - 1);
}

bool command_outline_down(Editor *editor)
{
    size_t index = outline_index(editor);
    return index + 1 < outline_count(editor) && pane_go_to_outline_row(editor, index + 1);
}

bool command_outline_first(Editor *editor)
{
    return pane_go_to_outline_row(editor, 0);
}

bool command_outline_last(Editor *editor)
{
    return pane_go_to_outline_row(editor, outline_count(editor) - 1);
}

bool command_outline_enter(Editor *editor)
{
    go_into_form(editor);
    return true;
}
