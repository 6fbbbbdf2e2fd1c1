/* The terminal's clipboard: text for other programs, on the machine where the terminal runs. */
#ifndef TERM_CLIPBOARD_H
#define TERM_CLIPBOARD_H

#include "bulletproof/base/strbuf.h"

/* Appends what is to be written to the terminal; nothing where that could show up as rubbish, or
 * when the text is longer than terminals take. */
void clipboard_add(StrBuf *out, StrView text);

#endif
