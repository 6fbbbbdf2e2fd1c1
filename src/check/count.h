/* What a number of things proves: how much was carried or served, or only what was done. */
#ifndef CHECK_COUNT_H
#define CHECK_COUNT_H

#include "judgement.h"

typedef enum { COUNT_NOTHING, COUNT_EVIDENCE, COUNT_ACTIVITY, COUNT_ARTEFACT } CountKind;

/* The head of what the number at `index` counts: the first plural after it, else the last noun;
 * NULL when it counts nothing. */
const Token *count_head(const Sentence *sentence, size_t index);
/* A count with its noun: 1.8 million events, 120 stores, 250 tickets, 80 endpoints. */
CountKind count_kind(const Judgement *judgement, size_t index);

#endif
