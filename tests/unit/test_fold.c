#include "suites.h"

#include "bulletproof/text/fold.h"

static void folding_forgets_case_only(void)
{
    static const struct {
        const char *a, *b;
        bool is_equal;
    } cases[] = {
        {"PostgreSQL", "postgresql", true},
        {"ÉCOLE", "école", true},
        {"E\u0301cole", "école", true}, /* folded text is NFC */
        {"Straße", "STRASSE", true},
        {"ΣΊΣΥΦΟΣ", "σίσυφος", true}, /* the final sigma too */
        {"", "", true},
        {"resume", "résumé", false},
        {"Go", "Got", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrView a = view_of(cases[i].a), b = view_of(cases[i].b);
        if (text_equal_folded(a, b) != cases[i].is_equal) {
            printf("# %s and %s: expected %d\n", cases[i].a, cases[i].b, cases[i].is_equal);
        }
        CU_ASSERT_EQUAL(text_equal_folded(a, b), cases[i].is_equal);
    }
}

static void search_finds_whole_characters(void)
{
    static const struct {
        const char *text, *needle;
        size_t from;
        bool is_found;
        size_t start, end;
    } cases[] = {
        {"Kafka and kafka", "KAFKA", 0, true, 0, 5},
        {"Kafka and kafka", "KAFKA", 1, true, 10, 15},
        {"Kafka and kafka", "KAFKA", 11, false, 0, 0},
        {"Übergröße", "GRÖSSE", 0, true, 5, 12},
        {"Größe", "s", 0, false, 0, 0}, /* not half of the ß */
        {"résumé", "e", 0, false, 0, 0},
        {"résumé", "É", 3, true, 6, 8},
        {"aab", "ab", 0, true, 1, 3},
        {"text", "", 0, false, 0, 0},
        {"", "x", 0, false, 0, 0},
        {"text", "text!", 0, false, 0, 0},
        {"text", "t", 9, false, 0, 0},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t start = 0, end = 0;
        bool is_found = text_find_folded(view_of(cases[i].text), view_of(cases[i].needle),
                                         cases[i].from, &start, &end);
        if (is_found != cases[i].is_found || start != cases[i].start || end != cases[i].end) {
            printf("# %s in %s: got %d [%zu, %zu)\n", cases[i].needle, cases[i].text, is_found,
                   start, end);
        }
        CU_ASSERT_EQUAL(is_found, cases[i].is_found);
        CU_ASSERT_EQUAL(start, cases[i].start);
        CU_ASSERT_EQUAL(end, cases[i].end);
    }
}

CU_TestInfo fold_tests[] = {
    {"folding forgets case only", folding_forgets_case_only},
    {"search finds whole characters", search_finds_whole_characters},
    CU_TEST_INFO_NULL,
};
