/* What the event loop needs of the outside: where keys come from and where screens go. The
 * terminal is one front end, the script runner another; tests bring their own. */
#ifndef BULLETPROOF_UI_FRONT_END_H
#define BULLETPROOF_UI_FRONT_END_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/ui/key.h"
#include "bulletproof/ui/pointer.h"
#include "bulletproof/ui/surface.h"

typedef enum {
    EVENT_KEY,
    EVENT_PASTE,   /* `text` holds what was pasted, as it came */
    EVENT_POINTER, /* the mouse; only where it was asked for */
    EVENT_RESIZE,  /* the size is another */
    EVENT_IDLE,    /* `timeout_milliseconds` have passed */
    EVENT_ANSWER,  /* `answer_file` can be read */
    EVENT_RUN,     /* `text` names a command, with its argument after a blank */
    EVENT_HANG_UP, /* the terminal is gone, or the program was told to end: keep the work, leave */
    EVENT_END,     /* no more input: leave as if nothing more was wanted */
} EventKind;

typedef struct {
    EventKind kind;
    Key key;
    StrBuf text; /* owned by the loop, reused */
    Pointer pointer;
} Event;

typedef struct FrontEnd FrontEnd;
struct FrontEnd {
    void *state;     /* the front end's own */
    int answer_file; /* set by the loop: of a worker, whose answer ends a wait; -1: there is none */
    void (*size)(FrontEnd *front, int *rows, int *columns);
    /* Waits for the next event, at most `timeout_milliseconds` (-1: for ever). */
    void (*next)(FrontEnd *front, int timeout_milliseconds, Event *event);
    /* More keys wait already, as of a paste without marks, a held key, a slow line: what comes
     * between them need not be shown. NULL where that is never so. */
    bool (*is_waiting)(FrontEnd *front);
    void (*present)(FrontEnd *front, const Surface *surface);
    /* Draws everything anew at the next present. */
    void (*repaint)(FrontEnd *front);
    /* Hands the terminal back and stops the program until it is continued; false where it
     * cannot. */
    bool (*suspend)(FrontEnd *front);
    /* Lends the terminal to another program, and takes it back; NULL where there is none. */
    void (*lend)(FrontEnd *front, bool is_lent);
    /* Gives clean text to the clipboard of the terminal, for other programs; NULL where there is
     * none. */
    void (*copy)(FrontEnd *front, StrView text);
};

#endif
