#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/check/check.h"
#include "check/rule_table.h"

static bool has_code(const Finding *findings, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(findings[i].rule->code, code) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_found(const RuleSample *sample, Arena *arena)
{
    if (sample->is_summary) {
        SummaryInput summary = {.text = view_of(sample->text), .level = sample->level};
        SummaryReport report = check_summary(&summary, arena);
        return has_code(report.findings, report.finding_count, sample->code);
    }
    BulletInput input = {
        .text = view_of(sample->text), .level = sample->level, .is_current = sample->is_current};
    BulletReport report = check_bullet(&input, arena);
    return has_code(report.findings, report.finding_count, sample->code);
}

static void every_rule_keeps_its_own_sentences(void)
{
    Arena arena = {0};
    for (size_t i = 0; i < rule_sample_count; i++) {
        const RuleSample *sample = &rule_samples[i];
        bool is_good = is_found(sample, &arena) == sample->is_failing;
        if (!is_good) {
            printf("# %s should %s: %s\n", sample->code, sample->is_failing ? "fail" : "pass",
                   sample->text);
        }
        CU_ASSERT(is_good);
        arena_reset(&arena);
    }
    arena_done(&arena);
}

static void rules_are_sorted_and_found_by_code(void)
{
    size_t count;
    const Rule *const *rules = check_rules(&count);
    for (size_t i = 0; i < count; i++) {
        CU_ASSERT_PTR_EQUAL(check_rule(rules[i]->code), rules[i]);
        CU_ASSERT(i == 0 || strcmp(rules[i - 1]->code, rules[i]->code) < 0);
    }
    CU_ASSERT_PTR_NULL(check_rule("no-such-rule"));
}

CU_TestInfo rules_tests[] = {
    {"every rule keeps its own sentences", every_rule_keeps_its_own_sentences},
    {"rules are sorted and found by code", rules_are_sorted_and_found_by_code},
    CU_TEST_INFO_NULL,
};
