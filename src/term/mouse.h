/* The mouse, as terminals of xterm's kind report it. */
#ifndef TERM_MOUSE_H
#define TERM_MOUSE_H

#include <stdbool.h>

#include "bulletproof/ui/pointer.h"

/* What asks for reports of buttons, with places beyond column 223 where the terminal can tell
 * them, and what ends them: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html */
#define MOUSE_ON  "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

/* Reads the rest of a report: behind ESC [ <, or behind ESC [ M in the older form. False when it is
 * of no use here: another button, a release, a broken report. */
bool mouse_read(Pointer *pointer);
bool mouse_read_old(Pointer *pointer);

#endif
