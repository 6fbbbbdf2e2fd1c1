/* Comparing without case, and searching so. */
#ifndef BULLETPROOF_TEXT_FOLD_H
#define BULLETPROOF_TEXT_FOLD_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

/* Appends the full case folding, NFC. */
void text_fold(StrBuf *out, StrView text);
/* Appends the text in capitals, NFC ("ß" becomes "SS"). */
void text_upper(StrBuf *out, StrView text);
bool text_equal_folded(StrView a, StrView b);
/* Finds `needle` in `text` from byte `from`, ignoring case; on success stores the bytes
 * [start, end) of the match. An empty needle is never found. */
bool text_find_folded(StrView text, StrView needle, size_t from, size_t *start, size_t *end);

#endif
