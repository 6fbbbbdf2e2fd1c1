/* Words, as a cursor moves by them (Unicode Annex 29). */
#ifndef BULLETPROOF_TEXT_WORD_H
#define BULLETPROOF_TEXT_WORD_H

#include "bulletproof/base/strview.h"

/* Where the next word starts after `offset` (text.length at the end). */
size_t word_next(StrView text, size_t offset);
/* Where the word at or before `offset` starts (0 at the start). */
size_t word_previous(StrView text, size_t offset);
/* Words separated by white space: the measure of a bullet's length. */
size_t word_count(StrView text);

#endif
