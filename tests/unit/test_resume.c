#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/check/check.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"

static const Date today = {2026, 11, 25};

/* A sound resume; a case puts one line more, or another, into it. */
static const char sound[] = "basics:\n"
                            "  name: Noor Haddad\n"
                            "  email: noor@example.com\n"
                            "  url: https://noor.example.com/\n"
                            "  summary: Back-end developer with five years on harbour booking in "
                            "Go and PostgreSQL; cut failed bookings by half.\n"
                            "work:\n"
                            "  - position: Developer\n"
                            "    name: Harbour Lines\n"
                            "    startDate: 2021-03\n"
                            "    highlights:\n"
                            "      - Ended double bookings in the berth service with row locks in "
                            "PostgreSQL.\n"
                            "      - Cut p95 latency of the tide API from 900 ms to 200 ms in Go.\n"
                            "skills:\n"
                            "  - name: Languages\n"
                            "    keywords: [Go]\n"
                            "  - name: Data\n"
                            "    keywords: [PostgreSQL]\n"
                            "education:\n"
                            "  - institution: Harbour College\n";

/* A resume that was read and checked. */
typedef struct {
    Document *document;
    Store *store;
    Arena arena;
    ResumeReport report;
} Checked;

static Checked check_text(StrView text)
{
    Diag diag = {0};
    Checked checked = {.store = store_read(text, NULL, NULL, &diag)};
    CU_ASSERT_STRING_EQUAL(diag.text, "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(checked.store);
    checked.document = document_new(store_take_root(checked.store));
    CheckOptions options = {.today = today};
    checked.report = check_resume(document_root(checked.document), &options, &checked.arena);
    return checked;
}

static void checked_done(Checked *checked)
{
    arena_done(&checked->arena);
    document_free(checked->document);
    store_free(checked->store);
}

/* The sound resume with `old` replaced; owned by the caller. */
static char *sound_with(const char *old, const char *with)
{
    const char *at = strstr(sound, old);
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    StrBuf out = {0};
    strbuf_add_view(&out, view_make(sound, (size_t)(at - sound)));
    strbuf_add(&out, with);
    strbuf_add(&out, at + strlen(old));
    return strbuf_steal(&out);
}

static const Finding *find(const ResumeReport *report, const char *code)
{
    for (size_t i = 0; i < report->finding_count; i++) {
        if (strcmp(report->findings[i].rule->code, code) == 0) {
            return &report->findings[i];
        }
    }
    return NULL;
}

static void print_findings(const ResumeReport *report)
{
    for (size_t i = 0; i < report->finding_count; i++) {
        printf("# %s: %s\n", report->findings[i].rule->code, report->findings[i].message);
    }
}

static void sound_resume_has_no_finding(void)
{
    Checked checked = check_text(view_of(sound));
    print_findings(&checked.report);
    CU_ASSERT_EQUAL(checked.report.finding_count, 0);
    CU_ASSERT_EQUAL(checked.report.bullet_count, 2);
    checked_done(&checked);
}

static void the_form_of_one_field_is_judged_alone(void)
{
    static const struct {
        FieldType type;
        const char *text, *code; /* NULL: nothing to say */
    } cases[] = {
        {FIELD_TYPE_EMAIL, "", NULL},
        {FIELD_TYPE_EMAIL, " noor@example.com ", NULL},
        {FIELD_TYPE_EMAIL, "noor(at)example.com", "email-broken"},
        {FIELD_TYPE_LINK, "noor.example.com/work", NULL},
        {FIELD_TYPE_LINK, "my page", "link-broken"},
        {FIELD_TYPE_DATE, "Mar 2021", NULL},
        {FIELD_TYPE_DATE, "now", NULL},
        {FIELD_TYPE_DATE, "soon", "date-unreadable"},
        {FIELD_TYPE_LINE, "soon", NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const Rule *rule = check_form(cases[i].type, view_of(cases[i].text));
        const char *code = rule ? rule->code : "";
        CU_ASSERT_STRING_EQUAL(code, cases[i].code ? cases[i].code : "");
    }
}

static void each_fault_is_told_where_it_is(void)
{
    static const struct {
        const char *old, *with, *code, *path;
    } cases[] = {
        {"  name: Noor Haddad\n", "", "name-missing", "basics"},
        {"  email: noor@example.com\n", "", "email-missing", "basics"},
        {"noor@example.com", "noor at example", "email-broken", "basics"},
        {"https://noor.example.com/", "my web page", "link-broken", "basics"},
        {"education:\n  - institution: Harbour College\n", "", "section-missing", "education"},
        {"keywords: [Go]", "keywords: [go]", "skill-spelling", "skills[0].keywords[0]"},
        {"keywords: [Go]", "keywords: [Go, golang]", "skill-duplicate", "skills[0].keywords[1]"},
        {"keywords: [Go]", "keywords: [Go, Kafka]", "skill-unshown", "skills[0].keywords[1]"},
        {"keywords: [PostgreSQL]", "keywords: [Row locks]", "skill-unlisted",
         "work[0].highlights[0]"},
        {"keywords: [Go]", "keywords: [Go, Distributed systems]", "claim-unshown",
         "skills[0].keywords[1]"},
        {"startDate: 2021-03", "startDate: soon", "date-unreadable", "work[0]"},
        {"    startDate: 2021-03\n", "", "date-missing", "work[0]"},
        {"startDate: 2021-03", "startDate: 2021-03\n    endDate: 2020-01", "date-order", "work[0]"},
        {"startDate: 2021-03", "startDate: 2031-03", "date-future", "work[0]"},
        {"startDate: 2021-03", "startDate: 2021-03\n    endDate: 2031-03", "date-future",
         "work[0]"},
        {"startDate: 2021-03", "startDate: 2021\n    endDate: 2022-01", "date-mixed", "work[0]"},
        {"skills:\n", "  - position: Boss\n    startDate: 2024-01\nskills:\n", "work-order",
         "work[1]"},
        {"skills:\n", "  - position: Boss\n    startDate: 2019-01\nskills:\n", "work-overlap",
         "work[1]"},
        {"education:\n", "meta:\n  bulletproof:\n    level: junior\neducation:\n", "level-years",
         "meta.bulletproof"},
        {"education:\n", "meta:\n  bulletproof:\n    level: senior\neducation:\n", "no-code", ""},
        {"education:\n", "meta:\n  bulletproof:\n    waivers:\n      - code: passive\neducation:\n",
         "waiver-stale", "meta.bulletproof.waivers[0]"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char *text = sound_with(cases[i].old, cases[i].with);
        Checked checked = check_text(view_of(text));
        const Finding *finding = find(&checked.report, cases[i].code);
        if (!cases[i].path[0]) {
            CU_ASSERT_PTR_NULL(finding);
        } else if (!finding) {
            printf("# no %s\n", cases[i].code);
            print_findings(&checked.report);
            CU_FAIL("the fault is not told");
        } else {
            StrBuf path = {0};
            node_add_path(&path, document_find(checked.document, finding->node));
            CU_ASSERT_STRING_EQUAL(strbuf_text(&path), cases[i].path);
            strbuf_done(&path);
        }
        checked_done(&checked);
        free(text);
    }
}

/* The end of the last bullet and the first group of skills. */
#define BULLET_AND_GROUP "in Go.\nskills:\n  - name: Languages\n    keywords: [Go]\n"

/* What a reader would not call a fault. */
static void what_is_no_fault_is_not_told(void)
{
    static const struct {
        const char *old, *with, *code;
    } cases[] = {
        {"https://noor.example.com/", "https://noor.example.com:8443/cv", "link-broken"},
        {"https://noor.example.com/", "noor.example.com", "link-broken"},
        /* shown by another name */
        {"keywords: [PostgreSQL]", "keywords: [PostgreSQL, SQL, Row locks]", "skill-unshown"},
        {"keywords: [Go]", "keywords: [Go, Git, English C1]", "skill-unshown"},
        {BULLET_AND_GROUP, "with pytest.\nskills:\n  - name: Languages\n    keywords: [Python]\n",
         "skill-unshown"},
        {BULLET_AND_GROUP, "with Lambda.\nskills:\n  - name: Cloud\n    keywords: [AWS]\n",
         "skill-unshown"},
        /* left behind, or listed as its vendor or its family */
        {"of the tide API from", "of the tide API, moved from MySQL, from", "skill-unlisted"},
        {BULLET_AND_GROUP, "with Lambda.\nskills:\n  - name: Cloud\n    keywords: [AWS]\n",
         "skill-unlisted"},
        {BULLET_AND_GROUP,
         "with Spring Batch.\nskills:\n  - name: Java\n    keywords: [Spring Boot]\n",
         "skill-unlisted"},
        /* planned ends, and what explains itself */
        {"  - institution: Harbour College\n",
         "  - institution: Harbour College\n    endDate: 2029-06\n", "date-future"},
        {"startDate: 2021-03", "startDate: 2021-03\n    endDate: 2027-06", "date-future"},
        {"skills:\n", "  - position: Freelance tester\n    startDate: 2019-01\nskills:\n",
         "work-overlap"},
        {"startDate: 2021-03\n",
         "startDate: 2021\n    endDate: 2024\n  - position: Tester\n    startDate: 2019\n"
         "    endDate: 2021\n",
         "work-overlap"},
        {"skills:\n", "  - position: Boss\n    startDate: 2024-01\n    endDate: 2023-01\nskills:\n",
         "work-order"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char *text = sound_with(cases[i].old, cases[i].with);
        Checked checked = check_text(view_of(text));
        if (find(&checked.report, cases[i].code)) {
            printf("# %s: %s\n", cases[i].code, cases[i].with);
            CU_FAIL("what is no fault is told");
        }
        checked_done(&checked);
        free(text);
    }
}

static void waived_findings_stay_but_are_waived(void)
{
    char *text =
        sound_with("      - Cut p95 latency of the tide API from 900 ms to 200 ms in Go.\n",
                   "      - Fixed bugs.\n"
                   "    x-bulletproof:\n"
                   "      - bullet: 2\n"
                   "        waivers:\n"
                   "          - code: no-scope\n"
                   "            reason: agreed\n");
    Checked checked = check_text(view_of(text));
    const Finding *waived = find(&checked.report, "no-scope");
    const Finding *open = find(&checked.report, "no-result");
    CU_ASSERT_PTR_NOT_NULL_FATAL(waived);
    CU_ASSERT_PTR_NOT_NULL_FATAL(open);
    CU_ASSERT_TRUE(waived->is_waived);
    CU_ASSERT_FALSE(open->is_waived);
    CU_ASSERT_PTR_NULL(find(&checked.report, "waiver-stale"));
    checked_done(&checked);
    free(text);
}

/* Without a reason nobody could tell whether it still holds. */
static void waiver_without_a_reason_waives_nothing(void)
{
    static const struct {
        const char *waiver;
        bool is_waived, is_stale;
    } cases[] = {
        {"      - code: skill-spelling\n        reason: agreed\n", true, false},
        {"      - code: skill-spelling\n        about: go\n        reason: agreed\n", true, false},
        {"      - code: skill-spelling\n        about: kafka\n        reason: agreed\n", false,
         true},
        {"      - code: skill-spelling\n", false, true},
        {"      - code: skill-spelling\n        reason: \"\"\n", false, true},
        {"      - code: no-such-rule\n        reason: agreed\n", false, true},
        {"      - reason: agreed\n", false, false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf text = {0};
        char *resume = sound_with("keywords: [Go]", "keywords: [go]");
        strbuf_addf(&text, "%smeta:\n  bulletproof:\n    waivers:\n%s", resume, cases[i].waiver);
        Checked checked = check_text(strbuf_view(&text));
        const Finding *finding = find(&checked.report, "skill-spelling");
        CU_ASSERT_PTR_NOT_NULL_FATAL(finding);
        CU_ASSERT_EQUAL(finding->is_waived, cases[i].is_waived);
        CU_ASSERT_EQUAL(find(&checked.report, "waiver-stale") != NULL, cases[i].is_stale);
        checked_done(&checked);
        strbuf_done(&text);
        free(resume);
    }
}

static size_t count_of(const ResumeReport *report, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < report->finding_count; i++) {
        count += strcmp(report->findings[i].rule->code, code) == 0 ? 1 : 0;
    }
    return count;
}

/* Four of the same in a short resume are a form filled in, in a long one they are not. */
static void an_opener_may_come_again_in_a_long_resume(void)
{
    for (size_t bullets = 20; bullets <= 40; bullets += 20) {
        StrBuf text = {0};
        strbuf_add(&text, "work:\n  - highlights:\n");
        for (size_t i = 0; i < bullets; i++) {
            strbuf_addf(&text, "      - %s the berth list.\n",
                        i < 4 ? "Split" : (const char *[]){"Cut", "Moved"}[i % 2]);
        }
        Checked checked = check_text(strbuf_view(&text));
        bool is_told = false;
        for (size_t i = 0; i < checked.report.finding_count; i++) {
            const Finding *finding = &checked.report.findings[i];
            is_told = is_told || (strcmp(finding->rule->code, "opener-repeated") == 0 &&
                                  strstr(finding->message, "split"));
        }
        CU_ASSERT_EQUAL(is_told, bullets == 20);
        checked_done(&checked);
        strbuf_done(&text);
    }
}

/* An example as it is shipped is told of once; under another name each text is told of. */
static void text_of_the_samples_is_known(void)
{
    static const char *const names[] = {"samples/junior.yaml", "samples/mid.yaml",
                                        "samples/senior.yaml"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        StrView sample = embedded_find(names[i])->text;
        Checked checked = check_text(sample);
        CU_ASSERT_EQUAL(count_of(&checked.report, "sample-text"), 1);
        size_t bullets = checked.report.bullet_count;
        checked_done(&checked);

        StrBuf own = {0};
        strbuf_add_view(&own, sample);
        size_t name = (size_t)(strstr(strbuf_text(&own), "  name: ") - strbuf_text(&own)) + 8;
        strbuf_splice(&own, name, 0, view_of("Own "));
        checked = check_text(strbuf_view(&own));
        CU_ASSERT(count_of(&checked.report, "sample-text") >= bullets - 3);
        checked_done(&checked);
        strbuf_done(&own);
    }
}

/* Findings come in the order of the resume. */
/* What no reader sees is not judged. */
static void what_is_hidden_has_no_findings(void)
{
    StrBuf text = {0};
    strbuf_add(&text, sound);
    strbuf_add(&text, "volunteer:\n"
                      "  - position: Helper\n"
                      "    startDate: 2031-01\n"
                      "    x-hidden: true\n"
                      "    highlights: [Helped with various things]\n");
    Checked checked = check_text(strbuf_view(&text));
    print_findings(&checked.report);
    CU_ASSERT_EQUAL(checked.report.finding_count, 0);
    CU_ASSERT_EQUAL(checked.report.bullet_count, 2);
    checked_done(&checked);
    strbuf_done(&text);
}

static void findings_are_in_order(void)

{
    Checked checked = check_text(embedded_find("samples/mid.yaml")->text);
    const Node *root = document_root(checked.document);
    size_t before = 0;
    for (size_t i = 0; i < checked.report.finding_count; i++) {
        size_t depth = 0;
        for (const Node *node = root; node_id(node) != checked.report.findings[i].node;
             node = node_next(node, root)) {
            depth++;
        }
        CU_ASSERT(depth >= before);
        before = depth;
    }
    checked_done(&checked);
}

CU_TestInfo resume_tests[] = {
    {"sound resume has no finding", sound_resume_has_no_finding},
    {"the form of one field is judged alone", the_form_of_one_field_is_judged_alone},
    {"each fault is told where it is", each_fault_is_told_where_it_is},
    {"what is no fault is not told", what_is_no_fault_is_not_told},
    {"waived findings stay but are waived", waived_findings_stay_but_are_waived},
    {"waiver without a reason waives nothing", waiver_without_a_reason_waives_nothing},
    {"an opener may come again in a long resume", an_opener_may_come_again_in_a_long_resume},
    {"text of the samples is known", text_of_the_samples_is_known},
    {"what is hidden has no findings", what_is_hidden_has_no_findings},
    {"findings are in order", findings_are_in_order},
    CU_TEST_INFO_NULL,
};
