/* The slots of a bullet, ruling by ruling: A action, S scope, T technique, R result, M metric. */
#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/check/check.h"

enum { SLOT_LETTERS = 5 };

typedef struct {
    const char *slots; /* a letter where the slot is filled, '-' where it is empty */
    const char *text;
} SlotCase;

static void read_slots(const char *text, char letters[SLOT_LETTERS + 1], Arena *arena)
{
    BulletInput input = {.text = view_of(text), .level = LEVEL_MID};
    BulletReport report = check_bullet(&input, arena);
    const bool found[SLOT_LETTERS] = {report.has_action, report.has_scope, report.has_technique,
                                      report.has_result, report.has_metric};
    memcpy(letters, "-----", SLOT_LETTERS + 1);
    for (int i = 0; i < SLOT_LETTERS; i++) {
        letters[i] = found[i] ? "ASTRM"[i] : '-';
    }
}

static void expect_slots(const SlotCase *cases, size_t count)
{
    Arena arena = {0};
    for (size_t i = 0; i < count; i++) {
        char letters[SLOT_LETTERS + 1];
        read_slots(cases[i].text, letters, &arena);
        if (strcmp(letters, cases[i].slots) != 0) {
            printf("# %s: expected %s, got %s\n", cases[i].text, cases[i].slots, letters);
        }
        CU_ASSERT_STRING_EQUAL(letters, cases[i].slots);
    }
    arena_done(&arena);
}

#define EXPECT_SLOTS(cases) expect_slots(cases, sizeof(cases) / sizeof((cases)[0]))

static void looking_after_counts_only_for_a_named_system(void)
{
    static const SlotCase cases[] = {
        {"-----", "Managed servers."},
        {"-----", "Kept systems running."},
        {"AS---", "Administered the exam-results database."},
        {"AS---", "Maintained the grant-payments batch."},
        {"AS-RM", "Kept the fuel-card API at 99.95% uptime."},
        {"ASTRM", "Kept the fuel-card API at 99.95% uptime with zone-aware failover."},
    };
    EXPECT_SLOTS(cases);
}

static void openers_hide_a_deed_or_tell_none(void)
{
    static const SlotCase cases[] = {
        {"-S---", "Took part in the design of the claims workflow."},
        {"-ST--", "Contributed to the migration of the claims workflow to Camunda."},
        {"A----", "Responsible for writing clean code."},
        {"AS---", "Dealt with complaints about the property portal."},
        {"-----", "Dealt with complaints."},
        {"A-T--", "Used Redis to cache data."},
        {"ASTRM", "Gas-meter import moved to COPY, bringing it from 40 minutes to 90 seconds."},
        {"---RM", "Outages dropped by 50%."},
        {"ASTRM", "My part was to cache tram times in Redis, which cut p95 from 2 s to 90 ms."},
    };
    EXPECT_SLOTS(cases);
}

static void compounds_name_devices(void)
{
    static const SlotCase cases[] = {
        {"AST--", "Added a duplicate-hash check to the tenancy import."},
        {"A-T--", "Introduced a schema gate."},
        {"A-TR-", "Introduced PgBouncer, so that bursts no longer exhaust the database."},
        {"AS-RM", "Shortened the cargo-manifest check tenfold."},
        {"AS---", "Built the milk-quota report."},
        {"ASTRM", "Shrank the depot payload by 80% by sending deltas."},
        {"AS-RM", "Cut parcel errors by 30% by improving processes."},
        {"AS-RM", "Cut parcel errors by 30% using different technologies."},
        {"AST--", "Sharded the notification outbox."},
        {"ASTRM", "Trimmed kiosk boot time from 50 s to 6 s using class-data sharing."},
        {"AST--", "Developed RESTful APIs for user management using Node.js."},
        {"AST--", "Partitioned the audit table by month."},
    };
    EXPECT_SLOTS(cases);
}

static void names_nobody_knows_are_products_by_their_place(void)
{
    static const SlotCase cases[] = {
        {"AST--", "Built a Zorbit service for parcel claims."},
        {"AST--", "Built the parcel-claims service (Zorbit, Quellix)."},
        {"AST--", "Replaced Zorbit by Quellix in the parcel-claims service."},
        {"AST--", "Extended the Zorbit-based parcel-claims service."},
        {"AS---", "Extended the Zorbit service."},
        {"A-T--", "Built applications with Scala, Akka, Play, Slick and zbit."},
        {"AS---", "Built the Spanish claims service."},
        {"AST--", "Rewrote the visitor log in Go."},
        {"AS---", "Built the seed swap API."},
        {"A-T--", "Rewrote the message consumer in Go."},
    };
    EXPECT_SLOTS(cases);
}

static void results_are_told_in_many_ways(void)
{
    static const SlotCase cases[] = {
        {"ASTR-",
         "Ensured card numbers never reach the checkout logs by adding a redaction filter."},
        {"AS-R-", "Gave the finance team a way to rerun one day of settlements by themselves."},
        {"ASTR-",
         "Reordered row locks in the payslip generator (employee first, then pay run), and the "
         "deadlocks that used to abort month-end disappeared."},
        {"ASTR-", "Tightened JWT checks across the seat gateways and thereby shut out old tokens."},
        {"ASTRM",
         "Enforced order-id uniqueness in MySQL; duplicate parcels dried up from a dozen a "
         "week."},
        {"AS-RM", "Shipped the school-meal ordering app a month ahead of the term."},
        {"AST-M",
         "Set the tracing standard in OpenTelemetry that 22 services of the planner follow."},
        {"ASTRM", "Seat sync: replaced row loops by set-based SQL, run time 3 h → 12 min."},
        {"AS-R-", "Fixed the voucher app crashing on start-up."},
        {"ASTR-", "Wrote Cypress tests for the voucher checkout, which found nine regressions "
                  "before release."},
        {"AST--", "Moved the sauna booking site to Kubernetes, so it runs on Kubernetes."},
        {"AS---", "Closed tickets about the auction API."},
        {"AST--", "Cut the auction site over to Kubernetes."},
        {"AST--", "Built the quiz app in Go, making a leaderboard in Redis."},
        {"ASTR-", "Rebuilt the tax-form validator on Drools, and analysts add forms on their own."},
        {"ASTRM",
         "Put tax rounding into a Kotlin library, disputes a month: 37 before, two after."},
        {"AS-RM", "Cut wrong vaccine labels to 3 a month."},
        {"AS-RM", "Got the lab-sample load done in 4 minutes rather than 35."},
        {"AST-M", "Built the number-port hub in Erlang that settles 70,000 ports a month."},
        {"ASTRM",
         "Used compaction to rebuild the parcel store in four minutes rather than an hour."},
    };
    EXPECT_SLOTS(cases);
}

CU_TestInfo slots_tests[] = {
    {"looking after counts only for a named system", looking_after_counts_only_for_a_named_system},
    {"openers hide a deed or tell none", openers_hide_a_deed_or_tell_none},
    {"compounds name devices", compounds_name_devices},
    {"names nobody knows are products by their place",
     names_nobody_knows_are_products_by_their_place},
    {"results are told in many ways", results_are_told_in_many_ways},
    CU_TEST_INFO_NULL,
};
