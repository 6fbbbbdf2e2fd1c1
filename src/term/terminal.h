/* The open terminal, as its parts share it. */
#ifndef TERM_TERMINAL_H
#define TERM_TERMINAL_H

#include <signal.h>
#include <stdbool.h>

#include "bulletproof/term/term.h"
#include "term/shown.h"

struct Terminal {
    FrontEnd front;
    void *screen; /* owned: the library's SCREEN */
    Shown shown;
    sigset_t waiting; /* the signals' mask while waiting for input */
    bool is_gone;     /* hung up: nothing more will come */
    bool was_stopped; /* the window may have another size since */
    bool has_mouse;   /* its reports are asked for */
};

/* Turns the screen on, again after terminal_leave. */
void terminal_enter(Terminal *terminal);
void terminal_leave(Terminal *terminal);
/* Asks the terminal for its size and tells the library. */
void terminal_read_size(Terminal *terminal);
bool terminal_suspend(Terminal *terminal);

/* input.c */
void input_next(Terminal *terminal, int timeout_milliseconds, Event *event);
bool input_is_waiting(void);
/* paint.c */
void paint_prepare(Terminal *terminal, const TermSettings *settings);
void paint_surface(Terminal *terminal, const Surface *surface);
/* All is drawn at the next time: others have written to the terminal. */
void paint_forget(Terminal *terminal);
/* Leaves the terminal as others expect it. */
void paint_end(Terminal *terminal);
void paint_done(Terminal *terminal);

#endif
