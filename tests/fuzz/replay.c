/* Any bytes as a log of edits: refused, or done again in texts that can be saved and undone. */
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"
#include "bulletproof/text/clean.h"
#include "fuzz.h"

static const char resume[] = "basics:\n"
                             "  name: Ada Example\n"
                             "work:\n"
                             "  - name: Analytical Engines\n"
                             "    highlights:\n"
                             "      - Cut the time of nightly jobs from 9 h to 2 h.\n"
                             "      - Wrote tests.\n"
                             "skills:\n"
                             "  - {name: Data, keywords: [SQL, Redis]}\n";

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

static void expect_saveable(Store *store, const Document *doc)
{
    StrBuf text = {0};
    Diag diag = {0};
    fuzz_expect(store_compose(store, document_root(doc), &text, &diag), "it cannot be saved",
                view_of(diag.text));
    strbuf_done(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Store *store = store_read(view_of(resume), NULL, NULL, NULL);
    Document *doc = document_new(store_take_root(store));
    Node *start = node_copy(document_root(doc));
    document_replay(doc, view_make((const char *)data, size));
    expect_texts_are_clean(document_root(doc));
    expect_saveable(store, doc);
    while (document_undo(doc, NULL)) {
    }
    fuzz_expect(node_equal(document_root(doc), start), "undo does not return to the start",
                view_of(""));
    document_free(doc);
    node_free(start);
    store_free(store);
    return 0;
}
