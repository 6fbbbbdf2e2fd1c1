#include "bulletproof/model/document.h"

#include <assert.h>
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "model/history.h"
#include "model/record.h"

struct Document {
    Node *root; /* owned */
    NodeTable nodes;
    History history;
    uint64_t revision;
    StrBuf undo_label, redo_label;
    bool is_frozen, has_refused;
    StrBuf *log; /* borrowed; NULL: nobody watches */
    /* Steps of which undo and redo can be told by a word: those that the log has made. */
    size_t logged_done, logged_undone;
};

Document *document_new(Node *root)
{
    Document *doc = xalloc(sizeof(*doc));
    doc->root = root ? root : node_new(NODE_RESUME);
    assert(doc->root->kind == NODE_RESUME && !doc->root->parent);
    node_table_add(&doc->nodes, doc->root);
    return doc;
}

void document_free(Document *doc)
{
    if (!doc) {
        return;
    }
    history_done(&doc->history);
    node_table_done(&doc->nodes);
    node_free(doc->root);
    strbuf_done(&doc->undo_label);
    strbuf_done(&doc->redo_label);
    free(doc);
}

const Node *document_root(const Document *doc)
{
    return doc->root;
}

const Node *document_find(const Document *doc, NodeId id)
{
    return node_table_find(&doc->nodes, id);
}

uint64_t document_revision(const Document *doc)
{
    return doc->revision;
}

void document_freeze(Document *doc, bool is_frozen)
{
    doc->is_frozen = is_frozen;
}

bool document_take_refusal(Document *doc)
{
    bool has_refused = doc->has_refused;
    doc->has_refused = false;
    return has_refused;
}

static bool refuses(Document *doc)
{
    doc->has_refused = doc->has_refused || doc->is_frozen;
    return doc->is_frozen;
}

void document_watch(Document *doc, StrBuf *log)
{
    assert(doc->history.depth == 0);
    history_seal(&doc->history);
    doc->log = log;
    doc->logged_done = 0;
    doc->logged_undone = 0;
}

static void log_verb(const Document *doc, RecordVerb verb)
{
    if (doc->log) {
        record_verb(doc->log, verb);
    }
}

static void log_edit(const Document *doc, const Edit *edit)
{
    if (doc->log) {
        record_edit(doc->log, edit);
    }
}

static void apply(Document *doc, Edit edit)
{
    log_edit(doc, &edit);
    Edit *added = history_add(&doc->history, edit);
    doc->logged_done += added->opens_step;
    doc->logged_undone = 0;
    edit_swap(added, &doc->nodes);
    doc->revision++;
}

/* Whether the splice went into the edit that is open for typing. */
static bool joins(Document *doc, const Edit *splice)
{
    Edit *open = history_open_edit(&doc->history);
    if (!open || open->kind != EDIT_SPLICE || open->node != splice->node ||
        open->field != splice->field) {
        return false;
    }
    if (!edit_extend(open, splice->offset, splice->length, strbuf_view(&splice->other))) {
        return false;
    }
    if (doc->log) {
        record_join(doc->log, open, splice);
    }
    doc->revision++;
    return true;
}

/* The text of the range; NULL when there is none or when `text` in its place were too much. */
static const StrBuf *splice_target(const Document *doc, TextRange range, StrView text)
{
    assert(utf8_is_valid(text));
    const Node *node = node_table_find(&doc->nodes, range.node);
    const StrBuf *shown = node ? node_buffer(node, range.field) : NULL;
    if (!shown || range.offset > shown->length || range.length > shown->length - range.offset) {
        return NULL;
    }
    size_t kept = shown->length - range.length;
    return text.length <= FIELD_MAX_BYTES && kept + text.length <= FIELD_MAX_BYTES ? shown : NULL;
}

static Edit splice_edit(const Document *doc, TextRange range, const char *verb, StrView text)
{
    Edit edit = {.kind = EDIT_SPLICE,
                 .verb = verb,
                 .node = node_table_find(&doc->nodes, range.node),
                 .field = range.field,
                 .offset = range.offset,
                 .length = range.length};
    if (text.length > 0) {
        strbuf_add_view(&edit.other, text);
    }
    return edit;
}

static bool is_no_change(const StrBuf *shown, TextRange range, StrView text)
{
    size_t end = range.offset + range.length;
    return view_equal(view_slice(strbuf_view(shown), range.offset, end), text);
}

static const char *splice_verb(size_t length, StrView text)
{
    if (length == 0) {
        return "typing in";
    }
    return text.length == 0 ? "erasing in" : "changing";
}

bool document_splice(Document *doc, TextRange range, StrView text)
{
    const StrBuf *shown = splice_target(doc, range, text);
    if (!shown) {
        return false;
    }
    if (is_no_change(shown, range, text)) {
        return true;
    }
    if (refuses(doc)) {
        return false;
    }
    Edit edit = splice_edit(doc, range, splice_verb(range.length, text), text);
    if (joins(doc, &edit)) {
        edit_done(&edit);
    } else {
        apply(doc, edit);
    }
    return true;
}

bool document_set(Document *doc, NodeId id, FieldId field, StrView text)
{
    const Node *node = node_table_find(&doc->nodes, id);
    TextRange all = {id, field, 0, node ? node_view(node, field).length : 0};
    const StrBuf *shown = splice_target(doc, all, text);
    if (!shown) {
        return false;
    }
    if (is_no_change(shown, all, text)) {
        return true;
    }
    if (refuses(doc)) {
        return false;
    }
    apply(doc, splice_edit(doc, all, "changing", text));
    history_seal(&doc->history);
    return true;
}

/* The list of that id if it takes items of `kind`, else NULL. */
static Node *list_for(const Document *doc, NodeId id, NodeKind kind)
{
    Node *list = node_table_find(&doc->nodes, id);
    const KindInfo *info = list ? kind_info(list->kind) : NULL;
    return info && info->shape == SHAPE_LIST && info->item == kind ? list : NULL;
}

/* The item of that id; NULL for fixed parts and the root, which stay. */
static Node *find_item(const Document *doc, NodeId id)
{
    Node *node = node_table_find(&doc->nodes, id);
    bool is_item = node && node->parent && kind_info(node->parent->kind)->shape == SHAPE_LIST;
    return is_item ? node : NULL;
}

NodeId document_insert(Document *doc, NodeId list_id, size_t index, Node *item)
{
    assert(item->id == 0 && !item->parent);
    Node *list = list_for(doc, list_id, item->kind);
    if (!list || refuses(doc)) {
        node_free(item);
        return 0;
    }
    size_t end = list->count;
    apply(doc, (Edit){.kind = EDIT_CHILD,
                      .verb = "adding",
                      .node = list,
                      .item = item,
                      .index = index < end ? index : end});
    return item->id;
}

void document_remove(Document *doc, NodeId id)
{
    const Node *item = find_item(doc, id);
    if (item && !refuses(doc)) {
        apply(doc, (Edit){.kind = EDIT_CHILD,
                          .verb = "removing",
                          .node = item->parent,
                          .index = item->index});
    }
}

bool document_move(Document *doc, NodeId id, NodeId list_id, size_t index)
{
    Node *item = find_item(doc, id);
    Node *list = item ? list_for(doc, list_id, item->kind) : NULL;
    if (!list) {
        return false;
    }
    size_t end = list == item->parent ? list->count - 1 : list->count;
    index = index < end ? index : end;
    if ((list == item->parent && index == item->index) || refuses(doc)) {
        return false;
    }
    apply(doc,
          (Edit){.kind = EDIT_MOVE, .verb = "moving", .node = item, .list = list, .index = index});
    return true;
}

void document_begin(Document *doc)
{
    log_verb(doc, RECORD_BEGIN);
    history_begin(&doc->history);
}

void document_end(Document *doc)
{
    assert(doc->history.depth > 0);
    log_verb(doc, RECORD_END);
    history_end(&doc->history);
}

void document_seal(Document *doc)
{
    history_seal(&doc->history);
}

/* Makes `edit`, done or undone, its opposite. */
static void swap(Document *doc, Edit *edit, EditPlace *place)
{
    edit_swap(edit, &doc->nodes);
    doc->revision++;
    if (place) {
        *place = edit_place(edit);
    }
}

/* The same, told by what it does: a replay has not made the step. */
static void swap_logged(Document *doc, Edit *edit, EditPlace *place)
{
    log_edit(doc, edit);
    swap(doc, edit, place);
}

bool document_undo(Document *doc, EditPlace *place)
{
    History *history = &doc->history;
    size_t start = history_step_start(history);
    if (history->depth > 0 || start == history->done) {
        return false;
    }
    bool is_known = doc->logged_done > 0;
    log_verb(doc, is_known ? RECORD_UNDO : RECORD_BEGIN);
    while (history->done > start) {
        (is_known ? swap : swap_logged)(doc, &history->edits[--history->done], place);
    }
    if (is_known) {
        doc->logged_done--;
        doc->logged_undone++;
    } else {
        log_verb(doc, RECORD_END);
        doc->logged_undone = 0;
    }
    history_seal(history);
    return true;
}

bool document_redo(Document *doc, EditPlace *place)
{
    History *history = &doc->history;
    size_t end = history_step_end(history);
    if (history->depth > 0 || end == history->done) {
        return false;
    }
    bool is_known = doc->logged_undone > 0;
    log_verb(doc, is_known ? RECORD_REDO : RECORD_BEGIN);
    while (history->done < end) {
        (is_known ? swap : swap_logged)(doc, &history->edits[history->done++], place);
    }
    if (is_known) {
        doc->logged_undone--;
    } else {
        log_verb(doc, RECORD_END);
    }
    doc->logged_done++;
    history_seal(history);
    return true;
}

bool document_last_place(const Document *doc, EditPlace *place)
{
    const History *history = &doc->history;
    if (history->done > 0) {
        *place = edit_place(&history->edits[history->done - 1]);
    }
    return history->done > 0;
}

const char *document_undo_label(Document *doc)
{
    const History *history = &doc->history;
    return history_label(history, history_step_start(history), history->done, &doc->undo_label);
}

const char *document_redo_label(Document *doc)
{
    const History *history = &doc->history;
    return history_label(history, history->done, history_step_end(history), &doc->redo_label);
}

const Node *document_undo_node(const Document *doc)
{
    const History *history = &doc->history;
    const Edit *lead = history_lead(history, history_step_start(history), history->done);
    return lead ? edit_node(lead) : NULL;
}

const Node *document_redo_node(const Document *doc)
{
    const History *history = &doc->history;
    const Edit *lead = history_lead(history, history->done, history_step_end(history));
    return lead ? edit_node(lead) : NULL;
}

bool document_is_modified(const Document *doc)
{
    return doc->history.saved != doc->history.done;
}

void document_mark_saved(Document *doc)
{
    history_mark_saved(&doc->history);
}
