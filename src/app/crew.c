#include "config.h"

#include "app/crew.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/crew_wire.h"
#include "bulletproof/base/memory.h"

enum {
    SLOTS_FOR_EACH = 8,           /* items that may wait for a slower one before them */
    FLUSH_NANOSECONDS = 50000000, /* how long something done is kept from who waits for it */
};

typedef struct {
    pid_t process; /* 0: none */
    int socket;
    size_t number; /* of its item */
    bool is_busy;
} Worker;

typedef struct {
    StrBuf item;
    CrewResult result;
    bool is_done;
} Slot;

typedef struct {
    const CrewWork *work;
    Worker *workers; /* owned */
    size_t worker_count;
    Slot *slots; /* owned: a ring, by the number of the item */
    size_t slot_count;
    size_t first, end; /* numbers of the items at hand */
    CrewNext state;    /* of the source */
    bool is_stopped;   /* no more is wanted */
    struct timespec flushed;
} Crew;

/* --- Signals -------------------------------------------------------------------------- */

static volatile sig_atomic_t caught;

static const int asking[] = {SIGINT, SIGTERM};
enum { ASKING_COUNT = sizeof(asking) / sizeof(asking[0]) };

static void catch_signal(int number)
{
    caught = number;
}

/* The second time the signal ends the program. One that is ignored, as behind nohup, stays so. */
static void catch_signals(struct sigaction before[])
{
    caught = 0;
    for (size_t i = 0; i < ASKING_COUNT; i++) {
        struct sigaction action = {.sa_handler = catch_signal, .sa_flags = (int)SA_RESETHAND};
        sigemptyset(&action.sa_mask);
        sigaction(asking[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN) {
            sigaction(asking[i], &action, NULL);
        }
    }
}

static void leave_signals(const struct sigaction before[])
{
    for (size_t i = 0; i < ASKING_COUNT; i++) {
        sigaction(asking[i], &before[i], NULL);
    }
}

/* A signal that comes between the question and the wait ends the wait. */
static void wait_for(struct pollfd *waited, size_t count)
{
    sigset_t blocked, before;
    sigemptyset(&blocked);
    for (size_t i = 0; i < ASKING_COUNT; i++) {
        sigaddset(&blocked, asking[i]);
    }
    sigprocmask(SIG_BLOCK, &blocked, &before);
    if (caught || ppoll(waited, (nfds_t)count, NULL, &before) < 0) {
        for (size_t i = 0; i < count; i++) {
            waited[i].revents = 0;
        }
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
}

/* --- Taking ----------------------------------------------------------------------------- */

static void result_clear(CrewResult *result)
{
    strbuf_clear(&result->out);
    strbuf_clear(&result->errors);
    result->status = 0;
}

static void result_done(CrewResult *result)
{
    strbuf_done(&result->out);
    strbuf_done(&result->errors);
}

static void flush(Crew *crew)
{
    clock_gettime(CLOCK_MONOTONIC, &crew->flushed);
    crew->is_stopped = !crew->work->flush(crew->work->context) || crew->is_stopped;
}

static void take(Crew *crew, const CrewResult *result)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long waited =
        (now.tv_sec - crew->flushed.tv_sec) * 1000000000LL + now.tv_nsec - crew->flushed.tv_nsec;
    crew->is_stopped = !crew->work->take(crew->work->context, result);
    if (waited >= FLUSH_NANOSECONDS && !crew->is_stopped) {
        flush(crew);
    }
}

/* --- One process -------------------------------------------------------------------------- */

static void wait_for_source(Crew *crew)
{
    struct pollfd source = {.fd = crew->work->descriptor, .events = POLLIN};
    flush(crew);
    wait_for(&source, 1);
    if (source.revents) {
        crew->work->fill(crew->work->context);
    }
}

static void run_alone(Crew *crew)
{
    const CrewWork *work = crew->work;
    StrBuf item = {0};
    CrewResult result = {.status = 0};
    while (!caught && !crew->is_stopped && crew->state != CREW_END) {
        strbuf_clear(&item);
        crew->state = work->next(work->context, &item);
        if (crew->state == CREW_LATER) {
            wait_for_source(crew);
        } else if (crew->state == CREW_ITEM) {
            result_clear(&result);
            work->work(work->context, strbuf_view(&item), crew->end++, &result);
            take(crew, &result);
        }
    }
    strbuf_done(&item);
    result_done(&result);
}

/* --- Workers ------------------------------------------------------------------------------ */

/* The life of a worker's process, which ends when the crew's does. */
_Noreturn static void serve(const CrewWork *work, int socket)
{
    StrBuf item = {0};
    CrewResult result = {.status = 0};
    size_t number;
    while (wire_receive_item(socket, &item, &number)) {
        result_clear(&result);
        work->work(work->context, strbuf_view(&item), number, &result);
        if (!wire_send_result(socket, &result)) {
            break;
        }
    }
    _exit(0);
}

/* The crew's ends of the sockets of others would keep these alive. What the terminal sends to all
 * is for the crew to decide upon. */
static void become_worker(const Crew *crew, int socket)
{
    for (size_t i = 0; i < crew->worker_count; i++) {
        if (crew->workers[i].process > 0) {
            close(crew->workers[i].socket);
        }
    }
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
    serve(crew->work, socket);
}

static bool start_worker(Crew *crew, Worker *worker)
{
    int ends[2];
    *worker = (Worker){.process = 0};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return false;
    }
    pid_t process = fork();
    if (process == 0) {
        close(ends[0]);
        become_worker(crew, ends[1]);
    }
    close(ends[1]);
    if (process < 0) {
        close(ends[0]);
        return false;
    }
    *worker = (Worker){.process = process, .socket = ends[0]};
    return true;
}

/* Nothing but its memory is a worker's own, so it may be ended at any time. */
static void end_worker(Worker *worker)
{
    if (worker->process > 0) {
        close(worker->socket);
        kill(worker->process, SIGKILL);
        while (waitpid(worker->process, NULL, 0) < 0 && errno == EINTR) {
        }
    }
    worker->process = 0;
}

/* --- Several processes --------------------------------------------------------------------- */

static Slot *slot_of(Crew *crew, size_t number)
{
    return &crew->slots[number % crew->slot_count];
}

static void take_done(Crew *crew)
{
    while (!crew->is_stopped && crew->first < crew->end && slot_of(crew, crew->first)->is_done) {
        take(crew, &slot_of(crew, crew->first)->result);
        crew->first++;
    }
}

/* Where no process can be had, the crew does the item itself. */
static void do_here(Crew *crew, size_t number)
{
    Slot *slot = slot_of(crew, number);
    result_clear(&slot->result);
    crew->work->work(crew->work->context, strbuf_view(&slot->item), number, &slot->result);
    slot->is_done = true;
}

static void give_item(Crew *crew, Worker *worker, size_t number)
{
    const Slot *slot = slot_of(crew, number);
    bool is_there = worker->process > 0 || start_worker(crew, worker);
    if (!is_there || !wire_send_item(worker->socket, strbuf_view(&slot->item), number)) {
        do_here(crew, number);
        return;
    }
    worker->is_busy = true;
    worker->number = number;
}

static void give_items(Crew *crew)
{
    const CrewWork *work = crew->work;
    for (size_t i = 0; i < crew->worker_count; i++) {
        Worker *worker = &crew->workers[i];
        bool has_room = crew->end - crew->first < crew->slot_count;
        if (worker->is_busy || !has_room || crew->state == CREW_END) {
            continue;
        }
        Slot *slot = slot_of(crew, crew->end);
        strbuf_clear(&slot->item);
        crew->state = work->next(work->context, &slot->item);
        if (crew->state != CREW_ITEM) {
            return;
        }
        slot->is_done = false;
        give_item(crew, worker, crew->end++);
    }
}

static void receive(Crew *crew, Worker *worker)
{
    Slot *slot = slot_of(crew, worker->number);
    if (!wire_receive_result(worker->socket, &slot->result)) {
        end_worker(worker); /* it is gone; the next item gets a new one */
        result_clear(&slot->result);
        crew->work->lose(crew->work->context, strbuf_view(&slot->item), worker->number,
                         &slot->result);
    }
    slot->is_done = true;
    worker->is_busy = false;
}

/* Waits for a worker, or for the source where a worker waits for it. `waited` has room for all. */
static void wait_for_any(Crew *crew, struct pollfd *waited)
{
    size_t count = crew->worker_count, busy = 0;
    for (size_t i = 0; i < count; i++) {
        const Worker *worker = &crew->workers[i];
        busy += worker->is_busy ? 1 : 0;
        waited[i] = (struct pollfd){.fd = worker->is_busy ? worker->socket : -1, .events = POLLIN};
    }
    bool wants_source = crew->state == CREW_LATER && busy < count;
    waited[count] =
        (struct pollfd){.fd = wants_source ? crew->work->descriptor : -1, .events = POLLIN};
    flush(crew);
    if (busy > 0 || wants_source) {
        wait_for(waited, count + 1);
        for (size_t i = 0; i < count; i++) {
            if (waited[i].revents) {
                receive(crew, &crew->workers[i]);
            }
        }
        if (waited[count].revents) {
            crew->work->fill(crew->work->context);
        }
    }
}

static void run_together(Crew *crew)
{
    struct pollfd *waited = xalloc((crew->worker_count + 1) * sizeof(*waited));
    while (!caught && !crew->is_stopped) {
        give_items(crew);
        take_done(crew);
        if (crew->state == CREW_END && crew->first == crew->end) {
            break;
        }
        wait_for_any(crew, waited);
    }
    take_done(crew);
    free(waited);
}

static void run_with_workers(Crew *crew, unsigned jobs)
{
    crew->worker_count = jobs;
    crew->slot_count = (size_t)jobs * SLOTS_FOR_EACH;
    crew->workers = xalloc(crew->worker_count * sizeof(*crew->workers));
    crew->slots = xalloc(crew->slot_count * sizeof(*crew->slots));
    run_together(crew);
    for (size_t i = 0; i < crew->worker_count; i++) {
        end_worker(&crew->workers[i]);
    }
    for (size_t i = 0; i < crew->slot_count; i++) {
        strbuf_done(&crew->slots[i].item);
        result_done(&crew->slots[i].result);
    }
    free(crew->workers);
    free(crew->slots);
}

int crew_run(const CrewWork *work, unsigned jobs)
{
    Crew crew = {.work = work, .state = CREW_LATER};
    struct sigaction before[ASKING_COUNT];
    catch_signals(before);
    clock_gettime(CLOCK_MONOTONIC, &crew.flushed);
    if (jobs <= 1) {
        run_alone(&crew);
    } else {
        run_with_workers(&crew, jobs);
    }
    if (!crew.is_stopped) {
        flush(&crew);
    }
    leave_signals(before);
    return caught;
}

unsigned crew_processors(void)
{
    cpu_set_t allowed;
    int count = sched_getaffinity(0, sizeof(allowed), &allowed) == 0 ? CPU_COUNT(&allowed) : 1;
    return count > CREW_MOST_JOBS ? CREW_MOST_JOBS : (unsigned)count;
}
