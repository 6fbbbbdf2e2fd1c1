/* What terminfo says of the terminal. Apart, because its header makes macros of common words. */
#ifndef TERM_TERMINFO_H
#define TERM_TERMINFO_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/diag.h"

/* Name of a description that can drive the terminal: the environment's own, or one near it where
 * that one is not known here. Borrowed; NULL with a diagnostic when there is none. */
const char *terminfo_choose(Diag *diag);

/* Terminals that would show sequences of xterm's kind instead of obeying them, by how their names
 * begin; NULL is one. */
bool terminfo_is_bare(const char *name);

/* The bytes that turn back what a screen program turns on (keypad, attributes, cursor, alternate
 * screen), written to `out`, at most `limit`. Needs an open screen. Returns their count. */
size_t terminfo_farewell(char *out, size_t limit);

#endif
