/* Stand-ins of ASCII, for what shows or takes nothing else: terminals, old forms. */
#ifndef BULLETPROOF_TEXT_ASCII_H
#define BULLETPROOF_TEXT_ASCII_H

#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"

/* One character for one character, so that columns stay where they are; '?' when nothing is
 * near. */
uint32_t ascii_for(uint32_t code_point);

/* Appends the text in ASCII, with as many letters as a reader needs: "…" is "...", "€" is "EUR",
 * "½" is "1/2". Marks and invisible characters go. Returns how many characters nothing is near to;
 * each is a question mark. */
size_t ascii_add(StrBuf *out, StrView text);

#endif
