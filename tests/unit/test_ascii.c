#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/text/ascii.h"

static const struct {
    const char *text, *expected;
    size_t lost;
} cases[] = {
    {"Plain text, 99 % of it.", "Plain text, 99 % of it.", 0},
    {"Zoë Müller, Łódź", "Zoe Muller, Lodz", 0},
    {"Mar 2021 – Present…", "Mar 2021 - Present...", 0},
    {"“Don’t” — “do”", "\"Don't\" - \"do\"", 0},
    {"Straße, Æsir, Þór", "Strasse, AEsir, Thor", 0},
    {"€5, £6, ¥7", "EUR5, GBP6, JPY7", 0},
    {"100 → 20 ms, ≤ 5, ±2, ×3", "100 -> 20 ms, <= 5, +/-2, x3", 0},
    {"½ of it, m², ﬁt, ＡＢ, ™", "1/2 of it, m2, fit, AB, TM", 0},
    {"a\u00A0b\u2009c", "a b c", 0},
    {"so\u00ADft, ze\u200Bro, x\u0331", "soft, zero, x", 0},
    {"日本", "??", 2},
    {"ελ and ж", "?? and ?", 3},
    {"line\nline", "line\nline", 0},
    {"", "", 0},
};

static void texts_are_spelt_in_ascii(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf out = {0};
        size_t lost = ascii_add(&out, view_of(cases[i].text));
        bool is_good = strcmp(strbuf_text(&out), cases[i].expected) == 0 && lost == cases[i].lost;
        if (!is_good) {
            printf("# \"%s\": expected \"%s\", lost %zu; actual \"%s\", lost %zu\n", cases[i].text,
                   cases[i].expected, cases[i].lost, strbuf_text(&out), lost);
        }
        CU_ASSERT_TRUE(is_good);
        strbuf_done(&out);
    }
}

static void one_character_stands_for_one(void)
{
    CU_ASSERT_EQUAL(ascii_for(0x2026), '~');
    CU_ASSERT_EQUAL(ascii_for(0xE9), 'e');
    CU_ASSERT_EQUAL(ascii_for(0x2500), '-');
    CU_ASSERT_EQUAL(ascii_for(0x65E5), '?');
}

CU_TestInfo ascii_tests[] = {
    {"texts are spelt in ASCII", texts_are_spelt_in_ascii},
    {"one character stands for one", one_character_stands_for_one},
    CU_TEST_INFO_NULL,
};
