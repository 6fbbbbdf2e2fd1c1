#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/job_folder.h"
#include "bulletproof/base/file.h"

/* A resume that need not be there, in a folder of its own. */
typedef struct {
    char folder[32];
    StrBuf resume;
} Desk;

static Desk desk_new(void)
{
    Desk desk = {.folder = "/tmp/test-jobs-XXXXXX"};
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(desk.folder));
    strbuf_addf(&desk.resume, "%s/cv.yaml", desk.folder);
    return desk;
}

static void desk_done(Desk *desk)
{
    StrBuf command = {0};
    strbuf_addf(&command, "rm -rf %s", desk->folder);
    CU_ASSERT(system(strbuf_text(&command)) == 0);
    strbuf_done(&command);
    strbuf_done(&desk->resume);
}

static void add(Desk *desk, const char *text, const char *expected_name)
{
    StrBuf name = {0};
    Diag diag = {0};
    CU_ASSERT(job_folder_add(strbuf_text(&desk->resume), view_of(text), &name, &diag));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&name), expected_name);
    strbuf_done(&name);
}

static void expect_list(Desk *desk, const char *expected)
{
    StrBuf lines = {0};
    job_folder_list(strbuf_text(&desk->resume), &lines);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&lines), expected);
    strbuf_done(&lines);
}

static mode_t mode_of(const Desk *desk, const char *name)
{
    struct stat status = {0};
    StrBuf path = {0};
    strbuf_addf(&path, "%s/%s", desk->folder, name);
    CU_ASSERT(stat(strbuf_text(&path), &status) == 0);
    strbuf_done(&path);
    return status.st_mode & 07777;
}

static void what_is_kept_is_for_the_user_alone(void)
{
    mode_t before = umask(0);
    Desk desk = desk_new();
    add(&desk, "We use Kafka.\n", "job-1");
    CU_ASSERT_EQUAL(mode_of(&desk, "cv.jobs"), 0700);
    CU_ASSERT_EQUAL(mode_of(&desk, "cv.jobs/job-1.txt"), 0600);
    umask(before);
    desk_done(&desk);
}

static void names_are_given_in_turn_and_listed_with_how_they_begin(void)
{
    Desk desk = desk_new();
    expect_list(&desk, "");
    add(&desk, "\n  Back-end engineer\nWe use Kafka.\n", "job-1");
    add(&desk, "", "job-2");
    expect_list(&desk, "job-1\tBack-end engineer\njob-2\t\n");
    desk_done(&desk);
}

static void a_new_name_is_never_that_of_another(void)
{
    Desk desk = desk_new();
    Diag diag = {0};
    const char *resume = strbuf_text(&desk.resume);
    add(&desk, "one", "job-1");
    add(&desk, "two", "job-2");
    CU_ASSERT(job_folder_rename(resume, "job-1", "Northwind senior", &diag));
    CU_ASSERT_FALSE(job_folder_rename(resume, "job-2", "Northwind senior", &diag));
    CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, "of that name"));
    CU_ASSERT_FALSE(job_folder_rename(resume, "job-9", "other", &diag));
    expect_list(&desk, "Northwind senior\tone\njob-2\ttwo\n");
    CU_ASSERT(job_folder_remove(resume, "job-2", &diag));
    CU_ASSERT_FALSE(job_folder_remove(resume, "job-2", &diag));
    expect_list(&desk, "Northwind senior\tone\n");
    desk_done(&desk);
}

/* A resume from elsewhere may name anything. */
static void a_name_that_leaves_the_folder_is_refused(void)
{
    static const char *const names[] = {"../secret", "/etc/passwd", "a/b", "", "..", ".hidden"};
    Desk desk = desk_new();
    StrBuf path = {0};
    const char *resume = strbuf_text(&desk.resume);
    add(&desk, "one", "job-1");
    strbuf_addf(&path, "%s/secret.txt", desk.folder);
    CU_ASSERT(file_write(strbuf_text(&path), view_of("a secret"), NULL, NULL, NULL));
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        StrBuf text = {0};
        Diag diag = {0};
        CU_ASSERT_FALSE(job_folder_read(resume, names[i], &text, &diag));
        CU_ASSERT_EQUAL(text.length, 0);
        CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, "without a slash"));
        CU_ASSERT_FALSE(job_folder_remove(resume, names[i], &diag));
        CU_ASSERT_FALSE(job_folder_rename(resume, "job-1", names[i], &diag));
        CU_ASSERT_FALSE(job_folder_rename(resume, names[i], "job-9", &diag));
        strbuf_done(&text);
    }
    expect_list(&desk, "job-1\tone\n");
    CU_ASSERT(access(strbuf_text(&path), F_OK) == 0);
    strbuf_done(&path);
    desk_done(&desk);
}

/* What others put there. */
static void what_cannot_be_read_is_said(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"%PDF-1.7", "it is a PDF, not text"},
        {"\x1b]0;PWNED\x07We use \x1b[31mKafka.", "job-1\tWe use Kafka."},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Desk desk = desk_new();
        StrBuf path = {0}, lines = {0};
        add(&desk, "one", "job-1");
        strbuf_addf(&path, "%s/cv.jobs/job-1.txt", desk.folder);
        CU_ASSERT(file_write(strbuf_text(&path), view_of(cases[i].text), NULL, NULL, NULL));
        job_folder_list(strbuf_text(&desk.resume), &lines);
        CU_ASSERT_PTR_NOT_NULL(strstr(strbuf_text(&lines), cases[i].expected));
        strbuf_done(&lines);
        strbuf_done(&path);
        desk_done(&desk);
    }
}

CU_TestInfo job_folder_tests[] = {
    {"what is kept is for the user alone", what_is_kept_is_for_the_user_alone},
    {"names are given in turn and listed with how they begin",
     names_are_given_in_turn_and_listed_with_how_they_begin},
    {"a new name is never that of another", a_new_name_is_never_that_of_another},
    {"a name that leaves the folder is refused", a_name_that_leaves_the_folder_is_refused},
    {"what cannot be read is said", what_cannot_be_read_is_said},
    CU_TEST_INFO_NULL,
};
