#include "suites.h"

#include "bulletproof/base/strbuf.h"
#include "bulletproof/text/grapheme.h"

/* Clusters are parted by '|'. The rules are those of Unicode Annex 29. */
static const char *const cases[] = {
    "a|b|c",
    "e\u0301|t|é",
    "日|本|語",
    "🇬🇧|🇩🇪|🇫",
    "👨‍👩‍👧|x",
    "👍🏽|👍",
    "❤️|a",
    "한|국|\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB",
    "नि|ते",
    "a\xE2\x80\x8D|b", /* a joiner joins no letters */
    "\r\n|\n|\r|a",
    "\xFF|\xC3|a", /* broken bytes stand alone */
    "a|\x01|\xCC\x81",
};

/* The case without its bars, which are at the offsets marked true. */
static StrBuf parse_case(const char *text, bool *starts)
{
    StrBuf plain = {0};
    starts[0] = true;
    for (const char *at = text; *at; at++) {
        if (*at == '|') {
            starts[plain.length] = true;
        } else {
            strbuf_add_char(&plain, *at);
        }
    }
    starts[plain.length] = true;
    return plain;
}

static void clusters_are_walked_both_ways(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        bool starts[64] = {false};
        StrBuf plain = parse_case(cases[i], starts);
        for (size_t at = 0; at <= plain.length; at++) {
            if (at < plain.length && (plain.data[at] & 0xC0) == 0x80) {
                continue; /* inside a character */
            }
            size_t next = at + 1, previous = at > 0 ? at - 1 : 0;
            while (next < plain.length && !starts[next]) {
                next++;
            }
            while (!starts[previous]) {
                previous--;
            }
            if (starts[at] && at < plain.length) {
                CU_ASSERT_EQUAL(grapheme_next(strbuf_view(&plain), at), next);
            }
            if (grapheme_previous(strbuf_view(&plain), at) != previous) {
                printf("# case %zu: before %zu expected %zu\n", i, at, previous);
            }
            CU_ASSERT_EQUAL(grapheme_previous(strbuf_view(&plain), at), previous);
        }
        strbuf_done(&plain);
    }
}

static void columns_are_those_of_the_terminal_library(void)
{
    static const struct {
        const char *text;
        int columns;
    } widths[] = {
        {"", 0},  {"résumé", 6}, {"e\u0301", 1}, {"日本語", 6}, {"👨‍👩‍👧", 6},
        {"•", 1}, {"\x01", 1},   {"\xFF", 1},
    };
    for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
        if (text_columns(view_of(widths[i].text)) != widths[i].columns) {
            printf("# %s: expected %d columns\n", widths[i].text, widths[i].columns);
        }
        CU_ASSERT_EQUAL(text_columns(view_of(widths[i].text)), widths[i].columns);
    }
    CU_ASSERT_EQUAL(code_point_columns(0), -1);
    CU_ASSERT_EQUAL(code_point_columns(0x1B), -1);
}

static void text_is_fitted_by_whole_clusters(void)
{
    static const struct {
        const char *text;
        int columns;
        size_t bytes;
    } fits[] = {
        {"résumé", 3, 4}, {"résumé", 9, 8},   {"日本語", 5, 6},
        {"日本語", 1, 0}, {"ae\u0301", 2, 4}, {"ae\u0301", 1, 1},
        {"", 4, 0},       {"abc", 0, 0},      {"abc", -1, 0},
    };
    for (size_t i = 0; i < sizeof(fits) / sizeof(fits[0]); i++) {
        size_t bytes = text_fit(view_of(fits[i].text), fits[i].columns);
        if (bytes != fits[i].bytes) {
            printf("# %s in %d: got %zu bytes\n", fits[i].text, fits[i].columns, bytes);
        }
        CU_ASSERT_EQUAL(bytes, fits[i].bytes);
    }
}

CU_TestInfo grapheme_tests[] = {
    {"clusters are walked both ways", clusters_are_walked_both_ways},
    {"columns are those of the terminal library", columns_are_those_of_the_terminal_library},
    {"text is fitted by whole clusters", text_is_fitted_by_whole_clusters},
    CU_TEST_INFO_NULL,
};
