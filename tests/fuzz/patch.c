/* A file and edits to it: what is saved must read back as what was edited. The file ends at the
 * first byte 0xFF, which no text has; the edits follow. */
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"
#include "bulletproof/text/clean.h"
#include "fuzz.h"

enum { MOST_EDITS = 32, MOST_STEPS = 8 };

static const Node *pick(FuzzInput *input, const Node *root)
{
    const Node *node = root;
    for (int step = 0; step < MOST_STEPS && node_count(node) > 0; step++) {
        size_t choice = fuzz_choice(input, node_count(node) + 1);
        if (choice == node_count(node)) {
            break;
        }
        node = node_child(node, choice);
    }
    return node;
}

static const FieldInfo *pick_field(FuzzInput *input, NodeKind kind)
{
    size_t count;
    const FieldInfo *fields = kind_fields(kind, &count);
    return count > 0 ? &fields[fuzz_choice(input, count)] : NULL;
}

/* A text as the model holds it. */
static void add_text(StrBuf *out, FuzzInput *input, const FieldInfo *field)
{
    StrView text = fuzz_text(input);
    if (field->field == FIELD_HIDDEN) {
        strbuf_add(out, text.length > 0 ? "true" : "");
    } else {
        text_clean(out, text, field->type == FIELD_TYPE_PROSE ? CLEAN_PROSE : CLEAN_LINE);
    }
}

static void change(FuzzInput *input, Document *doc, const Node *node)
{
    const FieldInfo *field = pick_field(input, node_kind(node));
    StrBuf text = {0};
    if (field) {
        add_text(&text, input, field);
        document_set(doc, node_id(node), field->field, strbuf_view(&text));
    }
    strbuf_done(&text);
}

static void insert(FuzzInput *input, Document *doc, const Node *list)
{
    const KindInfo *info = kind_info(node_kind(list));
    if (info->shape != SHAPE_LIST) {
        return;
    }
    Node *item = node_new(info->item);
    const FieldInfo *field = pick_field(input, info->item);
    StrBuf text = {0};
    add_text(&text, input, field);
    node_set(item, field->field, strbuf_view(&text));
    strbuf_done(&text);
    document_insert(doc, node_id(list), fuzz_choice(input, node_count(list) + 1), item);
}

static void move(FuzzInput *input, Document *doc, const Node *node)
{
    const Node *list = pick(input, document_root(doc));
    document_move(doc, node_id(node), node_id(list), fuzz_choice(input, node_count(list) + 1));
}

static void edit(FuzzInput *input, Document *doc)
{
    const Node *node = pick(input, document_root(doc));
    switch (fuzz_choice(input, 6)) {
    case 0:
        document_remove(doc, node_id(node));
        break;
    case 1:
        move(input, doc, node);
        break;
    case 2:
        insert(input, doc, node);
        break;
    case 3:
        document_undo(doc, NULL);
        break;
    default:
        change(input, doc, node);
    }
}

static void expect_read_back(StrView text, const Node *root)
{
    Diag diag = {0};
    StrBuf again = {0};
    Store *store = store_read(text, NULL, NULL, &diag);
    fuzz_expect(store, "what was saved cannot be read", text);
    Node *read = store_take_root(store);
    fuzz_expect(node_equal(read, root), "what was saved reads as something else", text);
    fuzz_expect(store_compose(store, read, &again, &diag), "it cannot be saved again", text);
    fuzz_expect(view_equal(strbuf_view(&again), text), "saving it again changes it", text);
    node_free(read);
    store_free(store);
    strbuf_done(&again);
}

static void edit_and_save(FuzzInput *edits, Store *store)
{
    Document *doc = document_new(store_take_root(store));
    StrBuf after = {0};
    Diag diag = {0};
    for (int i = 0; i < MOST_EDITS && edits->rest.length > 0; i++) {
        edit(edits, doc);
    }
    fuzz_expect(store_compose(store, document_root(doc), &after, &diag), "it cannot be saved",
                view_of(diag.text));
    expect_read_back(strbuf_view(&after), document_root(doc));
    strbuf_done(&after);
    document_free(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const StrView whole = view_make((const char *)data, size);
    size_t end = view_find(whole, '\xFF');
    FuzzInput edits = {view_slice(whole, end + 1, size)};
    Store *store = store_read(view_slice(whole, 0, end), NULL, NULL, NULL);
    if (store) {
        edit_and_save(&edits, store);
        store_free(store);
    }
    return 0;
}
