/* Any bytes as a resume of another program: refused with a reason, or made into a resume that
 * reads back and stays the same when it is imported in its turn. */
#include "bulletproof/store/import.h"
#include "bulletproof/base/utf8.h"
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

static void try(StrView text, ImportForm form)
{
    Import import = {0};
    Diag diag = {0};
    if (import_read(&import, text, form, &diag)) {
        expect_rows(&import);
        expect_stable(&import);
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
