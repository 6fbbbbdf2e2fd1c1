#include "bulletproof/ui/editor.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/text/grapheme.h"
#include "ui/editor_state.h"
#include "ui/help.h"
#include "ui/item_edit.h"
#include "ui/pointing.h"
#include "ui/scroll.h"
#include "ui/tidy.h"
#include "ui/typing.h"
#include "ui/waiver_commands.h"

enum {
    FEEDBACK_ROWS = 2,
    FEEDBACK_MORE_ROWS = 3, /* where rows are short */
    COLUMNS_FOR_FEEDBACK = 50,
};

Editor *editor_new(void)
{
    Editor *editor = xalloc(sizeof(*editor));
    editor->state.goal_column = -1;
    editor->rows = 24;
    editor->columns = 80;
    keymap_add_defaults(&editor->keymap);
    return editor;
}

void editor_set_keys(Editor *editor, const Keymap *keymap, bool has_letters)
{
    keymap_copy(&editor->keymap, keymap);
    editor->has_vi_keys = editor->state.has_letter_commands = has_letters;
}

void editor_set_plain(Editor *editor, bool is_plain)
{
    editor->state.is_plain = is_plain;
    editor_settle(editor);
}

void editor_free(Editor *editor)
{
    if (!editor) {
        return;
    }
    form_done(&editor->form);
    question_close(&editor->state.question);
    prompt_done(&editor->state.prompt);
    strbuf_done(&editor->state.search.needle);
    strbuf_done(&editor->state.search.replacement);
    keymap_done(&editor->keymap);
    strbuf_done(&editor->state.message);
    strbuf_done(&editor->state.help_query);
    strbuf_done(&editor->killed);
    node_free(editor->copied);
    strbuf_done(&editor->draft);
    strbuf_done(&editor->reading);
    strbuf_done(&editor->map);
    strbuf_done(&editor->side_map);
    strbuf_done(&editor->differences);
    job_sheet_done(&editor->job);
    strbuf_done(&editor->request_argument);
    strbuf_done(&editor->saved_jobs);
    free(editor->state.subject);
    free(editor->state.variant);
    free(editor->file);
    free(editor->pages);
    free(editor);
}

/* --- what is in hand ---------------------------------------------------------- */

Frame editor_frame(const Editor *editor)
{
    const UiState *state = &editor->state;
    bool is_in_hand = state->pane == PANE_OUTLINE;
    return frame_make(editor->rows, editor->columns,
                      (FrameWish){.has_outline = is_in_hand || !state->is_outline_folded,
                                  .is_outline_in_hand = is_in_hand,
                                  .is_plain = state->is_plain});
}

Context editor_context(const Editor *editor)
{
    PromptKind prompt = editor->state.prompt.kind;
    if (prompt == PROMPT_REPLACING) {
        return CONTEXT_REPLACE;
    }
    return prompt != PROMPT_NONE ? CONTEXT_PROMPT : editor_context_below(editor);
}

Context editor_context_below(const Editor *editor)
{
    return editor->state.overlay != OVERLAY_NONE ? CONTEXT_READING
                                                 : editor_context_of_panes(editor);
}

Context editor_context_of_panes(const Editor *editor)
{
    if (editor->state.question.is_open) {
        return CONTEXT_CHOICE;
    }
    if (editor_is_walking(editor)) {
        return CONTEXT_WALK;
    }
    return editor->state.pane == PANE_OUTLINE ? CONTEXT_OUTLINE : CONTEXT_FIELD;
}

bool editor_takes_letters(const Editor *editor)
{
    return editor->state.has_letter_commands && editor_context(editor) == CONTEXT_FIELD;
}

Section editor_section(const Editor *editor)
{
    return section_at(editor->state.section);
}

const Node *editor_section_node(const Editor *editor)
{
    Section section = editor_section(editor);
    return section_node(&section, document_root(editor->document));
}

const Node *editor_node(const Editor *editor)
{
    return document_find(editor->document, editor->state.cursor.node);
}

bool editor_is_judged(const Editor *editor)
{
    const Place *about = &editor->judgement.about, *cursor = &editor->state.cursor;
    return about->node == cursor->node && about->field == cursor->field && editor_node(editor) &&
           cursor->field != FIELD_COUNT;
}

Place editor_place(const Editor *editor)
{
    return editor->state.cursor;
}

/* --- keeping derived things up to date ------------------------------------------ */

static int feedback_rows(const Editor *editor, const Frame *frame)
{
    if (frame->is_tiny) {
        return 0;
    }
    bool is_long = frame->form.columns < COLUMNS_FOR_FEEDBACK || editor->state.is_plain;
    return is_long ? FEEDBACK_MORE_ROWS : FEEDBACK_ROWS;
}

void editor_update_form(Editor *editor)
{
    Frame frame = editor_frame(editor);
    const UiState *state = &editor->state;
    bool is_in_form = state->pane == PANE_FORM;
    FormView view = {
        .document = editor->document,
        .revision = document_revision(editor->document),
        .section = state->section,
        .node = is_in_form ? state->cursor.node : 0,
        .field = is_in_form ? state->cursor.field : FIELD_COUNT,
        .columns = frame.form.columns > 0 ? frame.form.columns : editor->columns,
        .feedback_rows = feedback_rows(editor, &frame),
        .is_dense = !frame.has_rules,
    };
    form_update(&editor->form, &view);
}

/* The nearest place to one whose node or field is not in the form. */
static Place nearest_place(const Editor *editor, Place place)
{
    const Form *form = &editor->form;
    const Node *node = document_find(editor->document, place.node);
    int spot = node ? form_find_spot(form, place.node, place.field) : -1;
    bool is_exact = spot >= 0;
    for (; node && spot < 0; node = node_parent(node)) {
        spot = form_first_spot(form, node_id(node));
    }
    if (form->spot_count == 0) {
        return (Place){0, FIELD_COUNT, 0};
    }
    Spot found = form->spots[spot < 0 ? 0 : spot];
    return (Place){found.node, found.field, is_exact ? place.offset : 0};
}

/* Never behind the end, never inside a grapheme. */
static size_t fitting_offset(const Editor *editor, Place place)
{
    const Node *node = document_find(editor->document, place.node);
    StrView text = node && place.field != FIELD_COUNT ? node_view(node, place.field) : view_of("");
    if (place.offset >= text.length) {
        return text.length;
    }
    size_t start = grapheme_previous(text, place.offset);
    size_t end = grapheme_next(text, start);
    return end <= place.offset ? place.offset : start;
}

static void settle_cursor(Editor *editor)
{
    UiState *state = &editor->state;
    if (!document_find(editor->document, state->entry)) {
        state->entry = 0;
    }
    if (state->pane == PANE_OUTLINE) {
        return;
    }
    if (state->pane == PANE_WALK) {
        state->cursor.offset = fitting_offset(editor, state->cursor);
        return;
    }
    Place place = nearest_place(editor, state->cursor);
    place.offset = fitting_offset(editor, place);
    state->cursor = place;
    const Node *node = document_find(editor->document, place.node);
    const Node *entry = node ? section_entry(node) : NULL;
    state->entry = entry ? node_id(entry) : 0;
}

void editor_settle(Editor *editor)
{
    if (!editor->document) {
        return;
    }
    if (editor->state.prompt.kind == PROMPT_JOB || editor_frame(editor).side.columns > 0) {
        job_sheet_settle(&editor->job, editor->document, editor_variant(editor));
    }
    if (editor_is_walking(editor)) {
        walk_settle(editor);
    }
    editor_update_form(editor);
    settle_cursor(editor);
    editor_update_form(editor);
    scroll_form(editor);
}

/* --- going somewhere ------------------------------------------------------------ */

void editor_go_to_section(Editor *editor, size_t section)
{
    UiState *state = &editor->state;
    state->section = section;
    state->entry = 0;
    state->cursor = (Place){0, FIELD_COUNT, 0};
    state->form_top = 0;
}

void editor_go(Editor *editor, Place place)
{
    UiState *state = &editor->state;
    const Node *node = document_find(editor->document, place.node);
    if (!node) {
        editor_settle(editor);
        return;
    }
    size_t section = section_of(node, place.field);
    if (section != state->section) {
        editor_go_to_section(editor, section);
    }
    state->pane = PANE_FORM;
    state->cursor = place;
    state->goal_column = -1;
    editor_settle(editor);
}

void editor_show(Editor *editor, Document *document)
{
    editor->document = document;
    editor->form.view = (FormView){0};
    editor->judgement = (Judgement){0};
    editor->evidence = (EvidenceList){0};
    job_sheet_set(&editor->job, NULL, view_of(""));
    free(editor->state.variant);
    editor->state.variant = NULL;
    prompt_close(&editor->state.prompt);
    editor->state.pane = PANE_OUTLINE;
    editor->state.outline_top = 0;
    editor_go_to_section(editor, 0);
    editor_settle(editor);
}

void editor_resize(Editor *editor, int rows, int columns)
{
    editor->rows = rows;
    editor->columns = columns;
    editor_settle(editor);
}

/* --- keys ------------------------------------------------------------------------- */

/* After a command: what follows from where the cursor now is. */
static void finish(Editor *editor, Place before, uint64_t revision)
{
    const Place *now = &editor->state.cursor;
    if (!editor->keeps_goal) {
        editor->state.goal_column = -1;
    }
    editor_settle(editor);
    bool has_left = now->node != before.node || now->field != before.field;
    bool has_moved = has_left || now->offset != before.offset;
    if (!has_moved || document_revision(editor->document) != revision) {
        return;
    }
    document_seal(editor->document);
    if (has_left && (tidy_field(editor->document, before.node, before.field) ||
                     waiver_tidy(editor, before.node))) {
        editor_settle(editor);
    }
}

static void clear_message(Editor *editor)
{
    strbuf_clear(&editor->state.message);
}

static void run(Editor *editor, const Command *command, StrView argument)
{
    Place before = editor->state.cursor;
    uint64_t revision = document_revision(editor->document);
    editor->argument = argument;
    editor->keeps_goal = false;
    if (editor_is_walking(editor) && command->contexts == CONTEXT_ANY) {
        walk_keep(editor); /* a file that is saved has the whole bullet */
    }
    command->run(editor);
    editor->argument = view_of("");
    finish(editor, before, revision);
}

static void insert_letter(Editor *editor, Key key)
{
    char bytes[UTF8_MAX_BYTES];
    editor->keeps_goal = false;
    typing_insert(editor, view_make(bytes, utf8_encode(key.code, bytes)));
}

static void type(Editor *editor, Key key)
{
    Place before = editor->state.cursor;
    uint64_t revision = document_revision(editor->document);
    insert_letter(editor, key);
    finish(editor, before, revision);
}

static const Command *command_for(const Editor *editor, Key key)
{
    const Command *letter =
        editor_takes_letters(editor) ? keymap_find(&editor->keymap, CONTEXT_COMMAND, key) : NULL;
    return letter ? letter : keymap_find(&editor->keymap, editor_context(editor), key);
}

/* Esc and then a key is that key with Alt, however long the pause: some terminals keep Alt to
 * themselves. True when the key is such an Esc. */
static bool take_escape(Editor *editor, Key *key)
{
    bool was_escaped = editor->is_escaped;
    bool is_escape = key_equal(*key, (Key){KEYSYM_ESCAPE, 0});
    editor->is_escaped = is_escape && !was_escaped && !command_for(editor, *key);
    key->modifiers |= was_escaped ? KEY_MOD_ALT : 0;
    return editor->is_escaped;
}

void editor_key(Editor *editor, Key key)
{
    clear_message(editor);
    if (take_escape(editor, &key)) {
        editor_say(editor, ROLE_MESSAGE, "Esc: a letter now is that letter with Alt. Esc: none.");
        return;
    }
    if (editor_context(editor) == CONTEXT_READING && help_take_key(editor, key)) {
        return;
    }
    const Command *command = command_for(editor, key);
    if (command) {
        run(editor, command, view_of(""));
    } else if (key_is_text(key)) {
        type(editor, key);
    }
}

static bool is_for_field(const Editor *editor, Key key)
{
    return editor_context(editor) == CONTEXT_FIELD && key_is_text(key) && !editor->is_escaped &&
           !editor_takes_letters(editor) && !command_for(editor, key);
}

/* Between two letters nothing asks where they stand on the screen; but a mark may join what stands
 * before it. */
void editor_keys(Editor *editor, const Key keys[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count && is_for_field(editor, keys[i])) {
            clear_message(editor);
            insert_letter(editor, keys[i]);
            editor->state.cursor.offset = fitting_offset(editor, editor->state.cursor);
        } else {
            editor_key(editor, keys[i]);
        }
    }
}

void editor_point(Editor *editor, Pointer pointer)
{
    Place before = editor->state.cursor;
    uint64_t revision = document_revision(editor->document);
    clear_message(editor);
    editor->is_escaped = false;
    editor->keeps_goal = false;
    pointing_take(editor, pointer);
    finish(editor, before, revision);
}

void editor_paste(Editor *editor, StrView foreign)
{
    Place before = editor->state.cursor;
    clear_message(editor);
    document_seal(editor->document);
    editor->keeps_goal = false;
    typing_paste(editor, foreign);
    finish(editor, before, document_revision(editor->document) - 1);
    document_seal(editor->document);
}

bool editor_run(Editor *editor, StrView line)
{
    StrView name = view_slice(line, 0, view_find(line, ' '));
    const Command *command = command_find(name);
    if (!command) {
        return false;
    }
    clear_message(editor);
    run(editor, command, view_trim(view_slice(line, name.length, line.length)));
    return true;
}
