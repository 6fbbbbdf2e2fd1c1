/* Forms of regular English verbs and nouns, for words that nobody has inflected by hand. */
#ifndef LEXICON_INFLECT_H
#define LEXICON_INFLECT_H

#include "bulletproof/base/strbuf.h"

/* Appends the form (FORM_THIRD, FORM_PAST or FORM_GERUND) of a verb in lower case; of a phrase its
 * first word is inflected: "rolled out". */
void inflect_verb(StrBuf *out, StrView verb, unsigned form);
/* Appends the plural of a noun; of a phrase its last word is inflected. */
void inflect_plural(StrBuf *out, StrView noun);

#endif
