/* What the vacancy asks for comes first: groups of skills, and the bullets of each entry. */
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "ui/command_list.h"
#include "ui/editor_state.h"

/* The ids first: indexes change while items move. */
static void move_items(Document *document, const Node *list, const size_t *order)
{
    size_t count = node_count(list);
    NodeId *ids = xalloc((count + 1) * sizeof(*ids));
    for (size_t i = 0; i < count; i++) {
        ids[i] = node_id(node_child(list, order[i]));
    }
    for (size_t i = 0; i < count; i++) {
        document_move(document, ids[i], node_id(list), i);
    }
    free(ids);
}

static bool order_list(Editor *editor, const Node *list)
{
    Arena arena = {0};
    size_t *order = arena_alloc(&arena, (node_count(list) + 1) * sizeof(*order));
    bool has_moved = match_order(&editor->job.job, list, order, &arena);
    if (has_moved) {
        move_items(editor->document, list, order);
    }
    arena_done(&arena);
    return has_moved;
}

/* Returns how many lists are in another order now. */
static size_t order_lists(Editor *editor)
{
    const Node *root = document_root(editor->document);
    size_t moved = 0;
    document_begin(editor->document);
    for (const Node *node = root; node; node = node_next(node, root)) {
        bool is_ordered = node_kind(node) == NODE_SKILLS || node_kind(node) == NODE_HIGHLIGHTS;
        moved += is_ordered && order_list(editor, node) ? 1 : 0;
    }
    document_end(editor->document);
    return moved;
}

bool command_order_for_job(Editor *editor)
{
    if (editor->job.job.term_count == 0) {
        editor_say(editor, ROLE_MESSAGE,
                   "Compare with a vacancy first: " KEY_OF("job") " opens it or takes it.");
        return false;
    }
    size_t moved = order_lists(editor);
    if (moved == 0) {
        editor_say(editor, ROLE_MESSAGE, "What the vacancy asks for comes first already.");
    } else {
        editor_say(editor, ROLE_MESSAGE,
                   "What the vacancy asks for comes first now, in %zu %s. " KEY_OF(
                       "undo") " takes it back.",
                   moved, moved == 1 ? "list" : "lists");
    }
    return moved > 0;
}
