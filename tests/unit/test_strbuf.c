#include "suites.h"

#include <stdlib.h>

#include "bulletproof/base/strbuf.h"

static void splice_replaces_a_range(void)
{
    static const struct {
        size_t offset, length;
        const char *with, *expected;
    } cases[] = {
        {0, 0, "ab", "abhello"}, {5, 0, "!", "hello!"},  {1, 3, "", "ho"},
        {0, 5, "bye", "bye"},    {2, 1, "LL", "heLLlo"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf buf = {0};
        strbuf_add(&buf, "hello");
        strbuf_splice(&buf, cases[i].offset, cases[i].length, view_of(cases[i].with));
        CU_ASSERT_STRING_EQUAL(strbuf_text(&buf), cases[i].expected);
        strbuf_done(&buf);
    }
}

static void steal_of_nothing_is_empty_text(void)
{
    StrBuf buf = {0};
    char *text = strbuf_steal(&buf);
    CU_ASSERT_STRING_EQUAL(text, "");
    free(text);
}

static void format_grows_the_buffer(void)
{
    StrBuf buf = {0};
    strbuf_addf(&buf, "%0300d", 7);
    CU_ASSERT_EQUAL(buf.length, 300);
    strbuf_done(&buf);
}

CU_TestInfo strbuf_tests[] = {
    {"splice replaces a range", splice_replaces_a_range},
    {"steal of nothing is empty text", steal_of_nothing_is_empty_text},
    {"format grows the buffer", format_grows_the_buffer},
    CU_TEST_INFO_NULL,
};
