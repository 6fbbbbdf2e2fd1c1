#include "suites.h"

#include <stdio.h>

#include "bulletproof/base/json.h"

static void numbers_are_told_from_words(void)
{
    static const struct {
        const char *text;
        bool is_number;
    } cases[] = {
        {"0", true},     {"-0", true},      {"17", true},   {"-1.50", true},  {"1e9", true},
        {"1E-9", true},  {"2.5e+10", true}, {"", false},    {"-", false},     {"01", false},
        {".5", false},   {"5.", false},     {"1e", false},  {"1e+", false},   {"+1", false},
        {"0x1F", false}, {"1 ", false},     {"NaN", false}, {"1.2.3", false}, {"--1", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        bool is_number = json_is_number(view_of(cases[i].text));
        if (is_number != cases[i].is_number) {
            printf("# \"%s\"\n", cases[i].text);
        }
        CU_ASSERT_EQUAL(is_number, cases[i].is_number);
    }
}

CU_TestInfo json_tests[] = {
    {"numbers are told from words", numbers_are_told_from_words},
    CU_TEST_INFO_NULL,
};
