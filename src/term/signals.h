/* Signals: those that ask for something become flags that the waiting for input looks at; those
 * that tell of a crash hand the terminal back and then take their course. */
#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

typedef enum {
    SIGNAL_FLAG_END,       /* told to end, or the terminal is gone */
    SIGNAL_FLAG_RESIZE,    /* the window has another size */
    SIGNAL_FLAG_STOP,      /* told to stop for a while */
    SIGNAL_FLAG_CONTINUED, /* running again after a stop */
    SIGNAL_FLAG_COUNT,
} SignalFlag;

/* From here on these signals arrive only while waiting with the mask stored in `waiting`, so
 * that none is missed between a look and a wait. */
void signals_catch(sigset_t *waiting);
void signals_release(void);
/* The signals that tell to end arrive at any time while they are let, so that a program that hangs
 * does end. They are held while flags are looked at and waited for. */
void signals_hold_ends(void);
void signals_let_ends(void);
/* Whether it has arrived since the last question. */
bool signals_take(SignalFlag flag);
/* While another program has the terminal: what its keys ask for is not for us, but a stop is for
 * both. */
void signals_lend(bool is_lent);
/* Stops the program as an uncaught SIGTSTP would; returns when it is continued. False when the
 * system did not stop it, as where no shell could continue it. */
bool signals_stop(void);

/* Forgets what keys of the terminal have raised while the signals that tell to end were held: where
 * a program cannot be stopped, its terminal has such keys for a moment all the same. */
void signals_forget_keys(void);

#endif
