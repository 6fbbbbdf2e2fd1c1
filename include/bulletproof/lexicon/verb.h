/* Forms of a verb, made from any other form of it: "write", "writes", "wrote" and "writing" are one
 * verb. Knows the verbs of the lexicon only. */
#ifndef BULLETPROOF_LEXICON_VERB_H
#define BULLETPROOF_LEXICON_VERB_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"

/* `word` is one word in lower case. Each appends nothing and returns false when it is no verb. */
bool verb_add_base(StrBuf *out, StrView word);
bool verb_add_past(StrBuf *out, StrView word);
bool verb_add_gerund(StrBuf *out, StrView word);

#endif
