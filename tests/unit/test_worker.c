#include <CUnit/CUnit.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bulletproof/base/worker.h"
#include "suites.h"

enum { LONG_ANSWER_BYTES = 300 * 1024 }; /* more than a pipe holds */

/* No process is left, not even a dead one. */
static bool has_child(void)
{
    return waitpid(-1, NULL, WNOHANG) >= 0 || errno != ECHILD;
}

static void echo(void *context, StrBuf *answer)
{
    strbuf_add(answer, context);
}

static void tell_at_length(void *context, StrBuf *answer)
{
    (void)context;
    while (answer->length < LONG_ANSWER_BYTES) {
        strbuf_add(answer, "all work and no play\n");
    }
}

static void crash(void *context, StrBuf *answer)
{
    (void)context;
    strbuf_add(answer, "half of it");
    raise(SIGKILL);
}

static void never_end(void *context, StrBuf *answer)
{
    (void)context, (void)answer;
    pause();
}

static void what_was_known_is_answered(void)
{
    char known[] = "known";
    Worker worker = {0};
    CU_ASSERT_TRUE_FATAL(worker_start(&worker, echo, known));
    memcpy(known, "later", sizeof(known));
    CU_ASSERT_EQUAL(worker_wait(&worker), WORKER_DONE);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&worker.answer), "known");
    CU_ASSERT_EQUAL(worker_file(&worker), -1);
    CU_ASSERT_FALSE(has_child());
    worker_stop(&worker);
}

static void a_long_answer_comes_in_pieces(void)
{
    Worker worker = {0};
    CU_ASSERT_TRUE_FATAL(worker_start(&worker, tell_at_length, NULL));
    WorkerState state;
    do {
        struct pollfd file = {.fd = worker_file(&worker), .events = POLLIN};
        CU_ASSERT_EQUAL(poll(&file, 1, 10 * 1000), 1);
        state = worker_read(&worker);
    } while (state == WORKER_BUSY);
    CU_ASSERT_EQUAL(state, WORKER_DONE);
    CU_ASSERT(worker.answer.length >= LONG_ANSWER_BYTES);
    worker_stop(&worker);
    CU_ASSERT_FALSE(has_child());
}

static void nobody_waits_for_one_that_is_busy(void)
{
    Worker worker = {0};
    CU_ASSERT_TRUE_FATAL(worker_start(&worker, never_end, NULL));
    CU_ASSERT_EQUAL(worker_read(&worker), WORKER_BUSY);
    worker_stop(&worker);
    CU_ASSERT_EQUAL(worker_file(&worker), -1);
    CU_ASSERT_FALSE(has_child());
    worker_stop(&worker);
}

static void a_crash_is_told_and_leaves_nothing(void)
{
    Worker worker = {0};
    CU_ASSERT_TRUE_FATAL(worker_start(&worker, crash, NULL));
    CU_ASSERT_EQUAL(worker_wait(&worker), WORKER_FAILED);
    CU_ASSERT_EQUAL(worker_file(&worker), -1);
    CU_ASSERT_FALSE(has_child());
    worker_stop(&worker);
}

/* The files that the process has beside its answer, and whether a signal is caught. */
static void tell_of_itself(void *context, StrBuf *answer)
{
    struct sigaction action;
    for (int file = 0; file < 64; file++) {
        bool is_open = fcntl(file, F_GETFD) >= 0;
        strbuf_add(answer, is_open ? "o" : ".");
    }
    sigaction(SIGTERM, NULL, &action);
    strbuf_add(answer, action.sa_handler == SIG_DFL ? " free" : " caught");
    (void)context;
}

static void note_signal(int number)
{
    (void)number;
}

static void files_and_signals_are_not_handed_on(void)
{
    Worker worker = {0};
    int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
    int far = fcntl(file, F_DUPFD_CLOEXEC, 40);
    signal(SIGTERM, note_signal);
    CU_ASSERT_TRUE_FATAL(worker_start(&worker, tell_of_itself, NULL));
    signal(SIGTERM, SIG_DFL);
    CU_ASSERT_EQUAL(worker_wait(&worker), WORKER_DONE);
    StrView answer = strbuf_view(&worker.answer);
    CU_ASSERT_TRUE(view_starts_with(answer, "oooo."));
    CU_ASSERT_EQUAL(view_find(view_slice(answer, 4, 64), 'o'), 60);
    CU_ASSERT_TRUE(view_ends_with(answer, " free"));
    worker_stop(&worker);
    close(far);
    close(file);
}

CU_TestInfo worker_tests[] = {
    {"what was known is answered", what_was_known_is_answered},
    {"a long answer comes in pieces", a_long_answer_comes_in_pieces},
    {"nobody waits for one that is busy", nobody_waits_for_one_that_is_busy},
    {"a crash is told and leaves nothing", a_crash_is_told_and_leaves_nothing},
    {"files and signals are not handed on", files_and_signals_are_not_handed_on},
    CU_TEST_INFO_NULL,
};
