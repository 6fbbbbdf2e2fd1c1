#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "app/fetch.h"

static void the_line_is_made_from_the_connection(void)
{
    static const struct {
        const char *connection, *path, *line;
    } cases[] = {
        {"10.0.0.9 50022 10.0.0.5 22", "/home/ann/cv.pdf", "scp ann@10.0.0.5:/home/ann/cv.pdf ."},
        {"10.0.0.9 50022 10.0.0.5 2222", "/home/ann/cv.pdf",
         "scp -P 2222 ann@10.0.0.5:/home/ann/cv.pdf ."},
        {"fd00::9 50022 fd00::5 22", "/home/ann/cv.pdf", "scp 'ann@[fd00::5]:/home/ann/cv.pdf' ."},
        {"10.0.0.9 50022 10.0.0.5 22", "/home/ann/my cv.pdf",
         "scp 'ann@10.0.0.5:/home/ann/my cv.pdf' ."},
        {"10.0.0.9 50022 10.0.0.5 22", "/home/ann/it's; rm $x.pdf",
         "scp 'ann@10.0.0.5:/home/ann/it'\\''s; rm $x.pdf' ."},
        {"", "/home/ann/cv.pdf", NULL},
        {"10.0.0.9 50022 10.0.0.5", "/home/ann/cv.pdf", NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf line = {0};
        bool is_made = fetch_add_line(&line, cases[i].connection, "ann", cases[i].path);
        CU_ASSERT_EQUAL(is_made, cases[i].line != NULL);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&line), cases[i].line ? cases[i].line : "");
        strbuf_done(&line);
    }
}

CU_TestInfo fetch_tests[] = {
    {"the line is made from the connection", the_line_is_made_from_the_connection},
    CU_TEST_INFO_NULL,
};
