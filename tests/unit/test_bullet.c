#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/check/check.h"

static BulletReport judge(const char *text, Level level, Arena *arena)
{
    BulletInput input = {.text = view_of(text), .level = level};
    return check_bullet(&input, arena);
}

static void the_verdict_follows_the_slots(void)
{
    static const struct {
        const char *text;
        const char *verdict;
    } cases[] = {
        {"", "weak"},
        {"Backend developer.", "weak"},
        {"Fixed bugs and added new features.", "weak"},
        {"Built the voucher service in Go and PostgreSQL.", "fair"},
        {"Halved tariff lookup time with a partial index.", "strong"},
        {"Responsible for halving tariff lookup time with a partial index.", "fair"},
        {"Reduced tariff lookup time by [X]% with a partial index.", "weak"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        BulletReport report = judge(cases[i].text, LEVEL_MID, &arena);
        if (strcmp(verdict_name(report.verdict), cases[i].verdict) != 0) {
            printf("# %s: expected %s, got %s\n", cases[i].text, cases[i].verdict,
                   verdict_name(report.verdict));
        }
        CU_ASSERT_STRING_EQUAL(verdict_name(report.verdict), cases[i].verdict);
    }
    arena_done(&arena);
}

static void signs_before_what_is_no_number_are_passed(void)
{
    static const char *const cases[] = {"$5abc", "~5zz x", "\u22485k7", "$5xx errors",
                                        "\u00a37q-3"};
    Arena arena = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_STRING_EQUAL(verdict_name(judge(cases[i], LEVEL_MID, &arena).verdict), "weak");
    }
    arena_done(&arena);
}

static void spans_are_in_order_and_apart(void)
{
    const char *text =
        "Cut parcel search time from 3 s to 200 ms with a trigram index in PostgreSQL, "
        "so that depot staff no longer wait.";
    Arena arena = {0};
    BulletReport report = judge(text, LEVEL_MID, &arena);
    CU_ASSERT(report.span_count >= 4);
    for (size_t i = 0; i < report.span_count; i++) {
        CU_ASSERT(report.spans[i].start < report.spans[i].end);
        CU_ASSERT(report.spans[i].end <= strlen(text));
        CU_ASSERT(i == 0 || report.spans[i - 1].end <= report.spans[i].start);
    }
    arena_done(&arena);
}

static void the_first_empty_slot_is_asked_about(void)
{
    static const struct {
        const char *text;
        Slot missing;
        const char *word;
    } cases[] = {
        {"Added a partial index to the tariff table in PostgreSQL.", SLOT_RESULT, "slow query"},
        {"Built the notification queue worker in Celery.", SLOT_RESULT, "failed or late jobs"},
        {"Developed REST APIs using Django.", SLOT_SCOPE, "Which API"},
        {"Reduced parcel search latency by 40%.", SLOT_TECHNIQUE, "What made it fast"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        BulletReport report = judge(cases[i].text, LEVEL_MID, &arena);
        CU_ASSERT_EQUAL(report.missing, cases[i].missing);
        CU_ASSERT_PTR_NOT_NULL_FATAL(report.question);
        CU_ASSERT_PTR_NOT_NULL(strstr(report.question, cases[i].word));
    }
    BulletReport full = judge("Halved tariff lookup time with a partial index.", LEVEL_MID, &arena);
    CU_ASSERT_EQUAL(full.missing, SLOT_COUNT);
    CU_ASSERT_PTR_NULL(full.question);
    arena_done(&arena);
}

static void numbers_that_prove_nothing_are_no_metric(void)
{
    static const char *const cases[] = {
        "Ported the tariff service to Java 17 in 2023.",
        "Served the tariff API over HTTP/2.",
        "Added OAuth 2.0 to the tariff API.",
        "Wrote 40 endpoints for the tariff API.",
        "Wrote 10,000 lines of code for the tariff API.",
        "Worked with 8 developers on the tariff API.",
    };
    Arena arena = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        BulletReport report = judge(cases[i], LEVEL_MID, &arena);
        if (report.has_metric) {
            printf("# taken for evidence: %s\n", cases[i]);
        }
        CU_ASSERT_FALSE(report.has_metric);
    }
    arena_done(&arena);
}

CU_TestInfo bullet_tests[] = {
    {"signs before what is no number are passed", signs_before_what_is_no_number_are_passed},
    {"the verdict follows the slots", the_verdict_follows_the_slots},
    {"spans are in order and apart", spans_are_in_order_and_apart},
    {"the first empty slot is asked about", the_first_empty_slot_is_asked_about},
    {"numbers that prove nothing are no metric", numbers_that_prove_nothing_are_no_metric},
    CU_TEST_INFO_NULL,
};
