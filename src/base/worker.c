#include "config.h" /* closefrom() and pipe2() are extensions */

#include "bulletproof/base/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    CHUNK_BYTES = 16 * 1024,
    MOST_SECONDS = 60, /* of work; then something is wrong with it */
};

/* --- in the other process --------------------------------------------------------------- */

/* Handlers of the program would restore its terminal. */
static void drop_signals(void)
{
    sigset_t none;
    for (int number = 1; number < NSIG; number++) {
        signal(number, SIG_DFL);
    }
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* A lock that the program has would outlive it here, and its terminal would not close. `file` is
 * moved to where it is known. */
static int drop_files(int file)
{
    enum { ANSWER = STDERR_FILENO + 1 };
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int i = 0; i < ANSWER; i++) {
        dup2(nowhere, i);
    }
    dup2(file, ANSWER);
    closefrom(ANSWER + 1);
    return ANSWER;
}

static bool write_all(int file, StrView text)
{
    while (text.length > 0) {
        ssize_t written = write(file, text.data, text.length);
        if (written < 0) {
            return false;
        }
        text = view_slice(text, (size_t)written, text.length);
    }
    return true;
}

/* The answer is whole when the process ends well. No handler of exit() is ours to run. */
static _Noreturn void work(int file, pid_t program, WorkerTask *task, void *context)
{
    StrBuf answer = {0};
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* nothing stays behind when the program is killed */
    drop_signals();
    file = drop_files(file);
    if (getppid() != program) {
        _exit(EXIT_FAILURE);
    }
    alarm(MOST_SECONDS);
    task(context, &answer);
    _exit(write_all(file, strbuf_view(&answer)) ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* --- in the program ------------------------------------------------------------------------ */

/* No signal finds the other process with the program's handlers. */
static pid_t fork_quietly(sigset_t *before)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, before);
    pid_t process = fork();
    if (process != 0) {
        sigprocmask(SIG_SETMASK, before, NULL);
    }
    return process;
}

bool worker_start(Worker *worker, WorkerTask *task, void *context)
{
    int ends[2];
    sigset_t before;
    pid_t program = getpid();
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    pid_t process = fork_quietly(&before);
    if (process == 0) {
        work(ends[1], program, task, context);
    }
    close(ends[1]);
    if (process < 0) {
        close(ends[0]);
        return false;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *worker = (Worker){.process = process, .file = ends[0]};
    return true;
}

int worker_file(const Worker *worker)
{
    return worker->process > 0 ? worker->file : -1;
}

/* What the process said of itself at its end, for which there is nothing to wait any more. */
static bool end(Worker *worker)
{
    int status = 0;
    close(worker->file);
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR) {
    }
    worker->process = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

WorkerState worker_read(Worker *worker)
{
    char chunk[CHUNK_BYTES];
    ssize_t bytes;
    while ((bytes = read(worker->file, chunk, sizeof(chunk))) > 0) {
        strbuf_add_bytes(&worker->answer, chunk, (size_t)bytes);
    }
    if (bytes < 0 && (errno == EAGAIN || errno == EINTR)) {
        return WORKER_BUSY;
    }
    return end(worker) ? WORKER_DONE : WORKER_FAILED;
}

WorkerState worker_wait(Worker *worker)
{
    fcntl(worker->file, F_SETFL, 0);
    WorkerState state;
    do {
        state = worker_read(worker);
    } while (state == WORKER_BUSY);
    return state;
}

void worker_stop(Worker *worker)
{
    if (worker->process > 0) {
        kill(worker->process, SIGKILL);
        end(worker);
    }
    strbuf_done(&worker->answer);
}
