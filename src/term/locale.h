/* What the environment says of the terminal's character set. */
#ifndef TERM_LOCALE_H
#define TERM_LOCALE_H

#include <stdbool.h>

bool locale_shows_utf8(void);

#endif
