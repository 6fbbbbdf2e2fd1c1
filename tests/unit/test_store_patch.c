#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"

/* A file in hand, and its resume in a document. */
typedef struct {
    Store *store;
    Document *doc;
} Opened;

static Opened open_text(const char *text, Diag *diag)
{
    *diag = (Diag){0};
    Opened opened = {.store = store_read(view_of(text), NULL, NULL, diag)};
    CU_ASSERT_PTR_NOT_NULL_FATAL(opened.store);
    opened.doc = document_new(store_take_root(opened.store));
    return opened;
}

static void opened_done(Opened *opened)
{
    document_free(opened->doc);
    store_free(opened->store);
}

static void expect_text(Opened *opened, size_t number, const char *expected, Diag *diag)
{
    StrBuf text = {0};
    CU_ASSERT_TRUE(store_compose(opened->store, document_root(opened->doc), &text, diag));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&text), expected);
    if (strcmp(strbuf_text(&text), expected) != 0) {
        printf("# case %zu\n# --- expected\n%s\n# --- got (%s)\n%s\n", number, expected, diag->text,
               strbuf_text(&text));
    }
    strbuf_done(&text);
}

static void a_save_without_change_is_the_same_bytes(void)
{
    static const char *const texts[] = {
        "",
        "# nothing yet\n",
        "---\n",
        "basics:\n",
        "{}",
        "basics: {name: Maya}",
        "\xEF\xBB\xBF---\n# head\nbasics:\n  name: Maya\n...\n# end",
        "basics:\r\n  name: 'Maya'   # me\r\n  summary: |\r\n    One\r\n    two\r\n\r\nx: y\r\n",
        "work:\n- name:   A # a\n  highlights:\n\n  # one\n  - \"One\\ttwo\"\n  -   'Three'\n\n\n"
        "# end\n",
        "work:\n    -   company: A\n        mystery: [1, {two: 3}]\n        highlights: [ One,\n"
        "          \"Two\" , ]\n        x-bulletproof:\n        - starts: On\n          tags: []\n",
        "basics: &b\n  ? name\n  : !!str Maya\n  name: Second\n  label: ~\n  email: ''\n",
        "{\n\t\"basics\": {\"name\": \"\\u00e9\\ud83d\\ude00\", \"phone\": null, \"x\": 1.50},\n"
        "\t\"work\": [ ]\n}",
        "basics:\n  summary: >+\n    folded\n    text\n\n  name: plain\n    goes on\n",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        Diag diag;
        Opened opened = open_text(texts[i], &diag);
        expect_text(&opened, i, texts[i], &diag);
        CU_ASSERT_EQUAL(diag.kind, DIAG_NONE);
        opened_done(&opened);
    }
}

static void samples_are_saved_as_they_are(void)
{
    static const char *const names[] = {"samples/junior.yaml", "samples/mid.yaml",
                                        "samples/senior.yaml"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const EmbeddedFile *file = embedded_find(names[i]);
        CU_ASSERT_PTR_NOT_NULL_FATAL(file);
        Diag diag;
        Opened opened = open_text(file->text.data, &diag);
        CU_ASSERT_EQUAL(store_faults(opened.store)->count, 0);
        expect_text(&opened, i, file->text.data, &diag);
        opened_done(&opened);
    }
}

static const Node *part(const Opened *opened, NodeKind kind)
{
    return node_part(document_root(opened->doc), kind);
}

static void one_changed_value_changes_its_place_only(void)
{
    static const struct {
        const char *before, *name, *after;
    } cases[] = {
        {"basics: {name: A}\n", "B", "basics: {name: B}\n"},
        {"basics: {name: A}\n", "B, C", "basics: {name: 'B, C'}\n"},
        {"basics:\n  # me\n  name:  'A'  # x\n  z: 1\n", "B",
         "basics:\n  # me\n  name:  B  # x\n  z: 1\n"},
        {"basics:\n  name: A\n", "yes", "basics:\n  name: 'yes'\n"},
        {"basics:\n  name: A\n", "it's: so", "basics:\n  name: \"it's: so\"\n"},
        {"basics:\n  name: A\n    B # c\n  z: 1\n", "C", "basics:\n  name: C # c\n  z: 1\n"},
        {"basics:\n  name: | # c\n    A\n\n  z: 1\n", "B", "basics:\n  name: B # c\n\n  z: 1\n"},
        {"basics:\n  name:\n    A # c\n", "B", "basics:\n  name: B # c\n"},
        {"basics:\n  name: # c\n  z: 1\n", "B", "basics:\n  name: B # c\n  z: 1\n"},
        {"basics:\n  name: ~\n", "B", "basics:\n  name: B\n"},
        {"basics:\n  z: 1\n  label: L\n", "B", "basics:\n  name: B\n  z: 1\n  label: L\n"},
        {"basics:\n  z: 1\n", "B", "basics:\n  name: B\n  z: 1\n"},
        {"basics:\n  name: A # c\n  z: 1\n", "", "basics:\n  z: 1\n"},
        {"basics:\n  name: A\n", "", "basics: {}\n"},
        {"basics: # c\nz: 1\n", "B", "basics: # c\n  name: B\nz: 1\n"},
        {"basics: {}   # c\nz: 1\n", "B", "basics:   # c\n  name: B\nz: 1\n"},
        {"z: 1", "B", "basics:\n  name: B\nz: 1"},
        {"# c", "B", "# c\nbasics:\n  name: B"},
        {"---\n", "B", "---\nbasics:\n  name: B\n"},
        {"x: 1\n\ny: 2\n", "B", "basics:\n  name: B\n\nx: 1\n\ny: 2\n"},
        {"$schema: x\n\n# y\ny: 2\n", "B", "$schema: x\n\nbasics:\n  name: B\n\n# y\ny: 2\n"},
        {"{\"basics\": {\"z\": 1}}", "B", "{\"basics\": {\"name\": \"B\", \"z\": 1}}"},
        {"{\n  \"z\": 1\n}\n", "B",
         "{\n  \"basics\": {\n    \"name\": \"B\"\n  },\n  \"z\": 1\n}\n"},
        {"{\n  \"basics\": null\n}\n", "B", "{\n  \"basics\": {\n    \"name\": \"B\"\n  }\n}\n"},
        {"{\"basics\":{\"name\":\"A\",\"z\":1}}", "", "{\"basics\":{\"z\":1}}"},
        {"basics: {name, z}\n", "B", "basics: {name: B, z}\n"},
        {"basics:\r\n  name: A # c\r\n", "B", "basics:\r\n  name: B # c\r\n"},
        {"\xEF\xBB\xBF"
         "basics:\n  name: A\n",
         "B",
         "\xEF\xBB\xBF"
         "basics:\n  name: B\n"},
        {"\xEF\xBB\xBF"
         "z: 1\n",
         "B",
         "\xEF\xBB\xBF"
         "basics:\n  name: B\nz: 1\n"},
        {"basics:\r  name: > # c\r    A\r  z: 1\r", "B", "basics:\r  name: B # c\r  z: 1\r"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        Opened opened = open_text(cases[i].before, &diag);
        document_set(opened.doc, node_id(part(&opened, NODE_BASICS)), FIELD_NAME,
                     view_of(cases[i].name));
        expect_text(&opened, i, cases[i].after, &diag);
        CU_ASSERT_TRUE(diag.kind == DIAG_NONE || cases[i].name[0] == '\0');
        opened_done(&opened);
    }
}

static void prose_of_many_lines_is_a_block(void)
{
    static const struct {
        const char *before, *summary, *after;
    } cases[] = {
        {"basics:\n    summary: One # c\n    z: 1\n", "One\n\n  two",
         "basics:\n    summary: |- # c\n        One\n\n          two\n    z: 1\n"},
        {"basics:\n  summary: |\n    One\n    two\n  z: 1\n", "One\nthree",
         "basics:\n  summary: |-\n    One\n    three\n  z: 1\n"},
        {"basics:\n  summary: One", "One\ntwo", "basics:\n  summary: |-\n    One\n    two"},
        {"basics:\r\n  summary: One\r\n", "One\ntwo",
         "basics:\r\n  summary: |-\r\n    One\r\n    two\r\n"},
        {"basics:\n  summary: One\n", " One\ntwo\n", "basics:\n  summary: \" One\\ntwo\\n\"\n"},
        {"basics: {summary: One}\n", "One\ntwo", "basics: {summary: \"One\\ntwo\"}\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        Opened opened = open_text(cases[i].before, &diag);
        document_set(opened.doc, node_id(part(&opened, NODE_BASICS)), FIELD_SUMMARY,
                     view_of(cases[i].summary));
        expect_text(&opened, i, cases[i].after, &diag);
        opened_done(&opened);
    }
}

/* What readers of YAML 1.1 or 1.2 would take for something else than text is quoted. */
static void look_alikes_are_quoted(void)
{
    static const struct {
        const char *name, *block, *flow; /* flow NULL: as in a block */
    } cases[] = {
        {"Maya Lindqvist", "Maya Lindqvist", NULL},
        {"C++", "C++", NULL},
        {"No", "'No'", NULL},
        {"y", "'y'", NULL},
        {"null", "'null'", NULL},
        {"~", "'~'", NULL},
        {"0123", "'0123'", NULL},
        {"1e3", "'1e3'", NULL},
        {".5", "'.5'", NULL},
        {"._1", "'._1'", NULL},
        {"0x1F", "'0x1F'", NULL},
        {"1:30", "'1:30'", NULL},
        {"2020-01-02", "'2020-01-02'", NULL},
        {"99.9 %", "99.9 %", NULL},
        {"=", "'='", NULL},
        {"<<", "'<<'", NULL},
        {"- x", "'- x'", NULL},
        {"-x", "-x", NULL},
        {"-", "'-'", NULL},
        {"?x", "'?x'", NULL},
        {"*x", "'*x'", NULL},
        {"%x", "'%x'", NULL},
        {"@x", "'@x'", NULL},
        {"a: b", "'a: b'", NULL},
        {"a:", "'a:'", NULL},
        {"a #b", "'a #b'", NULL},
        {"a#b", "a#b", "'a#b'"},
        {"http://a/b?c", "http://a/b?c", "'http://a/b?c'"},
        {"a, b", "a, b", "'a, b'"},
        {"[a]", "'[a]'", NULL},
        {" a", "' a'", NULL},
        {"a ", "'a '", NULL},
        {"'a'", "\"'a'\"", NULL},
        {"it's", "it's", NULL},
        {"---", "'---'", NULL},
        {"a\\b", "a\\b", NULL},
        {"say: \"it's\"", "\"say: \\\"it's\\\"\"", NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *flow = cases[i].flow ? cases[i].flow : cases[i].block;
        for (size_t is_flow = 0; is_flow < 2; is_flow++) {
            Diag diag;
            StrBuf expected = {0};
            Opened opened =
                open_text(is_flow ? "basics: {name: A}\n" : "basics:\n  name: A\n", &diag);
            document_set(opened.doc, node_id(part(&opened, NODE_BASICS)), FIELD_NAME,
                         view_of(cases[i].name));
            strbuf_addf(&expected, is_flow ? "basics: {name: %s}\n" : "basics:\n  name: %s\n",
                        is_flow ? flow : cases[i].block);
            expect_text(&opened, i, strbuf_text(&expected), &diag);
            strbuf_done(&expected);
            opened_done(&opened);
        }
    }
}

/* A large list is saved in bearable time, whatever was done to it. */
static void a_large_file_is_saved_in_bearable_time(void)
{
    StrBuf text = {0};
    Diag diag;
    strbuf_add(&text, "skills:\n- keywords:\n");
    for (int i = 0; i < 15000; i++) {
        strbuf_addf(&text, "  - k%d\n", i);
    }
    Opened opened = open_text(strbuf_text(&text), &diag);
    const Node *list = node_part(node_child(part(&opened, NODE_SKILLS), 0), NODE_KEYWORDS);
    document_move(opened.doc, node_id(node_child(list, 14999)), node_id(list), 0);
    document_remove(opened.doc, node_id(node_child(list, 7500)));
    StrBuf after = {0};
    clock_t start = clock();
    CU_ASSERT_TRUE(store_compose(opened.store, document_root(opened.doc), &after, &diag));
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    printf("# 15000 items saved in %.2f s\n", seconds);
    CU_ASSERT(seconds < 10);
    CU_ASSERT_EQUAL(diag.kind, DIAG_NONE);
    strbuf_done(&after);
    strbuf_done(&text);
    opened_done(&opened);
}

typedef enum { EDIT_ADD, EDIT_REMOVE, EDIT_UP, EDIT_DOWN, EDIT_CHANGE } EditKind;

static void edit_bullet(Document *doc, const Node *list, EditKind edit, size_t index)
{
    NodeId bullet = index < node_count(list) ? node_id(node_child(list, index)) : 0;
    Node *item = NULL;
    switch (edit) {
    case EDIT_ADD:
        item = node_new(NODE_BULLET);
        node_set(item, FIELD_TEXT, view_of("New"));
        document_insert(doc, node_id(list), index, item);
        break;
    case EDIT_REMOVE:
        document_remove(doc, bullet);
        break;
    case EDIT_UP:
        document_move(doc, bullet, node_id(list), index - 1);
        break;
    case EDIT_DOWN:
        document_move(doc, bullet, node_id(list), index + 1);
        break;
    case EDIT_CHANGE:
        document_set(doc, bullet, FIELD_TEXT, view_of("Changed"));
    }
}

#define COMMENTED \
    "work:\n- highlights:\n  # one\n  - 'One' # a\n    # deeper\n\n  # two\n  - Two\n  - {odd: " \
    "1}\n"
#define FLOWING "work:\n- highlights: [One,   'Two'  , {odd: 1}] # c\n"
#define SPREAD  "{\"work\": [{\"highlights\": [\n  \"One\",\n  \"Two\"\n]}]}\n"

static void lists_keep_what_belongs_to_their_items(void)
{
    static const struct {
        const char *before;
        EditKind edit;
        size_t index;
        const char *after;
    } cases[] = {
        {COMMENTED, EDIT_ADD, 2, COMMENTED "  - New\n"},
        {COMMENTED, EDIT_ADD, 0,
         "work:\n- highlights:\n  - New\n  # one\n  - 'One' # a\n    # deeper\n\n  # two\n"
         "  - Two\n  - {odd: 1}\n"},
        {COMMENTED, EDIT_REMOVE, 0, "work:\n- highlights:\n\n  # two\n  - Two\n  - {odd: 1}\n"},
        {COMMENTED, EDIT_UP, 1,
         "work:\n- highlights:\n\n  # two\n  - Two\n  - {odd: 1}\n  # one\n  - 'One' # a\n"
         "    # deeper\n"},
        {COMMENTED, EDIT_CHANGE, 0,
         "work:\n- highlights:\n  # one\n  - Changed # a\n    # deeper\n\n  # two\n  - Two\n"
         "  - {odd: 1}\n"},
        {FLOWING, EDIT_ADD, 1, "work:\n- highlights: [One,   New,   'Two'  , {odd: 1}] # c\n"},
        {FLOWING, EDIT_REMOVE, 0, "work:\n- highlights: ['Two'  , {odd: 1}] # c\n"},
        {FLOWING, EDIT_CHANGE, 1, "work:\n- highlights: [One,   Changed  , {odd: 1}] # c\n"},
        {SPREAD, EDIT_ADD, 2,
         "{\"work\": [{\"highlights\": [\n  \"One\",\n  \"Two\",\n  \"New\"\n]}]}\n"},
        {SPREAD, EDIT_UP, 1, "{\"work\": [{\"highlights\": [\n  \"Two\",\n  \"One\"\n]}]}\n"},
        {SPREAD, EDIT_REMOVE, 1, "{\"work\": [{\"highlights\": [\n  \"One\"\n]}]}\n"},
        {"work:\n- name: A\n  highlights: [] # c\n", EDIT_ADD, 0,
         "work:\n- name: A\n  highlights: # c\n  - New\n"},
        {"work:\n- name: A\n", EDIT_ADD, 0, "work:\n- name: A\n  highlights:\n  - New\n"},
        {"work:\n- highlights:\n  - One\n  name: A", EDIT_REMOVE, 0,
         "work:\n- highlights: []\n  name: A"},
        {"work:\n- highlights:\n  - |\n    One\n    two\n  - Two", EDIT_DOWN, 0,
         "work:\n- highlights:\n  - Two\n  - |\n    One\n    two"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        Opened opened = open_text(cases[i].before, &diag);
        const Node *work = node_child(part(&opened, NODE_WORKS), 0);
        edit_bullet(opened.doc, node_part(work, NODE_HIGHLIGHTS), cases[i].edit, cases[i].index);
        expect_text(&opened, i, cases[i].after, &diag);
        opened_done(&opened);
    }
}

static void a_bullet_that_moves_elsewhere_brings_its_comments(void)
{
    Diag diag;
    Opened opened = open_text("work:\n- name: A\n  highlights:\n  # one\n  - 'One' # a\n"
                              "- name: B\n  highlights:\n      - Two\n- name: C\n",
                              &diag);
    const Node *works = part(&opened, NODE_WORKS);
    const Node *from = node_part(node_child(works, 0), NODE_HIGHLIGHTS);
    const Node *bullet = node_child(from, 0);
    const Node *second = node_part(node_child(works, 1), NODE_HIGHLIGHTS);
    const Node *third = node_part(node_child(works, 2), NODE_HIGHLIGHTS);
    document_move(opened.doc, node_id(bullet), node_id(second), 1);
    expect_text(&opened, 0,
                "work:\n- name: A\n  highlights: []\n- name: B\n  highlights:\n      - Two\n"
                "      # one\n      - 'One' # a\n- name: C\n",
                &diag);
    document_move(opened.doc, node_id(bullet), node_id(third), 0);
    expect_text(&opened, 1,
                "work:\n- name: A\n  highlights: []\n- name: B\n  highlights:\n      - Two\n"
                "- name: C\n  highlights:\n  # one\n  - 'One' # a\n",
                &diag);
    CU_ASSERT_EQUAL(diag.kind, DIAG_NONE);
    opened_done(&opened);
}

static void records_follow_their_bullets(void)
{
    static const char before[] = "work:\n- highlights: [One, Two, Three]\n  x-bulletproof:\n"
                                 "  # gone\n  - {starts: Zero, tags: [z]}\n"
                                 "  - {bullet: 2, tags: [a], mine: 1} # a\n";
    Diag diag;
    Opened opened = open_text(before, &diag);
    const Node *list = node_part(node_child(part(&opened, NODE_WORKS), 0), NODE_HIGHLIGHTS);
    document_move(opened.doc, node_id(node_child(list, 1)), node_id(list), 0);
    expect_text(&opened, 0,
                "work:\n- highlights: [Two, One, Three]\n  x-bulletproof:\n"
                "  # gone\n  - {starts: Zero, tags: [z]}\n"
                "  - {bullet: 1, starts: Two, tags: [a], mine: 1} # a\n",
                &diag);
    document_set(opened.doc, node_id(node_child(list, 2)), FIELD_HIDDEN, view_of("true"));
    expect_text(&opened, 1,
                "work:\n- highlights: [Two, One, Three]\n  x-bulletproof:\n"
                "  # gone\n  - {starts: Zero, tags: [z]}\n"
                "  - {bullet: 1, starts: Two, tags: [a], mine: 1} # a\n"
                "  - bullet: 3\n    starts: Three\n    hidden: true\n",
                &diag);
    opened_done(&opened);
}

static void what_goes_is_told(void)
{
    static const struct {
        const char *before, *words; /* NULL: nothing to tell */
    } cases[] = {
        {"work:\n- name: A # mine\n", "1 comment went with what was removed or moved: \"# mine\""},
        {"work:\n# x\n- name: A\n  # y\n", "2 comments"},
        {"work:\n- name: A\n# stays\n", NULL},
        {"basics: [1]\nwork:\n- name: A\n", NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        StrBuf text = {0};
        Opened opened = open_text(cases[i].before, &diag);
        document_remove(opened.doc, node_id(node_child(part(&opened, NODE_WORKS), 0)));
        CU_ASSERT_TRUE(store_compose(opened.store, document_root(opened.doc), &text, &diag));
        CU_ASSERT_EQUAL(diag.kind, cases[i].words ? DIAG_LOSS : DIAG_NONE);
        CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, cases[i].words ? cases[i].words : ""));
        strbuf_done(&text);
        opened_done(&opened);
    }
}

CU_TestInfo store_patch_tests[] = {
    {"a save without change is the same bytes", a_save_without_change_is_the_same_bytes},
    {"samples are saved as they are", samples_are_saved_as_they_are},
    {"one changed value changes its place only", one_changed_value_changes_its_place_only},
    {"prose of many lines is a block", prose_of_many_lines_is_a_block},
    {"lists keep what belongs to their items", lists_keep_what_belongs_to_their_items},
    {"a bullet that moves elsewhere brings its comments",
     a_bullet_that_moves_elsewhere_brings_its_comments},
    {"records follow their bullets", records_follow_their_bullets},
    {"what goes is told", what_goes_is_told},
    {"look alikes are quoted", look_alikes_are_quoted},
    {"a large file is saved in bearable time", a_large_file_is_saved_in_bearable_time},
    CU_TEST_INFO_NULL,
};
