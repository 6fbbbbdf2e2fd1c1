#include "suites.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/store/journal.h"
#include "dice.h"
#include "journal_room.h"
#include "rounds.h"

/* Without the flush of a real write: nothing here is meant to outlive the test. */
static void put(const JournalRoom *room, StrView bytes)
{
    FILE *out = fopen(room->beside, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    CU_ASSERT_EQUAL(fwrite(bytes.data, 1, bytes.length, out), bytes.length);
    CU_ASSERT_EQUAL(fclose(out), 0);
}

/* Writes these edits and leaves as a crash would. */
static void write_and_crash(const JournalRoom *room, const char *const *edits, size_t count)
{
    JournalContent content;
    Journal *journal = journal_room_open(room, &content);
    for (size_t i = 0; i < count; i++) {
        CU_ASSERT(journal_append(journal, view_of("base: 1\n"), view_of(edits[i])));
    }
    journal_close(journal, true);
    journal_content_done(&content);
}

static void what_was_appended_is_there_after_a_crash(void)
{
    static const char *const first[] = {"S one\n", "T two\n"}, *const second[] = {"J three\n"};
    JournalRoom room;
    journal_room_enter(&room);
    write_and_crash(&room, first, 2);
    journal_room_expect(&room, "S one\nT two\n");
    write_and_crash(&room, second, 1);
    journal_room_expect(&room, "S one\nT two\nJ three\n");
    journal_room_leave(&room);
}

static void it_is_for_its_owner_alone_and_goes_with_a_clean_end(void)
{
    JournalRoom room;
    struct stat status;
    JournalContent content;
    journal_room_enter(&room);
    Journal *journal = journal_room_open(&room, &content);
    CU_ASSERT(stat(room.beside, &status) == 0 && (status.st_mode & 0777) == 0600);
    CU_ASSERT(journal_append(journal, view_of(""), view_of("x")));
    journal_clear(journal);
    journal_close(journal, true);
    journal_room_expect(&room, "");
    journal = journal_room_open(&room, &content);
    journal_close(journal, false);
    CU_ASSERT_NOT_EQUAL(access(room.beside, F_OK), 0);
    journal_room_leave(&room);
}

/* Cut at each byte: the whole records before it are kept, and what is written next is read. */
static void a_torn_end_costs_its_own_record_alone(void)
{
    static const char *const edits[] = {"S one\n", "T two\n"}, *const next[] = {"J three\n"};
    JournalRoom room;
    StrBuf bytes = {0};
    journal_room_enter(&room);
    write_and_crash(&room, edits, 2);
    CU_ASSERT_FATAL(file_read(room.beside, 1 << 20, &bytes, NULL, NULL));
    for (size_t end = bytes.length - 1; end > 560; end--) {
        put(&room, view_make(bytes.data, end));
        bool has_first = end >= bytes.length - 28; /* the second record */
        write_and_crash(&room, next, 1);
        JournalContent content;
        Journal *journal = journal_room_open(&room, &content);
        const char *expected = has_first ? "S one\nJ three\n" : NULL;
        CU_ASSERT(!expected || view_is(strbuf_view(&content.edits), expected));
        CU_ASSERT(view_ends_with(strbuf_view(&content.edits), "J three\n"));
        journal_close(journal, true);
        journal_content_done(&content);
    }
    strbuf_done(&bytes);
    journal_room_leave(&room);
}

static void a_damaged_journal_is_never_taken_for_a_whole_one(void)
{
    static const char *const edits[] = {"S one\n", "T two\n", "J three\n"};
    static const char *const allowed[] = {"", "S one\n", "S one\nT two\n",
                                          "S one\nT two\nJ three\n"};
    const unsigned damages = rounds(400, 20000);
    JournalRoom room;
    StrBuf bytes = {0};
    Dice dice = dice_new(7);
    size_t aside = 0;
    journal_room_enter(&room);
    write_and_crash(&room, edits, 3);
    CU_ASSERT_FATAL(file_read(room.beside, 1 << 20, &bytes, NULL, NULL));
    for (unsigned i = 0; i < damages; i++) {
        StrBuf copy = {0};
        JournalContent content;
        strbuf_add_view(&copy, strbuf_view(&bytes));
        copy.data[dice_throw(&dice, copy.length)] = (char)dice_throw(&dice, 256);
        put(&room, strbuf_view(&copy));
        Journal *journal = journal_room_open(&room, &content);
        bool is_allowed = false;
        for (size_t a = 0; a < sizeof(allowed) / sizeof(allowed[0]); a++) {
            is_allowed = is_allowed || view_is(strbuf_view(&content.edits), allowed[a]);
        }
        CU_ASSERT(is_allowed);
        CU_ASSERT(content.edits.length > 0 || content.damaged);
        aside += content.damaged != NULL;
        journal_close(journal, false);
        journal_content_done(&content);
        strbuf_done(&copy);
    }
    printf("# %u damaged journals, %zu put aside\n", damages, aside);
    CU_ASSERT(aside > 0);
    strbuf_done(&bytes);
    journal_room_leave(&room);
}

static void a_second_process_is_told_who_has_it(void)
{
    JournalRoom room;
    JournalContent content;
    journal_room_enter(&room);
    Journal *journal = journal_room_open(&room, &content);
    pid_t parent = getpid(), child = fork();
    if (child == 0) {
        Journal *mine = NULL;
        JournalContent theirs = {0};
        bool is_held = journal_open(&mine, room.file, NULL, &theirs) == JOURNAL_HELD;
        bool is_known = theirs.holder.process == (long)parent && theirs.holder.host[0] &&
                        holder_is_here(&theirs.holder);
        _exit(is_held && is_known && !mine ? 0 : 1);
    }
    int status = -1;
    CU_ASSERT(waitpid(child, &status, 0) == child && status == 0);
    journal_close(journal, false);
    journal = journal_room_open(&room, &content);
    journal_close(journal, false);
    journal_room_leave(&room);
}

/* The lock of a process that was killed is none, and a process of its number is another one. */
static void the_lock_goes_with_its_process(void)
{
    JournalRoom room;
    JournalContent content;
    Holder holder;
    journal_room_enter(&room);
    pid_t child = fork();
    if (child == 0) {
        Journal *journal = journal_room_open(&room, &content);
        journal_append(journal, view_of("base: 1\n"), view_of("S one\n"));
        raise(SIGKILL);
    }
    CU_ASSERT_EQUAL(waitpid(child, NULL, 0), child);
    Journal *journal = journal_room_open(&room, &content);
    CU_ASSERT_EQUAL(content.holder.process, (long)child);
    CU_ASSERT_FALSE(holder_is_here(&content.holder));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&content.edits), "S one\n");
    journal_close(journal, false);
    journal_content_done(&content);
    holder_init(&holder);
    CU_ASSERT(holder_is_here(&holder));
    holder.started++;
    CU_ASSERT_FALSE(holder_is_here(&holder));
    journal_room_leave(&room);
}

/* Its parent has not asked yet how it ended: tmux may take seconds to. */
static void a_process_that_ended_holds_nothing_while_it_is_a_zombie(void)
{
    int pipe_ends[2];
    Holder holder;
    siginfo_t ended;
    CU_ASSERT_FATAL(pipe(pipe_ends) == 0);
    pid_t child = fork();
    if (child == 0) {
        holder_init(&holder);
        if (write(pipe_ends[1], &holder, sizeof(holder)) == (ssize_t)sizeof(holder)) {
            pause(); /* until it is killed */
        }
        _exit(1);
    }
    CU_ASSERT_EQUAL_FATAL(read(pipe_ends[0], &holder, sizeof(holder)), (ssize_t)sizeof(holder));
    CU_ASSERT(holder_is_here(&holder));
    kill(child, SIGKILL);
    CU_ASSERT_EQUAL(waitid(P_PID, (id_t)child, &ended, WEXITED | WNOWAIT), 0);
    CU_ASSERT_FALSE(holder_is_here(&holder));
    CU_ASSERT_EQUAL(waitpid(child, NULL, 0), child);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
}

static void two_names_of_one_file_have_one_journal(void)
{
    JournalRoom room;
    char link[128];
    Journal *journal = NULL;
    JournalContent content = {0};
    journal_room_enter(&room);
    snprintf(link, sizeof(link), "%s/b.yaml", room.folder);
    CU_ASSERT(file_write(room.file, view_of("x"), NULL, NULL, NULL));
    CU_ASSERT_EQUAL(symlink("a.yaml", link), 0);
    CU_ASSERT_EQUAL(journal_open(&journal, link, NULL, &content), JOURNAL_OPENED);
    CU_ASSERT_EQUAL(access(room.beside, F_OK), 0);
    journal_close(journal, false);
    journal_room_leave(&room);
}

/* Nothing private goes where a link, a pipe or another's file stands, nor is anything there
 * written over. */
static void what_is_no_file_of_ones_own_is_left_alone(void)
{
    JournalRoom room;
    char other[96];
    struct stat status;
    journal_room_enter(&room);
    snprintf(other, sizeof(other), "%s/other", room.folder);
    CU_ASSERT(file_write(other, view_of("mine"), NULL, NULL, NULL));
    for (int i = 0; i < 3; i++) {
        Journal *journal = NULL;
        JournalContent content = {0};
        int made = i == 0   ? symlink("other", room.beside)
                   : i == 1 ? mkfifo(room.beside, 0600)
                            : link(other, room.beside);
        CU_ASSERT_EQUAL(made, 0);
        CU_ASSERT_EQUAL(journal_open(&journal, room.file, NULL, &content), JOURNAL_REFUSED);
        CU_ASSERT_EQUAL(journal_open(&journal, room.file, room.folder, &content), JOURNAL_OPENED);
        journal_close(journal, false);
        CU_ASSERT_EQUAL(unlink(room.beside), 0);
    }
    CU_ASSERT(stat(other, &status) == 0 && status.st_size == 4);
    journal_room_leave(&room);
}

static void the_journal_of_another_user_is_left_alone(void)
{
    JournalRoom room;
    Journal *journal = NULL;
    JournalContent content = {0};
    struct stat status;
    journal_room_enter(&room);
    put(&room, view_of("theirs"));
    if (chown(room.beside, 1, 1) == 0) {
        CU_ASSERT_EQUAL(journal_open(&journal, room.file, room.folder, &content), JOURNAL_HELD);
        CU_ASSERT_FALSE(holder_is_here(&content.holder));
        CU_ASSERT(stat(room.beside, &status) == 0 && status.st_size == 6 && status.st_uid == 1);
    } else {
        puts("# SKIP the journal of another user: only root can make one");
    }
    journal_room_leave(&room);
}

static void where_the_folder_cannot_be_written_the_other_one_has_it(void)
{
    static const char file[] = "/never/there/a.yaml";
    JournalRoom room;
    Journal *journal = NULL;
    JournalContent content = {0};
    journal_room_enter(&room);
    CU_ASSERT_EQUAL(journal_open(&journal, file, NULL, &content), JOURNAL_REFUSED);
    CU_ASSERT_EQUAL(journal_open(&journal, file, room.folder, &content), JOURNAL_OPENED);
    CU_ASSERT(journal_append(journal, view_of(""), view_of("S one\n")));
    journal_close(journal, true);
    CU_ASSERT_EQUAL(journal_open(&journal, file, room.folder, &content), JOURNAL_OPENED);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&content.edits), "S one\n");
    journal_close(journal, true);
    journal_content_done(&content);
    journal_room_leave(&room);
}

/* As on a full disk: what did not fit is not there, and what comes when there is room again is. */
static void a_failed_write_can_be_tried_again(void)
{
    JournalRoom room;
    JournalContent content;
    struct rlimit before, small;
    StrBuf large = {0};
    journal_room_enter(&room);
    strbuf_add_repeated(&large, 'x', 1 << 20); /* more than was reserved */
    Journal *journal = journal_room_open(&room, &content);
    CU_ASSERT(journal_append(journal, view_of("base: 1\n"), view_of("S one\n")));
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    CU_ASSERT_EQUAL(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){.rlim_cur = 4096, .rlim_max = before.rlim_max};
    CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &small), 0);
    CU_ASSERT_FALSE(journal_append(journal, view_of(""), strbuf_view(&large)));
    CU_ASSERT(journal_append(journal, view_of(""), view_of("S two\n")));
    CU_ASSERT_FALSE(journal_restart(journal, view_of("other"), strbuf_view(&large)));
    CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    CU_ASSERT(journal_append(journal, view_of(""), view_of("S three\n")));
    journal_close(journal, true);
    journal_content_done(&content);
    journal_room_expect(&room, "S one\nS two\nS three\n");
    strbuf_done(&large);
    journal_room_leave(&room);
}

CU_TestInfo journal_tests[] = {
    {"a failed write can be tried again", a_failed_write_can_be_tried_again},
    {"what was appended is there after a crash", what_was_appended_is_there_after_a_crash},
    {"it is for its owner alone and goes with a clean end",
     it_is_for_its_owner_alone_and_goes_with_a_clean_end},
    {"a torn end costs its own record alone", a_torn_end_costs_its_own_record_alone},
    {"a damaged journal is never taken for a whole one",
     a_damaged_journal_is_never_taken_for_a_whole_one},
    {"a second process is told who has it", a_second_process_is_told_who_has_it},
    {"the lock goes with its process", the_lock_goes_with_its_process},
    {"a process that ended holds nothing while it is a zombie",
     a_process_that_ended_holds_nothing_while_it_is_a_zombie},
    {"two names of one file have one journal", two_names_of_one_file_have_one_journal},
    {"what is no file of one's own is left alone", what_is_no_file_of_ones_own_is_left_alone},
    {"the journal of another user is left alone", the_journal_of_another_user_is_left_alone},
    {"where the folder cannot be written, the other one has it",
     where_the_folder_cannot_be_written_the_other_one_has_it},
    CU_TEST_INFO_NULL,
};
