/* Graphemes (what a reader calls a character) and the columns they take in a terminal. */
#ifndef BULLETPROOF_TEXT_GRAPHEME_H
#define BULLETPROOF_TEXT_GRAPHEME_H

#include <stdint.h>

#include "bulletproof/base/strview.h"

/* Byte offset where the grapheme cluster at `offset` ends; text.length at the end.
 * Extended clusters of Unicode Annex 29. */
size_t grapheme_next(StrView text, size_t offset);
/* Byte offset where the cluster before `offset` begins; 0 at the start. */
size_t grapheme_previous(StrView text, size_t offset);
/* Columns of one cluster as the terminal library lays it out: the sum of libc's wcwidth(), a
 * control or unprintable character counts 1. */
int grapheme_columns(StrView cluster);
/* Columns of a text without line ends. */
int text_columns(StrView text);
/* Bytes of the longest run of whole clusters from the start that fits in `columns`. */
size_t text_fit(StrView text, int columns);
/* wcwidth() of one character; -1 when it is not printable. */
int code_point_columns(uint32_t code_point);

#endif
