#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/cuts.h"
#include "bulletproof/check/check.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"
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

static bool is_in_bullet(const RuleSample *sample, Arena *arena)
{
    BulletInput input = {.text = view_of(sample->text),
                         .level = sample->level,
                         .is_current = sample->kind == SAMPLE_CURRENT};
    BulletReport report = check_bullet(&input, arena);
    return has_code(report.findings, report.finding_count, sample->code);
}

static bool is_in_summary(const RuleSample *sample, Arena *arena)
{
    SummaryInput input = {.text = view_of(sample->text), .level = sample->level};
    SummaryReport report = check_summary(&input, arena);
    return has_code(report.findings, report.finding_count, sample->code);
}

/* What a resume cannot show is told of by the store, under the code of a rule, too. */
static bool is_in_resume(const RuleSample *sample, Arena *arena)
{
    Diag diag = {0};
    CheckOptions options = {.today = {2026, 11, 25}};
    Store *store = store_read(view_of(sample->text), NULL, NULL, &diag);
    CU_ASSERT_STRING_EQUAL(diag.text, "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    Document *document = document_new(store_take_root(store));
    ResumeReport report = check_resume(document_root(document), &options, arena);
    bool is_fault = store_faults(store)->count > 0;
    bool is_found = strcmp(sample->code, "file") == 0
                        ? is_fault
                        : has_code(report.findings, report.finding_count, sample->code);
    CU_ASSERT(is_found || !is_fault);
    document_free(document);
    store_free(store);
    return is_found;
}

/* So many bullets for one page. */
static bool is_on_pages(const RuleSample *sample, Arena *arena)
{
    Node *root = node_new(NODE_RESUME);
    Node *work = node_append(node_part_mutable(root, NODE_WORKS), node_new(NODE_WORK));
    for (long i = strtol(sample->text, NULL, 10); i > 0; i--) {
        Node *list = node_part_mutable(work, NODE_HIGHLIGHTS);
        node_set(node_append(list, node_new(NODE_BULLET)), FIELD_TEXT,
                 view_of("Cut p95 latency of the tide API from 900 ms to 200 ms in Go."));
    }
    Document *document = document_new(root);
    Theme theme;
    theme_init(&theme);
    Fonts *fonts = fonts_open_builtin();
    LayoutInput input = {
        .root = document_root(document), .theme = &theme, .fonts = fonts, .most_pages = 1};
    Cuts cuts = {NULL, 0};
    if (layout_build(&input, arena)->is_too_long) {
        cuts = cuts_find(&input, arena);
    }
    bool is_found = has_code(cuts.findings, cuts.count, sample->code);
    document_free(document);
    fonts_free(fonts);
    theme_done(&theme);
    return is_found;
}

static bool is_found(const RuleSample *sample, Arena *arena)
{
    switch (sample->kind) {
    case SAMPLE_SUMMARY:
        return is_in_summary(sample, arena);
    case SAMPLE_RESUME:
        return is_in_resume(sample, arena);
    case SAMPLE_PAGES:
        return is_on_pages(sample, arena);
    default:
        return is_in_bullet(sample, arena);
    }
}

static void every_rule_keeps_its_own_samples(void)
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

static size_t count_samples(const char *code, bool is_failing)
{
    size_t count = 0;
    for (size_t i = 0; i < rule_sample_count; i++) {
        bool is_its = strcmp(rule_samples[i].code, code) == 0;
        count += is_its && rule_samples[i].is_failing == is_failing ? 1 : 0;
    }
    return count;
}

static void every_rule_has_samples(void)
{
    size_t count;
    const Rule *const *rules = check_rules(&count);
    for (size_t i = 0; i < count; i++) {
        CU_ASSERT(count_samples(rules[i]->code, true) > 0);
        CU_ASSERT(count_samples(rules[i]->code, false) > 0);
    }
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
    {"every rule has samples", every_rule_has_samples},
    {"every rule keeps its own samples", every_rule_keeps_its_own_samples},
    {"rules are sorted and found by code", rules_are_sorted_and_found_by_code},
    CU_TEST_INFO_NULL,
};
