/* The UTF-8 code itself: decoding, encoding, checking. What characters mean is the text
 * module's; this stands lower because diagnostics must never pass on a broken byte. */
#ifndef BULLETPROOF_BASE_UTF8_H
#define BULLETPROOF_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

enum { UTF8_MAX_BYTES = 4 };

#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes the character at `offset` < text.length and stores its length in `bytes` (never 0).
 * A broken sequence (overlong, surrogate, above U+10FFFF, cut short) reads as UTF8_REPLACEMENT,
 * one byte long. Source: RFC 3629. */
uint32_t utf8_decode(StrView text, size_t offset, size_t *bytes);
/* Writes `code_point` to `out` and returns its length. */
size_t utf8_encode(uint32_t code_point, char out[UTF8_MAX_BYTES]);
void utf8_append(StrBuf *buf, uint32_t code_point);
/* Byte offset where the character before `offset` begins; 0 at the start. A broken byte is one. */
size_t utf8_previous(StrView text, size_t offset);
bool utf8_is_valid(StrView text);
/* Code points; a broken byte counts as one. */
size_t utf8_count(StrView text);
/* Byte offset of code point number `index`; text.length when there are fewer. */
size_t utf8_offset(StrView text, size_t index);
/* Whether a terminal may act on it instead of showing it: C0, DEL, C1, line and paragraph
 * separators, bidirectional controls, zero-width no-break space used as a mark. */
bool utf8_is_control(uint32_t code_point);
/* Appends `foreign` with every control and broken byte replaced by '?': safe on a terminal. */
void utf8_add_printable(StrBuf *out, StrView foreign);

#endif
