/* What the vacancy asks for comes first: groups of skills, and the bullets of each entry. */
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/grapheme.h"
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/entry_lines.h"
#include "ui/section.h"

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

/* --- what would move -------------------------------------------------------------- */

enum { SHOWN_BYTES = 60 };

static void add_item(StrBuf *out, const Node *item)
{
    bool is_group = node_kind(item) == NODE_SKILL;
    StrView text = node_view(item, is_group ? FIELD_NAME : FIELD_TEXT);
    size_t columns = text_fit(text, SHOWN_BYTES);
    strbuf_addf(out, "%.*s%s", (int)columns, text.data, columns < text.length ? "…" : "");
}

/* "Experience › Tarn", then what goes up: "+ from 2 to 1: Cut p95 …". */
static void tell_list(StrBuf *out, const Node *list, const size_t *order)
{
    const Node *entry = section_entry(list);
    strbuf_addf(out, "%s%s%s\n", section_at(section_of(list, FIELD_COUNT)).label,
                entry ? " › " : "", entry ? entry_name(entry) : "");
    for (size_t i = 0; i < node_count(list); i++) {
        if (order[i] > i) {
            strbuf_addf(out, "+ from %zu to %zu: ", order[i] + 1, i + 1);
            add_item(out, node_child(list, order[i]));
            strbuf_add(out, "\n");
        }
    }
}

/* --- all lists ---------------------------------------------------------------------- */

/* With `moves` (else NULL) tells what moves, without it moves it. */
static bool order_list(Editor *editor, const Node *list, StrBuf *moves)
{
    Arena arena = {0};
    size_t *order = arena_alloc(&arena, (node_count(list) + 1) * sizeof(*order));
    bool has_moved = match_order(&editor->job.job, list, order, &arena);
    if (has_moved && moves) {
        tell_list(moves, list, order);
    } else if (has_moved) {
        move_items(editor->document, list, order);
    }
    arena_done(&arena);
    return has_moved;
}

/* Returns how many lists are in another order then. */
static size_t order_lists(Editor *editor, StrBuf *moves)
{
    const Node *root = document_root(editor->document);
    size_t moved = 0;
    for (const Node *node = root; node; node = node_next(node, root)) {
        bool is_ordered = node_kind(node) == NODE_SKILLS || node_kind(node) == NODE_HIGHLIGHTS;
        moved += is_ordered && order_list(editor, node, moves) ? 1 : 0;
    }
    return moved;
}

bool command_order_for_job(Editor *editor)
{
    editor_request(editor, REQUEST_ORDER, NULL);
    return true;
}

static void ask(Editor *editor, const StrBuf *moves, size_t count)
{
    StrBuf title = {0};
    bool is_named = editor->job.name.length > 0;
    strbuf_addf(&title, "Put first what %s asks for, in %zu %s?",
                is_named ? strbuf_text(&editor->job.name) : "the vacancy", count,
                count == 1 ? "list" : "lists");
    editor_ask(editor, strbuf_text(&title), "Nothing else changes; one undo takes it back.");
    editor_add_detail(editor, strbuf_view(moves));
    editor_offer(editor, "Move them", REQUEST_ORDER_NOW, NULL);
    editor_offer(editor, "Leave the order as it is", REQUEST_NONE, NULL);
    strbuf_done(&title);
}

bool editor_offer_order(Editor *editor)
{
    StrBuf moves = {0};
    if (editor->job.text.length == 0) {
        return false;
    }
    size_t count = order_lists(editor, &moves);
    if (editor->job.job.term_count == 0) {
        editor_say(editor, ROLE_MESSAGE,
                   "The vacancy names nothing to go by: " KEY_OF("job") " shows what was read.");
    } else if (count == 0) {
        editor_say(editor, ROLE_MESSAGE, "What the vacancy asks for comes first already.");
    } else {
        ask(editor, &moves, count);
    }
    strbuf_done(&moves);
    return true;
}

void editor_order_now(Editor *editor)
{
    document_begin(editor->document);
    size_t moved = order_lists(editor, NULL);
    document_end(editor->document);
    editor_settle(editor);
    editor_say(
        editor, ROLE_MESSAGE,
        "What the vacancy asks for comes first now, in %zu %s. " KEY_OF("undo") " takes it back.",
        moved, moved == 1 ? "list" : "lists");
}
