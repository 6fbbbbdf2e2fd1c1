/* Numbers as bullets have them: 1,200+, 900ms, £1.2m, 10k rps, 3x, 1.8 million, two thirds. */
#ifndef CHECK_NUMBER_H
#define CHECK_NUMBER_H

#include "token.h"

/* Whether a currency sign, a fraction or "about" begins a number at `offset`. */
bool number_is_sign(StrView text, size_t offset);
/* Reads the number at `offset` into `token`; returns where it ends, `offset` when it is a word
 * that begins with digits ("2FA", "5xx"). */
size_t number_read(StrView text, size_t offset, Token *token);
/* Joins what belongs together across blanks: 5 million, 12 s, 10k rps, 3 times. */
void numbers_settle(Tokens *tokens);

#endif
