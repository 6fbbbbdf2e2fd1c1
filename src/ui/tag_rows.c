/* The tags of what is in hand: those of the whole resume and of its variants, each on or off. */
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/variant.h"
#include "bulletproof/text/fold.h"
#include "ui/choice_rows.h"
#include "ui/command_list.h"
#include "ui/entry_lines.h"
#include "ui/item_edit.h"
#include "ui/prompt_subject.h"

/* --- rows ------------------------------------------------------------------------------ */

/* NULL when the list has no such tag. */
static const Node *find_tag(const Node *tags, StrView name)
{
    for (size_t i = 0; i < node_count(tags); i++) {
        if (text_equal_folded(node_view(node_child(tags, i), FIELD_TEXT), name)) {
            return node_child(tags, i);
        }
    }
    return NULL;
}

/* "variants payments, platform" */
static void add_takers(StrBuf *out, const Node *root, StrView tag)
{
    const Node *variants = variant_list(root);
    size_t count = 0;
    for (size_t i = 0; i < node_count(variants); i++) {
        const Node *variant = node_child(variants, i);
        if (find_tag(node_part(variant, NODE_TAGS), tag)) {
            strbuf_addf(out, "%s%s", count++ > 0 ? ", " : "taken by ",
                        node_text(variant, FIELD_NAME));
        }
    }
    strbuf_add(out, count == 0 ? "taken by no variant" : "");
}

static bool is_told(const ChoiceRows *rows, StrView name)
{
    for (size_t i = 0; i < rows->count; i++) {
        if (text_equal_folded(view_of(rows->items[i].name), name)) {
            return true;
        }
    }
    return false;
}

static void offer(const Editor *editor, ChoiceRows *rows, const Node *tag)
{
    StrView name = node_view(tag, FIELD_TEXT);
    if (is_told(rows, name) || name.length == 0) {
        return;
    }
    StrBuf words = {0};
    add_takers(&words, document_root(editor->document), name);
    const Node *tags = document_find(editor->document, editor->state.tagged);
    choice_rows_offer(editor, rows,
                      (ChoiceRow){.name = node_text(tag, FIELD_TEXT),
                                  .words = strbuf_text(&words),
                                  .is_marked = tags && find_tag(tags, name)});
    strbuf_done(&words);
}

/* What variants take comes first. */
static void fill(const Editor *editor, ChoiceRows *rows)
{
    const Node *root = document_root(editor->document), *variants = variant_list(root);
    for (const Node *node = variants; node; node = node_next(node, variants)) {
        if (node_kind(node) == NODE_TAG) {
            offer(editor, rows, node);
        }
    }
    for (const Node *node = root; node; node = node_next(node, root)) {
        if (node_kind(node) == NODE_TAG) {
            offer(editor, rows, node);
        }
    }
    choice_rows_offer_new(editor, rows, "a new tag");
}

/* --- choosing ---------------------------------------------------------------------------- */

static bool take(Editor *editor, const ChoiceRow *row)
{
    const Node *tags = document_find(editor->document, editor->state.tagged);
    const Node *tag = tags ? find_tag(tags, view_of(row->name)) : NULL;
    if (!tags) {
        prompt_close(&editor->state.prompt);
        return false;
    }
    if (tag) {
        document_remove(editor->document, node_id(tag));
    } else {
        Node *item = node_new(NODE_TAG);
        node_set(item, FIELD_TEXT, view_of(row->name));
        document_insert(editor->document, node_id(tags), node_count(tags), item);
    }
    if (editor->state.prompt.text.length > 0) {
        prompt_erase_all(&editor->state.prompt);
        editor->state.prompt.selected = 0;
    }
    return true;
}

static const char *name_of(const Node *node)
{
    bool has_text = kind_info(node_kind(node))->shape == SHAPE_TEXT;
    return has_text                          ? node_text(node, FIELD_TEXT)
           : node_kind(node) == NODE_VARIANT ? node_text(node, FIELD_NAME)
                                             : entry_name(node);
}

bool command_tag(Editor *editor)
{
    bool is_in_form = editor->state.pane == PANE_FORM;
    const Node *node =
        is_in_form ? editor_node(editor) : document_find(editor->document, editor->state.entry);
    const Node *tags = variant_tags(node);
    if (!tags) {
        editor_say(editor, ROLE_MESSAGE,
                   "Bullets, groups of skills and entries can be tagged; there is none here.");
        return false;
    }
    editor->state.tagged = node_id(tags);
    prompt_about(editor, PROMPT_TAGS, name_of(node_parent(tags)));
    return true;
}

const ChoiceKind tag_choice = {
    .label = "Tags of",
    .hint = "Enter puts a tag on or takes it off. What has no tags is in every variant, what has "
            "some in those that take one of them. Type a name for a new tag. On the title of an "
            "entry it is the entry that is tagged.",
    .fill = fill,
    .take = take,
};
