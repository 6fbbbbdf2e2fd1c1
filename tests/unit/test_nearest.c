#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/base/nearest.h"

static void slips_are_counted(void)
{
    static const struct {
        const char *a, *b;
        size_t slips;
    } cases[] = {
        {"", "", 0},           {"check", "check", 0},   {"chekc", "check", 1},
        {"", "abc", 3},        {"abc", "", 3},          {"chek", "check", 1},
        {"ckeck", "check", 1}, {"cheeck", "check", 1},  {"kitten", "sitting", 3},
        {"ca", "abc", 3},      {"exprot", "export", 1}, {"abcd", "badc", 2},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t slips = slips_between(view_of(cases[i].a), view_of(cases[i].b));
        if (slips != cases[i].slips) {
            printf("# %s, %s: %zu instead of %zu\n", cases[i].a, cases[i].b, slips, cases[i].slips);
        }
        CU_ASSERT_EQUAL(slips, cases[i].slips);
    }
}

static void what_was_meant_is_found(void)
{
    static const struct {
        const char *typed, *question;
    } cases[] = {
        {"jsno", "; did you mean \"json\"?"},
        {"jso", "; did you mean \"json\"?"},
        {"sariff", "; did you mean \"sarif\"?"},
        {"tex", "; did you mean \"text\"?"},
        {"markdown", ""},
        {"", ""},
        {"x", ""},
        {"an-argument-that-is-much-longer-than-any-name-there-is", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Nearest nearest = nearest_to(view_of(cases[i].typed));
        nearest_try_choices(&nearest, "text|json|sarif");
        CU_ASSERT_STRING_EQUAL(nearest_question(&nearest), cases[i].question);
    }
}

static void the_nearest_is_kept(void)
{
    Nearest nearest = nearest_to(view_of("foldre"));
    nearest_try(&nearest, view_of("holders"));
    nearest_try(&nearest, view_of("folder"));
    nearest_try(&nearest, view_of("folded"));
    CU_ASSERT_STRING_EQUAL(nearest_question(&nearest), "; did you mean \"folder\"?");
}

CU_TestInfo nearest_tests[] = {
    {"slips are counted", slips_are_counted},
    {"what was meant is found", what_was_meant_is_found},
    {"the nearest is kept", the_nearest_is_kept},
    CU_TEST_INFO_NULL,
};
