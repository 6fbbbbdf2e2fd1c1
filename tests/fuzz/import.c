/* Any bytes as a resume of another program: refused with a reason, or made into a resume that
 * reads back and stays the same when it is imported in its turn. */
#include "bulletproof/store/import.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/yaml/tree.h"
#include "fuzz.h"

static void expect_shown(const char *text)
{
    StrBuf printable = {0};
    utf8_add_printable(&printable, view_of(text));
    fuzz_expect(view_equal(strbuf_view(&printable), view_of(text)), "not to be shown",
                view_of(text));
    strbuf_done(&printable);
}

static void expect_rows(const Import *import)
{
    size_t total = 0;
    for (size_t i = 0; i < import->count; i++) {
        const ImportRow *row = &import->rows[i];
        fuzz_expect(row->place.line > 0 && row->place.column > 0, "no place", view_of(row->from));
        fuzz_expect(*row->from != '\0', "a row of nothing", view_of(row->note));
        bool is_lost = row->fate == IMPORT_LEFT && *row->note == '\0';
        fuzz_expect(!is_lost, "left without a reason", view_of(row->from));
        expect_shown(row->from);
        expect_shown(row->to);
    }
    for (ImportFate fate = 0; fate < IMPORT_FATE_COUNT; fate++) {
        total += import->counts[fate];
    }
    fuzz_expect(total == import->count, "the counts do not add up", view_of(""));
}

static void expect_stable(const Import *import)
{
    Import again = {0};
    Diag diag = {0};
    bool is_read = import_read(&again, strbuf_view(&import->text), IMPORT_JSON_RESUME, &diag);
    bool is_empty = import->text.length == 0 || view_is(strbuf_view(&import->text), "{}\n");
    fuzz_expect(is_read || is_empty, "it cannot be imported again", view_of(diag.text));
    if (is_read) {
        fuzz_expect(view_equal(strbuf_view(&again.text), strbuf_view(&import->text)),
                    "it is another resume the second time", strbuf_view(&again.text));
        fuzz_expect(again.counts[IMPORT_LEFT] == 0, "something stays behind the second time",
                    strbuf_view(&import->text));
    }
    import_done(&again);
}

static bool is_same(const YamlNode *a, const YamlNode *b)
{
    bool is_bare = a->style == YAML_STYLE_PLAIN && !a->has_tag && a->text.length > 0;
    if (a->kind != b->kind || a->count != b->count || !view_equal(a->text, b->text)) {
        return yaml_is_null(a) && yaml_is_null(b);
    }
    if (a->kind == YAML_SCALAR) {
        return yaml_is_null(a) == yaml_is_null(b) && (!is_bare || b->style == YAML_STYLE_PLAIN);
    }
    for (size_t i = 0; i < a->count; i++) {
        const YamlNode *key = a->items[i].key, *other = b->items[i].key;
        if ((key && !view_equal(key->text, other->text)) ||
            !is_same(a->items[i].value, b->items[i].value)) {
            return false;
        }
    }
    return true;
}

/* What only another tool knows is in the new file as it was. */
static void expect_kept(StrView text, const Import *import)
{
    YamlTree before = {0}, after = {0};
    bool is_read = yaml_tree_read(&before, text, NULL) &&
                   yaml_tree_read(&after, strbuf_view(&import->text), NULL);
    for (size_t i = 0; is_read && after.root && i < before.root->count; i++) {
        const YamlItem *item = &before.root->items[i];
        StrBuf key = {0};
        strbuf_add_view(&key, item->key->text);
        const YamlItem *kept = yaml_find(after.root, strbuf_text(&key));
        bool is_foreign = view_starts_with(item->key->text, "x-");
        if (is_foreign && kept && !item->is_duplicate) {
            fuzz_expect(is_same(item->value, kept->value), "it is not kept as it was",
                        strbuf_view(&import->text));
        }
        strbuf_done(&key);
    }
    yaml_tree_done(&before);
    yaml_tree_done(&after);
}

static void try(StrView text, ImportForm form)
{
    Import import = {0};
    Diag diag = {0};
    if (import_read(&import, text, form, &diag)) {
        expect_rows(&import);
        expect_stable(&import);
        if (form == IMPORT_JSON_RESUME) {
            expect_kept(text, &import);
        }
    } else {
        fuzz_expect(*diag.text != '\0', "no reason is given", text);
        expect_shown(diag.text);
    }
    import_done(&import);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const StrView text = view_make((const char *)data, size);
    try(text, IMPORT_ANY);
    try(text, IMPORT_JSON_RESUME);
    try(text, IMPORT_RENDERCV);
    return 0;
}
