/* Summaries: systems built, primary technology, outcomes, and the level of experience. */
#include "judgement.h"

SummaryReport check_summary(StrView text, Level level, Arena *arena)
{
    Sentence sentence = sentence_read(text, level, true, arena);
    Judgement judgement = {.sentence = &sentence};
    scope_judge(&judgement);
    technique_judge(&judgement);
    result_judge(&judgement);
    metric_judge(&judgement);
    SummaryReport report = {.verdict = VERDICT_WEAK};
    report.slots[SUMMARY_SYSTEMS] = judgement.has_scope;
    report.slots[SUMMARY_TECHNOLOGY] = judgement.has_technique;
    report.slots[SUMMARY_OUTCOME] = judgement.has_result || judgement.has_metric;
    int filled = report.slots[0] + report.slots[1] + report.slots[2];
    report.verdict = filled == 3 ? VERDICT_STRONG : filled == 2 ? VERDICT_FAIR : VERDICT_WEAK;
    return report;
}
