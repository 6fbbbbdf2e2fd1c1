#include "suites.h"

#include <string.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/text/clean.h"

static const struct {
    const char *foreign;
    CleanKind kind;
    const char *expected;
} cases[] = {
    {"plain text", CLEAN_LINE, "plain text"},
    {"a\tb\nc\r\nd\re", CLEAN_LINE, "a b c d e"},
    {"a\tb\nc\r\nd\re", CLEAN_PROSE, "a b\nc\nd\ne"},
    {"a\xC2\x85"
     "b\xE2\x80\xA8"
     "c\xE2\x80\xA9"
     "d\fe\vf",
     CLEAN_PROSE, "a\nb\nc\nd\ne\nf"},
    {"e\u0301t\xC3\xA9", CLEAN_LINE, "été"},
    {"\xE2\x84\xAB", CLEAN_LINE, "Å"}, /* the Ångström sign is the letter */
    {"a\xFF"
     "b\xC3",
     CLEAN_LINE, "a\uFFFDb\uFFFD"},
    {"\xEF\xBB\xBFname", CLEAN_LINE, "name"},
    {"a\xE2\x80\xAEgnp.exe", CLEAN_LINE, "agnp.exe"},
    {"a\x01\x07\x7F"
     "b",
     CLEAN_LINE, "ab"},
    {"\xEF\xBF\xBE", CLEAN_LINE, "\uFFFD"}, /* U+FFFE: no YAML may hold it */
    {"e\uFB03cient con\uFB01g", CLEAN_LINE, "efficient config"},
    {"👨‍👩‍👧", CLEAN_LINE, "👨‍👩‍👧"},
    /* terminal escape sequences */
    {"\x1B[31mred\x1B[0m", CLEAN_LINE, "red"},
    {"\xC2\x9B"
     "1;4mx",
     CLEAN_LINE, "x"},
    {"\x1B]0;title\x07text", CLEAN_LINE, "text"},
    {"\x1B]0;title\x1B\\text", CLEAN_LINE, "text"},
    {"\x1BPq#0\xC2\x9Ctext", CLEAN_LINE, "text"},
    {"\x1B(Btext\x1B"
     "7",
     CLEAN_LINE, "text"},
    {"\x1B]never ended\nnext", CLEAN_PROSE, "never ended\nnext"},
    {"\x1B[", CLEAN_LINE, ""},
    {"\x1B", CLEAN_LINE, ""},
    {"\x1B\x1B[1mb", CLEAN_LINE, "b"},
    {"\x1B\nb", CLEAN_PROSE, "\nb"},
};

static void what_is_not_text_goes_and_the_rest_is_nfc(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf out = {0};
        text_clean(&out, view_of(cases[i].foreign), cases[i].kind);
        if (strcmp(strbuf_text(&out), cases[i].expected) != 0) {
            printf("# case %zu: expected [%s], got [%s]\n", i, cases[i].expected,
                   strbuf_text(&out));
        }
        CU_ASSERT_STRING_EQUAL(strbuf_text(&out), cases[i].expected);
        strbuf_done(&out);
    }
}

static void clean_text_is_known_as_clean(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrView foreign = view_of(cases[i].foreign);
        CU_ASSERT_EQUAL(text_is_clean(foreign, cases[i].kind), view_is(foreign, cases[i].expected));
        CU_ASSERT_TRUE(text_is_clean(view_of(cases[i].expected), cases[i].kind));
    }
}

static void a_nul_byte_goes_like_any_control(void)
{
    StrBuf out = {0};
    text_clean(&out, view_make("a\0b", 3), CLEAN_LINE);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&out), "ab");
    CU_ASSERT_FALSE(text_is_clean(view_make("a\0b", 3), CLEAN_LINE));
    strbuf_done(&out);
}

static void cleaning_appends_and_leaves_what_was_there(void)
{
    StrBuf out = {0};
    strbuf_add(&out, "e");
    text_clean(&out, view_of("\xCC\x81"), CLEAN_LINE);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&out), "e\u0301");
    strbuf_done(&out);
}

CU_TestInfo clean_tests[] = {
    {"what is not text goes and the rest is NFC", what_is_not_text_goes_and_the_rest_is_nfc},
    {"clean text is known as clean", clean_text_is_known_as_clean},
    {"a NUL byte goes like any control", a_nul_byte_goes_like_any_control},
    {"cleaning appends and leaves what was there", cleaning_appends_and_leaves_what_was_there},
    CU_TEST_INFO_NULL,
};
