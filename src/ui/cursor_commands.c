/* Commands that move the cursor in the section in hand. */
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/text_area.h"

/* The cursor to spot number `spot`, at its start or its end. */
static bool go_to_spot(Editor *editor, int spot, bool at_end)
{
    if (spot < 0 || spot >= (int)editor->form.spot_count) {
        return false;
    }
    Spot found = editor->form.spots[spot];
    Place place = {found.node, found.field, 0};
    place.offset = at_end ? text_area_view(editor->document, place).length : 0;
    editor->state.cursor = place;
    return true;
}

static int spot_in_hand(const Editor *editor)
{
    Place cursor = editor->state.cursor;
    return form_find_spot(&editor->form, cursor.node, cursor.field);
}

/* The spot before or after the one in hand; none where the cursor is in no form. */
static bool go_to_spot_beside(Editor *editor, int step, bool at_end)
{
    int spot = spot_in_hand(editor);
    return spot >= 0 && go_to_spot(editor, spot + step, at_end);
}

bool command_left(Editor *editor)

{
    return text_area_left(editor->document, &editor->state.cursor) ||
           go_to_spot_beside(editor, -1, true);
}

bool command_right(Editor *editor)
{
    return text_area_right(editor->document, &editor->state.cursor) ||
           go_to_spot_beside(editor, 1, false);
}

bool command_word_left(Editor *editor)
{
    return text_area_word_left(editor->document, &editor->state.cursor) ||
           go_to_spot_beside(editor, -1, true);
}

bool command_word_right(Editor *editor)
{
    return text_area_word_right(editor->document, &editor->state.cursor) ||
           go_to_spot_beside(editor, 1, false);
}

/* --- rows --------------------------------------------------------------------- */

static bool go_to_row(Editor *editor, int row)
{
    UiState *state = &editor->state;
    int row_now, column;
    editor->keeps_goal = true;
    if (!form_locate(&editor->form, state->cursor, &row_now, &column)) {
        return false;
    }
    state->goal_column = state->goal_column < 0 ? column : state->goal_column;
    return form_place_at(&editor->form, row, state->goal_column, &state->cursor);
}

/* The row with a place that is `rows` rows away, or the last one before the edge. */
static int row_away(const Editor *editor, int rows)
{
    int row, column;
    if (!form_locate(&editor->form, editor->state.cursor, &row, &column)) {
        return -1;
    }
    int step = rows < 0 ? -1 : 1, found = -1;
    for (int next = row; (next = form_row_beside(&editor->form, next, step)) >= 0;) {
        bool is_too_far = found >= 0 && (next - row) * step > rows * step;
        if (is_too_far) {
            break;
        }
        found = next;
        if ((next - row) * step >= rows * step) {
            break;
        }
    }
    return found;
}

static bool go_rows(Editor *editor, int rows)
{
    int row = row_away(editor, rows);
    editor->keeps_goal = true;
    return row >= 0 && go_to_row(editor, row);
}

bool command_up(Editor *editor)
{
    return go_rows(editor, -1);
}

bool command_down(Editor *editor)
{
    return go_rows(editor, 1);
}

static int page_rows(const Editor *editor)
{
    int rows = editor_frame(editor).form.rows;
    return rows > 2 ? rows - 2 : 1;
}

bool command_page_up(Editor *editor)
{
    return go_rows(editor, -page_rows(editor));
}

bool command_page_down(Editor *editor)
{
    return go_rows(editor, page_rows(editor));
}

static bool go_to_line_edge(Editor *editor, bool at_end)
{
    UiState *state = &editor->state;
    if (editor_is_walking(editor)) {
        size_t length = text_area_view(editor->document, state->cursor).length;
        state->cursor.offset = at_end ? length : 0;
        return true;
    }
    const Piece *piece = form_piece_at(&editor->form, spot_in_hand(editor), state->cursor.offset);
    if (!piece) {
        return false;
    }
    state->cursor.offset = piece->start;
    if (!at_end) {
        return true;
    }
    /* the end of a row that goes on is before the blank at which it was broken */
    Place end = state->cursor;
    end.offset = piece->start + piece->text.length;
    const Piece *there = form_piece_at(&editor->form, spot_in_hand(editor), end.offset);
    if (there != piece) {
        text_area_left(editor->document, &end);
    }
    state->cursor = end;
    return true;
}

bool command_line_start(Editor *editor)
{
    return go_to_line_edge(editor, false);
}

bool command_line_end(Editor *editor)
{
    return go_to_line_edge(editor, true);
}

/* --- entries and the section ---------------------------------------------------- */

bool command_section_start(Editor *editor)
{
    return go_to_spot(editor, 0, false);
}

bool command_section_end(Editor *editor)
{
    return go_to_spot(editor, (int)editor->form.spot_count - 1, true);
}

/* The first field of the entry `step` entries away; going up from inside an entry, its own. */
static bool go_to_entry(Editor *editor, int step)
{
    UiState *state = &editor->state;
    const Node *list = editor_section_node(editor);
    const Node *node = editor_node(editor);
    const Node *entry = node ? section_entry(node) : NULL;
    size_t count = node_count(list);
    if (kind_info(node_kind(list))->shape != SHAPE_LIST || count == 0) {
        return go_to_spot(editor, step < 0 ? 0 : (int)editor->form.spot_count - 1, false);
    }
    size_t index = entry ? node_index(entry) : count;
    bool is_inside = entry && state->cursor.node != node_id(entry);
    if (step < 0) {
        index -= is_inside || index == 0 ? 0 : 1;
    } else {
        index += index < count ? 1 : 0;
    }
    if (index == count) {
        return command_section_end(editor);
    }
    int spot = form_first_spot(&editor->form, node_id(node_child(list, index)));
    return go_to_spot(editor, spot, false);
}

bool command_entry_before(Editor *editor)
{
    return go_to_entry(editor, -1);
}

bool command_entry_after(Editor *editor)
{
    return go_to_entry(editor, 1);
}
