/* British and American spellings of the same words. */
#ifndef CHECK_VARIANT_H
#define CHECK_VARIANT_H

#include "bulletproof/base/strview.h"

/* Oxford's house style is British and writes -ize, so that "colour" beside "organize" is no mix. */
typedef enum {
    VARIANT_NONE, /* spelt alike on both sides, or not known */
    VARIANT_BRITISH,
    VARIANT_AMERICAN,
    VARIANT_ISE,
    VARIANT_IZE,
    VARIANT_COUNT
} Variant;

/* `lower` is in lower case. */
Variant variant_of(StrView lower);

#endif
