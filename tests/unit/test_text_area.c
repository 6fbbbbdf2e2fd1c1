#include "suites.h"

#include <stdio.h>

#include "bulletproof/base/strbuf.h"
#include "ui/text_area.h"

/* A document with one bullet of `text`, and the cursor in it. */
static Document *with_bullet(const char *text, size_t offset, Place *place)
{
    Node *root = node_new(NODE_RESUME);
    Node *work = node_append(node_part_mutable(root, NODE_WORKS), node_new(NODE_WORK));
    Node *bullet = node_append(node_part_mutable(work, NODE_HIGHLIGHTS), node_new(NODE_BULLET));
    node_set(bullet, FIELD_TEXT, view_of(text));
    Document *doc = document_new(root);
    *place = (Place){node_id(bullet), FIELD_TEXT, offset};
    return doc;
}

/* One step of the cursor or one change, and what it leaves: "|" stands for the cursor. */
typedef struct {
    const char *before, *after;
    bool is_done;
} Case;

static size_t read_cursor(const char *text, StrBuf *plain)
{
    StrView view = view_of(text);
    size_t at = view_find(view, '|');
    strbuf_add_view(plain, view_slice(view, 0, at));
    strbuf_add_view(plain, view_slice(view, at + 1, view.length));
    return at;
}

static void check_case(const Case *expected, bool (*act)(Document *doc, Place *place))
{
    StrBuf plain = {0}, shown = {0};
    size_t offset = read_cursor(expected->before, &plain);
    Place place;
    Document *doc = with_bullet(strbuf_text(&plain), offset, &place);
    bool is_done = act(doc, &place);
    strbuf_add_view(&shown, text_area_view(doc, place));
    strbuf_splice(&shown, place.offset, 0, view_of("|"));
    if (!view_is(strbuf_view(&shown), expected->after) || is_done != expected->is_done) {
        printf("# %s: expected %s, got %s\n", expected->before, expected->after,
               strbuf_text(&shown));
    }
    CU_ASSERT_STRING_EQUAL(strbuf_text(&shown), expected->after);
    CU_ASSERT_EQUAL(is_done, expected->is_done);
    document_free(doc);
    strbuf_done(&plain);
    strbuf_done(&shown);
}

static void check_all(const Case *cases, size_t count, bool (*act)(Document *doc, Place *place))
{
    for (size_t i = 0; i < count; i++) {
        check_case(&cases[i], act);
    }
}

#define COUNT_OF(cases) (sizeof(cases) / sizeof((cases)[0]))

static bool left(Document *doc, Place *place)
{
    return text_area_left(doc, place);
}

static bool right(Document *doc, Place *place)
{
    return text_area_right(doc, place);
}

static bool word_right(Document *doc, Place *place)
{
    return text_area_word_right(doc, place);
}

static bool word_left(Document *doc, Place *place)
{
    return text_area_word_left(doc, place);
}

static void the_cursor_goes_by_whole_graphemes(void)
{
    static const Case to_left[] = {
        {"|a", "|a", false},
        {"a|b", "|ab", true},
        {"日|本", "|日本", true},
        {"x👨‍👩‍👧|", "x|👨‍👩‍👧", true},
    };
    static const Case to_right[] = {
        {"a|", "a|", false},
        {"|e\u0323x", "e\u0323|x", true},
        {"|🇬🇧x", "🇬🇧|x", true},
    };
    check_all(to_left, COUNT_OF(to_left), left);
    check_all(to_right, COUNT_OF(to_right), right);
}

static void words_are_stepped_over(void)
{
    static const Case to_left[] = {{"one two|", "one |two", true}, {"|one", "|one", false}};
    static const Case to_right[] = {{"|one two", "one |two", true}, {"one|", "one|", false}};
    check_all(to_left, COUNT_OF(to_left), word_left);
    check_all(to_right, COUNT_OF(to_right), word_right);
}

static bool erase_left(Document *doc, Place *place)
{
    return text_area_erase_left(doc, place);
}

static bool erase_right(Document *doc, Place *place)
{
    return text_area_erase_right(doc, place);
}

static void erasing_takes_one_grapheme(void)
{
    static const Case to_left[] = {
        {"|a", "|a", false},
        {"ab|c", "a|c", true},
        {"x👨‍👩‍👧|y", "x|y", true},
    };
    static const Case to_right[] = {
        {"a|", "a|", false},
        {"a|日b", "a|b", true},
        {"|ab", "|b", true}, /* the cursor stays at the start */
    };
    check_all(to_left, COUNT_OF(to_left), erase_left);
    check_all(to_right, COUNT_OF(to_right), erase_right);
}

static bool insert_accent(Document *doc, Place *place)
{
    return text_area_insert(doc, place, view_of("\u0301"));
}

static bool insert_foreign(Document *doc, Place *place)
{
    return text_area_insert(doc, place, view_of("b\x1b[31m\tc"));
}

static void what_is_typed_is_cleaned_and_joined(void)
{
    static const Case accents[] = {{"e|x", "é|x", true}, {"|", "\u0301|", true}};
    static const Case foreign[] = {{"a|d", "ab c|d", true}};
    check_all(foreign, COUNT_OF(foreign), insert_foreign);
    check_all(accents, 1, insert_accent);
}

static void a_field_takes_no_more_than_it_holds(void)
{
    StrBuf much = {0};
    strbuf_add_repeated(&much, 'x', FIELD_MAX_BYTES);
    Place place;
    Document *doc = with_bullet("a", 1, &place);
    CU_ASSERT_FALSE(text_area_insert(doc, &place, strbuf_view(&much)));
    CU_ASSERT_STRING_EQUAL(node_text(document_find(doc, place.node), FIELD_TEXT), "a");
    CU_ASSERT_EQUAL(place.offset, 1);
    document_free(doc);
    strbuf_done(&much);
}

static void what_is_cut_can_be_put_back(void)
{
    Place place;
    StrBuf killed = {0};
    Document *doc = with_bullet("one two\nthree", 4, &place);
    CU_ASSERT(text_area_kill_line(doc, &place, &killed));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&killed), "two");
    CU_ASSERT(text_area_kill_line(doc, &place, &killed));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&killed), "\n");
    CU_ASSERT(text_area_kill_word_left(doc, &place, &killed));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&killed), "one ");
    CU_ASSERT_FALSE(text_area_kill_word_left(doc, &place, &killed));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&killed), "one ");
    CU_ASSERT(text_area_insert(doc, &place, strbuf_view(&killed)));
    CU_ASSERT(view_is(text_area_view(doc, place), "one three"));
    document_free(doc);
    strbuf_done(&killed);
}

static void a_cursor_nowhere_does_nothing(void)
{
    Place place, nowhere = {0, FIELD_COUNT, 0};
    Document *doc = with_bullet("a", 0, &place);
    CU_ASSERT_EQUAL(text_area_view(doc, nowhere).length, 0);
    CU_ASSERT_FALSE(text_area_is_prose(doc, nowhere));
    CU_ASSERT_FALSE(text_area_insert(doc, &nowhere, view_of("x")));
    CU_ASSERT_FALSE(text_area_erase_left(doc, &nowhere));
    CU_ASSERT(text_area_is_prose(doc, place));
    document_free(doc);
}

CU_TestInfo text_area_tests[] = {
    {"the cursor goes by whole graphemes", the_cursor_goes_by_whole_graphemes},
    {"words are stepped over", words_are_stepped_over},
    {"erasing takes one grapheme", erasing_takes_one_grapheme},
    {"what is typed is cleaned and joined", what_is_typed_is_cleaned_and_joined},
    {"a field takes no more than it holds", a_field_takes_no_more_than_it_holds},
    {"what is cut can be put back", what_is_cut_can_be_put_back},
    {"a cursor nowhere does nothing", a_cursor_nowhere_does_nothing},
    CU_TEST_INFO_NULL,
};
