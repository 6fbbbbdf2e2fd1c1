#include "suites.h"

#include <string.h>

#include "bulletproof/text/word.h"

static void a_cursor_stops_where_words_start(void)
{
    /* '^' under every stop */
    static const struct {
        const char *text, *stops;
    } cases[] = {
        {"Cut p95 latency.", "^   ^   ^       "},
        {"  two  words ", "  ^    ^     "},
        {"don't stop-and-go", "^     ^    ^   ^ "},
        {"C++ and C#, Node.js", "^   ^   ^   ^      "},
        {"line\nnext", "^    ^   "},
        {"1,200.50 rps", "^        ^  "},
        {"... -- !", "        "},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrView text = view_of(cases[i].text);
        char found[64] = {0};
        memset(found, ' ', text.length);
        for (size_t at = 0; at < text.length; at++) {
            size_t next = word_next(text, at);
            found[next] = next < text.length ? '^' : '\0';
            size_t back = word_previous(text, next);
            CU_ASSERT(back <= at || cases[i].stops[back] == '^');
            CU_ASSERT(back == 0 || cases[i].stops[back] == '^');
        }
        found[0] = cases[i].stops[0]; /* next never gives the start */
        if (strcmp(found, cases[i].stops) != 0) {
            printf("# [%s]\n# [%s] expected\n# [%s]\n", cases[i].text, cases[i].stops, found);
        }
        CU_ASSERT_STRING_EQUAL(found, cases[i].stops);
    }
}

static void going_back_ends_at_the_word_before(void)
{
    static const struct {
        const char *text;
        size_t offset, start;
    } cases[] = {
        {"one two", 7, 4}, {"one two", 5, 4}, {"one two", 4, 0}, {"one two", 99, 4},
        {"one two", 0, 0}, {"one  --", 7, 0}, {"  one", 2, 0},   {"été déjà", 6, 0},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t start = word_previous(view_of(cases[i].text), cases[i].offset);
        if (start != cases[i].start) {
            printf("# %s before %zu: got %zu\n", cases[i].text, cases[i].offset, start);
        }
        CU_ASSERT_EQUAL(start, cases[i].start);
    }
    CU_ASSERT_EQUAL(word_next(view_of(""), 0), 0);
}

static void words_are_counted_between_white_space(void)
{
    static const struct {
        const char *text;
        size_t count;
    } cases[] = {
        {"", 0},
        {"  ", 0},
        {"one", 1},
        {" Cut CI/CD  time by 40%\n", 5},
        {"780\u00A0ms", 2},
        {"a\u3000b", 2},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_EQUAL(word_count(view_of(cases[i].text)), cases[i].count);
    }
}

CU_TestInfo word_tests[] = {
    {"a cursor stops where words start", a_cursor_stops_where_words_start},
    {"going back ends at the word before", going_back_ends_at_the_word_before},
    {"words are counted between white space", words_are_counted_between_white_space},
    CU_TEST_INFO_NULL,
};
