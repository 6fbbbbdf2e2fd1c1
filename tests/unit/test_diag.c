#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/diag.h"

static void foreign_text_becomes_printable(void)
{
    Diag diag;
    CU_ASSERT_FALSE(diag_fail(&diag, DIAG_IO, "cannot read %s",
                              "a\033[31m\xff\xe2\x80\xae"
                              "b"));
    CU_ASSERT_STRING_EQUAL(diag.text, "cannot read a?[31m??b");
    CU_ASSERT_EQUAL(diag.kind, DIAG_IO);
}

static void long_text_is_cut_between_characters(void)
{
    Diag diag;
    char text[1024] = "x";
    for (size_t i = 1; i + 2 < sizeof(text); i += 2) {
        memcpy(text + i, "é", 3);
    }
    diag_fail(&diag, DIAG_SYNTAX, "%s", text);
    CU_ASSERT_EQUAL(strlen(diag.text), DIAG_TEXT_BYTES - 1);
    diag_fail(&diag, DIAG_SYNTAX, "x%s", text);
    CU_ASSERT_EQUAL(strlen(diag.text), DIAG_TEXT_BYTES - 2);
}

static void description_names_the_known_parts(void)
{
    static const struct {
        const char *file;
        DiagPlace place;
        const char *expected;
    } cases[] = {
        {"a.yaml", {3, 12}, "a.yaml:3:12: text"},
        {"a.yaml", {3, 0}, "a.yaml:3: text"},
        {"a.yaml", {0, 0}, "a.yaml: text"},
        {NULL, {0, 0}, "text"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        diag_fail_at(&diag, DIAG_SYNTAX, cases[i].place, "text");
        char *description = diag_describe(&diag, cases[i].file);
        CU_ASSERT_STRING_EQUAL(description, cases[i].expected);
        free(description);
    }
}

CU_TestInfo diag_tests[] = {
    {"foreign text becomes printable", foreign_text_becomes_printable},
    {"long text is cut between characters", long_text_is_cut_between_characters},
    {"description names the known parts", description_names_the_known_parts},
    CU_TEST_INFO_NULL,
};
