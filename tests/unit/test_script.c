#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/script.h"
#include "bulletproof/base/file.h"

/* Stands in for the editor: shows on the first row what the last event was, and keeps a log. */
static void loop(FrontEnd *front, StrBuf *log)
{
    Surface surface;
    StrBuf last = {0};
    Event event = {.kind = EVENT_RESIZE};
    surface_init(&surface, 0, 0);
    while (event.kind != EVENT_END) {
        int rows, columns;
        front->size(front, &rows, &columns);
        surface_reset(&surface, rows, columns);
        surface_put(&surface, (Strip){0, 0, columns}, ROLE_KEY, strbuf_view(&last));
        front->present(front, &surface);
        front->next(front, -1, &event);
        strbuf_clear(&last);
        if (event.kind == EVENT_KEY) {
            key_add_name(&last, event.key);
        } else if (event.kind == EVENT_RESIZE) {
            front->size(front, &rows, &columns);
            strbuf_addf(&last, "%dx%d", columns, rows);
        } else if (event.kind == EVENT_POINTER) {
            strbuf_addf(&last, "%d at %d, %d", event.pointer.kind, event.pointer.row,
                        event.pointer.column);
        } else {
            strbuf_addf(&last, "%s<%s>", event.kind == EVENT_RUN ? "run" : "paste",
                        strbuf_text(&event.text));
        }
        if (event.kind != EVENT_END) {
            strbuf_addf(log, "%s\n", strbuf_text(&last));
        }
    }
    strbuf_done(&last);
    strbuf_done(&event.text);
    surface_done(&surface);
}

typedef struct {
    StrBuf log, out;
    bool is_good;
    Diag diag;
} Run;

static Run run_script(const char *path, const char *text, bool is_updating)
{
    Run run = {0};
    Script *script = script_new(&(ScriptSource){
        .path = path, .text = view_of(text), .out = &run.out, .is_updating = is_updating});
    loop(script_front_end(script), &run.log);
    run.is_good = script_result(script, &run.diag);
    script_free(script);
    return run;
}

static void run_done(Run *run)
{
    strbuf_done(&run->log);
    strbuf_done(&run->out);
}

static void lines_become_events(void)
{
    static const struct {
        const char *script, *log, *out;
    } cases[] = {
        {"", "", ""},
        {"# nothing\n\n   \n", "", ""},
        {"size 100x30\n", "100x30\n", ""},
        {"key C-s\nkey Down S-Tab\n", "C-s\nDown\nS-Tab\n", ""},
        {"key  Up  \n", "Up\n", ""},
        {"type é b", "é\nSpace\nb\n", ""},
        {"type  x\n", "Space\nx\n", ""},
        {"type\n", "", ""},
        {"paste a\\nb\\tc\\e\\\\n\\\n", "paste<a\nb\tc\033\\n\\>\n", ""},
        {"click 1x2\nwheel-down 80x24\n", "0 at 1, 0\n2 at 23, 79\n", ""},
        {"run export-pdf out.pdf\r\n", "run<export-pdf out.pdf>\n", ""},
        {"open my file.yaml\n", "run<open my file.yaml>\n", ""},
        {"size 3x2\nscreen\nkey a\nscreen\nroles\n", "3x2\na\n", "3x2\n\na\n\nk\n\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Run run = run_script("x", cases[i].script, false);
        CU_ASSERT(run.is_good);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&run.log), cases[i].log);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&run.out), cases[i].out);
        run_done(&run);
    }
}

static void a_failing_line_is_named_and_ends_the_script(void)
{
    static const struct {
        const char *script;
        unsigned line;
        const char *text;
    } cases[] = {
        {"press a\n", 1, "a script has no such line: press"},
        {"\n# x\nkey Ctrl-s\nkey a\n", 3, "no such key: Ctrl-s"},
        {"key C-s nonsense\nkey a\n", 1, "no such key: nonsense"},
        {"size 80\n", 1, "a size is COLUMNSxROWS, each at most 1000, not: 80"},
        {"size 80x24x\n", 1, "a size is COLUMNSxROWS, each at most 1000, not: 80x24x"},
        {"size 8000x24\n", 1, "a size is COLUMNSxROWS, each at most 1000, not: 8000x24"},
        {"click 0x1\n", 1, "a place on the screen is COLUMNxROW, from 1, not: 0x1"},
        {"wheel-up 5\n", 1, "a place on the screen is COLUMNxROW, from 1, not: 5"},
        {"size x\n", 1, "a size is COLUMNSxROWS, each at most 1000, not: x"},
        {"size\n", 1, "a size is COLUMNSxROWS, each at most 1000, not: "},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Run run = run_script("x", cases[i].script, false);
        CU_ASSERT_FALSE(run.is_good);
        CU_ASSERT_EQUAL(run.diag.place.line, cases[i].line);
        CU_ASSERT_STRING_EQUAL(run.diag.text, cases[i].text);
        CU_ASSERT(strstr(strbuf_text(&run.log), "a\n") == NULL);
        run_done(&run);
    }
}

static void expect_compares_beside_the_script(void)
{
    char folder[] = "/tmp/test-script-XXXXXX";
    CU_ASSERT_FATAL(mkdtemp(folder) != NULL);
    StrBuf path = {0}, golden = {0};
    strbuf_addf(&path, "%s/x.script", folder);
    strbuf_addf(&golden, "%s/x.screen", folder);
    const char *script = "size 4x2\nkey q\nexpect x.screen\n";

    Run run = run_script(strbuf_text(&path), script, false);
    CU_ASSERT_FALSE(run.is_good); /* there is none yet */
    CU_ASSERT_EQUAL(run.diag.kind, DIAG_IO);
    run_done(&run);

    run = run_script(strbuf_text(&path), script, true);
    CU_ASSERT(run.is_good);
    run_done(&run);

    run = run_script(strbuf_text(&path), script, false);
    CU_ASSERT(run.is_good);
    run_done(&run);

    run = run_script(strbuf_text(&path), "size 4x2\nkey r\nexpect x.screen\n", false);
    CU_ASSERT_FALSE(run.is_good);
    CU_ASSERT_EQUAL(run.diag.kind, DIAG_CHANGED);
    CU_ASSERT_EQUAL(run.diag.place.line, 3);
    CU_ASSERT(strstr(run.diag.text, "row 1 should be \"q\" but is \"r\"") != NULL);
    run_done(&run);

    run = run_script(strbuf_text(&path), "size 4x3\nkey q\nexpect x.screen\n", false);
    CU_ASSERT(strstr(run.diag.text, "row 3 should be \"(nothing)\" but is \"\"") != NULL);
    run_done(&run);

    unlink(strbuf_text(&golden));
    rmdir(folder);
    strbuf_done(&path);
    strbuf_done(&golden);
}

CU_TestInfo script_tests[] = {
    {"lines become events", lines_become_events},
    {"a failing line is named and ends the script", a_failing_line_is_named_and_ends_the_script},
    {"expect compares beside the script", expect_compares_beside_the_script},
    CU_TEST_INFO_NULL,
};
