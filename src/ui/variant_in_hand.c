#include "ui/variant_in_hand.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/variant.h"
#include "ui/command_list.h"
#include "ui/prompt_subject.h"

static const char whole[] = "whole";

const Node *editor_variant(const Editor *editor)
{
    const char *name = editor->state.variant;
    return name && editor->document ? variant_find(document_root(editor->document), name) : NULL;
}

bool variant_leaves_out(const Editor *editor, NodeId id)
{
    const Node *variant = editor_variant(editor), *node = document_find(editor->document, id);
    return variant && node && !variant_has(variant, node);
}

bool editor_take_variant(Editor *editor, const char *name)
{
    const Node *variant = variant_find(document_root(editor->document), name);
    if (!variant && !view_is(view_of(name), whole)) {
        editor_say(editor, ROLE_MESSAGE, "There is no variant of that name.");
        return false;
    }
    free(editor->state.variant);
    editor->state.variant = variant ? xstrdup(node_text(variant, FIELD_NAME)) : NULL;
    if (variant) {
        editor_say(
            editor, ROLE_MESSAGE,
            "The variant %s: what is out of it is dim. " KEY_OF("export-pdf") " writes its PDF.",
            editor->state.variant);
    } else {
        editor_say(editor, ROLE_MESSAGE, "The whole resume.");
    }
    return true;
}

bool command_variant(Editor *editor)
{
    if (editor->argument.length > 0) {
        char *name = xstrndup(editor->argument.data, editor->argument.length);
        bool is_taken = editor_take_variant(editor, name);
        free(name);
        return is_taken;
    }
    if (editor->state.prompt.kind == PROMPT_VARIANTS) {
        prompt_close(&editor->state.prompt);
    } else {
        prompt_about(editor, PROMPT_VARIANTS, NULL);
    }
    return true;
}
