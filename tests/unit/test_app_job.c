/* Which vacancy and which variant are in hand, over runs and over files. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "bulletproof/base/file.h"

static const char resume[] = "basics:\n  name: Ada\n"
                             "work:\n- highlights:\n  - Moved mail to Kafka.\n"
                             "meta:\n  bulletproof:\n    job: ours\n    variants:\n"
                             "    - name: payments\n      tags: [payments]\n      job: theirs\n"
                             "    - name: platform\n";

/* A folder with the resume cv.yaml, its vacancies, and the state of earlier runs. */
typedef struct {
    char folder[32];
    StrBuf file, state;
} Desk;

static void write_file(const char *path, const char *text)
{
    CU_ASSERT_FATAL(file_write(path, view_of(text), NULL, NULL, NULL));
}

static void write_job(Desk *desk, const char *name, const char *text)
{
    StrBuf path = {0};
    strbuf_addf(&path, "mkdir -p %s/cv.jobs", desk->folder);
    CU_ASSERT_FATAL(system(strbuf_text(&path)) == 0);
    strbuf_clear(&path);
    strbuf_addf(&path, "%s/cv.jobs/%s.txt", desk->folder, name);
    write_file(strbuf_text(&path), text);
    strbuf_done(&path);
}

static Desk desk_new(void)
{
    Desk desk = {.folder = "/tmp/test-app-job-XXXXXX"};
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(desk.folder));
    strbuf_addf(&desk.file, "%s/cv.yaml", desk.folder);
    strbuf_addf(&desk.state, "%s/state", desk.folder);
    write_file(strbuf_text(&desk.file), resume);
    write_job(&desk, "ours", "You must know Kafka.\n");
    write_job(&desk, "theirs", "You must know Redis.\n");
    return desk;
}

static void desk_done(Desk *desk)
{
    StrBuf command = {0};
    strbuf_addf(&command, "rm -rf %s", desk->folder);
    CU_ASSERT(system(strbuf_text(&command)) == 0);
    strbuf_done(&command);
    strbuf_done(&desk->file);
    strbuf_done(&desk->state);
}

static App *begin(Desk *desk)
{
    Diag diag = {0};
    App *app = app_new(&(AppOptions){.today = {.year = 2025, .month = 11},
                                     .state_folder = strbuf_text(&desk->state),
                                     .has_builtin_fonts = true});
    CU_ASSERT_FATAL(app_open(app, strbuf_text(&desk->file), &diag));
    return app;
}

static void run(App *app, const char *command)
{
    CU_ASSERT(editor_run(app->editor, view_of(command)));
    app_take_request(app);
}

static bool shows(App *app, const char *words)
{
    Surface surface;
    surface_init(&surface, 1, 1);
    editor_resize(app->editor, 24, 80);
    editor_draw(app->editor, &surface);
    char *text = surface_text(&surface);
    bool is_shown = strstr(text, words) != NULL;
    if (!is_shown) {
        printf("# %s is not in:\n%s\n", words, text);
    }
    free(text);
    surface_done(&surface);
    return is_shown;
}

static void expect_variant(const App *app, const char *expected)
{
    const Node *variant = editor_variant(app->editor);
    CU_ASSERT_STRING_EQUAL(variant ? node_text(variant, FIELD_NAME) : "", expected);
}

static void the_variant_in_hand_is_there_in_the_next_run(void)
{
    static const struct {
        const char *taken, *expected;
    } cases[] = {{"payments", "payments"}, {"platform", "platform"}, {"whole", ""}};
    Desk desk = desk_new();
    App *app = begin(&desk);
    expect_variant(app, "");
    app_free(app);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        app = begin(&desk);
        CU_ASSERT(editor_take_variant(app->editor, cases[i].taken));
        app_free(app);
        app = begin(&desk);
        expect_variant(app, cases[i].expected);
        CU_ASSERT_FALSE(document_is_modified(app->document));
        app_free(app);
    }
    desk_done(&desk);
}

static void a_variant_that_is_gone_is_not_in_hand(void)
{
    Desk desk = desk_new();
    App *app = begin(&desk);
    CU_ASSERT(editor_take_variant(app->editor, "payments"));
    app_free(app);
    write_file(strbuf_text(&desk.file), "basics:\n  name: Ada\n");
    app = begin(&desk);
    expect_variant(app, "");
    CU_ASSERT(shows(app, "is gone"));
    app_free(app);
    desk_done(&desk);
}

static void the_comparison_goes_by_the_variant(void)
{
    Desk desk = desk_new();
    App *app = begin(&desk);
    run(app, "job");
    CU_ASSERT(shows(app, "● Kafka"));
    run(app, "close");
    CU_ASSERT(editor_take_variant(app->editor, "payments"));
    CU_ASSERT(app_is_job_stale(app));
    app_follow_job(app);
    run(app, "job");
    CU_ASSERT(shows(app, "theirs beside payments"));
    CU_ASSERT(shows(app, "– Redis"));
    run(app, "close");
    CU_ASSERT(editor_take_variant(app->editor, "platform")); /* has none of its own */
    run(app, "job");
    CU_ASSERT(shows(app, "ours beside platform"));
    app_free(app);
    desk_done(&desk);
}

/* A vacancy that cannot be read is told, and another can be chosen. */
static void an_unreadable_vacancy_is_told(void)
{
    static const struct {
        const char *text, *told;
    } cases[] = {{"%PDF-1.7", "it is a PDF"}, {NULL, "no such file"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Desk desk = desk_new();
        StrBuf path = {0};
        strbuf_addf(&path, "%s/cv.jobs/ours.txt", desk.folder);
        CU_ASSERT(unlink(strbuf_text(&path)) == 0);
        if (cases[i].text) {
            write_job(&desk, "ours", cases[i].text);
        }
        App *app = begin(&desk);
        run(app, "job");
        CU_ASSERT(shows(app, "ours was not read"));
        CU_ASSERT(shows(app, "theirs"));
        app_free(app);
        strbuf_done(&path);
        desk_done(&desk);
    }
}

/* While another process has the file nothing is written beside it. */
static void a_vacancy_waits_for_the_file(void)
{
    Desk desk = desk_new();
    StrBuf path = {0};
    strbuf_addf(&path, "%s/cv.jobs/job-1.txt", desk.folder);
    App *app = begin(&desk);
    app->is_read_only = true;
    run(app, "jobs");
    editor_paste(app->editor, view_of("You must know Terraform.\n"));
    app_take_request(app);
    CU_ASSERT(shows(app, "– Terraform"));
    CU_ASSERT(shows(app, "in memory only: another process has the file"));
    CU_ASSERT(access(strbuf_text(&path), F_OK) != 0);
    CU_ASSERT_FALSE(document_is_modified(app->document));
    app->is_read_only = false; /* as when the other has left it */
    app_take_request(app);
    CU_ASSERT(access(strbuf_text(&path), F_OK) == 0);
    CU_ASSERT_STRING_EQUAL(node_text(node_settings(document_root(app->document)), FIELD_JOB),
                           "job-1");
    app_free(app);
    strbuf_done(&path);
    desk_done(&desk);
}

CU_TestInfo app_job_tests[] = {
    {"the variant in hand is there in the next run", the_variant_in_hand_is_there_in_the_next_run},
    {"a variant that is gone is not in hand", a_variant_that_is_gone_is_not_in_hand},
    {"the comparison goes by the variant", the_comparison_goes_by_the_variant},
    {"an unreadable vacancy is told", an_unreadable_vacancy_is_told},
    {"a vacancy waits for the file", a_vacancy_waits_for_the_file},
    CU_TEST_INFO_NULL,
};
