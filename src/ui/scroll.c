#include "ui/scroll.h"

/* Rows [first, end) of the form. */
typedef struct {
    int first, end;
} Rows;

/* The largest part of what belongs to the cursor that the pane can show: from the top of its
 * entry, from the start of its text or from its own row, to the end of the text with its meter or
 * as far as there is room. */
static Rows rows_around(const Editor *editor, int row, int room)
{
    const UiState *state = &editor->state;
    int end = form_end_of(&editor->form, state->cursor.node);
    int firsts[] = {form_top_of(&editor->form, state->entry),
                    form_top_of(&editor->form, state->cursor.node), row};
    int least[] = {end > row ? end : row + 1, row + 1};
    for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 3; k++) {
            bool is_around = firsts[k] >= 0 && firsts[k] <= row;
            if (is_around && least[i] - firsts[k] <= room) {
                int most = firsts[k] + room;
                return (Rows){firsts[k], least[0] < most ? least[0] : most};
            }
        }
    }
    return (Rows){row, row + 1};
}

static void scroll_to(UiState *state, Rows rows, int room)
{
    int top = state->form_top;
    top = rows.end - room > top ? rows.end - room : top;
    top = rows.first < top ? rows.first : top;
    state->form_top = top;
}

/* The name of a first field may stand above it. */
static void scroll_to_cursor(Editor *editor, int room)
{
    int row, column;
    UiState *state = &editor->state;
    if (form_locate(&editor->form, state->cursor, &row, &column)) {
        Rows rows = rows_around(editor, row, room);
        rows.first = rows.first == 1 && rows.end <= room ? 0 : rows.first;
        scroll_to(state, rows, room);
    }
}

static void scroll_to_entry(Editor *editor)
{
    UiState *state = &editor->state;
    bool is_chosen = state->cursor.field == FIELD_COUNT && state->cursor.node == state->entry;
    if (is_chosen) {
        int top = form_top_of(&editor->form, state->entry);
        state->form_top = top > 0 ? top : 0;
    }
}

void scroll_form(Editor *editor)
{
    int room = editor_frame(editor).form.rows;
    UiState *state = &editor->state;
    if (room < 1) {
        return;
    }
    if (state->pane == PANE_FORM) {
        scroll_to_cursor(editor, room);
    } else {
        scroll_to_entry(editor);
    }
    int most = editor->form.rows - room;
    state->form_top = state->form_top < most ? state->form_top : most;
    state->form_top = state->form_top > 0 ? state->form_top : 0;
    if (state->form_top > 0 && form_is_blank(&editor->form, state->form_top)) {
        state->form_top++; /* a gap at the top parts nothing */
    }
}
