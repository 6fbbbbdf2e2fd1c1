#include "model/edit.h"

#include <assert.h>

/* Keeps an empty buffer free of memory: most edits have nothing on one of their sides. */
static void take_slice(StrBuf *out, StrView text, size_t offset, size_t length)
{
    if (length > 0) {
        strbuf_add_view(out, view_slice(text, offset, offset + length));
    }
}

static void swap_splice(Edit *edit)
{
    StrBuf *text = node_buffer(edit->node, edit->field);
    StrBuf shown = {0};
    take_slice(&shown, strbuf_view(text), edit->offset, edit->length);
    strbuf_splice(text, edit->offset, edit->length, strbuf_view(&edit->other));
    edit->length = edit->other.length;
    strbuf_done(&edit->other);
    edit->other = shown;
}

static void swap_child(Edit *edit, NodeTable *table)
{
    if (edit->item) {
        node_attach(edit->node, edit->index, edit->item);
        node_table_add(table, edit->item);
        edit->item = NULL;
    } else {
        edit->item = edit->node->children[edit->index];
        node_table_remove(table, edit->item);
        node_detach(edit->item);
    }
}

static void swap_move(Edit *edit)
{
    Node *list = edit->node->parent;
    size_t index = edit->node->index;
    node_detach(edit->node);
    node_attach(edit->list, edit->index, edit->node);
    edit->list = list;
    edit->index = index;
}

void edit_swap(Edit *edit, NodeTable *table)
{
    switch (edit->kind) {
    case EDIT_SPLICE:
        swap_splice(edit);
        break;
    case EDIT_CHILD:
        swap_child(edit, table);
        break;
    case EDIT_MOVE:
        swap_move(edit);
        break;
    }
}

void edit_done(Edit *edit)
{
    strbuf_done(&edit->other);
    node_free(edit->item);
    edit->item = NULL;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n';
}

/* Undo goes back word by word: a step ends where a blank follows a letter. */
static bool is_word_end(char left, char right)
{
    return !is_blank(left) && is_blank(right);
}

static bool has_word_end(StrView text)
{
    for (size_t i = 1; i < text.length; i++) {
        if (is_word_end(text.data[i - 1], text.data[i])) {
            return true;
        }
    }
    return false;
}

static bool extend_typing(Edit *edit, StrBuf *shown, size_t offset, StrView text)
{
    bool goes_on = edit->length > 0 && offset == edit->offset + edit->length;
    if (!goes_on || is_word_end(shown->data[offset - 1], text.data[0]) || has_word_end(text)) {
        return false;
    }
    strbuf_splice(shown, offset, 0, text);
    edit->length += text.length;
    return true;
}

static bool extend_erasing(Edit *edit, StrBuf *shown, size_t offset, size_t length)
{
    if (edit->length > 0) {
        return false;
    }
    StrView erased = view_slice(strbuf_view(shown), offset, offset + length);
    StrBuf *other = &edit->other;
    bool is_before = offset + length == edit->offset;
    bool is_after = offset == edit->offset;
    char left = is_before ? erased.data[length - 1] : other->data[other->length - 1];
    char right = is_before ? other->data[0] : erased.data[0];
    if ((!is_before && !is_after) || is_word_end(left, right) || has_word_end(erased)) {
        return false;
    }
    strbuf_splice(other, is_before ? 0 : other->length, 0, erased);
    strbuf_splice(shown, offset, length, view_of(""));
    edit->offset = offset;
    return true;
}

bool edit_extend(Edit *edit, size_t offset, size_t length, StrView text)
{
    assert(edit->kind == EDIT_SPLICE);
    StrBuf *shown = node_buffer(edit->node, edit->field);
    if (length == 0) {
        return extend_typing(edit, shown, offset, text);
    }
    return text.length == 0 && extend_erasing(edit, shown, offset, length);
}

/* Where a cursor lands that is sent to `node`. */
static EditPlace node_place(const Node *node)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node->kind, &count);
    return (EditPlace){.node = node->id, .field = count > 0 ? fields[0].field : FIELD_TEXT};
}

/* The item that is there, else the one that took its place, else the list. */
static EditPlace child_place(const Node *list, size_t index)
{
    if (list->count == 0) {
        return node_place(list);
    }
    return node_place(list->children[index < list->count ? index : list->count - 1]);
}

EditPlace edit_place(const Edit *edit)
{
    switch (edit->kind) {
    case EDIT_SPLICE:
        return (EditPlace){edit->node->id, edit->field, edit->offset + edit->length};
    case EDIT_CHILD:
        return child_place(edit->node, edit->index);
    case EDIT_MOVE:
        break;
    }
    return node_place(edit->node);
}

const Node *edit_node(const Edit *edit)
{
    return edit->kind == EDIT_MOVE ? edit->node->parent : edit->node;
}

static const char *noun(const Edit *edit)
{
    NodeKind kind = edit->node->kind;
    switch (edit->kind) {
    case EDIT_SPLICE:
        return kind_field(kind, edit->field)->label;
    case EDIT_CHILD:
        return kind_info(kind_info(kind)->item)->label;
    case EDIT_MOVE:
        break;
    }
    return kind_info(kind)->label;
}

void edit_add_label(StrBuf *out, const Edit *edit)
{
    strbuf_addf(out, "%s %s", edit->verb, noun(edit));
}
