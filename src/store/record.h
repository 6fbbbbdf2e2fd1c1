/* Which bullet a record of x-bulletproof belongs to: by its first words, then by its number. */
#ifndef STORE_RECORD_H
#define STORE_RECORD_H

#include "bulletproof/model/node.h"

/* Index in `list` (HIGHLIGHTS); the list's count when there is none. `number` counts from 1 and is
 * 0 when it is not known. */
size_t record_find_bullet(const Node *list, StrView starts, size_t number);
/* 0 when it is no number. */
size_t record_number(StrView text);
/* The first words of a text: enough to know it again. A part of `text`. */
StrView record_first_words(StrView text);

#endif
