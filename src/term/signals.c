#include "term/signals.h"

#include <stddef.h>
#include <unistd.h>

#include "term/restore.h"

static volatile sig_atomic_t flags[SIGNAL_FLAG_COUNT];

static const struct {
    int number;
    SignalFlag flag;
} asking[] = {
    {SIGHUP, SIGNAL_FLAG_END},   {SIGTERM, SIGNAL_FLAG_END},       {SIGINT, SIGNAL_FLAG_END},
    {SIGQUIT, SIGNAL_FLAG_END},  {SIGPWR, SIGNAL_FLAG_END},        {SIGWINCH, SIGNAL_FLAG_RESIZE},
    {SIGTSTP, SIGNAL_FLAG_STOP}, {SIGCONT, SIGNAL_FLAG_CONTINUED},
};

static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGXCPU, SIGALRM};

/* A write to a pipe or a disk that takes no more fails; the writer says so. */
static const int unwanted[] = {SIGPIPE, SIGXFSZ};

enum {
    ASKING_COUNT = sizeof(asking) / sizeof(asking[0]),
    CRASH_COUNT = sizeof(crashes) / sizeof(crashes[0]),
    UNWANTED_COUNT = sizeof(unwanted) / sizeof(unwanted[0]),
    SPARE_STACK_BYTES = 65536,
    ANSWER_SECONDS = 5, /* to end in when told to; then the alarm ends the program */
    SECOND_ANSWER_SECONDS = 1,
};

/* A program that is told to end must not stay because it hangs somewhere. Being told twice may
 * come of one hang-up, from the system and from the shell: it makes haste, no more. */
static void set_alarm(void)
{
    alarm(flags[SIGNAL_FLAG_END] ? SECOND_ANSWER_SECONDS : ANSWER_SECONDS);
}

static void raise_flag(int number)
{
    for (size_t i = 0; i < ASKING_COUNT; i++) {
        if (asking[i].number == number) {
            if (asking[i].flag == SIGNAL_FLAG_END) {
                set_alarm();
            }
            flags[asking[i].flag] = 1;
        }
    }
}

/* The handler is gone once it runs, so the signal raised again ends the program. */
static void restore_and_crash(int number)
{
    restore_terminal();
    raise(number);
}

static void handle(int number, void (*handler)(int), int options)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = options};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

/* A stack that has run over cannot carry its own handler. */
static void use_spare_stack(void)
{
    static char spare[SPARE_STACK_BYTES];
    stack_t stack = {.ss_sp = spare, .ss_size = sizeof(spare)};
    sigaltstack(&stack, NULL);
}

static void asking_set(sigset_t *set)
{
    sigemptyset(set);
    for (size_t i = 0; i < ASKING_COUNT; i++) {
        sigaddset(set, asking[i].number);
    }
}

static void change_ends(int how)
{
    sigset_t ends;
    sigemptyset(&ends);
    for (size_t i = 0; i < ASKING_COUNT; i++) {
        if (asking[i].flag == SIGNAL_FLAG_END) {
            sigaddset(&ends, asking[i].number);
        }
    }
    sigprocmask(how, &ends, NULL);
}

void signals_hold_ends(void)
{
    change_ends(SIG_BLOCK);
}

void signals_let_ends(void)
{
    change_ends(SIG_UNBLOCK);
}

void signals_catch(sigset_t *waiting)
{
    sigset_t blocked;
    asking_set(&blocked);
    sigprocmask(SIG_BLOCK, &blocked, waiting);
    for (size_t i = 0; i < ASKING_COUNT; i++) {
        sigdelset(waiting, asking[i].number);
        handle(asking[i].number, raise_flag, SA_RESTART);
    }
    use_spare_stack();
    for (size_t i = 0; i < CRASH_COUNT; i++) {
        handle(crashes[i], restore_and_crash, (int)SA_RESETHAND | SA_ONSTACK | SA_NODEFER);
    }
    for (size_t i = 0; i < UNWANTED_COUNT; i++) {
        handle(unwanted[i], SIG_IGN, 0);
    }
}

void signals_release(void)
{
    sigset_t blocked;
    for (size_t i = 0; i < CRASH_COUNT; i++) {
        handle(crashes[i], SIG_DFL, 0);
    }
    /* What is still pending has been answered: ignored for a moment, it is forgotten. A key that is
     * pressed too late must not cut short how the program tidies up. */
    for (size_t i = 0; i < ASKING_COUNT; i++) {
        bool is_key = asking[i].number == SIGINT || asking[i].number == SIGQUIT;
        handle(asking[i].number, SIG_IGN, 0);
        handle(asking[i].number, is_key ? SIG_IGN : SIG_DFL, 0);
    }
    asking_set(&blocked);
    sigprocmask(SIG_UNBLOCK, &blocked, NULL);
}

bool signals_take(SignalFlag flag)
{
    bool is_raised = flags[flag] != 0;
    flags[flag] = 0;
    return is_raised;
}

void signals_lend(bool is_lent)
{
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    sigaddset(&stop, SIGCONT);
    handle(SIGINT, is_lent ? SIG_IGN : raise_flag, 0);
    handle(SIGQUIT, is_lent ? SIG_IGN : raise_flag, 0);
    handle(SIGTSTP, is_lent ? SIG_DFL : raise_flag, 0);
    sigprocmask(is_lent ? SIG_UNBLOCK : SIG_BLOCK, &stop, NULL);
    signals_take(SIGNAL_FLAG_CONTINUED);
}

void signals_forget_keys(void)
{
    static const int keys[] = {SIGINT, SIGQUIT};
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        handle(keys[i], SIG_IGN, 0);
        handle(keys[i], raise_flag, SA_RESTART);
    }
}

bool signals_stop(void)
{
    sigset_t stop, before;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    sigaddset(&stop, SIGCONT);
    signals_take(SIGNAL_FLAG_CONTINUED);
    handle(SIGTSTP, SIG_DFL, 0);
    sigprocmask(SIG_UNBLOCK, &stop, &before);
    kill(0, SIGTSTP); /* the whole job, as the shell's own key does */
    sigprocmask(SIG_SETMASK, &before, NULL);
    handle(SIGTSTP, raise_flag, 0);
    return signals_take(SIGNAL_FLAG_CONTINUED);
}
