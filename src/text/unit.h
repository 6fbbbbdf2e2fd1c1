/* Units of measure that a reader wants on the line of their number: "780 ms", "1.8 million". */
#ifndef TEXT_UNIT_H
#define TEXT_UNIT_H

#include <stdbool.h>

#include "bulletproof/base/strview.h"

/* Whether the blank before byte `at` stands between a number and its unit. */
bool unit_follows_number(StrView text, size_t at);

#endif
