/* Faults turned into findings, the most serious first. */
#ifndef CHECK_REPORT_H
#define CHECK_REPORT_H

#include "judgement.h"

/* In the arena. */
Finding *report_findings(const Judgement *judgement, Arena *arena, size_t *count);

#endif
