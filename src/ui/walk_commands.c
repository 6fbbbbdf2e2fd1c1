/* Commands of the guided walkthrough. */
#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/wrap.h"
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/overlay.h"
#include "ui/text_area.h"
#include "ui/walk_draw.h"
#include "ui/walk_parts.h"

bool editor_is_walking(const Editor *editor)
{
    return editor->state.pane == PANE_WALK;
}

static bool is_choice(const Editor *editor)
{
    return walk_step_info(editor->state.walk.step)->answer == WALK_ANSWER_CHOICE;
}

static StrView texts_of(const Editor *editor)
{
    return walk_text_block(editor->document, editor->state.walk);
}

/* --- following the document ------------------------------------------------------------ */

static bool is_same(Walk a, Walk b)
{
    return a.step == b.step && a.about == b.about && a.capability == b.capability;
}

static void update_draft(Editor *editor)
{
    strbuf_clear(&editor->draft);
    if (walk_is_composing(editor->state.walk.step)) {
        walk_compose(&editor->draft, walk_node(editor->document));
    }
}

/* The level that is known is the one offered. */
static size_t first_choice(const Editor *editor)
{
    return editor->state.walk.step == WALK_LEVEL ? (size_t)level_of(document_root(editor->document))
                                                 : 0;
}

void walk_settle(Editor *editor)
{
    UiState *state = &editor->state;
    Walk walk;
    if (!walk_read(editor->document, &walk)) {
        state->pane = PANE_OUTLINE;
        editor_go_to_section(editor, 0);
        return;
    }
    Place answer = walk_answer(editor->document, walk);
    bool is_there = answer.node == state->cursor.node && answer.field == state->cursor.field;
    if (!is_same(walk, state->walk) || !is_there) {
        state->walk = walk;
        state->cursor = answer;
        state->walk_choice = first_choice(editor);
    }
    update_draft(editor);
}

void walk_keep(Editor *editor)
{
    const Walk *walk = &editor->state.walk;
    if (walk_is_composing(walk->step)) {
        document_seal(editor->document);
        walk_commit(editor->document, *walk);
    }
}

NodeId editor_draft(const Editor *editor, StrView *text)
{
    bool is_composing = editor_is_walking(editor) && walk_is_composing(editor->state.walk.step);
    *text = is_composing ? strbuf_view(&editor->draft) : view_of("");
    return is_composing ? editor->state.walk.about : 0;
}

/* --- in and out --------------------------------------------------------------------------- */

/* Where the answer went: the cursor of the editor goes there. */
static Place place_outside(const Editor *editor)
{
    const Walk *walk = &editor->state.walk;
    const Node *bullet = walk_bullet(editor->document, *walk);
    if (bullet) {
        return (Place){node_id(bullet), FIELD_TEXT, node_view(bullet, FIELD_TEXT).length};
    }
    Place place = editor->state.cursor;
    const Node *node = document_find(editor->document, place.node);
    bool is_kept = node && node_kind(node) != NODE_WALKTHROUGH;
    return is_kept ? place : (Place){walk->about, FIELD_COUNT, 0};
}

static void leave(Editor *editor)
{
    document_seal(editor->document);
    document_begin(editor->document);
    walk_commit(editor->document, editor->state.walk);
    document_end(editor->document);
    Place place = place_outside(editor);
    editor->state.pane = PANE_OUTLINE;
    strbuf_clear(&editor->draft);
    editor_go(editor, place);
}

bool command_walk_leave(Editor *editor)
{
    if (!editor_is_walking(editor)) {
        return false;
    }
    leave(editor);
    editor_say(editor, ROLE_MESSAGE,
               "The walkthrough waits at this question: " KEY_OF("walkthrough") " goes on.");
    return true;
}

bool command_walkthrough(Editor *editor)
{
    UiState *state = &editor->state;
    if (editor_is_walking(editor)) {
        return command_walk_leave(editor);
    }
    state->overlay = OVERLAY_NONE;
    question_close(&state->question);
    walk_resume(editor->document);
    state->pane = PANE_WALK;
    state->cursor = (Place){0, FIELD_COUNT, 0};
    state->walk = (Walk){.step = WALK_STEP_COUNT};
    walk_settle(editor);
    return true;
}

/* --- from question to question --------------------------------------------------------------- */

static bool end_walk(Editor *editor, StrView choice)
{
    walk_finish(editor->document);
    editor->state.pane = PANE_OUTLINE;
    editor_go_to_section(editor, 0);
    if (view_is(choice, "pdf")) {
        editor_request(editor, REQUEST_FINISH, NULL);
    } else {
        editor_say(editor, ROLE_MESSAGE,
                   "That was the walkthrough. " KEY_OF("save") " saves, " KEY_OF(
                       "export-pdf") " writes the PDF.");
    }
    return true;
}

/* An answer is taken as it is; that its form looks wrong is said while the way back is short. */
static void say_form(Editor *editor, Place answer)
{
    const Node *node = document_find(editor->document, answer.node);
    const FieldInfo *field = node ? kind_field(node_kind(node), answer.field) : NULL;
    const Rule *broken = field ? check_form(field->type, node_view(node, answer.field)) : NULL;
    if (broken) {
        editor_say(editor, ROLE_WARNING, "%s. " KEY_OF("walk-back") " goes back.", broken->message);
    }
}

bool command_walk_next(Editor *editor)
{
    if (!editor_is_walking(editor)) {
        return false;
    }
    StrView word = view_of(""), label;
    if (is_choice(editor)) {
        walk_text_choice(texts_of(editor), editor->state.walk_choice, &word, &label);
    }
    Place answer = editor->state.cursor;
    document_seal(editor->document);
    if (!walk_next(editor->document, word)) {
        return end_walk(editor, word);
    }
    say_form(editor, answer);
    return true;
}

bool command_walk_back(Editor *editor)
{
    if (!editor_is_walking(editor)) {
        return false;
    }
    document_seal(editor->document);
    if (!walk_back(editor->document)) {
        editor_say(editor, ROLE_MESSAGE, "This is the first question. Esc leaves.");
        return false;
    }
    return true;
}

/* --- choices and rows ----------------------------------------------------------------------------
 */

static bool select_choice(Editor *editor, size_t index)
{
    StrView word, label;
    if (!walk_text_choice(texts_of(editor), index, &word, &label)) {
        return false;
    }
    editor->state.walk_choice = index;
    return true;
}

/* The place `step` rows away in the answer, in the same column. */
static bool go_row(Editor *editor, int step)
{
    Place *cursor = &editor->state.cursor;
    StrView text = text_area_view(editor->document, *cursor);
    WrapLines lines = {0};
    wrap_text(text, walk_answer_columns(editor), &lines);
    size_t at = wrap_line_at(&lines, cursor->offset);
    bool is_there = step < 0 ? at > 0 : at + 1 < lines.count;
    if (is_there) {
        StrView before = view_slice(text, lines.items[at].start, cursor->offset);
        WrapLine line = lines.items[step < 0 ? at - 1 : at + 1];
        StrView row = view_slice(text, line.start, line.end);
        size_t bytes = text_fit(row, text_columns(before));
        bool is_behind = bytes == row.length && line.end < text.length && bytes > 0;
        cursor->offset = line.start + (is_behind ? grapheme_previous(row, bytes) : bytes);
    }
    wrap_done(&lines);
    return is_there;
}

bool command_walk_up(Editor *editor)
{
    size_t choice = editor->state.walk_choice;
    if (!editor_is_walking(editor) || is_choice(editor)) {
        return editor_is_walking(editor) && choice > 0 && select_choice(editor, choice - 1);
    }
    return go_row(editor, -1);
}

bool command_walk_down(Editor *editor)
{
    if (!editor_is_walking(editor)) {
        return false;
    }
    return is_choice(editor) ? select_choice(editor, editor->state.walk_choice + 1)
                             : go_row(editor, 1);
}

void walk_press(Editor *editor, Pointer pointer)
{
    size_t choice;
    if (!walk_choice_at(editor, overlay_area(editor), pointer.row, &choice)) {
        return;
    }
    if (choice == editor->state.walk_choice) {
        editor_run(editor, view_of("walk-next"));
    } else {
        select_choice(editor, choice);
    }
}

/* A digit marks the answer of that number. Enter goes on: going on at once, the Enter that follows
 * from habit would pass over the next question. */
bool walk_type(Editor *editor, StrView letter)
{
    if (!is_choice(editor)) {
        return text_area_insert(editor->document, &editor->state.cursor, letter);
    }
    bool is_digit = letter.length == 1 && letter.data[0] >= '1' && letter.data[0] <= '9';
    if (is_digit) {
        select_choice(editor, (size_t)(letter.data[0] - '1'));
    }
    return true;
}
