/* Texts that readers of YAML like to take for something else, saved in every way there is:
 *
 *     nasty FOLDER    writes patched.yaml, new.yaml, new.json and `expected` into FOLDER
 *
 * `expected` holds each text in hexadecimal, a line each, in the order of: bullets, summaries,
 * keywords. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"
#include "bulletproof/text/clean.h"
#include "dice.h"

enum { RANDOM_TEXTS = 1500, MOST_PIECES = 6 };

static const char before[] = "work:\n"
                             "- name: A # c\n"
                             "  highlights:\n"
                             "  - One\n"
                             "skills: [{name: Data, keywords: [SQL]}]\n";

/* clang-format off */
static const char *const texts[] = {
    "null", "Null", "NULL", "~", "nil", "true", "True", "TRUE", "false", "yes", "Yes", "YES", "no",
    "No", "NO", "on", "On", "off", "OFF", "y", "Y", "n", "N", "t", "f", "0", "1", "-1", "+1", "007",
    "0123", "0o7", "0o17", "0x1F", "0XfF", "0b101", "1_000", "1,000", "1e3", "1E+3", "1.5", ".5", "5.",
    "-.5", "+.5e-3", "1.5.2", "1e", "0x", "0xg", "0b2", ".", "..", "._1", ".inf", "-.INF", "+.Inf",
    ".nan", ".NaN", "inf", "NaN", "Infinity", "12:30", "12:30:45", "1:2", "190:20:30.15", "-1:30",
    "2020-01", "2020-01-02", "2020-1-2", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5",
    "20:03:20", "1/2", "50%", "$5", "=", "<<", "!", "!!str", "!x y", "&", "&a", "&a b", "*", "*a",
    "**bold**", "*a b", "?", "? a", "?a", "-", "- a", "-a", "--", "---", "--- a", "---a", "...",
    "... a", "....", ":", ": a", ":a", "a:", "a: b", "a:b", "a :b", "::", "#", "# a", "#a", "a #b",
    "a# b", "a#b", "|", "|-", "| a", ">", ">-", "> a", "%", "%YAML 1.1", "%a", "@", "@a", "`", "`a`",
    "[", "]", "[]", "[a]", "a]", "{", "}", "{}", "{a: b}", "a}", ",", ", a", "a,", "a, b", "'", "''",
    "'a'", "it's", "a'", "\"", "\"\"", "\"a\"", "a\"b", "\\", "\\n", "a\\", "\\x41", "a\\b", "\\\"",
    " ", "  ", " a", "a ", "  a  ", "a  b", "a\tb", "\ta", "a\t", "\n", "\n\n", "a\n", "a\n\n", "\na",
    "\n\na\n", "a\nb", "a\n\nb", "a\n b", "a \nb", " a\n b", "a\n  - b\n  - c", "a\n# b", "a\n---\nb",
    "---\na", "a\n...\nb", "- a\n- b", "a: b\nc: d", "# a\nb", "a\n\n\n", "|\n a", ">\n a", "a\nb ",
    "key: [1, 2", "\"open", "'open", "{open", "é", "日本語", "😀", "👩‍💻", "e\xCC\x81", "\xC2\xA0",
    "\xC2\xA0" "a", "a\xC2\xA0", "\xE2\x80\xA8", "a\xE2\x80\xA9" "b", "\xEF\xBB\xBF", "a\xEF\xBB\xBF",
    "\xE2\x80\x8B", "\xC2\xAD", "\xEF\xBF\xBD", "\xEE\x80\x80", "\xF4\x8F\xBF\xBD", "\xF0\x90\x80\x80",
    "C#", "C++", "F#", ".NET", "node.js", "key=value", "a && b", "a || b", "<b>x</b>", "http://a/b?c=d#e",
    "a@b.c", "C:\\dir", "~/dir", "$HOME", "100 %", "1st", "3 x 5", "v1.2.3", "1.2.3", "a -- b", "(a)",
};

static const char *const pieces[] = {
    "a", "b c", " ", "  ", "\n", "\n", ": ", ":", " #", "#", "- ", "-", "? ", "'", "\"", "\\", "[", "]",
    "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "~", "=", "<<", "0", "1", ".", "e", "x",
    "null", "---", "...", "é", "日", "😀", "\xC2\xA0", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\t",
};
/* clang-format on */

enum {
    TEXT_COUNT = sizeof(texts) / sizeof(texts[0]),
    PIECE_COUNT = sizeof(pieces) / sizeof(pieces[0])
};

/* Text number `i` as the model would hold it; the same for the same number. */
static void add_text(StrBuf *out, size_t i, CleanKind kind)
{
    StrBuf raw = {0};
    Dice dice = dice_new((unsigned)i);
    if (i < TEXT_COUNT) {
        strbuf_add(&raw, texts[i]);
    }
    for (size_t count = i < TEXT_COUNT ? 0 : 1 + dice_throw(&dice, MOST_PIECES); count > 0;
         count--) {
        strbuf_add(&raw, pieces[dice_throw(&dice, PIECE_COUNT)]);
    }
    text_clean(out, strbuf_view(&raw), kind);
    strbuf_done(&raw);
}

static void add_expected(StrBuf *out, StrView text)
{
    for (size_t i = 0; i < text.length; i++) {
        strbuf_addf(out, "%02x", (unsigned char)text.data[i]);
    }
    strbuf_add_char(out, '\n');
}

typedef struct {
    Document *doc;
    StrBuf bullets, summaries, keywords; /* as they are expected */
} Nasty;

static void add_item(const Nasty *nasty, NodeId list, NodeKind kind, FieldId field, StrView text)
{
    Node *item = node_new(kind);
    node_set(item, field, text);
    document_insert(nasty->doc, list, SIZE_MAX, item);
}

/* Empty texts are not written. */
static void add_everywhere(Nasty *nasty, size_t i)
{
    const Node *root = document_root(nasty->doc);
    const Node *works = node_part(root, NODE_WORKS);
    const Node *bullets = node_part(node_child(works, 0), NODE_HIGHLIGHTS);
    const Node *skill = node_child(node_part(root, NODE_SKILLS), 0);
    StrBuf prose = {0}, line = {0};
    add_text(&prose, i, CLEAN_PROSE);
    add_text(&line, i, CLEAN_LINE);
    if (prose.length > 0) {
        add_item(nasty, node_id(bullets), NODE_BULLET, FIELD_TEXT, strbuf_view(&prose));
        add_item(nasty, node_id(works), NODE_WORK, FIELD_SUMMARY, strbuf_view(&prose));
        add_expected(&nasty->bullets, strbuf_view(&prose));
        add_expected(&nasty->summaries, strbuf_view(&prose));
    }
    if (line.length > 0) {
        add_item(nasty, node_id(node_part(skill, NODE_KEYWORDS)), NODE_KEYWORD, FIELD_TEXT,
                 strbuf_view(&line));
        add_expected(&nasty->keywords, strbuf_view(&line));
    }
    strbuf_done(&prose);
    strbuf_done(&line);
}

static bool put(const char *folder, const char *name, const StrBuf *text)
{
    StrBuf path = {0};
    Diag diag = {0};
    strbuf_addf(&path, "%s/%s", folder, name);
    bool is_written = file_write(strbuf_text(&path), strbuf_view(text), NULL, NULL, &diag);
    if (!is_written) {
        fprintf(stderr, "%s: %s\n", strbuf_text(&path), diag.text);
    }
    strbuf_done(&path);
    return is_written;
}

static bool put_rendered(const char *folder, const char *name, const Node *root, StoreFormat format)
{
    StrBuf text = {0};
    store_render(root, format, &text);
    bool is_put = put(folder, name, &text);
    strbuf_done(&text);
    return is_put;
}

static bool put_all(const char *folder, Store *store, Nasty *nasty)
{
    const Node *root = document_root(nasty->doc);
    StrBuf patched = {0}, expected = {0};
    Diag diag = {0};
    bool is_good = store_compose(store, root, &patched, &diag) && diag.kind == DIAG_NONE;
    if (!is_good) {
        fprintf(stderr, "%s\n", diag.text);
    }
    strbuf_add_view(&expected, strbuf_view(&nasty->bullets));
    strbuf_add_view(&expected, strbuf_view(&nasty->summaries));
    strbuf_add_view(&expected, strbuf_view(&nasty->keywords));
    is_good = is_good && put(folder, "patched.yaml", &patched) &&
              put(folder, "expected", &expected) &&
              put_rendered(folder, "new.yaml", root, STORE_YAML) &&
              put_rendered(folder, "new.json", root, STORE_JSON);
    strbuf_done(&patched);
    strbuf_done(&expected);
    return is_good;
}

int main(int count, char **arguments)
{
    if (count != 2) {
        fprintf(stderr, "usage: nasty FOLDER\n");
        return 2;
    }
    Store *store = store_read(view_of(before), NULL, NULL, NULL);
    Nasty nasty = {.doc = document_new(store_take_root(store))};
    add_expected(&nasty.bullets, view_of("One"));
    add_expected(&nasty.keywords, view_of("SQL"));
    for (size_t i = 0; i < TEXT_COUNT + RANDOM_TEXTS; i++) {
        add_everywhere(&nasty, i);
    }
    bool is_good = put_all(arguments[1], store, &nasty);
    strbuf_done(&nasty.bullets);
    strbuf_done(&nasty.summaries);
    strbuf_done(&nasty.keywords);
    document_free(nasty.doc);
    store_free(store);
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
