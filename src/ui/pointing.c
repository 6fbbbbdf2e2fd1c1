#include "ui/pointing.h"

#include "ui/choice_rows.h"
#include "ui/evidence_rows.h"
#include "ui/job_rows.h"
#include "ui/outline.h"
#include "ui/overlay.h"
#include "ui/palette.h"
#include "ui/pane_commands.h"
#include "ui/status.h"
#include "ui/walk_parts.h"
#include "ui/web_form.h"

static bool is_inside(Area area, Pointer pointer)
{
    return pointer.row >= area.row && pointer.row < area.row + area.rows &&
           pointer.column >= area.column && pointer.column < area.column + area.columns;
}

/* --- the wheel -------------------------------------------------------------------- */

/* One notch goes as far as is easily followed by the eye. */
static const struct {
    Context context;
    const char *up, *down;
    int times;
} wheel[] = {
    {CONTEXT_READING, "scroll-up", "scroll-down", 3},
    {CONTEXT_FIELD, "up", "down", 3},
    {CONTEXT_OUTLINE, "outline-up", "outline-down", 1},
    {CONTEXT_CHOICE, "choice-before", "choice-after", 1},
    {CONTEXT_WALK, "walk-up", "walk-down", 1},
    {CONTEXT_PROMPT, "prompt-before", "prompt-after", 1},
};

static void turn_wheel(Editor *editor, bool is_up)
{
    Context context = editor_context(editor);
    for (size_t i = 0; i < sizeof(wheel) / sizeof(wheel[0]); i++) {
        for (int k = 0; wheel[i].context == context && k < wheel[i].times; k++) {
            editor_run(editor, view_of(is_up ? wheel[i].up : wheel[i].down));
        }
    }
}

/* --- lists to choose from ------------------------------------------------------------ */

/* Chooses a row; the one that is chosen is taken. */
static void press_list(Editor *editor, Pointer pointer)
{
    Prompt *prompt = &editor->state.prompt;
    int row = pointer.row - overlay_area(editor).row - 1; /* the line typed is above */
    size_t choice = prompt->selected;
    bool is_choice = prompt->kind == PROMPT_EVIDENCE   ? evidence_choice_at(editor, row, &choice)
                     : prompt->kind == PROMPT_JOB      ? job_choice_at(editor, row, &choice)
                     : prompt->kind == PROMPT_WEB_FORM ? web_form_choice_at(editor, row, &choice)
                     : choice_is_open(editor)          ? choice_choice_at(editor, row, &choice)
                                                       : palette_choice_at(editor, row, &choice);
    if (is_choice && choice == prompt->selected) {
        editor_run(editor, view_of("prompt-take"));
    } else if (is_choice) {
        prompt->selected = choice;
    }
}

static void press_question(Editor *editor, Pointer pointer)
{
    Question *question = &editor->state.question;
    size_t choice = overlay_choice_at(editor, pointer.row);
    if (choice == question->selected) {
        editor_run(editor, view_of("choose"));
    } else if (choice < question->count) {
        question->selected = choice;
    }
}

/* --- panes ---------------------------------------------------------------------------- */

/* An area that other columns may stand beside. */
static bool is_in_form(const Frame *frame, Pointer pointer)
{
    return frame->form.columns > 0 && is_inside(frame->form, pointer);
}

static void press_form(Editor *editor, Area area, Pointer pointer)
{
    int row = pointer.row - area.row + editor->state.form_top;
    Place place;
    if (form_place_at(&editor->form, row, pointer.column - area.column, &place)) {
        editor->state.pane = PANE_FORM;
        editor->state.cursor = place;
    }
}

/* The row that is in hand is gone into. */
static void press_outline(Editor *editor, Area area, Pointer pointer)
{
    size_t index = (size_t)(pointer.row - area.row + editor->state.outline_top);
    bool was_in_hand = editor->state.pane == PANE_OUTLINE && index == outline_index(editor);
    if (was_in_hand) {
        editor_run(editor, view_of("outline-enter"));
    } else if (index < outline_count(editor)) {
        editor->state.pane = PANE_OUTLINE;
        pane_go_to_outline_row(editor, index);
    }
}

static void press_panes(Editor *editor, Pointer pointer)
{
    Frame frame = editor_frame(editor);
    if (frame.outline.columns > 0 && is_inside(frame.outline, pointer)) {
        press_outline(editor, frame.outline, pointer);
    } else if (is_in_form(&frame, pointer)) {
        press_form(editor, frame.form, pointer);
    }
}

/* --- everything ------------------------------------------------------------------------ */

static bool press_footer(Editor *editor, Pointer pointer)
{
    Frame frame = editor_frame(editor);
    const Command *command = is_inside(frame.footer, pointer)
                                 ? footer_command_at(editor, frame.footer, pointer.column)
                                 : NULL;
    return command && editor_run(editor, view_of(command->name));
}

static void press(Editor *editor, Pointer pointer)
{
    bool is_line = prompt_is_line(&editor->state.prompt);
    if (editor_frame(editor).is_too_small || press_footer(editor, pointer) || is_line) {
        return;
    }
    switch (editor_context(editor)) {
    case CONTEXT_PROMPT:
        press_list(editor, pointer);
        break;
    case CONTEXT_CHOICE:
        press_question(editor, pointer);
        break;
    case CONTEXT_WALK:
        walk_press(editor, pointer);
        break;
    case CONTEXT_OUTLINE:
    case CONTEXT_FIELD:
        press_panes(editor, pointer);
        break;
    default:
        break;
    }
}

void pointing_take(Editor *editor, Pointer pointer)
{
    if (pointer.kind == POINTER_PRESS) {
        press(editor, pointer);
    } else {
        turn_wheel(editor, pointer.kind == POINTER_WHEEL_UP);
    }
}
