/* What has been found out about words: the same ones come again at every key. Knows no dictionary.
 */
#ifndef CHECK_JUDGED_H
#define CHECK_JUDGED_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strview.h"

enum { JUDGED_MOST = 8192 }; /* words; more than any resume has */

typedef enum {
    JUDGED_OPEN, /* only a dictionary can tell */
    JUDGED_RIGHT,
    JUDGED_WRONG,
} JudgedState;

typedef struct {
    StrView word; /* in the arena, ended by a NUL */
    JudgedState state;
    bool is_meant_known;
    const char *meant; /* for a wrong word; in the arena; NULL: nothing is near */
} JudgedWord;

/* Start with `Judged judged = {0};`. */
typedef struct {
    Arena arena;
    JudgedWord **slots; /* owned, the words in the arena; by hash; `capacity` is a power of two */
    size_t count, capacity;
} Judged;

/* NULL: nothing is known. Borrowed until the next forgetting. */
JudgedWord *judged_find(const Judged *judged, StrView word);
/* `word` is not there yet. NULL: there are too many. */
JudgedWord *judged_add(Judged *judged, StrView word, JudgedState state);
void judged_forget(Judged *judged);

#endif
