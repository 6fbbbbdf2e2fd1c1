/* Waivers: a finding that the writer has looked at and keeps, with the reason. One of a bullet
 * stands under the bullet, one of anything else in the settings and holds everywhere. */
#include "ui/waiver_commands.h"

#include "ui/command_list.h"
#include "ui/finding_list.h"

/* The list that a waiver of something of `node` belongs to. */
static const Node *waivers_of(const Editor *editor, const Node *node)
{
    if (node_kind(node) == NODE_BULLET) {
        return node_part(node, NODE_WAIVERS);
    }
    return node_part(node_settings(document_root(editor->document)), NODE_WAIVERS);
}

/* The words that a waiver in the settings is about; a bullet has its own waivers. */
static StrView words_of(const Node *node, const Finding *finding)
{
    enum { MOST_BYTES = 80 };
    if (node_kind(node) == NODE_BULLET || finding->field == FIELD_COUNT) {
        return view_of("");
    }
    StrView text = node_view(node, finding->field);
    StrView words = view_trim(view_slice(text, finding->start, finding->end));
    return words.length > MOST_BYTES ? view_of("") : words;
}

static const Node *find_waiver(const Node *waivers, const char *code, StrView about)
{
    for (size_t i = 0; i < node_count(waivers); i++) {
        const Node *waiver = node_child(waivers, i);
        if (view_is(node_view(waiver, FIELD_CODE), code) &&
            view_equal(node_view(waiver, FIELD_ABOUT), about)) {
            return waiver;
        }
    }
    return NULL;
}

static NodeId add_waiver(Editor *editor, const Node *waivers, const char *code, StrView about)
{
    Node *waiver = node_new(NODE_WAIVER);
    node_set(waiver, FIELD_CODE, view_of(code));
    node_set(waiver, FIELD_ABOUT, about);
    NodeId id = document_insert(editor->document, node_id(waivers), node_count(waivers), waiver);
    editor->state.new_waiver = id;
    editor->state.waiver_revision = document_revision(editor->document);
    return id;
}

bool command_waive(Editor *editor)
{
    UiState *state = &editor->state;
    const Finding *finding = finding_in_hand(editor);
    const Node *node = editor_node(editor); /* what is in hand is of the node in hand */
    if (!finding || !node) {
        editor_say(editor, ROLE_MESSAGE,
                   "There is no finding here. " KEY_OF("next-finding") " goes to the next one.");
        return false;
    }
    if (node_kind(node) == NODE_WAIVER) {
        editor_say(editor, ROLE_MESSAGE,
                   "This finding is about a waiver: " KEY_OF("remove-item") " removes it.");
        return false;
    }
    const char *code = finding->rule->code;
    const Node *waivers = waivers_of(editor, node);
    StrView about = words_of(node, finding);
    const Node *waiver = find_waiver(waivers, code, about);
    NodeId id = waiver ? node_id(waiver) : add_waiver(editor, waivers, code, about);
    bool is_everywhere = node_kind(node) != NODE_BULLET && about.length == 0;
    state->waived_at = state->cursor;
    state->overlay = OVERLAY_NONE;
    editor_go(editor, (Place){id, FIELD_REASON, 0});
    editor_say(
        editor, ROLE_MESSAGE,
        "%s: write why it may stay%s. Enter goes back, " KEY_OF("remove-item") " removes this.",
        code, is_everywhere ? " in all of the resume" : "");
    return true;
}

bool waiver_leave(Editor *editor)
{
    UiState *state = &editor->state;
    const Node *waiver = editor_node(editor);
    if (!waiver || node_kind(waiver) != NODE_WAIVER || state->cursor.field != FIELD_REASON) {
        return false;
    }
    const Node *owner = node_parent(node_parent(waiver));
    bool is_of_bullet = node_kind(owner) == NODE_BULLET;
    Place place = state->waived_at;
    if (is_of_bullet && place.node != node_id(owner)) {
        place = (Place){node_id(owner), FIELD_TEXT, node_view(owner, FIELD_TEXT).length};
    }
    if (!document_find(editor->document, place.node)) {
        return false;
    }
    state->waived_at = (Place){0, FIELD_COUNT, 0};
    editor_go(editor, place);
    return true;
}

bool waiver_tidy(Editor *editor, NodeId left)
{
    UiState *state = &editor->state;
    const Node *waiver = document_find(editor->document, left);
    bool is_new = waiver && left == state->new_waiver && state->cursor.node != left;
    if (!is_new || node_has(waiver, FIELD_REASON)) {
        state->new_waiver = is_new ? 0 : state->new_waiver;
        return false;
    }
    /* undone where nothing came after it: the resume is as it was */
    if (document_revision(editor->document) == state->waiver_revision) {
        document_undo(editor->document, NULL);
    } else {
        document_remove(editor->document, left);
    }
    state->new_waiver = 0;
    editor_say(editor, ROLE_MESSAGE, "Nothing is waived: no reason was given.");
    return true;
}
