#include "suites.h"

#include <stdio.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/text/fuzzy.h"

static void letters_in_their_order_match(void)
{
    static const struct {
        const char *name, *typed;
        bool is_match;
    } cases[] = {
        {"move-up", "mvup", true}, {"move-up", "move up", true}, {"move-up", "UP", true},
        {"move-up", "upm", false}, {"move-up", "movee", false},  {"Café Größe", "cafégrö", true},
        {"Größe", "GRÖSSE", true}, {"save", "", false},          {"save", "  ", false},
        {"", "s", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        bool is_match = fuzzy_score(view_of(cases[i].name), view_of(cases[i].typed)) > 0;
        if (is_match != cases[i].is_match) {
            printf("# \"%s\" in \"%s\"\n", cases[i].typed, cases[i].name);
        }
        CU_ASSERT_EQUAL(is_match, cases[i].is_match);
    }
}

static void starts_of_words_and_runs_are_better(void)
{
    static const struct {
        const char *typed, *better, *worse;
    } cases[] = {
        {"re", "remove-entry", "explore"},    {"me", "move-entry", "remember"},
        {"pal", "palette", "export-pdf-all"}, {"ne", "next", "line-end"},
        {"sa", "save", "section-start"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrView typed = view_of(cases[i].typed);
        int better = fuzzy_score(view_of(cases[i].better), typed);
        int worse = fuzzy_score(view_of(cases[i].worse), typed);
        if (better <= worse) {
            printf("# \"%s\": %s %d, %s %d\n", cases[i].typed, cases[i].better, better,
                   cases[i].worse, worse);
        }
        CU_ASSERT(better > worse);
    }
}

static void words_are_found_by_their_beginnings(void)
{
    static const struct {
        const char *text, *typed;
        bool is_found;
    } cases[] = {
        {"Remove this bullet, word or entry", "bul rem", true},
        {"Remove this bullet, word or entry", "try", false},
        {"Write the PDF beside the file", "pdf wr", true},
        {"Write the PDF beside the file", "", true},
        {"Write the PDF beside the file", "df", false},
        {"one-by-one", "by", true},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_EQUAL(fuzzy_has_words(view_of(cases[i].text), view_of(cases[i].typed)),
                        cases[i].is_found);
    }
}

static void a_long_name_is_looked_at_from_its_start(void)
{
    StrBuf name = {0};
    strbuf_add(&name, "a");
    strbuf_add_repeated(&name, 'x', 10000);
    strbuf_add(&name, "b");
    CU_ASSERT(fuzzy_score(strbuf_view(&name), view_of("ax")) > 0);
    CU_ASSERT_EQUAL(fuzzy_score(strbuf_view(&name), view_of("ab")), 0);
    strbuf_done(&name);
}

CU_TestInfo fuzzy_tests[] = {
    {"letters in their order match", letters_in_their_order_match},
    {"starts of words and runs are better", starts_of_words_and_runs_are_better},
    {"words are found by their beginnings", words_are_found_by_their_beginnings},
    {"a long name is looked at from its start", a_long_name_is_looked_at_from_its_start},
    CU_TEST_INFO_NULL,
};
