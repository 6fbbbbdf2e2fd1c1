#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"
#include "dice.h"
#include "rounds.h"
#include "strict_json.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

enum { ROUNDS = 4, EDITS = 5, FEW_SEEDS = 30, MANY_SEEDS = 700 };

/* Every comment begins with "#c" and every key and item that is not ours with "odd". */
/* clang-format off */
static const char *const files[] = {
    "#c0 head\n"
    "\n"
    "#c1\n"
    "basics:\n"
    "  name: Maya #c2\n"
    "  odd1: [1, {odd2: x}]\n"
    "  summary: |\n"
    "    One\n"
    "    two\n"
    "\n"
    "  #c3\n"
    "  location: {city: Leeds, odd3: y} #c4\n"
    "  profiles:\n"
    "    - network: GitHub\n"
    "      odd4: z\n"
    "#c5\n"
    "work:\n"
    "  #c6\n"
    "  - name: A #c7\n"
    "    highlights:\n"
    "      #c8\n"
    "      - 'One' #c9\n"
    "        #c10\n"
    "\n"
    "      #c11\n"
    "      - Two\n"
    "      - odd5: x\n"
    "      - >-\n"
    "        Three\n"
    "        lines #c no comment\n"
    "    odd6: {a: b}\n"
    "    x-bulletproof:\n"
    "      #c12\n"
    "      - starts: Two\n"
    "        tags: [a, b] #c13\n"
    "        odd7: 1\n"
    "\n"
    "  #c14\n"
    "  - company: B\n"
    "    startDate: 2020-01\n"
    "    highlights: #c15\n"
    "    - x\n"
    "    - 'y, z'\n"
    "#c16\n"
    "odd8:\n"
    "  #c17\n"
    "  odd9: 1\n",
    "skills:\n"
    "- name: Data\n"
    "  keywords:\n"
    "  - SQL #c1\n"
    "  # c\n"
    "  -   Go\n"
    "- keywords:\n"
    "  - a\n"
    "  - b #c2\n"
    "  odd1: 1\n"
    "  name: X\n"
    "work:\n"
    "- name: A\n"
    "\n"
    "  highlights:\n"
    "  - One\n"
    "\n"
    "  - Two #c3\n"
    "\n"
    "- odd2: 2\n"
    "  highlights:\n"
    "    -\n"
    "      Three\n"
    "    - \"Four\n"
    "      more\"\n"
    "meta:\n"
    "  odd3: 1\n"
    "  bulletproof:\n"
    "    level: mid #c4\n"
    "    waivers:\n"
    "    - code: a\n"
    "      odd4: 2\n"
    "odd5: x",
    "basics: {name: A, odd1: 1}\r\n"
    "work:\r\n"
    "  - name: A #c1\r\n"
    "    highlights:\r\n"
    "      - One #c2\r\n"
    "      - |\r\n"
    "        Two\r\n"
    "        lines\r\n"
    "    odd2: x\r\n"
    "\r\n"
    "  #c3\r\n"
    "  - name: B\r\n",
    "{\n"
    "  \"basics\": {\n"
    "    \"name\": \"A\",\n"
    "    \"odd1\": {\"odd2\": [1, 2]},\n"
    "    \"profiles\": [{\"network\": \"x\", \"odd3\": null}]\n"
    "  },\n"
    "  \"work\": [\n"
    "    {\n"
    "      \"name\": \"A\",\n"
    "      \"highlights\": [\n"
    "        \"One\",\n"
    "        \"Two\",\n"
    "        {\"odd4\": 1}\n"
    "      ],\n"
    "      \"x-bulletproof\": [{\"bullet\": 1, \"hidden\": true, \"odd5\": 1}]\n"
    "    },\n"
    "    {\"name\": \"B\", \"odd6\": 2}\n"
    "  ],\n"
    "  \"odd7\": {}\n"
    "}\n",
    "{\"skills\":[{\"name\":\"A\",\"keywords\":[\"x\",\"y\"],\"odd1\":1},{\"name\":\"B\"}],\"odd2\":[]}",
    "---\n"
    "work:\n"
    "    -   name: A #c1\n"
    "        highlights:\n"
    "            -   One\n"
    "\n"
    "                #c2\n"
    "            -   |+\n"
    "                Two\n"
    "\n"
    "        odd1:   1\n"
    "    #c3\n"
    "    -   odd2: {x: 1}\n"
    "        highlights: &a\n"
    "        - !!str Three\n"
    "...\n"
    "#c4\n",
    "{\n"
    "\t\"work\" : [ { \"name\" : null , \"highlights\" : [ ] } , { \"odd1\" : [ ] } ] ,\n"
    "\t\"odd2\" : \"\\ud83d\\ude00\"\n"
    "\t, \"basics\" : { }\n"
    "}",
    ("#c0\rbasics:\r  name: A #c1\r  summary: |\r    One\r    two\r"
    "work:\r  #c2\r  - name: B\r    odd1: x\r    highlights:\r      - One #c3\r      - Two\r"),
};
/* clang-format on */

/* The same file as other editors and systems would have written it. */
typedef enum {
    AS_IT_IS,
    WITH_CRLF,
    WITH_CR,
    WITH_BOM,
    WITHOUT_LAST_END,
    VARIANT_COUNT,
} Variant;

static void add_variant(StrBuf *out, const char *file, Variant variant)
{
    const char *line_end = variant == WITH_CRLF ? "\r\n" : variant == WITH_CR ? "\r" : "\n";
    bool is_changed = strchr(file, '\r') == NULL;
    strbuf_add(out, variant == WITH_BOM ? BYTE_ORDER_MARK : "");
    for (const char *at = file; *at; at++) {
        if (*at != '\n' || !is_changed) {
            strbuf_add_char(out, *at);
        } else if (variant != WITHOUT_LAST_END || at[1] != '\0') {
            strbuf_add(out, line_end);
        }
    }
}

static const char *const pieces[] = {
    "a",   "b",    " ",    "é",          "two words", "日本", "😀",   "\"",  "'", ": ", " #",
    "- ",  "null", "true", "{[",         "]}",        "%",    "\\",  "|",   ">", "~",  "?",
    "0x1", "*a",   "&",    "!t",         "@",         "`",    "---", "...", ",", "=",  "<<",
    "/",   "12",   "1e3",  "2020-01-01", "No",        ":",    "#c",  "-",
};

static void add_text(StrBuf *out, Dice *dice, const FieldInfo *info)
{
    size_t count = dice_throw(dice, 5);
    for (size_t i = 0; i < count; i++) {
        bool is_line_end = info->type == FIELD_TYPE_PROSE && dice_throw(dice, 6) == 0;
        strbuf_add(out, is_line_end ? "\n"
                                    : pieces[dice_throw(dice, sizeof(pieces) / sizeof(pieces[0]))]);
    }
}

static const Node *pick(const Node *root, Dice *dice, NodeShape shape)
{
    for (int tries = 0; tries < 200; tries++) {
        const Node *node = root;
        while (node_count(node) > 0 && dice_throw(dice, 5) > 0) {
            node = node_child(node, dice_throw(dice, node_count(node)));
        }
        if (kind_info(node_kind(node))->shape == shape) {
            return node;
        }
    }
    return root;
}

/* An emptied field is removed from the file, with its comment. */
static void change(Document *doc, const Node *node, Dice *dice, bool may_empty)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    if (count == 0) {
        return;
    }
    const FieldInfo *info = &fields[dice_throw(dice, count)];
    StrBuf text = {0};
    if (info->field == FIELD_HIDDEN || info->field == FIELD_OFF_PAGE) {
        strbuf_add(&text, dice_throw(dice, 2) ? "true" : "");
    } else {
        add_text(&text, dice, info);
    }
    if (may_empty || text.length > 0) {
        document_set(doc, node_id(node), info->field, strbuf_view(&text));
    }
    strbuf_done(&text);
}

static void insert(Document *doc, const Node *list, Dice *dice)
{
    NodeKind kind = kind_info(node_kind(list))->item;
    if (kind_info(node_kind(list))->shape != SHAPE_LIST) {
        return;
    }
    Node *item = node_new(kind);
    size_t count;
    const FieldInfo *fields = kind_fields(kind, &count);
    StrBuf text = {0};
    add_text(&text, dice, &fields[0]);
    node_set(item, fields[0].field, strbuf_view(&text));
    strbuf_done(&text);
    document_insert(doc, node_id(list), dice_throw(dice, node_count(list) + 1), item);
}

static void move(Document *doc, const Node *item, Dice *dice)
{
    const Node *list = node_parent(item);
    if (!list || kind_info(node_kind(list))->shape != SHAPE_LIST) {
        return;
    }
    const Node *other = pick(document_root(doc), dice, SHAPE_LIST);
    list = node_kind(other) == node_kind(list) ? other : list;
    document_move(doc, node_id(item), node_id(list), dice_throw(dice, node_count(list) + 1));
}

/* One edit; removing only when the walk may. */
static void edit(Document *doc, Dice *dice, bool may_remove)
{
    const Node *root = document_root(doc);
    const Node *node = pick(root, dice, dice_throw(dice, 2) ? SHAPE_TEXT : SHAPE_MAPPING);
    switch (dice_throw(dice, may_remove ? 6 : 4)) {
    case 0:
        insert(doc, pick(root, dice, SHAPE_LIST), dice);
        break;
    case 1:
        move(doc, node, dice);
        break;
    case 4:
        document_remove(doc, node_id(node));
        break;
    case 5:
        document_undo(doc, NULL);
        break;
    default:
        change(doc, node, dice, may_remove);
    }
}

static size_t count_of(const char *text, const char *word)
{
    size_t count = 0;
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
        count++;
    }
    return count;
}

/* But for the mark of the byte order, which stays where it was. */
static bool is_strict_json(const StrBuf *text)
{
    bool has_mark = view_starts_with(strbuf_view(text), BYTE_ORDER_MARK);
    return json_is_strict(strbuf_text(text) + (has_mark ? strlen(BYTE_ORDER_MARK) : 0));
}

/* Makes a few edits to `text` and replaces it by what would be saved. */
static bool walk_round(StrBuf *text, Dice *dice, bool may_remove)
{
    Diag diag = {0};
    Store *store = store_read(strbuf_view(text), NULL, NULL, &diag);
    if (!store) {
        printf("# %u: %s\n", diag.place.line, diag.text);
        return false;
    }
    Document *doc = document_new(store_take_root(store));
    for (size_t i = 0; i < EDITS; i++) {
        edit(doc, dice, may_remove);
    }
    StrBuf after = {0};
    bool is_good = store_compose(store, document_root(doc), &after, &diag);
    bool is_quiet = diag.kind == DIAG_NONE || may_remove;
    bool is_patched = !strstr(diag.text, "anew");
    size_t odd = count_of(strbuf_text(text), "odd");
    bool keeps_odd = may_remove || count_of(strbuf_text(&after), "odd") == odd;
    bool is_strict = store_format(store) != STORE_JSON || is_strict_json(&after);
    if (!is_good || !is_quiet || !is_patched || !keeps_odd || !is_strict) {
        printf("# %s\n# --- before\n%s\n# --- after\n%s\n", diag.text, strbuf_text(text),
               strbuf_text(&after));
        is_good = false;
    }
    document_free(doc);
    store_free(store);
    strbuf_done(text);
    *text = after;
    return is_good;
}

static unsigned seed_count(void)
{
    return rounds(FEW_SEEDS, MANY_SEEDS);
}

static void walk_all(bool may_remove)
{
    unsigned edits = 0, failed = 0;
    for (unsigned seed = 0; seed < seed_count() && failed < 3; seed++) {
        for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
            Dice dice = dice_new(seed * 31 + (unsigned)i);
            StrBuf text = {0};
            add_variant(&text, files[i], seed % VARIANT_COUNT);
            bool is_good = true;
            for (int round = 0; round < ROUNDS && is_good; round++) {
                is_good = walk_round(&text, &dice, may_remove);
                edits += EDITS;
            }
            if (!is_good) {
                printf("# seed %u, file %zu\n", seed, i);
                failed++;
            }
            strbuf_done(&text);
        }
    }
    printf("# %u edits\n", edits);
    CU_ASSERT_EQUAL(failed, 0);
}

static void edits_that_remove_nothing_lose_no_comment_and_no_stranger(void)
{
    walk_all(false);
}

static void any_edits_read_back_the_same(void)
{
    walk_all(true);
}

static void a_document_is_saved_again_and_again(void)
{
    char path[] = "/tmp/bulletproof-walk-XXXXXX";
    int descriptor = mkstemp(path);
    CU_ASSERT_FATAL(descriptor >= 0);
    close(descriptor);
    unsigned failed = 0;
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        Diag diag = {0};
        Dice dice = dice_new((unsigned)i);
        Store *store = store_read(view_of(files[i]), path, NULL, &diag);
        CU_ASSERT_PTR_NOT_NULL_FATAL(store);
        Document *doc = document_new(store_take_root(store));
        for (int save = 0; save < 20; save++) {
            for (size_t n = 0; n < EDITS; n++) {
                edit(doc, &dice, true);
            }
            bool is_saved =
                store_save(store, &(StoreTarget){.is_forced = true}, document_root(doc), &diag);
            failed += !is_saved || strstr(diag.text, "anew");
        }
        document_free(doc);
        store_free(store);
    }
    CU_ASSERT_EQUAL(failed, 0);
    unlink(path);
}

/* Takes out, doubles or writes over a few bytes, mostly by those that mean something. */
static void damage(StrBuf *text, Dice *dice)
{
    static const char bytes[] = "\n\n  :-#'\"[]{},|>&*!?\\~\tx0\r%@`.";
    for (size_t times = dice_throw(dice, 3) + 1; times > 0; times--) {
        size_t at = dice_throw(dice, text->length + 1);
        size_t length = dice_throw(dice, 3) ? dice_throw(dice, 3) : dice_throw(dice, 40);
        char byte = bytes[dice_throw(dice, sizeof(bytes) - 1)];
        StrBuf with = {0};
        if (dice_throw(dice, 3) == 0) {
            strbuf_add_view(&with, view_slice(strbuf_view(text), at, at + length));
            length = 0;
        } else {
            strbuf_add_repeated(&with, byte, dice_throw(dice, 3));
        }
        length = view_slice(strbuf_view(text), at, at + length).length;
        strbuf_splice(text, at, length, strbuf_view(&with));
        strbuf_done(&with);
    }
}

typedef struct {
    unsigned refused, read, anew;
} Tally;

/* Reads it; what can be read is saved as it is, and after edits so that it reads back. */
static bool try_damaged(StrBuf *text, Dice *dice, Tally *tally)
{
    Diag diag = {0};
    Store *store = store_read(strbuf_view(text), NULL, NULL, &diag);
    if (!store) {
        tally->refused++;
        return diag.text[0] != '\0';
    }
    StrBuf same = {0}, after = {0};
    Document *doc = document_new(store_take_root(store));
    bool is_kept = store_compose(store, document_root(doc), &same, &diag) &&
                   view_equal(strbuf_view(&same), strbuf_view(text));
    for (size_t i = 0; i < 3; i++) {
        edit(doc, dice, true);
    }
    bool is_saved = store_compose(store, document_root(doc), &after, &diag);
    bool is_anew = strstr(diag.text, "anew");
    tally->read++;
    tally->anew += is_anew;
    if (!is_kept || !is_saved || (is_anew && getenv("BULLETPROOF_SHOW_ANEW"))) {
        printf("# kept %d, saved %d: %s\n# --- before\n%s\n# --- after\n%s\n", is_kept, is_saved,
               diag.text, strbuf_text(text), strbuf_text(&after));
    }
    document_free(doc);
    store_free(store);
    strbuf_done(&same);
    strbuf_done(&after);
    return is_kept && is_saved;
}

static void damaged_files_are_refused_or_kept(void)
{
    Tally tally = {0};
    unsigned failed = 0;
    for (unsigned seed = 0; seed < seed_count() * 10 && failed < 3; seed++) {
        Dice dice = dice_new(seed);
        StrBuf text = {0};
        strbuf_add(&text, files[seed % (sizeof(files) / sizeof(files[0]))]);
        damage(&text, &dice);
        if (!try_damaged(&text, &dice, &tally)) {
            printf("# seed %u\n", seed);
            failed++;
        }
        strbuf_done(&text);
    }
    printf("# %u refused, %u read, %u of them could only be written anew\n", tally.refused,
           tally.read, tally.anew);
    CU_ASSERT_EQUAL(failed, 0);
}

CU_TestInfo store_walk_tests[] = {
    {"edits that remove nothing lose no comment and no stranger",
     edits_that_remove_nothing_lose_no_comment_and_no_stranger},
    {"any edits read back the same", any_edits_read_back_the_same},
    {"a document is saved again and again", a_document_is_saved_again_and_again},
    {"damaged files are refused or kept", damaged_files_are_refused_or_kept},
    CU_TEST_INFO_NULL,
};
