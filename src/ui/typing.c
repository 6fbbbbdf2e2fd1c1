#include "ui/typing.h"

#include "ui/editor_state.h"
#include "ui/item_edit.h"
#include "ui/job_rows.h"
#include "ui/pane_commands.h"
#include "ui/text_area.h"

/* At the end of a list the first letter makes the item. Begins a step of undo that the caller
 * ends. */
static void make_item_at_list_end(Editor *editor)
{
    UiState *state = &editor->state;
    if (state->cursor.field == FIELD_COUNT) {
        item_append(editor->document, &state->cursor, editor_node(editor));
    }
}

/* A comma behind a word of a list begins the next one; inside parentheses it is a comma. */
static bool is_next_word(const Editor *editor, StrView letter)
{
    const Node *node = editor_node(editor);
    if (!view_is(letter, ",") || !item_is_text(node) || node_kind(node) == NODE_BULLET) {
        return false;
    }
    StrView text = node_view(node, FIELD_TEXT);
    size_t open = view_find(text, '('), closed = view_find(text, ')');
    bool is_in_parentheses = open < text.length && closed == text.length;
    return text.length > 0 && editor->state.cursor.offset == text.length && !is_in_parentheses;
}

/* A bullet or a word begins with a letter: one writes a blank behind the comma before it. */
static bool is_blank_in_front(const Editor *editor, StrView letter)
{
    const Node *node = editor_node(editor);
    return view_is(letter, " ") && item_is_text(node) && editor->state.cursor.offset == 0;
}

static void tell_too_long(Editor *editor, bool is_done)
{
    if (!is_done) {
        editor_say(editor, ROLE_WARNING, "Not inserted: a field holds at most %d KiB.",
                   FIELD_MAX_BYTES / 1024);
    }
}

static void insert(Editor *editor, StrView text, bool is_paste)
{
    Document *document = editor->document;
    Place *cursor = &editor->state.cursor;
    bool is_at_list = cursor->field == FIELD_COUNT;
    if (is_at_list) {
        document_begin(document);
        make_item_at_list_end(editor);
    }
    bool is_item = item_is_text(editor_node(editor));
    bool is_done = is_paste && is_item ? item_paste(document, cursor, text)
                                       : text_area_insert(document, cursor, text);
    if (is_at_list) {
        document_end(document);
    }
    tell_too_long(editor, is_done);
}

void typing_insert(Editor *editor, StrView letter)
{
    UiState *state = &editor->state;
    switch (editor_context(editor)) {
    case CONTEXT_CHOICE:
        question_choose_by_letter(editor, letter);
        break;
    case CONTEXT_REPLACE:
        editor_say(editor, ROLE_MESSAGE, "y: replace, n: skip, a: all from here on, Esc: done.");
        break;
    case CONTEXT_PROMPT:
        prompt_type(editor, letter);
        break;
    case CONTEXT_READING:
        break;
    case CONTEXT_OUTLINE:
        editor_say(editor, ROLE_MESSAGE, "Press Enter to write in this section.");
        break;
    case CONTEXT_WALK:
        tell_too_long(editor, walk_type(editor, letter));
        break;
    case CONTEXT_COMMAND:
    case CONTEXT_FIELD:
        if (editor_takes_letters(editor)) {
            editor_say(editor, ROLE_MESSAGE, "Letters are commands: i writes.");
        } else if (is_next_word(editor, letter)) {
            item_add_below(editor->document, &state->cursor, editor_node(editor));
        } else if (!is_blank_in_front(editor, letter)) {
            insert(editor, letter, false);
        }
        break;
    }
}

void typing_paste(Editor *editor, StrView foreign)
{
    if (job_is_pasted(editor, foreign)) {
        job_paste(editor, foreign);
    } else if (editor_context(editor) == CONTEXT_PROMPT) {
        prompt_type(editor, foreign);
    } else if (editor_context(editor) == CONTEXT_FIELD) {
        insert(editor, foreign, true);
    } else if (editor_context(editor) == CONTEXT_WALK) {
        tell_too_long(editor, walk_type(editor, foreign));
    } else {
        editor_say(editor, ROLE_MESSAGE, "Not pasted: go into a field first.");
    }
}
