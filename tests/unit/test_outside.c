#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/outside.h"

static int lent, taken_back;

static void lend(FrontEnd *front, bool is_lent)
{
    (void)front;
    lent += is_lent ? 1 : 0;
    taken_back += is_lent ? 0 : 1;
}

static void the_text_is_what_the_editor_has_written(void)
{
    static const struct {
        const char *visual, *editor, *text; /* NULL: as it was */
        const char *told;
    } cases[] = {
        {"", "sed -i s/ledger/billing/", "Ran the billing.\nAlone.", ""},
        {"sed -i s/Ran/Built/", "sed -i s/Ran/Kept/", "Built the ledger.\nAlone.", ""},
        {"", "f() { echo one >\"$1\"; printf two >>\"$1\"; }; f", "one\ntwo", ""},
        {"", "f() { : >\"$1\"; }; f", "", ""},
        /* nobody else may read it */
        {"", "f() { stat -c %a \"$1\" >\"$1~\"; mv \"$1~\" \"$1\"; }; f", "600", ""},
        {"", "true", "Ran the ledger.\nAlone.", ""},
        {"", "false", NULL, "\"false\" has failed"},
        {"", "no-such-editor 2>/dev/null", NULL, "there is no program"},
        {"", "rm", NULL, "cannot be opened"},
        {"", "", NULL, "neither $VISUAL nor $EDITOR"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        FrontEnd front = {.lend = lend};
        StrBuf text = {0};
        Diag diag = {0};
        lent = taken_back = 0;
        setenv("VISUAL", cases[i].visual, 1);
        setenv("EDITOR", cases[i].editor, 1);
        strbuf_add(&text, "Ran the ledger.\nAlone.");
        bool is_good = outside_edit(&front, &text, &diag);
        CU_ASSERT_EQUAL(is_good, cases[i].text != NULL);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&text),
                               cases[i].text ? cases[i].text : "Ran the ledger.\nAlone.");
        if (!strstr(diag.text, cases[i].told)) {
            printf("# %s: %s\n", cases[i].editor, diag.text);
        }
        CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, cases[i].told));
        CU_ASSERT_EQUAL(lent, taken_back);
        strbuf_done(&text);
    }
}

CU_TestInfo outside_tests[] = {
    {"the text is what the editor has written", the_text_is_what_the_editor_has_written},
    CU_TEST_INFO_NULL,
};
