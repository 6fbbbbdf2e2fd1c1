/* What was before and what is after, told by words and numbers side by side: "down from", "37
 * before, 2 after", "two months early". Knows no verb. */
#ifndef CHECK_CONTRAST_H
#define CHECK_CONTRAST_H

#include "sentence.h"

/* The token at `index` begins words that tell a change. */
bool contrast_is_told(const Sentence *sentence, size_t index);
/* The number at `index` tells what was before. */
bool contrast_is_former(const Sentence *sentence, size_t index);

#endif
