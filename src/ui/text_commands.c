/* Commands that change the text in hand. */
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/item_edit.h"
#include "ui/text_area.h"
#include "ui/waiver_commands.h"
#include "ui/wording.h"

static Place *cursor_of(Editor *editor)
{
    return &editor->state.cursor;
}

/* --- Enter ---------------------------------------------------------------------- */

static bool enter_item(Editor *editor, const Node *item)
{
    if (!node_has(item, FIELD_TEXT)) {
        editor_say(editor, ROLE_MESSAGE, "This one is still empty: write in it first.");
        return false;
    }
    item_split(editor->document, cursor_of(editor));
    return true;
}

bool command_enter(Editor *editor)
{
    const Node *node = editor_node(editor);
    if (!node) {
        return false;
    }
    if (cursor_of(editor)->field == FIELD_COUNT) {
        item_append(editor->document, cursor_of(editor), node);
        return true;
    }
    if (item_is_text(node)) {
        return enter_item(editor, node);
    }
    if (waiver_leave(editor)) {
        return true;
    }
    if (text_area_is_prose(editor->document, *cursor_of(editor))) {
        return text_area_insert(editor->document, cursor_of(editor), view_of("\n"));
    }
    return command_down(editor);
}

/* --- erasing -------------------------------------------------------------------- */

/* An entry of which nothing is written goes away like an empty bullet. */
static bool remove_blank(Editor *editor)
{
    const Node *item = item_at(editor->document, *cursor_of(editor));
    if (!item || !node_is_blank(item)) {
        return false;
    }
    item_remove(editor->document, cursor_of(editor), item);
    return true;
}

bool command_backspace(Editor *editor)
{
    Document *document = editor->document;
    if (text_area_erase_left(document, cursor_of(editor)) || editor_is_walking(editor)) {
        return true;
    }
    if (!item_is_text(editor_node(editor))) {
        return remove_blank(editor) || command_left(editor);
    }
    return item_join_before(document, cursor_of(editor)) || remove_blank(editor) ||
           command_left(editor);
}

bool command_delete(Editor *editor)
{
    Document *document = editor->document;
    if (text_area_erase_right(document, cursor_of(editor)) || editor_is_walking(editor)) {
        return true;
    }
    if (!item_is_text(editor_node(editor))) {
        return remove_blank(editor);
    }
    return item_join_after(document, cursor_of(editor)) || remove_blank(editor);
}

bool command_kill_word_left(Editor *editor)
{
    return text_area_kill_word_left(editor->document, cursor_of(editor), &editor->killed);
}

bool command_kill_word_right(Editor *editor)
{
    return text_area_kill_word_right(editor->document, cursor_of(editor), &editor->killed);
}

bool command_kill_line(Editor *editor)
{
    return text_area_kill_line(editor->document, cursor_of(editor), &editor->killed);
}

bool command_insert_killed(Editor *editor)
{
    if (editor->killed.length == 0) {
        editor_say(editor, ROLE_MESSAGE, "Nothing was cut yet.");
        return false;
    }
    return cursor_of(editor)->field != FIELD_COUNT &&
           text_area_insert(editor->document, cursor_of(editor), strbuf_view(&editor->killed));
}

/* --- undo ----------------------------------------------------------------------- */

/* In the walkthrough the question in hand is part of what is undone. */
static void go_to_edit(Editor *editor, EditPlace place)
{
    Place *cursor = cursor_of(editor);
    if (!editor_is_walking(editor)) {
        editor_go(editor, (Place){place.node, place.field, place.offset});
        return;
    }
    walk_settle(editor);
    if (editor_is_walking(editor) && place.node == cursor->node && place.field == cursor->field) {
        cursor->offset = place.offset;
    }
}

static void add_step(StrBuf *out, const char *label, const Node *node)
{
    if (label) {
        wording_add_step(out, label, node);
    }
}

/* False when `words`, which say what the step is about, are empty: there is no step. */
static bool take_step(Editor *editor, const char *done, const StrBuf *words,
                      bool (*step)(Document *, EditPlace *))
{
    EditPlace place;
    if (words->length == 0 || !step(editor->document, &place)) {
        return false;
    }
    go_to_edit(editor, place);
    editor_say(editor, ROLE_MESSAGE, "%s %s.", done, strbuf_text(words));
    return true;
}

bool command_undo(Editor *editor)
{
    StrBuf words = {0};
    document_seal(editor->document);
    add_step(&words, document_undo_label(editor->document), document_undo_node(editor->document));
    bool is_done = take_step(editor, "Undid", &words, document_undo);
    strbuf_done(&words);
    if (!is_done) {
        editor_say(editor, ROLE_MESSAGE, "Nothing to undo.");
    }
    return is_done;
}

bool command_redo(Editor *editor)
{
    StrBuf words = {0};
    add_step(&words, document_redo_label(editor->document), document_redo_node(editor->document));
    bool is_done = take_step(editor, "Redid", &words, document_redo);
    strbuf_done(&words);
    if (!is_done) {
        editor_say(editor, ROLE_MESSAGE, "Nothing to redo.");
    }
    return is_done;
}
