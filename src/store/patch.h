/* New text for a file from its old text: only what says something else now is written anew. */
#ifndef STORE_PATCH_H
#define STORE_PATCH_H

#include "store/reading.h"
#include "store/want.h"

/* Appends the patched text. Values of the wrong kind that were written over are added to
 * `overwritten`, one a line. `root` was made with the origins of `reading`. */
void patch_text(StrBuf *out, const Reading *reading, const Want *root, StrBuf *overwritten);

#endif
