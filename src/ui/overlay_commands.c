/* Commands of what lies over the panes: help, the reason of a finding, questions. */
#include "bulletproof/text/fold.h"
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/finding_list.h"
#include "ui/help.h"
#include "ui/overlay.h"
#include "ui/pane_commands.h"

static bool show_overlay(Editor *editor, Overlay overlay)
{
    UiState *state = &editor->state;
    prompt_close(&state->prompt);
    state->overlay = state->overlay == overlay ? OVERLAY_NONE : overlay;
    state->overlay_top = 0;
    return true;
}

bool command_help(Editor *editor)
{
    if (!help_turn_to(editor, editor->argument)) {
        editor_say(editor, ROLE_MESSAGE, "The guide has no topic of that name.");
        return false;
    }
    if (editor->argument.length > 0) {
        editor->state.overlay = OVERLAY_NONE; /* a topic that is named is opened, never closed */
    }
    return show_overlay(editor, OVERLAY_HELP);
}

static bool is_page_shown(const Editor *editor)
{
    Overlay overlay = editor->state.overlay;
    return overlay == OVERLAY_READING || overlay == OVERLAY_MAP;
}

/* First as a parser reads it, then as it falls on paper, then away. */
bool command_pages(Editor *editor)
{
    return show_overlay(editor, is_page_shown(editor) ? OVERLAY_MAP : OVERLAY_READING);
}

bool command_page_beside(Editor *editor)
{
    bool *has_reader = &editor->state.has_reader;
    if (editor_side_columns(editor) == 0) {
        editor_say(
            editor, ROLE_MESSAGE,
            "A wider window has room for the page beside the text. " KEY_OF("pages") " shows it.");
        return false;
    }
    *has_reader = !*has_reader;
    return true;
}

static bool turn(Editor *editor, int step)
{
    if (editor->state.overlay != OVERLAY_HELP) {
        return false;
    }
    help_turn(editor, step);
    return true;
}

bool command_topic_before(Editor *editor)
{
    return turn(editor, -1);
}

bool command_topic_after(Editor *editor)
{
    return turn(editor, 1);
}

bool command_explain(Editor *editor)
{
    if (editor->state.overlay != OVERLAY_EXPLANATION && !finding_in_hand(editor)) {
        editor_say(editor, ROLE_MESSAGE,
                   "There is no finding here. " KEY_OF("next-finding") " goes to the next one.");
        return false;
    }
    return show_overlay(editor, OVERLAY_EXPLANATION);
}

/* From the pages, where they are too many, to what is best cut first. */
static bool go_to_finding(Editor *editor, int step)
{
    size_t cut_count = 0;
    const Finding *cuts = finding_cuts(editor, &cut_count);
    bool is_cutting = is_page_shown(editor) && cut_count > 0;
    const Finding *finding = is_cutting ? &cuts[0] : finding_beside(editor, step);
    if (!finding) {
        editor_say(editor, ROLE_MESSAGE, "No findings are open.");
        return false;
    }
    bool is_explained = editor->state.overlay == OVERLAY_EXPLANATION;
    editor->state.overlay = is_explained ? OVERLAY_EXPLANATION : OVERLAY_NONE;
    editor->state.overlay_top = 0;
    editor_go(editor, (Place){finding->node, finding->field, finding->start});
    return true;
}

bool command_next_finding(Editor *editor)
{
    return go_to_finding(editor, 1);
}

bool command_previous_finding(Editor *editor)
{
    return go_to_finding(editor, -1);
}

/* --- reading ---------------------------------------------------------------------------- */

bool command_close(Editor *editor)
{
    if (editor->state.prompt.kind != PROMPT_NONE) {
        prompt_leave(editor);
    } else if (editor->state.overlay != OVERLAY_NONE) {
        editor->state.overlay = help_clear_search(editor) ? OVERLAY_HELP : OVERLAY_NONE;
    } else {
        question_close(&editor->state.question);
    }
    return true;
}

static bool scroll(Editor *editor, int rows)
{
    UiState *state = &editor->state;
    int most = overlay_rows(editor) - overlay_shown_rows(editor);
    int top = state->overlay_top + rows;
    top = top > most ? most : top;
    state->overlay_top = top < 0 ? 0 : top;
    return true;
}

bool command_scroll_up(Editor *editor)
{
    return scroll(editor, -1);
}

bool command_scroll_down(Editor *editor)
{
    return scroll(editor, 1);
}

bool command_scroll_page_up(Editor *editor)
{
    return scroll(editor, -overlay_shown_rows(editor));
}

bool command_scroll_page_down(Editor *editor)
{
    return scroll(editor, overlay_shown_rows(editor));
}

/* --- questions ---------------------------------------------------------------------------- */

static bool select_beside(Editor *editor, size_t step)
{
    Question *question = &editor->state.question;
    if (question->count > 0) {
        question->selected = (question->selected + step) % question->count;
    }
    return true;
}

bool command_choice_before(Editor *editor)
{
    size_t count = editor->state.question.count;
    return select_beside(editor, count > 0 ? count - 1 : 0);
}

bool command_choice_after(Editor *editor)
{
    return select_beside(editor, 1);
}

bool command_choose(Editor *editor)
{
    Question *question = &editor->state.question;
    bool is_answer = true;
    if (question->selected < question->count) {
        Choice *choice = &question->choices[question->selected];
        editor_request(editor, choice->request, choice->argument);
        /* After these the question is still open. */
        is_answer = choice->request != REQUEST_HELP && choice->request != REQUEST_DIFFERENCES;
    }
    if (is_answer) {
        question_close(question);
    }
    return true;
}

void question_choose_by_letter(Editor *editor, StrView letter)
{
    Question *question = &editor->state.question;
    for (size_t i = 0; i < question->count; i++) {
        StrView label = view_of(question->choices[i].label);
        if (text_equal_folded(view_slice(label, 0, letter.length), letter)) {
            question->selected = i;
            command_choose(editor);
            return;
        }
    }
}
