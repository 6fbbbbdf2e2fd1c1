/* Any bytes as a resume: refused with a reason that can be shown, or read and kept as they are. */
#include "bulletproof/base/diag.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/store/store.h"
#include "bulletproof/text/clean.h"
#include "fuzz.h"

static void expect_shown(const Diag *diag)
{
    StrView text = view_of(diag->text);
    fuzz_expect(text.length > 0, "no reason is given", text);
    StrBuf printable = {0};
    utf8_add_printable(&printable, text);
    fuzz_expect(view_equal(strbuf_view(&printable), text), "not to be shown", text);
    strbuf_done(&printable);
}

static void expect_texts_are_clean(const Node *root)
{
    for (const Node *node = root; node; node = node_next(node, root)) {
        size_t count;
        const FieldInfo *fields = kind_fields(node_kind(node), &count);
        for (size_t i = 0; i < count; i++) {
            CleanKind kind = fields[i].type == FIELD_TYPE_PROSE ? CLEAN_PROSE : CLEAN_LINE;
            StrView text = node_view(node, fields[i].field);
            fuzz_expect(text_is_clean(text, kind), "a text is not clean", text);
        }
    }
}

static void expect_kept(Store *store, StrView text)
{
    StrBuf same = {0};
    Diag diag = {0};
    Node *root = store_take_root(store);
    expect_texts_are_clean(root);
    fuzz_expect(store_compose(store, root, &same, &diag), "it cannot be saved", view_of(diag.text));
    fuzz_expect(view_equal(strbuf_view(&same), text), "a save without a change changes it",
                strbuf_view(&same));
    fuzz_expect(diag.kind == DIAG_NONE, "a save without a change loses", view_of(diag.text));
    node_free(root);
    strbuf_done(&same);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const StrView text = view_make((const char *)data, size);
    Diag diag = {0};
    Store *store = store_read(text, NULL, NULL, &diag);
    if (!store) {
        expect_shown(&diag);
        return 0;
    }
    const DiagList *faults = store_faults(store);
    for (size_t i = 0; i < faults->count; i++) {
        expect_shown(&faults->items[i]);
        fuzz_expect(faults->items[i].place.line > 0, "a fault has no place",
                    view_of(faults->items[i].text));
    }
    expect_kept(store, text);
    store_free(store);
    return 0;
}
