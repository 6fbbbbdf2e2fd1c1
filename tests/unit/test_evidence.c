#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/check/check.h"
#include "bulletproof/check/evidence.h"
#include "bulletproof/model/document.h"
#include "sample.h"

static const char resume[] = "skills:\n"
                             "  - name: Data\n"
                             "    keywords: [PostgreSQL, Caching, SQL]\n"
                             "  - name: Messaging\n"
                             "    keywords: [Kafka, PostgreSQL]\n"
                             "work:\n"
                             "  - name: Harbour\n"
                             "    highlights:\n"
                             "      - Cut latency of the tide API by caching tariffs in Redis.\n"
                             "      - Moved tariffs to PostgreSQL and cached them in Redis.\n"
                             "      - Ended double bookings.\n";

/* Of a resume, with nodes that have ids. */
typedef struct {
    Document *doc;
    Arena arena;
    EvidenceList list;
} Crossed;

static Crossed cross(Node *root)
{
    Crossed crossed = {.doc = document_new(root)};
    crossed.list = check_evidence(document_root(crossed.doc), NULL, &crossed.arena);
    return crossed;
}

static void crossed_done(Crossed *crossed)
{
    arena_done(&crossed->arena);
    document_free(crossed->doc);
}

static const Evidence *find(const Crossed *crossed, const char *name)
{
    for (size_t i = 0; i < crossed->list.count; i++) {
        if (strcmp(crossed->list.items[i].name, name) == 0) {
            return &crossed->list.items[i];
        }
    }
    return NULL;
}

static void skills_and_bullets_are_crossed(void)
{
    static const struct {
        const char *name;
        bool is_listed;
        size_t bullets;
        const char *first; /* how the first of them begins */
    } cases[] = {
        {"PostgreSQL", true, 1, "Moved"}, {"Caching", true, 2, "Cut"}, {"SQL", true, 1, "Moved"},
        {"Kafka", true, 0, NULL},         {"Redis", false, 2, "Cut"},
    };
    Crossed crossed = cross(sample_read(view_of(resume)));
    CU_ASSERT_EQUAL(crossed.list.count, sizeof(cases) / sizeof(cases[0]));
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const Evidence *skill = &crossed.list.items[i];
        CU_ASSERT_STRING_EQUAL(skill->name, cases[i].name);
        CU_ASSERT_EQUAL(skill->listed != 0, cases[i].is_listed);
        CU_ASSERT_EQUAL(skill->bullet_count, cases[i].bullets);
        const Node *bullet =
            skill->bullet_count > 0 ? document_find(crossed.doc, skill->bullets[0]) : NULL;
        CU_ASSERT_EQUAL(bullet != NULL, cases[i].first != NULL);
        if (bullet && cases[i].first) {
            CU_ASSERT(view_starts_with(node_view(bullet, FIELD_TEXT), cases[i].first));
        }
    }
    crossed_done(&crossed);
}

static void bullets_that_are_hidden_show_nothing(void)
{
    Node *root = sample_read(view_of(resume));
    Document *doc = document_new(root);
    const Node *work = node_child(node_part(document_root(doc), NODE_WORKS), 0);
    const Node *second = node_child(node_part(work, NODE_HIGHLIGHTS), 1);
    document_set(doc, node_id(second), FIELD_HIDDEN, view_of("true"));
    Crossed crossed = {.doc = doc};
    crossed.list = check_evidence(document_root(doc), NULL, &crossed.arena);
    CU_ASSERT_EQUAL(find(&crossed, "PostgreSQL")->bullet_count, 0);
    CU_ASSERT_EQUAL(find(&crossed, "Redis")->bullet_count, 1);
    crossed_done(&crossed);
}

static size_t count_findings(const ResumeReport *report, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < report->finding_count; i++) {
        count += strcmp(report->findings[i].rule->code, code) == 0 ? 1 : 0;
    }
    return count;
}

/* The rules report a skill that is listed only, and one that is shown only. */
static void the_rules_say_the_same(void)
{
    static const char *const samples[] = {"samples/junior.yaml", "samples/mid.yaml",
                                          "samples/senior.yaml", NULL};
    for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
        Crossed crossed =
            cross(samples[i] ? sample_load(samples[i]) : sample_read(view_of(resume)));
        CheckOptions options = {.today = {2025, 11, 1}};
        ResumeReport report = check_resume(document_root(crossed.doc), &options, &crossed.arena);
        size_t listed_only = 0, shown_only = 0;
        for (size_t k = 0; k < crossed.list.count; k++) {
            const Evidence *skill = &crossed.list.items[k];
            listed_only += skill->listed && !skill->needs_none && skill->bullet_count == 0 ? 1 : 0;
            shown_only += skill->listed ? 0 : 1;
        }
        CU_ASSERT_EQUAL(listed_only, count_findings(&report, "skill-unshown"));
        CU_ASSERT_EQUAL(shown_only, count_findings(&report, "skill-unlisted"));
        crossed_done(&crossed);
    }
}

CU_TestInfo evidence_tests[] = {
    {"skills and bullets are crossed", skills_and_bullets_are_crossed},
    {"bullets that are hidden show nothing", bullets_that_are_hidden_show_nothing},
    {"the rules say the same", the_rules_say_the_same},
    CU_TEST_INFO_NULL,
};
