/* The time between two dates of an entry, in words: one wording for the screen and the page. */
#ifndef BULLETPROOF_MODEL_PERIOD_H
#define BULLETPROOF_MODEL_PERIOD_H

#include <stdbool.h>

#include "bulletproof/model/date.h"

typedef struct {
    DateForm form;
    DateLanguage language;
    const char *open_end; /* what stands for the end of what goes on: "now", "Present" */
    bool has_open_end;    /* a start without an end means that it goes on */
} PeriodStyle;

/* Where the two ends stand in what was appended, and which dates they are. */
typedef struct {
    struct {
        size_t start, end; /* bytes from where the period begins */
        Date date;         /* year 0: not a date, such as "Present" */
    } ends[2];
    size_t count;
} PeriodEnds;

/* Appends "Mar 2021 – Present"; one date alone where there is but one, nothing where there is none.
 * A date that cannot be read stands as it was written. */
void period_add(StrBuf *out, StrView start, StrView end, const PeriodStyle *style);
/* The same, and tells where the ends stand. */
PeriodEnds period_add_ends(StrBuf *out, StrView start, StrView end, const PeriodStyle *style);

#endif
