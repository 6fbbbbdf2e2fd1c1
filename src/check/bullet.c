/* The verdict on a bullet and the report of it. */
#include <stdlib.h>
#include <string.h>

#include "judgement.h"
#include "question.h"
#include "report.h"

/* Two mechanisms on a named scope are strong without a stated outcome. */
static bool is_strong_by_mechanism(const Judgement *judgement)
{
    return judgement->has_action && judgement->has_scope && judgement->has_technique &&
           judgement->mechanisms >= 2 && !judgement->has_result && !judgement->has_metric;
}

static Verdict judge_verdict(const Judgement *judgement)
{
    if (judgement->is_fatal) {
        return VERDICT_WEAK;
    }
    int filled = judgement->has_scope + judgement->has_technique +
                 (judgement->has_result || judgement->has_metric);
    Verdict verdict = VERDICT_WEAK;
    if (judgement->has_action && (filled == 3 || is_strong_by_mechanism(judgement))) {
        verdict = VERDICT_STRONG;
    } else if (judgement->has_action && filled == 2) {
        verdict = VERDICT_FAIR;
    }
    return judgement->is_structural && verdict > VERDICT_WEAK ? verdict - 1 : verdict;
}

static void note_missing(Judgement *judgement)
{
    if (!judgement->has_action) {
        judgement_fault(judgement, "no-action", 0, 0);
    }
    if (!judgement->has_scope) {
        judgement_fault(judgement, "no-scope", 0, 0);
    }
    if (!judgement->has_technique) {
        judgement_fault(judgement, "no-technique", 0, 0);
    }
    if (!judgement->has_result && !judgement->has_metric &&
        !(is_strong_by_mechanism(judgement) && !judgement->is_fatal)) {
        judgement_fault(judgement, "no-result", 0, 0);
    }
}

static int compare_spans(const void *a, const void *b)
{
    const SlotSpan *first = a, *second = b;
    if (first->start != second->start) {
        return first->start < second->start ? -1 : 1;
    }
    return (first->end > second->end) - (first->end < second->end);
}

/* Sorted, and where two slots claim the same words the earlier keeps them. */
static void report_spans(BulletReport *report, const Judgement *judgement, Arena *arena)
{
    SlotSpan *sorted = arena_alloc(arena, (judgement->span_count + 1) * sizeof(SlotSpan));
    memcpy(sorted, judgement->spans, judgement->span_count * sizeof(SlotSpan));
    qsort(sorted, judgement->span_count, sizeof(*sorted), compare_spans);
    SlotSpan *spans = arena_alloc(arena, (judgement->span_count + 1) * sizeof(SlotSpan));
    size_t count = 0, reached = 0;
    for (size_t i = 0; i < judgement->span_count; i++) {
        SlotSpan span = sorted[i];
        span.start = span.start < reached ? reached : span.start;
        if (span.start < span.end) {
            spans[count++] = span;
            reached = span.end;
        }
    }
    report->spans = spans;
    report->span_count = count;
}

static void report_slots(BulletReport *report, const Judgement *judgement)
{
    report->has_action = report->slots[SLOT_ACTION] = judgement->has_action;
    report->has_scope = report->slots[SLOT_SCOPE] = judgement->has_scope;
    report->has_technique = report->slots[SLOT_TECHNIQUE] = judgement->has_technique;
    report->has_result = judgement->has_result;
    report->has_metric = judgement->has_metric;
    report->slots[SLOT_RESULT] = judgement->has_result || judgement->has_metric;
    report->missing = SLOT_COUNT;
    for (Slot slot = SLOT_COUNT; slot > 0; slot--) {
        report->missing = report->slots[slot - 1] ? report->missing : slot - 1;
    }
}

BulletReport bullet_judge(const BulletInput *input, const Sentence *sentence, Arena *arena)
{
    Judgement judgement = {.sentence = sentence};
    scope_judge(&judgement);
    action_judge(&judgement);
    technique_judge(&judgement);
    result_judge(&judgement);
    metric_judge(&judgement);
    faults_judge(&judgement);
    note_missing(&judgement);
    specifics_judge(&judgement);

    BulletReport report = {.verdict = judge_verdict(&judgement)};
    report_slots(&report, &judgement);
    report_spans(&report, &judgement, arena);
    ReportInput found = {&judgement, input->extras, input->cursor, false};
    report.findings = report_findings(&found, arena, &report.finding_count);
    report.question = question_for(sentence, report.missing);
    return report;
}

BulletReport check_bullet(const BulletInput *input, Arena *arena)
{
    Sentence sentence = sentence_read(input->text, input->level, input->is_current,
                                      extras_words(input->extras), arena);
    return bullet_judge(input, &sentence, arena);
}
