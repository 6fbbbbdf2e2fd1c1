/* Handing the terminal back as it was, from wherever the program ends. */
#ifndef TERM_RESTORE_H
#define TERM_RESTORE_H

#include <stdbool.h>

/* Before the screen is opened: keeps the terminal's modes. */
void restore_keep_modes(void);
/* With the screen open: keeps the bytes that turn back what a screen program turns on, and arms
 * the way out of the program. */
void restore_prepare(void);
/* Whether there is something to turn back. */
void restore_arm(bool is_armed);
/* Turns it back, once. Safe in a signal handler. */
void restore_terminal(void);

#endif
