/* The name that was meant where another was typed: "did you mean". Knows no names of its own. */
#ifndef BULLETPROOF_BASE_NEAREST_H
#define BULLETPROOF_BASE_NEAREST_H

#include "bulletproof/base/strview.h"

enum { NEAREST_MOST_BYTES = 40 };

/* Start with `Nearest nearest = nearest_to(typed)`, then try each name there is. */
typedef struct {
    StrView typed; /* borrowed */
    StrView name;  /* borrowed: the nearest so far; empty: none is near */
    size_t slips;  /* of `name` */
    char question[NEAREST_MOST_BYTES + 24];
} Nearest;

Nearest nearest_to(StrView typed);
/* `name` must outlive the struct. The first of several that are as near is kept. */
void nearest_try(Nearest *nearest, StrView name);
/* The same for each of the names between bars: "text|json". */
void nearest_try_choices(Nearest *nearest, const char *choices);
/* "; did you mean "json"?", or nothing. Borrowed from the struct. */
const char *nearest_question(Nearest *nearest);

/* How many letters must be put in, left out, changed, or changed over with the next one (Damerau),
 * to make `b` of `a`, case apart. Both at most NEAREST_MOST_BYTES long; bytes count, for names are
 * ASCII. */
size_t slips_between(StrView a, StrView b);

#endif
