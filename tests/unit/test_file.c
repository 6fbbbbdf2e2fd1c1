#include "suites.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "bulletproof/base/file.h"

static char room[] = "/tmp/bulletproof-test-XXXXXX";

static void enter_room(void)
{
    static bool is_made; /* a name that was made up may end in X, too */
    if (!is_made) {
        is_made = true;
        CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(room));
    }
    CU_ASSERT_EQUAL_FATAL(chdir(room), 0);
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(text, file);
    fclose(file);
}

static void expect_content(const char *path, const char *expected)
{
    StrBuf text = {0};
    CU_ASSERT_TRUE(file_read(path, 1000, &text, NULL, NULL));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&text), expected);
    strbuf_done(&text);
}

/* Nothing but `expected` files may be left in the room: no temporary one. */
static void expect_files(const char *expected)
{
    FILE *list = popen("ls -A | tr '\\n' ' '", "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(list);
    char names[256] = "";
    CU_ASSERT_PTR_NOT_NULL(fgets(names, sizeof(names), list));
    pclose(list);
    CU_ASSERT_STRING_EQUAL(names, expected);
}

static void leave_room(void)
{
    CU_ASSERT_EQUAL(system("rm -rf ./* ./.[!.]*"), 0);
}

static void what_is_no_file_is_refused(void)
{
    enter_room();
    mkdir("folder", 0700);
    mkfifo("fifo", 0600);
    put("large", "123456789");
    static const struct {
        const char *path, *words;
        DiagKind kind;
    } cases[] = {
        {"missing", "no such file", DIAG_IO},    {"folder", "is a folder, not", DIAG_IO},
        {"fifo", "not a regular file", DIAG_IO}, {"/dev/null", "not a regular file", DIAG_IO},
        {"large", "too large", DIAG_LIMIT},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf text = {0};
        Diag diag = {0};
        FileStamp stamp;
        CU_ASSERT_FALSE(file_read(cases[i].path, 8, &text, &stamp, &diag));
        CU_ASSERT_EQUAL(diag.kind, cases[i].kind);
        CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, cases[i].words));
        CU_ASSERT_FALSE(stamp.exists);
        strbuf_done(&text);
    }
    leave_room();
}

static void mode_is_kept(void)
{
    enter_room();
    put("file", "old");
    chmod("file", 0640);
    CU_ASSERT_TRUE(file_write("file", view_of("new"), NULL, NULL, NULL));
    struct stat status;
    CU_ASSERT_EQUAL(stat("file", &status), 0);
    CU_ASSERT_EQUAL(status.st_mode & 07777, 0640);
    expect_content("file", "new");
    expect_files("file ");
    leave_room();
}

static void links_are_followed_and_kept(void)
{
    enter_room();
    mkdir("folder", 0700);
    put("folder/file", "old");
    CU_ASSERT_EQUAL(symlink("folder/file", "link"), 0);
    CU_ASSERT_TRUE(file_write("link", view_of("new"), NULL, NULL, NULL));
    expect_content("folder/file", "new");
    struct stat status;
    CU_ASSERT_EQUAL(lstat("link", &status), 0);
    CU_ASSERT_TRUE(S_ISLNK(status.st_mode));

    CU_ASSERT_EQUAL(symlink("folder/later", "dangling"), 0);
    CU_ASSERT_TRUE(file_write("dangling", view_of("made"), NULL, NULL, NULL));
    expect_content("folder/later", "made");

    CU_ASSERT_EQUAL(symlink("folder/last", "end"), 0);
    CU_ASSERT_EQUAL(symlink("end", "chain"), 0);
    CU_ASSERT_TRUE(file_write("chain", view_of("end"), NULL, NULL, NULL));
    expect_content("folder/last", "end");
    leave_room();
}

static void hard_links_see_the_new_text(void)
{
    enter_room();
    put("file", "a longer old text");
    CU_ASSERT_EQUAL(link("file", "other"), 0);
    CU_ASSERT_TRUE(file_write("file", view_of("new"), NULL, NULL, NULL));
    expect_content("other", "new");
    expect_files("file other ");
    leave_room();
}

static void change_by_others_is_refused(void)
{
    enter_room();
    put("file", "old");
    StrBuf text = {0};
    FileStamp stamp;
    CU_ASSERT_TRUE_FATAL(file_read("file", 100, &text, &stamp, NULL));
    struct timespec times[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    utimensat(AT_FDCWD, "file", times, 0);
    CU_ASSERT_TRUE(file_is_unchanged("file", &stamp)); /* a touch is no change */
    CU_ASSERT_TRUE(file_write("file", view_of("one"), &stamp, &stamp, NULL));
    put("file", "two"); /* the same size */
    Diag diag = {0};
    CU_ASSERT_FALSE(file_write("file", view_of("three"), &stamp, NULL, &diag));
    CU_ASSERT_EQUAL(diag.kind, DIAG_CHANGED);
    expect_content("file", "two");
    expect_files("file ");
    strbuf_done(&text);
    leave_room();
}

static void file_that_has_appeared_is_refused(void)
{
    enter_room();
    FileStamp none = {.exists = false};
    CU_ASSERT_TRUE(file_write("file", view_of("mine"), &none, NULL, NULL));
    CU_ASSERT_FALSE(file_write("file", view_of("again"), &none, NULL, NULL));
    expect_content("file", "mine");
    leave_room();
}

static void failed_write_keeps_the_old_text(void)
{
    enter_room();
    put("file", "old");
    struct rlimit before, small = {.rlim_cur = 4, .rlim_max = RLIM_INFINITY};
    getrlimit(RLIMIT_FSIZE, &before);
    small.rlim_max = before.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    Diag diag = {0};
    bool is_written = file_write("file", view_of("much longer"), NULL, NULL, &diag);
    setrlimit(RLIMIT_FSIZE, &before);
    CU_ASSERT_FALSE(is_written);
    CU_ASSERT_STRING_EQUAL(diag.text, "it would be larger than a file may be here");
    expect_content("file", "old");
    expect_files("file ");
    CU_ASSERT_FALSE(file_write("missing/file", view_of("x"), NULL, NULL, &diag));
    CU_ASSERT_STRING_EQUAL(diag.text, "no such file or folder");
    leave_room();
}

static void what_cannot_be_written_says_why(void)
{
    enter_room();
    mkdir("folder", 0700);
    mkdir("closed", 0700);
    mkfifo("fifo", 0600);
    put("closed/file", "old");
    put("locked", "old");
    chmod("closed", 0500);
    chmod("locked", 0400);
    static const struct {
        const char *path, *words;
        bool is_open_to_root;
    } cases[] = {
        {"folder", "it is not a regular file", false},
        {"fifo", "it is not a regular file", false},
        {"no/file", "no such file or folder", false},
        {"locked/file", "a part of its path is not a folder", false},
        {"locked", "permission denied", true},
        {"closed/file", "no permission to write in its folder", true},
        {"closed/new", "no permission to write in its folder", true},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag = {0};
        if (cases[i].is_open_to_root && geteuid() == 0) {
            continue;
        }
        CU_ASSERT_FALSE(file_write(cases[i].path, view_of("new"), NULL, NULL, &diag));
        CU_ASSERT_EQUAL(diag.kind, DIAG_IO);
        CU_ASSERT_STRING_EQUAL(diag.text, cases[i].words);
    }
    chmod("closed", 0700);
    expect_files("closed fifo folder locked ");
    leave_room();
}

static void labels_are_kept(void)
{
    enter_room();
    put("file", "old");
    if (setxattr("file", "user.origin", "mine", 4, 0) == 0) { /* not every file system can */
        char value[8] = "";
        CU_ASSERT_TRUE(file_write("file", view_of("new"), NULL, NULL, NULL));
        CU_ASSERT_EQUAL(getxattr("file", "user.origin", value, sizeof(value)), 4);
        CU_ASSERT_STRING_EQUAL(value, "mine");
    }
    leave_room();
}

static void what_killed_writers_left_is_swept(void)
{
    enter_room();
    put(".bulletproof-new-1-0", "left");
    put(".bulletproof-new-2-0", "being written");
    put(".bulletproof-kept-1-0", "perhaps the only whole text");
    put(".bulletproof", "another's");
    mkdir("folder", 0700);
    CU_ASSERT_EQUAL(symlink("../file", "folder/link"), 0);
    int writer = open(".bulletproof-new-2-0", O_WRONLY);
    CU_ASSERT_EQUAL(flock(writer, LOCK_EX), 0);
    file_sweep("folder/link");
    expect_files(".bulletproof .bulletproof-kept-1-0 .bulletproof-new-2-0 folder ");
    close(writer);
    file_sweep("file");
    expect_files(".bulletproof .bulletproof-kept-1-0 folder ");
    leave_room();
}

static void text_of_a_write_cut_short_is_found(void)
{
    enter_room();
    put("file", "half of the n");
    CU_ASSERT_PTR_NULL(file_find_kept("file"));
    put(".bulletproof-kept-1-0", "the new text");
    char *kept = file_find_kept("file");
    CU_ASSERT_PTR_NOT_NULL_FATAL(kept);
    expect_content(kept, "the new text");
    free(kept);
    put("file", "the new text"); /* it was not cut short after all */
    CU_ASSERT_PTR_NULL(file_find_kept("file"));
    expect_files("file ");
    leave_room();
}

static void copies_are_kept_under_names_of_their_own(void)
{
    enter_room();
    put("file", "new");
    chmod("file", 0600);
    put("file~", "another's");
    static const struct {
        const char *text, *name;
    } cases[] = {{"one", "file~2"}, {"two", "file~3"}, {"one", "file~2"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf name = {0};
        CU_ASSERT_TRUE(file_keep_beside("file", view_of(cases[i].text), &name, NULL));
        CU_ASSERT_STRING_EQUAL(strbuf_text(&name), cases[i].name);
        expect_content(cases[i].name, cases[i].text);
        strbuf_done(&name);
    }
    struct stat status;
    CU_ASSERT_EQUAL(stat("file~2", &status), 0);
    CU_ASSERT_EQUAL(status.st_mode & 07777, 0600);
    expect_files("file file~ file~2 file~3 ");
    leave_room();
}

static void longest_name_can_be_written(void)
{
    enter_room();
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    CU_ASSERT_TRUE(file_write(name, view_of("text"), NULL, NULL, NULL));
    CU_ASSERT_TRUE(file_write(name, view_of("again"), NULL, NULL, NULL));
    expect_content(name, "again");
    leave_room();
    CU_ASSERT_EQUAL(chdir("/"), 0);
    rmdir(room);
}

CU_TestInfo file_tests[] = {
    {"what is no file is refused", what_is_no_file_is_refused},
    {"mode is kept", mode_is_kept},
    {"links are followed and kept", links_are_followed_and_kept},
    {"hard links see the new text", hard_links_see_the_new_text},
    {"change by others is refused", change_by_others_is_refused},
    {"file that has appeared is refused", file_that_has_appeared_is_refused},
    {"failed write keeps the old text", failed_write_keeps_the_old_text},
    {"what cannot be written says why", what_cannot_be_written_says_why},
    {"labels are kept", labels_are_kept},
    {"what killed writers left is swept", what_killed_writers_left_is_swept},
    {"text of a write cut short is found", text_of_a_write_cut_short_is_found},
    {"copies are kept under names of their own", copies_are_kept_under_names_of_their_own},
    {"longest name can be written", longest_name_can_be_written},
    CU_TEST_INFO_NULL,
};
