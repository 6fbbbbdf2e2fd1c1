/* Faults turned into findings, the most serious first. */
#ifndef CHECK_REPORT_H
#define CHECK_REPORT_H

#include "judgement.h"

typedef struct {
    const Judgement *judgement;
    const CheckExtras *extras; /* NULL: the rules alone */
    size_t cursor;             /* as in BulletInput */
    bool is_summary;
} ReportInput;

/* In the arena. */
Finding *report_findings(const ReportInput *input, Arena *arena, size_t *count);

#endif
