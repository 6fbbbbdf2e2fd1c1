/* What a bracketing terminal pastes: text between two marks. */
#ifndef TERM_PASTE_H
#define TERM_PASTE_H

#include "bulletproof/base/strbuf.h"

/* Appends what comes from standard input up to the end mark, or until nothing came for a second:
 * a paste may be cut off. */
void paste_collect(StrBuf *text);

#endif
