#include "ui/variant_rows.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/variant.h"
#include "ui/choice_rows.h"
#include "ui/command_list.h"
#include "ui/prompt_subject.h"

/* As the command takes it for the resume without a variant. */
static const char whole[] = "whole";
static const char whole_words[] = "The whole resume";

/* --- rows ---------------------------------------------------------------------------- */

static void add_tags(StrBuf *out, const Node *variant)
{
    const Node *tags = node_part(variant, NODE_TAGS);
    for (size_t i = 0; i < node_count(tags); i++) {
        strbuf_addf(out, "%s%s", i > 0 ? ", " : "takes ",
                    node_text(node_child(tags, i), FIELD_TEXT));
    }
    strbuf_add(out, node_count(tags) == 0 ? "takes everything" : "");
}

/* "takes payments; leaves 2 out; for job-1" */
static void add_words(StrBuf *out, const Node *root, const Node *variant)
{
    size_t out_count = variant_count_out(root, variant);
    add_tags(out, variant);
    strbuf_addf(out, out_count > 0 ? "; leaves %zu out" : "; leaves nothing out", out_count);
    if (node_has(variant, FIELD_JOB)) {
        strbuf_addf(out, "; for %s", node_text(variant, FIELD_JOB));
    }
}

static void fill(const Editor *editor, ChoiceRows *rows)
{
    const Node *root = document_root(editor->document), *list = variant_list(root);
    const Node *in_hand = editor_variant(editor);
    choice_rows_offer(editor, rows,
                      (ChoiceRow){.name = whole_words, .words = "", .is_marked = !in_hand});
    for (size_t i = 0; i < node_count(list); i++) {
        const Node *variant = node_child(list, i);
        StrBuf words = {0};
        add_words(&words, root, variant);
        choice_rows_offer(editor, rows,
                          (ChoiceRow){.name = node_text(variant, FIELD_NAME),
                                      .words = strbuf_text(&words),
                                      .is_marked = variant == in_hand});
        strbuf_done(&words);
    }
    choice_rows_offer_new(editor, rows, "a new variant, which takes what is tagged so");
}

static const Node *chosen(const Editor *editor)
{
    char *name = choice_name(editor);
    const Node *variant = name ? variant_find(document_root(editor->document), name) : NULL;
    free(name);
    return variant;
}

/* As chosen(), with a word when it is the whole resume. */
static const Node *need_variant(Editor *editor)
{
    const Node *variant = chosen(editor);
    if (!variant) {
        editor_say(editor, ROLE_MESSAGE, "Choose a variant first; the whole resume is none.");
    }
    return variant;
}

/* --- making and taking ---------------------------------------------------------------- */

static void make(Editor *editor, const char *name)
{
    Node *variant = node_new(NODE_VARIANT), *tag = node_new(NODE_TAG);
    const Node *list = variant_list(document_root(editor->document));
    node_set(variant, FIELD_NAME, view_of(name));
    node_set(tag, FIELD_TEXT, view_of(name));
    node_append(node_part_mutable(variant, NODE_TAGS), tag);
    document_insert(editor->document, node_id(list), node_count(list), variant);
}

static bool take(Editor *editor, const ChoiceRow *row)
{
    bool is_whole = strcmp(row->name, whole_words) == 0;
    if (row->is_new && !is_whole && strcmp(row->name, whole) != 0) {
        make(editor, row->name);
    }
    bool is_taken = editor_take_variant(editor, is_whole ? whole : row->name);
    prompt_close(&editor->state.prompt);
    if (is_taken && row->is_new) {
        editor_say(editor, ROLE_MESSAGE,
                   "%s takes what is tagged so or has no tags; " KEY_OF("tag") " tags.", row->name);
    }
    return is_taken;
}

/* --- the one that is chosen -------------------------------------------------------------- */

/* Beside the one in hand; beside the whole resume when it is in hand itself. */
bool variant_differ(Editor *editor)
{
    const Node *variant = chosen(editor), *in_hand = editor_variant(editor);
    const Node *old = in_hand == variant ? NULL : in_hand;
    StrBuf lines = {0}, title = {0};
    const char *new_name = variant ? node_text(variant, FIELD_NAME) : "the whole resume";
    strbuf_addf(&title, "What %s has otherwise than %s", new_name,
                old ? node_text(old, FIELD_NAME) : "the whole resume");
    size_t count = variant_add_difference(&lines, document_root(editor->document), old, variant);
    prompt_close(&editor->state.prompt);
    strbuf_add(&lines, count > 0 ? "Key: + comes in, - goes out, ~ is replaced\n"
                                 : "Nothing: they are the same.\n");
    editor_show_differences(editor, strbuf_text(&title), strbuf_view(&lines));
    strbuf_done(&title);
    strbuf_done(&lines);
    return true;
}

bool variant_edit(Editor *editor)
{
    const Node *variant = need_variant(editor);
    if (variant) {
        prompt_close(&editor->state.prompt);
        editor->state.overlay = OVERLAY_NONE;
        editor_go(editor, (Place){node_id(variant), FIELD_NAME, 0});
    }
    return variant != NULL;
}

bool variant_remove(Editor *editor)
{
    const Node *variant = need_variant(editor);
    if (!variant) {
        return false;
    }
    editor_say(editor, ROLE_MESSAGE,
               "%s is gone, tags stay. Esc, " KEY_OF("undo") " brings it back.",
               node_text(variant, FIELD_NAME));
    document_remove(editor->document, node_id(variant));
    editor->state.prompt.selected = 0;
    return true;
}

bool variant_rename(Editor *editor)
{
    const Node *variant = need_variant(editor);
    if (variant) {
        prompt_rename(editor, PROMPT_VARIANT_NAME, node_text(variant, FIELD_NAME));
    }
    return variant != NULL;
}

static bool take_name(Editor *editor, const ChoiceRow *row)
{
    (void)row;
    const Node *root = document_root(editor->document);
    const Node *variant = variant_find(root, editor->state.subject);
    StrView typed = view_trim(strbuf_view(&editor->state.prompt.text));
    char *name = xstrndup(typed.data, typed.length);
    const Node *other = variant_find(root, name);
    bool is_good =
        variant && typed.length > 0 && strcmp(name, whole) != 0 && (!other || other == variant);
    if (is_good) {
        bool is_in_hand = variant == editor_variant(editor);
        document_set(editor->document, node_id(variant), FIELD_NAME, typed);
        if (is_in_hand) {
            free(editor->state.variant);
            editor->state.variant = xstrdup(name);
        }
        prompt_about(editor, PROMPT_VARIANTS, NULL);
        editor->state.prompt.selected = node_index(variant) + 1; /* behind the whole resume */
    } else {
        editor_say(editor, ROLE_MESSAGE, "A variant has a name of its own: type another.");
    }
    free(name);
    return is_good;
}

const ChoiceKind variant_choice = {
    .label = "Variant",
    .hint = "A variant has what is tagged for it and what has no tags; the resume itself stays as "
            "it is. Type a name for a new one.",
    .fill = fill,
    .take = take,
};

const ChoiceKind variant_name_choice = {
    .label = "New name of",
    .hint = "Tags keep their names: the variant takes those that it took.",
    .take = take_name,
};
