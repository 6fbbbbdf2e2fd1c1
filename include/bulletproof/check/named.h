/* What a text names: the technologies that a reader would find in it. Judges nothing. */
#ifndef BULLETPROOF_CHECK_NAMED_H
#define BULLETPROOF_CHECK_NAMED_H

#include <stddef.h>

#include "bulletproof/base/strview.h"
#include "bulletproof/lexicon/lexicon.h"

/* Stores those that `text` (valid UTF-8) names, each once, in its order, at most `most`. Returns
 * how many. */
size_t check_named_technologies(StrView text, const Technology **found, size_t most);

#endif
