/* The door for text from outside: makes it valid, NFC, control-free UTF-8. */
#ifndef BULLETPROOF_TEXT_CLEAN_H
#define BULLETPROOF_TEXT_CLEAN_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

typedef enum {
    CLEAN_LINE,  /* line ends and tabs become blanks */
    CLEAN_PROSE, /* line ends become LF and stay, tabs become blanks */
} CleanKind;

/* Appends `foreign` made fit for the model: broken bytes become U+FFFD, controls (utf8_is_control)
 * and terminal escape sequences go, Latin ligatures become their letters, the rest is NFC (Unicode
 * Annex 15). Cleaning twice changes
 * nothing more. */
void text_clean(StrBuf *out, StrView foreign, CleanKind kind);
/* Whether cleaning would change nothing. */
bool text_is_clean(StrView text, CleanKind kind);

#endif
