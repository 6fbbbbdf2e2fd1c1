#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/text/wrap.h"

/* The lines, each between bars; '$' ends one that the text itself ends. */
static void show_lines(StrBuf *out, StrView text, const WrapLines *lines)
{
    strbuf_add_char(out, '|');
    for (size_t i = 0; i < lines->count; i++) {
        WrapLine line = lines->items[i];
        strbuf_add_view(out, view_slice(text, line.start, line.end));
        strbuf_add(out, line.ends_in_break ? "$|" : "|");
    }
}

static void lines_break_where_a_reader_expects(void)
{
    static const struct {
        const char *text;
        int columns;
        const char *expected;
    } cases[] = {
        {"", 10, "||"},
        {"one two three", 8, "|one two |three|"},
        {"one two", 7, "|one two|"},
        {"one two   three", 7, "|one two   |three|"}, /* blanks hang */
        {"a\n\nb\n", 10, "|a$|$|b$||"},
        {"abcdefgh ij", 3, "|abc|def|gh |ij|"},
        {"日本語テスト", 5, "|日本|語テ|スト|"},
        {"日本", 1, "|日|本|"}, /* wider than the line: alone */
        {"ab", 0, "|a|b|"},
        {"ne\u0301t", 2, "|ne\u0301|t|"},
        {"cut to 780 ms", 12, "|cut to |780 ms|"},
        {"moved 6 TB/day on", 9, "|moved |6 TB/day |on|"},
        {"serves 1.8 million users", 11, "|serves |1.8 million |users|"},
        {"in 2019 services grew", 8, "|in 2019 |services |grew|"},
        {"in C++ code", 5, "|in |C++ |code|"},
        {"use Node.js", 9, "|use |Node.js|"},
        {"the CI/CD run", 7, "|the |CI/CD |run|"},
        {"a long-running job", 7, "|a long-|running |job|"},
        {"the T-SQL job", 6, "|the |T-SQL |job|"},
        {"example.com/people/maya", 13, "|example.com/|people/maya|"},
    };
    WrapLines lines = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf shown = {0};
        wrap_text(view_of(cases[i].text), cases[i].columns, &lines);
        show_lines(&shown, view_of(cases[i].text), &lines);
        if (strcmp(strbuf_text(&shown), cases[i].expected) != 0) {
            printf("# expected %s\n# got      %s\n", cases[i].expected, strbuf_text(&shown));
        }
        CU_ASSERT_STRING_EQUAL(strbuf_text(&shown), cases[i].expected);
        strbuf_done(&shown);
    }
    wrap_done(&lines);
}

static void a_cursor_stands_on_one_line(void)
{
    static const size_t line_of[] = {0, 0, 0, 0, 1, 1, 1, 1, 2, 3};
    WrapLines lines = {0};
    wrap_text(view_of("one two\n\n"), 4, &lines); /* |one |two$|$|| */
    for (size_t offset = 0; offset < sizeof(line_of) / sizeof(line_of[0]); offset++) {
        CU_ASSERT_EQUAL(wrap_line_at(&lines, offset), line_of[offset]);
    }
    wrap_done(&lines);
}

static void marks_tell_what_may_happen_before_a_byte(void)
{
    /* '|' may, '!' must, '.' never */
    static const struct {
        const char *text, *marks;
    } cases[] = {
        {"a b\nc", "..|.!"},          {"p95 of 9 ms", "....|..|..."},         {"5 s.", "...."},
        {"5 services", "..|......."}, {"e-mail re-built", ".......|..|...."},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrView text = view_of(cases[i].text);
        unsigned char marks[64];
        char shown[64] = {0};
        break_marks(text, marks);
        for (size_t at = 0; at < text.length; at++) {
            shown[at] = ".|!"[marks[at]];
        }
        CU_ASSERT_STRING_EQUAL(shown, cases[i].marks);
    }
}

CU_TestInfo wrap_tests[] = {
    {"lines break where a reader expects", lines_break_where_a_reader_expects},
    {"a cursor stands on one line", a_cursor_stands_on_one_line},
    {"marks tell what may happen before a byte", marks_tell_what_may_happen_before_a_byte},
    CU_TEST_INFO_NULL,
};
