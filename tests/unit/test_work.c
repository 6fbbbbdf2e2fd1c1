#include "suites.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "bulletproof/base/file.h"

static const char resume[] = "work:\n- name: Harbour Lines\n  highlights:\n"
                             "  - Moved the custmer service and the servise desk to Go.\n";
static const char file[] = "/tmp/test-work.yaml";

/* Its pages are not measured yet, and no word is looked up. */
static App *app_with(bool has_workers)
{
    CU_ASSERT_TRUE_FATAL(file_write(file, view_of(resume), NULL, NULL, NULL));
    App *app = app_new(&(AppOptions){.today = {.year = 2026, .month = 11},
                                     .has_workers = has_workers,
                                     .has_spelling = true,
                                     .has_builtin_fonts = true});
    CU_ASSERT_TRUE_FATAL(app_open(app, file, NULL));
    app_settle(app);
    CU_ASSERT_TRUE(app_are_pages_stale(app));
    return app;
}

static void end(App *app)
{
    app_free(app);
    CU_ASSERT(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
    unlink(file);
}

static bool is_at_work(const App *app)
{
    return worker_file(&app->worker) >= 0;
}

static void await_answer(App *app)
{
    struct pollfd answer = {.fd = worker_file(&app->worker), .events = POLLIN};
    CU_ASSERT_EQUAL_FATAL(poll(&answer, 1, 30 * 1000), 1);
    app_take_answer(app);
    app_settle(app);
}

/* As the loop does it when keys rest. */
static void rest(App *app)
{
    for (int rounds = 0; is_at_work(app) || app_has_later(app); rounds++) {
        CU_ASSERT_FATAL(rounds < 20);
        app_settle_later(app);
        app_settle(app);
        if (is_at_work(app)) {
            await_answer(app);
        }
    }
}

static size_t count_spelling(const App *app)
{
    size_t count = 0;
    for (size_t i = 0; i < app->report.finding_count; i++) {
        count += strcmp(app->report.findings[i].rule->code, "spelling") == 0 ? 1 : 0;
    }
    return count;
}

static void give_name(App *app)
{
    const Node *section = node_part(document_root(app->document), NODE_BASICS);
    CU_ASSERT_PTR_NOT_NULL_FATAL(section);
    document_set(app->document, node_id(section), FIELD_NAME, view_of("Maya Lindqvist"));
}

/* Beside the editor is found out what it finds out by itself. */
static void workers_answer_what_the_app_would(void)
{
    App *alone = app_with(false), *app = app_with(true);
    rest(alone);
    CU_ASSERT_EQUAL(count_spelling(app), 0);
    app_settle_later(app);
    CU_ASSERT_TRUE(is_at_work(app));
    CU_ASSERT_FALSE(app_has_later(app)); /* no timer runs: the answer is the event */
    rest(app);
    CU_ASSERT_FALSE(app_are_pages_stale(app));
    CU_ASSERT_EQUAL(count_spelling(app), count_spelling(alone));
    CU_ASSERT_EQUAL(app->cuts.count, alone->cuts.count);
    if (count_spelling(app) != 2) {
        speller_open(app->extras.speller); /* there may be no library for it */
        CU_ASSERT_FALSE(speller_is_ready(app->extras.speller));
        printf("# skipped, no dictionary of English is installed: words come from workers\n");
    }
    app_free(alone);
    end(app);
}

static void an_answer_about_what_was_there_before_is_not_told(void)
{
    App *app = app_with(true);
    app_settle_later(app);
    CU_ASSERT_TRUE(is_at_work(app));
    give_name(app);
    CU_ASSERT_TRUE(app_has_later(app));
    while (is_at_work(app)) {
        await_answer(app);
    }
    CU_ASSERT_TRUE(app_are_pages_stale(app));
    rest(app);
    CU_ASSERT_FALSE(app_are_pages_stale(app));
    end(app);
}

static void a_worker_that_dies_costs_its_answer(void)
{
    App *app = app_with(true);
    for (int kills = 0; app_has_later(app) && kills < 5; kills++) {
        app_settle_later(app);
        while (is_at_work(app)) {
            kill(app->worker.process, SIGKILL);
            await_answer(app);
        }
    }
    CU_ASSERT_FALSE(app_has_later(app));
    CU_ASSERT_EQUAL(count_spelling(app), 0);
    give_name(app);
    CU_ASSERT_TRUE(app_has_later(app));
    rest(app);
    CU_ASSERT_FALSE(app_are_pages_stale(app));
    end(app);
}

/* Owned by the caller. */
static StrBuf exported(bool has_workers)
{
    StrBuf bytes = {0};
    App *app = app_with(has_workers);
    app_export(app, "pdf", true);
    CU_ASSERT_EQUAL(app->fonts == NULL, has_workers);
    CU_ASSERT_TRUE(file_read("/tmp/test-work.pdf", 1024 * 1024, &bytes, NULL, NULL));
    unlink("/tmp/test-work.pdf");
    end(app);
    return bytes;
}

static void the_pdf_is_the_same_when_it_is_made_beside(void)
{
    StrBuf alone = exported(false), beside = exported(true);
    CU_ASSERT_TRUE(view_starts_with(strbuf_view(&alone), "%PDF-"));
    CU_ASSERT_TRUE(view_equal(strbuf_view(&alone), strbuf_view(&beside)));
    strbuf_done(&alone);
    strbuf_done(&beside);
}

static void who_leaves_ends_the_worker(void)
{
    App *app = app_with(true);
    app_settle_later(app);
    CU_ASSERT_TRUE(is_at_work(app));
    end(app);
}

CU_TestInfo work_tests[] = {
    {"workers answer what the app would", workers_answer_what_the_app_would},
    {"an answer about what was there before is not told",
     an_answer_about_what_was_there_before_is_not_told},
    {"a worker that dies costs its answer", a_worker_that_dies_costs_its_answer},
    {"the PDF is the same when it is made beside", the_pdf_is_the_same_when_it_is_made_beside},
    {"who leaves ends the worker", who_leaves_ends_the_worker},
    CU_TEST_INFO_NULL,
};
