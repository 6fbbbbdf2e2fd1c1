/* Keys, pastes and sizes of the screen for the editor, a byte or a few for each. Whatever is typed
 * can be saved, is shown within the screen, and is undone. */
#include <stdlib.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"
#include "bulletproof/ui/editor.h"
#include "fuzz.h"

/* Drawing takes longest: not every screen is looked at. */
enum { MOST_EVENTS = 150, EVENTS_A_LOOK = 5, MOST_ROWS = 60, MOST_COLUMNS = 200 };

/* Bytes that stand for more than a letter or a control key. */
enum {
    BYTE_BACKSPACE = 0x7F,
    BYTE_NAMED = 0x80,   /* and those after it: a named key */
    BYTE_SHIFTED = 0xA0, /* the same with Shift */
    BYTE_COMMAND = 0xC0, /* the next byte tells which */
    BYTE_ALT = 0xC1,     /* with the next byte */
    BYTE_LETTER = 0xC2,  /* the next three bytes are a code point */
    BYTE_PASTE = 0xC3,   /* a length and so many bytes */
    BYTE_SIZE = 0xC4,    /* rows and columns */
};

static const char resume[] = "basics:\n"
                             "  name: Ada Example\n"
                             "  summary: Builds services.\n"
                             "work:\n"
                             "  - name: Analytical Engines\n"
                             "    position: Developer\n"
                             "    startDate: 2020-01\n"
                             "    highlights:\n"
                             "      - Cut the time of nightly jobs from 9 h to 2 h.\n"
                             "      - Wrote 日本語 tests.\n"
                             "skills:\n"
                             "  - {name: Data, keywords: [SQL, Redis]}\n";

static void press_letter(FuzzInput *input, Editor *editor)
{
    uint32_t code = fuzz_byte(input) << 16;
    code |= fuzz_byte(input) << 8;
    code |= fuzz_byte(input);
    code %= 0x110000;
    if (code < 0xD800 || code > 0xDFFF) {
        editor_key(editor, (Key){code, 0});
    }
}

static void press_named(Editor *editor, unsigned number, unsigned modifiers)
{
    uint32_t code = KEYSYM_BEFORE_FIRST + 1 + number;
    if (code < KEYSYM_AFTER_LAST) {
        editor_key(editor, (Key){code, modifiers});
    }
}

static void run_command(FuzzInput *input, Editor *editor)
{
    size_t count;
    const Command *table = commands(&count);
    editor_run(editor, view_of(table[fuzz_choice(input, count)].name));
}

static void resize(FuzzInput *input, Editor *editor, Surface *surface)
{
    int rows = 1 + (int)fuzz_choice(input, MOST_ROWS);
    int columns = 1 + (int)fuzz_choice(input, MOST_COLUMNS);
    editor_resize(editor, rows, columns);
    surface_reset(surface, rows, columns);
}

static void press(FuzzInput *input, Editor *editor, Surface *surface)
{
    unsigned byte = fuzz_byte(input);
    if (byte < 0x20) {
        editor_key(editor, (Key){'a' + (byte + 31) % 32, KEY_MOD_CONTROL});
    } else if (byte < BYTE_BACKSPACE) {
        editor_key(editor, (Key){byte, 0});
    } else if (byte == BYTE_BACKSPACE) {
        editor_key(editor, (Key){KEYSYM_BACKSPACE, 0});
    } else if (byte < BYTE_SHIFTED) {
        press_named(editor, byte - BYTE_NAMED, 0);
    } else if (byte < BYTE_COMMAND) {
        press_named(editor, byte - BYTE_SHIFTED, KEY_MOD_SHIFT);
    } else if (byte == BYTE_COMMAND) {
        run_command(input, editor);
    } else if (byte == BYTE_ALT) {
        editor_key(editor, (Key){fuzz_byte(input) & 0x7F, KEY_MOD_ALT});
    } else if (byte == BYTE_LETTER) {
        press_letter(input, editor);
    } else if (byte == BYTE_PASTE) {
        editor_paste(editor, fuzz_text(input));
    } else if (byte == BYTE_SIZE) {
        resize(input, editor, surface);
    }
}

static void look(const Editor *editor, Surface *surface)
{
    editor_draw(editor, surface);
    fuzz_expect(surface->cursor_row < surface->rows && surface->cursor_column < surface->columns,
                "the cursor is outside the screen", view_of(""));
}

/* What a terminal would take for more than letters. */
static void expect_shown(const Surface *surface)
{
    char *text = surface_text(surface);
    StrView view = view_of(text);
    size_t bytes;
    for (size_t at = 0; at < view.length; at += bytes) {
        uint32_t code = utf8_decode(view, at, &bytes);
        fuzz_expect(code == '\n' || !utf8_is_control(code), "a control is shown", view);
    }
    free(text);
}

static void expect_saveable(Store *store, const Document *doc)
{
    StrBuf text = {0};
    Diag diag = {0};
    fuzz_expect(store_compose(store, document_root(doc), &text, &diag), "it cannot be saved",
                view_of(diag.text));
    strbuf_done(&text);
}

static void expect_undone(Document *doc, const Node *start)
{
    while (document_undo(doc, NULL)) {
    }
    fuzz_expect(node_equal(document_root(doc), start), "undo does not return to the start",
                view_of(""));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzInput input = {view_make((const char *)data, size)};
    Store *store = store_read(view_of(resume), NULL, NULL, NULL);
    Document *doc = document_new(store_take_root(store));
    Node *start = node_copy(document_root(doc));
    Editor *editor = editor_new();
    Surface surface;
    surface_init(&surface, 24, 80);
    editor_resize(editor, 24, 80);
    editor_show(editor, doc);
    for (int i = 0; i < MOST_EVENTS && input.rest.length > 0; i++) {
        press(&input, editor, &surface);
        editor_take_request(editor); /* nobody saves, exports or leaves here */
        if (i % EVENTS_A_LOOK == 0 || input.rest.length == 0) {
            look(editor, &surface);
        }
    }
    expect_shown(&surface);
    expect_saveable(store, doc);
    document_seal(doc);
    expect_undone(doc, start);
    surface_done(&surface);
    editor_free(editor);
    document_free(doc);
    node_free(start);
    store_free(store);
    return 0;
}
