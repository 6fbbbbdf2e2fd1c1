/* The terminal: a front end that reads keys from it and shows screens on it, through ncurses, and
 * hands it back as it was, however the program ends. Knows no resume and no command. */
#ifndef BULLETPROOF_TERM_TERM_H
#define BULLETPROOF_TERM_TERM_H

#include <stdbool.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/ui/front_end.h"

enum { TERM_DEFAULT_ESCAPE_DELAY = 50 }; /* milliseconds */

typedef enum {
    TERM_BACKGROUND_UNKNOWN, /* what the terminal tells, else dark */
    TERM_BACKGROUND_DARK,
    TERM_BACKGROUND_LIGHT,
} TermBackground;

typedef struct {
    int escape_delay; /* milliseconds that Esc waits for the rest of a key's sequence; slow lines
                         want more */
    bool is_plain;    /* no colour, as the environment's NO_COLOR asks for as well */
    TermBackground background;
    bool has_mouse; /* takes clicks and the wheel; the terminal then selects text with Shift held */
} TermSettings;

typedef struct Terminal Terminal;

/* Sets the locale of characters, which wcwidth() and the terminal library follow; to be called
 * first in the program. Without a UTF-8 locale in the environment C.UTF-8 is taken, and screens
 * are shown in ASCII where the environment names another character set outright. */
void term_set_locale(void);

/* Takes the terminal over. NULL with DIAG_USAGE where there is none that can be used. At most one
 * is open at a time. */
Terminal *term_open(const TermSettings *settings, Diag *diag);
/* Borrowed; lives until term_close. */
FrontEnd *term_front_end(Terminal *terminal);
/* Hands the terminal back. */
void term_close(Terminal *terminal);

/* What a terminal shows of a cell that has no UTF-8: ASCII stands in. Both halves of a wide
 * character are one stand-in and a blank. */
void term_add_ascii(StrBuf *out, const Cell *cell);
/* How one shows it that has no colour, a letter: b bold, d dim, u underlined, r reversed, i and U
 * underlined in italics and in bold, a full stop when it is plain, a blank where nothing is. */
void term_add_plain_look(StrBuf *out, const Cell *cell);

#endif
