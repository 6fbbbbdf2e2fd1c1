/* Commands on whole bullets, words and entries. */
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/item_copy.h"
#include "ui/item_edit.h"
#include "ui/text_area.h"
#include "ui/wording.h"

/* The entry in hand: under the cursor, or on which the outline's bar stands. */
static const Node *entry_in_hand(const Editor *editor)
{
    return document_find(editor->document, editor->state.entry);
}

static const Node *item_in_hand(const Editor *editor)
{
    return editor->state.pane == PANE_OUTLINE ? entry_in_hand(editor)
                                              : item_at(editor->document, editor->state.cursor);
}

/* The first list of plain strings in an entry: its bullets, or its words. */
static const Node *strings_of(const Node *entry)
{
    for (size_t i = 0; entry && i < node_count(entry); i++) {
        const KindInfo *info = kind_info(node_kind(node_child(entry, i)));
        if (info->shape == SHAPE_LIST && kind_info(info->item)->shape == SHAPE_TEXT) {
            return node_child(entry, i);
        }
    }
    return NULL;
}

bool command_add_item(Editor *editor)
{
    Place *cursor = &editor->state.cursor;
    const Node *node = editor_node(editor);
    const Node *bullet = node ? node_above(node, NODE_BULLET) : NULL;
    node = bullet ? bullet : node;
    if (node && cursor->field == FIELD_COUNT) {
        item_append(editor->document, cursor, node);
        return true;
    }
    if (item_is_text(node)) {
        item_add_below(editor->document, cursor, node);
        return true;
    }
    const Node *strings = strings_of(node);
    if (strings) {
        item_append(editor->document, cursor, strings);
        return true;
    }
    return command_add_entry(editor);
}

/* The waivers of a bullet come with findings, not by themselves. */
static bool is_of_bullet(const Node *node)
{
    const Node *parent = node_parent(node);
    return parent && node_kind(parent) == NODE_BULLET;
}

/* The list of entries around the cursor, else the section's own. */
static const Node *list_of_entries(const Editor *editor, const Node **entry)
{
    for (const Node *node = editor_node(editor); node; node = node_parent(node)) {
        bool is_list = kind_info(node_kind(node))->shape == SHAPE_LIST && !is_of_bullet(node);
        if (is_list && kind_info(kind_info(node_kind(node))->item)->shape == SHAPE_MAPPING) {
            return node;
        }
        *entry = node;
    }
    *entry = entry_in_hand(editor);
    const Node *section = editor_section_node(editor);
    return kind_info(node_kind(section))->shape == SHAPE_LIST ? section : NULL;
}

bool command_add_entry(Editor *editor)
{
    const Node *entry = NULL;
    const Node *list = list_of_entries(editor, &entry);
    if (!list) {
        editor_say(editor, ROLE_MESSAGE, "There is nothing to add here.");
        return false;
    }
    editor->state.pane = PANE_FORM;
    if (entry && node_parent(entry) == list) {
        item_add_below(editor->document, &editor->state.cursor, entry);
    } else {
        item_append(editor->document, &editor->state.cursor, list);
    }
    return true;
}

/* A sentence with the kind of an item in it. */
static void say_of_kind(Editor *editor, const char *before, const Node *item, const char *after)
{
    StrBuf kind = {0};
    wording_add_kind(&kind, node_kind(item));
    editor_say(editor, ROLE_MESSAGE, "%s %s%s", before, strbuf_text(&kind), after);
    strbuf_done(&kind);
}

static void keep_copy(Editor *editor, const Node *item)
{
    node_free(editor->copied);
    editor->copied = node_copy(item);
}

static bool remove_one(Editor *editor, const Node *item)
{
    if (!item) {
        editor_say(editor, ROLE_MESSAGE, "There is nothing to remove here.");
        return false;
    }
    keep_copy(editor, item);
    item_remove(editor->document, &editor->state.cursor, item);
    say_of_kind(editor, "Cut the", editor->copied,
                ": " KEY_OF("put-item") " puts it elsewhere, " KEY_OF("undo") " brings it back.");
    return true;
}

bool command_remove_item(Editor *editor)
{
    return remove_one(editor, item_in_hand(editor));
}

bool command_remove_entry(Editor *editor)
{
    const Node *entry = entry_in_hand(editor);
    bool is_done = remove_one(editor, entry);
    if (is_done) {
        editor->state.entry = document_find(editor->document, editor->state.cursor.node) &&
                                      editor->state.cursor.field != FIELD_COUNT
                                  ? editor->state.cursor.node
                                  : 0;
    }
    return is_done;
}

static bool move(Editor *editor, int step)
{
    const Node *item = item_in_hand(editor);
    if (!item) {
        bool is_section = editor->state.pane == PANE_OUTLINE;
        editor_say(editor, ROLE_MESSAGE,
                   is_section
                       ? "Which sections come first on the page stands under Settings, Order."
                       : "There is nothing to move here.");
        return false;
    }
    if (!item_move(editor->document, item, step)) {
        editor_say(editor, ROLE_MESSAGE,
                   step < 0 ? "It is the first already." : "It is the last already.");
        return false;
    }
    return true;
}

bool command_move_up(Editor *editor)
{
    return move(editor, -1);
}

bool command_move_down(Editor *editor)
{
    return move(editor, 1);
}

/* --- copies -------------------------------------------------------------------------- */

bool command_copy_field(Editor *editor)
{
    StrView text = text_area_view(editor->document, editor->state.cursor);
    if (text.length == 0) {
        editor_say(editor, ROLE_MESSAGE, "There is nothing to copy here.");
        return false;
    }
    strbuf_clear(&editor->killed);
    strbuf_add_view(&editor->killed, text);
    editor_request(editor, REQUEST_COPY, strbuf_text(&editor->killed));
    editor_say(editor, ROLE_MESSAGE,
               "Copied the text: " KEY_OF("insert-killed") " inserts it elsewhere.");
    return true;
}

bool command_copy_item(Editor *editor)
{
    const Node *item = item_in_hand(editor);
    if (!item || node_is_blank(item)) {
        return command_copy_field(editor);
    }
    StrBuf text = {0};
    item_add_text(&text, item);
    keep_copy(editor, item);
    editor_request(editor, REQUEST_COPY, strbuf_text(&text));
    say_of_kind(editor, "Copied the", item, ": " KEY_OF("put-item") " puts it elsewhere.");
    strbuf_done(&text);
    return true;
}

/* In the outline, the entry or the section that the bar is on. */
static Place place_in_hand(const Editor *editor)
{
    if (editor->state.pane == PANE_FORM) {
        return editor->state.cursor;
    }
    const Node *entry = entry_in_hand(editor);
    return (Place){node_id(entry ? entry : editor_section_node(editor)), FIELD_COUNT, 0};
}

bool command_put_item(Editor *editor)
{
    if (!editor->copied) {
        editor_say(editor, ROLE_MESSAGE,
                   "Nothing was copied yet: " KEY_OF("copy-item") " copies, " KEY_OF(
                       "remove-item") " cuts.");
        return false;
    }
    Place place = place_in_hand(editor);
    if (!item_put(editor->document, &place, editor->copied)) {
        say_of_kind(editor, "Nothing here takes the", editor->copied,
                    ": go to an entry that has some.");
        return false;
    }
    editor_go(editor, place);
    return true;
}

/* --- off the page ------------------------------------------------------------------ */

/* The field by which such a node is hidden; FIELD_COUNT: it cannot be. */
static FieldId hiding_field(const Node *node)
{
    if (kind_field(node_kind(node), FIELD_HIDDEN)) {
        return FIELD_HIDDEN;
    }
    return kind_field(node_kind(node), FIELD_OFF_PAGE) ? FIELD_OFF_PAGE : FIELD_COUNT;
}

/* The bullet in hand, else the entry around the cursor. */
static const Node *hideable(const Editor *editor)
{
    const Node *node = item_in_hand(editor);
    while (node && hiding_field(node) == FIELD_COUNT) {
        node = node_parent(node);
    }
    return node ? node : entry_in_hand(editor);
}

bool command_hide(Editor *editor)
{
    const Node *node = hideable(editor);
    FieldId field = node ? hiding_field(node) : FIELD_COUNT;
    if (field == FIELD_COUNT) {
        editor_say(editor, ROLE_MESSAGE, "Bullets and entries can be hidden; there is none here.");
        return false;
    }
    bool is_hidden = node_has(node, field);
    document_set(editor->document, node_id(node), field, view_of(is_hidden ? "" : "true"));
    editor_say(editor, ROLE_MESSAGE,
               is_hidden ? "Shown on the page again."
                         : "Hidden: it stays in the file and off the page. The same key shows it.");
    return true;
}
