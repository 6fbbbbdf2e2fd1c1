/* Spelling by the dictionaries of the machine: British and American, both right at once. Where
 * the library or a dictionary is missing every word is right. Knows no resume. */
#ifndef BULLETPROOF_CHECK_SPELLING_H
#define BULLETPROOF_CHECK_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/strview.h"

typedef struct Speller Speller;

/* Has no dictionary yet, which costs no time. Owned by the caller. */
Speller *speller_new(void);
/* NULL is fine. */
void speller_free(Speller *speller);

/* Loads the next dictionary, about 25 ms, from one of `folders` (ended by NULL; NULL: where Debian
 * has them). True while another is left to load: until then every word is right, so that nothing
 * British is wrong while only the American one is there. */
bool speller_load_next(Speller *speller, const char *const *folders);
/* Whether all are loaded, and there is at least one. */
bool speller_is_ready(const Speller *speller);

/* Takes the user's own words, one a line; lines that begin with '#' are passed over. */
void speller_add_words(Speller *speller, StrView lines);
/* Whether `word` is one of them. */
bool speller_is_own(const Speller *speller, StrView word);

/* Whether `word`, a word of a text without hyphens and possessive, is right. Microseconds. */
bool speller_accepts(Speller *speller, StrView word);

/* What may be meant by `word`: a word that is one slip away, of our own before one of the
 * dictionaries. NULL when nothing is near. A millisecond the first time, then remembered. Borrowed
 * until the next call. */
const char *speller_meant(Speller *speller, StrView word);
/* Whether a word that begins with a capital, and may be anybody's name, is one slip away from a
 * technology's name, or from a common word of resumes. */
bool speller_is_near_technology(const Speller *speller, StrView word);
bool speller_is_near_word(const Speller *speller, StrView word);

#endif
