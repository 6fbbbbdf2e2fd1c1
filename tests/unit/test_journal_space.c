#include "suites.h"

#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "journal_room.h"

/* Calls of write() by this process. */
static long count_writes(void)
{
    char line[64];
    long count = 0;
    FILE *in = fopen("/proc/self/io", "r");
    while (in && fgets(line, sizeof(line), in)) {
        sscanf(line, "syscw: %ld", &count);
    }
    if (in) {
        fclose(in);
    }
    return count;
}

/* Whether the file system here gives room ahead; else each record is written. */
static bool has_room_ahead(const JournalRoom *room)
{
    struct stat status;
    return stat(room->beside, &status) == 0 && status.st_size >= 65536;
}

static void a_record_costs_no_write_where_there_is_room(void)
{
    JournalRoom room;
    JournalContent content;
    StrBuf expected = {0};
    journal_room_enter(&room);
    Journal *journal = journal_room_open(&room, &content);
    CU_ASSERT(journal_append(journal, view_of("base: 1\n"), view_of("S 0\n")));
    strbuf_add(&expected, "S 0\n");
    long writes = count_writes();
    for (int i = 0; i < 5000; i++) {
        CU_ASSERT(journal_append(journal, view_of(""), view_of("T letter\n")));
        strbuf_add(&expected, "T letter\n");
    }
    writes = count_writes() - writes;
    CU_ASSERT(writes == 0 || !has_room_ahead(&room));
    journal_close(journal, true);
    journal_room_expect(&room, strbuf_text(&expected));
    strbuf_done(&expected);
    journal_room_leave(&room);
}

static off_t size_of(const JournalRoom *room)
{
    struct stat status;
    return stat(room->beside, &status) == 0 ? status.st_size : -1;
}

/* After a kill the room stands behind the records; it is no record, and goes with a clean end. */
static void room_ahead_is_no_part_of_it(void)
{
    JournalRoom room;
    JournalContent content;
    journal_room_enter(&room);
    pid_t child = fork();
    if (child == 0) {
        Journal *journal = journal_room_open(&room, &content);
        journal_append(journal, view_of("base: 1\n"), view_of("S one\n"));
        raise(SIGKILL);
    }
    CU_ASSERT_EQUAL(waitpid(child, NULL, 0), child);
    Journal *journal = journal_room_open(&room, &content);
    CU_ASSERT_FALSE(content.is_torn);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&content.edits), "S one\n");
    CU_ASSERT(journal_append(journal, view_of(""), view_of("S two\n")));
    journal_close(journal, true);
    journal_content_done(&content);
    CU_ASSERT(size_of(&room) > 0 && size_of(&room) < 1024);
    journal_room_expect(&room, "S one\nS two\n");
    journal_room_leave(&room);
}

/* Nothing but room: killed between reserving it and the first record. */
static void room_without_records_is_an_empty_journal(void)
{
    JournalRoom room;
    JournalContent content;
    journal_room_enter(&room);
    Journal *journal = journal_room_open(&room, &content);
    journal_close(journal, true);
    CU_ASSERT_EQUAL(truncate(room.beside, 65536), 0);
    journal = journal_room_open(&room, &content);
    CU_ASSERT_PTR_NULL(content.damaged);
    CU_ASSERT(journal_append(journal, view_of("base: 1\n"), view_of("S one\n")));
    journal_close(journal, true);
    journal_content_done(&content);
    journal_room_expect(&room, "S one\n");
    journal_room_leave(&room);
}

/* Within a page a store would be lost in silence, beyond it the system would send a signal. */
static void a_journal_that_others_cut_is_noticed(void)
{
    static const off_t sizes[] = {0, 100, 560, 4096};
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        JournalRoom room;
        JournalContent content;
        StrBuf base = {0};
        journal_room_enter(&room);
        strbuf_add_repeated(&base, 'x', 8192);
        Journal *journal = journal_room_open(&room, &content);
        CU_ASSERT(journal_append(journal, strbuf_view(&base), view_of("S one\n")));
        CU_ASSERT_EQUAL(truncate(room.beside, sizes[i]), 0);
        bool is_added = journal_append(journal, view_of(""), view_of("S two\n"));
        CU_ASSERT(!is_added);
        CU_ASSERT_FALSE(journal_append(journal, view_of(""), view_of("S three\n")));
        journal_clear(journal); /* saved */
        CU_ASSERT(journal_append(journal, view_of("base: 1\n"), view_of("S four\n")));
        journal_close(journal, true);
        journal_room_expect(&room, "S four\n");
        strbuf_done(&base);
        journal_room_leave(&room);
    }
}

/* The disk is full when room is made, never when a record is laid there. */
static void a_full_disk_costs_no_record_that_was_taken(void)
{
    JournalRoom room;
    JournalContent content;
    struct rlimit before, small;
    StrBuf expected = {0};
    int taken = 0;
    journal_room_enter(&room);
    Journal *journal = journal_room_open(&room, &content);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    CU_ASSERT_EQUAL(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){.rlim_cur = 70000, .rlim_max = before.rlim_max};
    CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &small), 0);
    while (journal_append(journal, view_of("base: 1\n"), view_of("S a line of some length\n"))) {
        strbuf_add(&expected, "S a line of some length\n");
        taken++;
    }
    CU_ASSERT(size_of(&room) <= 70000 && taken > 70000 / 60);
    CU_ASSERT_FALSE(journal_append(journal, view_of(""), view_of("S a line of some length\n")));
    CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    CU_ASSERT(journal_append(journal, view_of(""), view_of("S last\n")));
    strbuf_add(&expected, "S last\n");
    journal_close(journal, true);
    journal_room_expect(&room, strbuf_text(&expected));
    strbuf_done(&expected);
    journal_room_leave(&room);
}

CU_TestInfo journal_space_tests[] = {
    {"a record costs no write where there is room", a_record_costs_no_write_where_there_is_room},
    {"room ahead is no part of it", room_ahead_is_no_part_of_it},
    {"room without records is an empty journal", room_without_records_is_an_empty_journal},
    {"a journal that others cut is noticed", a_journal_that_others_cut_is_noticed},
    {"a full disk costs no record that was taken", a_full_disk_costs_no_record_that_was_taken},
    CU_TEST_INFO_NULL,
};
