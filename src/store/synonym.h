/* Words that people write for the keys of a resume. */
#ifndef STORE_SYNONYM_H
#define STORE_SYNONYM_H

#include <stddef.h>

#include "bulletproof/base/strview.h"

/* That of `names` which `word` stands for, or NULL. */
const char *synonym_find(StrView word, const char *const *names, size_t count);

#endif
