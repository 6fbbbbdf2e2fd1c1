#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/yaml/tree.h"

typedef struct {
    const char *text;
    unsigned line, column;
    const char *words; /* part of the message */
} Malformed;

/* clang-format off */
static const Malformed malformed[] = {
    {"name: \"Maya\nurl: x\n",              1, 7,  "never closed"},
    {"a: 'x\n\nb: y\n",                     1, 4,  "never closed"},
    {"a: [x, y\nb: z\n",                    1, 4,  "["},
    {"a: {x: 1\nb: z\n",                    1, 4,  "{"},
    {"a: b: c\n",                           1, 5,  "quotes"},
    {"work:\n  - a\n %x: 1\n",              3, 2,  "cannot begin"},
    {"a: b\n  c: d\n",                      2, 4,  "colon"},
    {"a:\n  - b\n c\n",                     3, 2,  ""},
    {"a: x\nb\n",                           2, 1,  "colon"},
    {"a: @x\n",                             1, 4,  "cannot begin"},
    {"a:\n\tb: c\n",                        2, 1,  "blanks"},
    {"a: \"\\q\"\n",                        1, 5,  "escape"},
    {"a: - b\n",                            1, 4,  "list item"},
    {"a: *b\n",                             1, 4,  "write it out"},
    {"- **bold**\n",                        1, 3,  "*"},
    {"a: 1\n---\nb: 2\n",                   2, 1,  "second document"},
    {"{\"a\": 1} x",                        1, 10, "after its end"},
    {"{\"a\": 1,, \"b\": 2}",               1, 9,  ""},
    {"a: \"x\\0y\"\n",                      1, 4,  "NUL"},
    {"a: caf\xE9\n",                        1, 7,  "0xE9"},
    {"\xC3\xA9: \xC3\xA9\xFF\n",            1, 5,  "0xFF"},
    {"\xEF\xBB\xBF" "a: \x1B[31m\n",        1, 4,  "U+001B"},
    {"a: 1\r\nb: \x01\r\n",                 2, 4,  "U+0001"},
    {"a: 1\rb: \x01\r",                     2, 4,  "U+0001"},
    {"a: \xC2\x9B\n",                       1, 4,  "U+009B"},
    {"\xFF\xFE" "a",                        1, 1,  "UTF-16"},
    {"a: |5x\n b\n",                        1, 6,  "|"},
    {"{\"a\": \"b\xF0\x9F\x98\x80\" \"c\"}", 1, 1, "comma"},
};
/* clang-format on */

static void malformed_text_is_refused_with_its_place(void)
{
    for (size_t i = 0; i < sizeof(malformed) / sizeof(malformed[0]); i++) {
        const Malformed *expected = &malformed[i];
        YamlTree tree = {0};
        Diag diag = {0};
        bool is_read = yaml_tree_read(&tree, view_of(expected->text), &diag);
        bool is_good = !is_read && diag.place.line == expected->line &&
                       diag.place.column == expected->column && strstr(diag.text, expected->words);
        if (!is_good) {
            printf("# case %zu: expected %u:%u %s, got %u:%u %s\n", i, expected->line,
                   expected->column, expected->words, diag.place.line, diag.place.column,
                   diag.text);
        }
        CU_ASSERT_TRUE(is_good);
        yaml_tree_done(&tree);
    }
}

/* Text, repeated, between two others: what would drown a reader without limits. */
static void hostile_text_is_refused_at_once(void)
{
    static const struct {
        const char *before, *repeated, *after;
        size_t count;
        const char *words;
    } cases[] = {
        {"", "[", "", 200000, "deeper"},
        {"", "{a: ", "", 200000, "deeper"},
        {"", "- ", "x", 200000, "deeper"},
        {"a: ", "0123456789abcdef", "\n", 65537, "1 MiB"},
        {"a: &a [x]\nb: &b [", "*a,", "]\n", 1000, "write it out"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf text = {0};
        strbuf_add(&text, cases[i].before);
        for (size_t n = 0; n < cases[i].count; n++) {
            strbuf_add(&text, cases[i].repeated);
        }
        strbuf_add(&text, cases[i].after);
        YamlTree tree = {0};
        Diag diag = {0};
        clock_t start = clock();
        CU_ASSERT_FALSE(yaml_tree_read(&tree, strbuf_view(&text), &diag));
        CU_ASSERT(clock() - start < CLOCKS_PER_SEC);
        CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, cases[i].words));
        yaml_tree_done(&tree);
        strbuf_done(&text);
    }
}

/* "kind start-end line:column" of every node, one a line; spans as the text between them. */
static void describe(StrBuf *out, const YamlTree *tree)
{
    for (size_t i = 1; i < tree->count; i++) {
        const YamlNode *node = tree->nodes[i];
        StrView span = view_slice(tree->text, node->start, node->end);
        strbuf_addf(out, "%u:%u<%.*s>", node->place.line, node->place.column, VIEW_ARG(span));
    }
}

static void nodes_know_their_bytes(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"a: b # c\n", "1:1<a: b>1:1<a>1:4<b>"},
        {"a:\nb:\n", "1:1<a:\nb:>1:1<a>1:3<>2:1<b>2:3<>"},
        {"# x\n- 'a' # y\n- b\n", "2:1<- 'a' # y\n- b>2:3<'a'>3:3<b>"},
        {"a: |\n  x\n\n\nb: 1\n", "1:1<a: |\n  x\n\n\nb: 1>1:1<a>1:4<|\n  x\n>5:1<b>5:4<1>"},
        {"a: |+\n  x\n\n", "1:1<a: |+\n  x\n\n>1:1<a>1:4<|+\n  x\n\n>"},
        {"\xEF\xBB\xBFk: \xC3\xA9\r\n", "1:1<k: \xC3\xA9>1:1<k>1:4<\xC3\xA9>"},
        {"[a, {b: 1}]\n", "1:1<[a, {b: 1}]>1:2<a>1:5<{b: 1}>1:6<b>1:9<1>"},
        {"{\"a\"\n: \"\\ud83d\\ude00\", \"b\":\"\x7F\"}",
         "1:1<{\"a\"\n: \"\\ud83d\\ude00\", \"b\":\"\x7F\"}>1:2<\"a\">2:3<\"\\ud83d\\ude00\">"
         "2:19<\"b\">2:23<\"\x7F\">"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        YamlTree tree = {0};
        StrBuf got = {0};
        CU_ASSERT_TRUE(yaml_tree_read(&tree, view_of(cases[i].text), NULL));
        describe(&got, &tree);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&got), cases[i].expected);
        if (strcmp(strbuf_text(&got), cases[i].expected) != 0) {
            printf("# case %zu: %s\n", i, strbuf_text(&got));
        }
        strbuf_done(&got);
        yaml_tree_done(&tree);
    }
}

static void items_know_where_they_begin(void)
{
    YamlTree tree = {0};
    CU_ASSERT_TRUE(yaml_tree_read(
        &tree, view_of("a: &x !!seq # - no\n  # - no\n  - b\n\n  -\n    c: d\n? e\n: f\n"), NULL));
    const YamlItem *list = yaml_find(tree.root, "a");
    CU_ASSERT_PTR_NOT_NULL_FATAL(list);
    CU_ASSERT_EQUAL_FATAL(list->value->count, 2);
    CU_ASSERT_EQUAL(list->value->items[0].start, 30);
    CU_ASSERT_EQUAL(list->value->items[1].start, 37);
    CU_ASSERT_EQUAL(yaml_find(tree.root, "e")->start, 48);
    yaml_tree_done(&tree);
}

static void json_is_read_as_json(void)
{
    static const struct {
        const char *text, *value;
        size_t faults;
    } cases[] = {
        {"{\"a\":\"\\ud83d\\ude00\"}", "\xF0\x9F\x98\x80", 0},
        {"{\"a\":\"\\ud83d!\"}", "\xEF\xBF\xBD!", 1},
        {"{\"a\":\"\\\\ud83d\"}", "\\ud83d", 0},
        {"{\"a\":\"x\xE2\x80\xA8y\"}", "x\xE2\x80\xA8y", 0},
        {"{\"a\":\"\\/\\b\\f\\u00e9\"}", "/\b\f\xC3\xA9", 0},
        {"{\n\t\"a\"\n\t:\n\t\"x: # y\"\n}\n", "x: # y", 0},
        {"{\"a\":-1.50}", "-1.50", 0},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        YamlTree tree = {0};
        Diag diag = {0};
        CU_ASSERT_TRUE(yaml_tree_read(&tree, view_of(cases[i].text), &diag));
        const YamlItem *item = yaml_find(tree.root, "a");
        CU_ASSERT_TRUE(item && view_is(item->value->text, cases[i].value));
        CU_ASSERT_EQUAL(tree.faults.count, cases[i].faults);
        yaml_tree_done(&tree);
    }
}

static void duplicate_keys_are_told_with_both_places(void)
{
    YamlTree tree = {0};
    CU_ASSERT_TRUE(yaml_tree_read(&tree, view_of("a: 1\nb: 2\n\"a\": 3\n"), NULL));
    CU_ASSERT_EQUAL_FATAL(tree.faults.count, 1);
    CU_ASSERT_EQUAL(tree.faults.items[0].place.line, 3);
    CU_ASSERT_PTR_NOT_NULL(strstr(tree.faults.items[0].text, "line 1, column 1"));
    CU_ASSERT_TRUE(tree.root->items[2].is_duplicate);
    CU_ASSERT_TRUE(view_is(yaml_find(tree.root, "a")->value->text, "1"));
    yaml_tree_done(&tree);
}

static void only_an_unquoted_null_is_nothing(void)
{
    static const struct {
        const char *text;
        bool is_null;
    } cases[] = {
        {"a:", true},      {"a: null", true}, {"a: ~", true},           {"a: \"null\"", false},
        {"a: ''", false},  {"a: nul", false}, {"a: !!str null", false}, {"a: []", false},
        {"a: NULL", true}, {"a: |\n", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        YamlTree tree = {0};
        CU_ASSERT_TRUE(yaml_tree_read(&tree, view_of(cases[i].text), NULL));
        CU_ASSERT_EQUAL(yaml_is_null(yaml_find(tree.root, "a")->value), cases[i].is_null);
        yaml_tree_done(&tree);
    }
}

static void text_without_content_has_no_root(void)
{
    static const char *const cases[] = {"", "\n", "# only a comment\n", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        YamlTree tree = {0};
        CU_ASSERT_TRUE(yaml_tree_read(&tree, view_of(cases[i]), NULL));
        CU_ASSERT_PTR_NULL(tree.root);
        yaml_tree_done(&tree);
    }
}

CU_TestInfo yaml_tree_tests[] = {
    {"malformed text is refused with its place", malformed_text_is_refused_with_its_place},
    {"hostile text is refused at once", hostile_text_is_refused_at_once},
    {"nodes know their bytes", nodes_know_their_bytes},
    {"items know where they begin", items_know_where_they_begin},
    {"json is read as json", json_is_read_as_json},
    {"duplicate keys are told with both places", duplicate_keys_are_told_with_both_places},
    {"only an unquoted null is nothing", only_an_unquoted_null_is_nothing},
    {"text without content has no root", text_without_content_has_no_root},
    CU_TEST_INFO_NULL,
};
