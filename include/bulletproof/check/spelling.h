/* Spelling by the dictionaries of the machine: British and American, both right at once. Where
 * the library or a dictionary is missing every word is right. Knows no resume.
 *
 * Most words of a resume are our own and need no dictionary. What does is answered at once, by
 * dictionaries that are then opened, which takes 50 ms and 22 MB; or it is noted, is right
 * meanwhile, and is answered by another process:
 *
 *     speller_accepts ── notes ──► speller_answer (in a worker) ── text ──► speller_take */
#ifndef BULLETPROOF_CHECK_SPELLING_H
#define BULLETPROOF_CHECK_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

typedef struct Speller Speller;

/* Has no dictionary. Owned by the caller. */
Speller *speller_new(void);
/* NULL is fine. */
void speller_free(Speller *speller);

/* Uses the dictionaries of `folders` (ended by NULL, borrowed; NULL: where Debian has them), which
 * are not opened yet. */
void speller_use(Speller *speller, const char *const *folders);
/* Opens them now, so that processes that part from this one share them. */
void speller_open(Speller *speller);
/* Uses none any more. */
void speller_use_none(Speller *speller);
/* Whether words can be judged: there is a dictionary. */
bool speller_is_ready(const Speller *speller);

/* Notes from now on what only a dictionary can answer. */
void speller_defer(Speller *speller);
/* Whether anything is noted. */
bool speller_has_questions(const Speller *speller);
/* Opens the dictionaries and appends an answer to all that is noted, for speller_take(). */
void speller_answer(Speller *speller, StrBuf *answers);
/* Takes answers to what was noted, from whomever. True when a word is wrong. */
bool speller_take(Speller *speller, StrView answers);
/* Nobody answers: what is noted is right. */
void speller_give_up(Speller *speller);

/* Takes the user's own words, one a line; lines that begin with '#' are passed over. */
void speller_add_words(Speller *speller, StrView lines);
/* Whether `word` is one of them. */
bool speller_is_own(const Speller *speller, StrView word);

/* Whether `word`, a word of a text without hyphens and possessive, is right, or noted.
 * Microseconds, but for the one that opens the dictionaries. */
bool speller_accepts(Speller *speller, StrView word);
/* Whether `word` may turn out wrong; asks nobody and notes nothing. */
bool speller_doubts(const Speller *speller, StrView word);

/* What may be meant by `word`: a word that is one slip away, of our own before one of the
 * dictionaries. NULL when nothing is near, or the word is right. A millisecond the first time, then
 * remembered. Borrowed until the next call. */
const char *speller_meant(Speller *speller, StrView word);
/* Whether a word that begins with a capital, and may be anybody's name, is one slip away from a
 * technology's name, or from a common word of resumes. */
bool speller_is_near_technology(const Speller *speller, StrView word);
bool speller_is_near_word(const Speller *speller, StrView word);

#endif
