#include "report.h"

#include <stdlib.h>
#include <string.h>

static int compare_findings(const void *a, const void *b)
{
    const Finding *first = a, *second = b;
    if (first->severity != second->severity) {
        return first->severity < second->severity ? 1 : -1;
    }
    if (first->start != second->start) {
        return first->start < second->start ? -1 : 1;
    }
    return strcmp(first->rule->code, second->rule->code);
}

static const char *message_of(const Fault *fault, const Rule *rule, Arena *arena)
{
    if (fault->meant) {
        return arena_format(arena, "Spelling: did you mean \"%s\"?", fault->meant);
    }
    return rule->message;
}

Finding *report_findings(const Judgement *judgement, Arena *arena, size_t *found)
{
    Finding *findings = arena_alloc(arena, (judgement->fault_count + 1) * sizeof(Finding));
    size_t count = 0;
    for (size_t i = 0; i < judgement->fault_count; i++) {
        const Fault *fault = &judgement->faults[i];
        const Rule *rule = check_rule(fault->code);
        if (rule) {
            findings[count++] = (Finding){.start = fault->start,
                                          .end = fault->end,
                                          .rule = rule,
                                          .severity = rule->severity,
                                          .message = message_of(fault, rule, arena),
                                          .question = rule->question};
        }
    }
    qsort(findings, count, sizeof(*findings), compare_findings);
    *found = count;
    return findings;
}
