/* Text in the encodings that word processors and mail save: UTF-8, UTF-16 and Windows-1252, of
 * which Latin-1 is a part. Knows no file. */
#ifndef BULLETPROOF_TEXT_DECODE_H
#define BULLETPROOF_TEXT_DECODE_H

#include <stdbool.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

/* Appends `foreign` as UTF-8; single bytes may still be broken, which text_clean() mends. False,
 * with the reason, when it is no text at all: a PDF, a document in a ZIP file, other bytes. */
bool text_decode(StrBuf *out, StrView foreign, Diag *diag);

#endif
