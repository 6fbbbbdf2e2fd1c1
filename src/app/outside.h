/* A text in the user's own editor, the one that $VISUAL or $EDITOR names. */
#ifndef APP_OUTSIDE_H
#define APP_OUTSIDE_H

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/ui/front_end.h"

/* Lends the terminal to that editor with `text` in a file that nobody else may read, and takes
 * back what it has written: as it came, for it may be anything. False, with `text` as it was, when
 * there is no such editor or it has failed. */
bool outside_edit(FrontEnd *front, StrBuf *text, Diag *diag);

#endif
