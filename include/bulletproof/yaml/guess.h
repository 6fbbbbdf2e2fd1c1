/* "Did you mean …?" for keys and words. */
#ifndef BULLETPROOF_YAML_GUESS_H
#define BULLETPROOF_YAML_GUESS_H

#include <stddef.h>

#include "bulletproof/base/strview.h"

/* The one of `names` that `word` was most likely meant to be, or NULL when none is near. */
const char *yaml_guess(StrView word, const char *const *names, size_t count);

#endif
