/* Does again what document_watch has written down. The bytes come from a file: nothing of them is
 * believed. */
#include "bulletproof/base/utf8.h"
#include "bulletproof/model/document.h"
#include "bulletproof/text/clean.h"
#include "model/record.h"

typedef struct {
    Document *doc;
    StrView rest;
    bool is_good;
    unsigned depth;  /* of groups */
    TextRange typed; /* what the step in hand has put in; node 0: it is not typing */
} Replay;

/* --- words of the log --------------------------------------------------------- */

static StrView take_bytes(Replay *replay, size_t length)
{
    StrView bytes = view_slice(replay->rest, 0, length);
    replay->is_good = replay->is_good && bytes.length == length;
    replay->rest = view_slice(replay->rest, length, replay->rest.length);
    return bytes;
}

/* Up to the byte, which is taken too. */
static StrView take_until(Replay *replay, char byte)
{
    StrView word = take_bytes(replay, view_find(replay->rest, byte));
    take_bytes(replay, 1);
    return word;
}

static size_t number_of(Replay *replay, StrView digits)
{
    size_t number = 0;
    replay->is_good = replay->is_good && digits.length > 0 && digits.length < 10;
    for (size_t i = 0; i < digits.length && replay->is_good; i++) {
        replay->is_good = digits.data[i] >= '0' && digits.data[i] <= '9';
        number = number * 10 + (size_t)(digits.data[i] - '0');
    }
    return replay->is_good ? number : 0;
}

static size_t take_number(Replay *replay)
{
    return number_of(replay, take_until(replay, ' '));
}

static StrView take_text(Replay *replay)
{
    StrView text = take_bytes(replay, number_of(replay, take_until(replay, ':')));
    StrView blank = take_bytes(replay, 1);
    replay->is_good = replay->is_good && view_is(blank, " ") && text.length <= FIELD_MAX_BYTES;
    return replay->is_good ? text : view_of("");
}

/* Only what could have been typed is taken. */
static StrView clean_text(Replay *replay, const FieldInfo *info, StrView text)
{
    CleanKind kind = info->type == FIELD_TYPE_PROSE ? CLEAN_PROSE : CLEAN_LINE;
    replay->is_good = replay->is_good && text_is_clean(text, kind);
    return replay->is_good ? text : view_of("");
}

static const Node *take_node(Replay *replay)
{
    const Node *root = document_root(replay->doc);
    const Node *node = node_at_path(root, take_until(replay, ' '));
    replay->is_good = replay->is_good && node;
    return replay->is_good ? node : root;
}

static const FieldInfo *take_field(Replay *replay, const Node *node)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    StrView key = take_until(replay, ' ');
    for (size_t i = 0; i < count && replay->is_good; i++) {
        if (view_is(key, field_key(fields[i].field))) {
            return &fields[i];
        }
    }
    replay->is_good = false;
    return NULL;
}

/* --- records --------------------------------------------------------------------- */

static bool is_boundary(StrView text, size_t offset)
{
    return offset >= text.length ? offset == text.length
                                 : ((unsigned char)text.data[offset] & 0xC0) != 0x80;
}

static void splice(Replay *replay, TextRange range, StrView text)
{
    StrView shown = node_view(document_find(replay->doc, range.node), range.field);
    replay->is_good = replay->is_good && is_boundary(shown, range.offset) &&
                      is_boundary(shown, range.offset + range.length) &&
                      document_splice(replay->doc, range, text);
}

static void replay_splice(Replay *replay, RecordVerb verb)
{
    const Node *node = take_node(replay);
    const FieldInfo *info = take_field(replay, node);
    size_t offset = take_number(replay), length = take_number(replay);
    StrView text = take_text(replay);
    if (!replay->is_good) {
        return;
    }
    if (verb == RECORD_SPLICE) {
        document_seal(replay->doc);
    }
    splice(replay, (TextRange){node_id(node), info->field, offset, length},
           clean_text(replay, info, text));
    bool is_typing = verb == RECORD_SPLICE && text.length > 0;
    replay->typed =
        is_typing ? (TextRange){node_id(node), info->field, offset, text.length} : (TextRange){0};
}

/* The step's whole text again: what is new of it goes behind what is there. */
static void replay_typed(Replay *replay)
{
    const Node *node = take_node(replay);
    const FieldInfo *info = take_field(replay, node);
    size_t offset = take_number(replay);
    StrView text = take_text(replay);
    TextRange *typed = &replay->typed;
    replay->is_good = replay->is_good && typed->node == node_id(node) &&
                      typed->field == info->field && typed->offset == offset &&
                      typed->length < text.length;
    if (!replay->is_good) {
        return;
    }
    StrView added = clean_text(replay, info, view_slice(text, typed->length, text.length));
    splice(replay, (TextRange){typed->node, typed->field, offset + typed->length, 0}, added);
    typed->length = text.length;
}

static Node *part_of_key(Node *parent, StrView key)
{
    size_t count;
    const NodeKind *kinds = kind_children(node_kind(parent), &count);
    for (size_t i = 0; i < count; i++) {
        if (view_is(key, kind_info(kinds[i])->key)) {
            return node_part_mutable(parent, kinds[i]);
        }
    }
    return NULL;
}

static Node *child_for(Node *parent, StrView key)
{
    const KindInfo *info = kind_info(node_kind(parent));
    if (info->shape == SHAPE_LIST) {
        return node_append(parent, node_new(info->item));
    }
    return part_of_key(parent, key);
}

/* Deep as kinds are: none is below itself. */
static void take_content(Replay *replay, Node *node)
{
    for (size_t left = take_number(replay); left > 0 && replay->is_good; left--) {
        const FieldInfo *info = take_field(replay, node);
        StrView text = take_text(replay);
        if (replay->is_good) {
            node_set(node, info->field, clean_text(replay, info, text));
        }
    }
    for (size_t left = take_number(replay); left > 0 && replay->is_good; left--) {
        StrView key = take_until(replay, ' ');
        Node *child = replay->is_good ? child_for(node, key) : NULL;
        replay->is_good = child;
        if (child) {
            take_content(replay, child);
        }
    }
}

static void replay_insert(Replay *replay)
{
    const Node *list = take_node(replay);
    const KindInfo *info = kind_info(node_kind(list));
    size_t index = take_number(replay);
    replay->is_good = replay->is_good && info->shape == SHAPE_LIST;
    if (!replay->is_good) {
        return;
    }
    Node *item = node_new(info->item);
    take_content(replay, item);
    if (replay->is_good) {
        document_insert(replay->doc, node_id(list), index, item);
    } else {
        node_free(item);
    }
}

static void replay_remove(Replay *replay)
{
    const Node *item = take_node(replay);
    if (replay->is_good) {
        document_remove(replay->doc, node_id(item));
    }
}

static void replay_move(Replay *replay)
{
    const Node *item = take_node(replay);
    const Node *list = take_node(replay);
    size_t index = take_number(replay);
    if (replay->is_good) {
        document_move(replay->doc, node_id(item), node_id(list), index);
    }
}

static void replay_verb(Replay *replay, RecordVerb verb)
{
    switch (verb) {
    case RECORD_BEGIN:
        document_begin(replay->doc);
        replay->depth++;
        break;
    case RECORD_END:
        replay->is_good = replay->depth > 0;
        if (replay->is_good) {
            document_end(replay->doc);
            replay->depth--;
        }
        break;
    case RECORD_UNDO:
        replay->is_good = document_undo(replay->doc, NULL);
        break;
    default:
        replay->is_good = verb == RECORD_REDO && document_redo(replay->doc, NULL);
    }
}

static void replay_one(Replay *replay)
{
    static const struct {
        RecordVerb verb;
        void (*run)(Replay *replay);
    } others[] = {
        {RECORD_INSERT, replay_insert},
        {RECORD_REMOVE, replay_remove},
        {RECORD_MOVE, replay_move},
    };
    RecordVerb verb = (RecordVerb)take_bytes(replay, 1).data[0];
    if (view_starts_with(replay->rest, "\n")) {
        replay_verb(replay, verb);
        return;
    }
    replay->is_good = replay->is_good && view_is(take_bytes(replay, 1), " ");
    if (verb == RECORD_SPLICE || verb == RECORD_JOIN) {
        replay_splice(replay, verb);
        return;
    }
    if (verb == RECORD_TYPED) {
        replay_typed(replay);
        return;
    }
    replay->typed = (TextRange){0};
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        if (others[i].verb == verb) {
            others[i].run(replay);
            return;
        }
    }
    replay->is_good = false;
}

bool document_replay(Document *doc, StrView log)
{
    Replay replay = {.doc = doc, .rest = log, .is_good = true};
    while (replay.is_good && replay.rest.length > 0) {
        replay_one(&replay);
        replay.is_good = replay.is_good && view_is(take_bytes(&replay, 1), "\n");
    }
    for (; replay.depth > 0; replay.depth--) {
        document_end(doc);
    }
    document_seal(doc);
    return replay.is_good;
}
