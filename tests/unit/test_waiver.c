#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "app/app_inside.h"

/* An application with a resume whose second bullet has findings, and its cursor in that. */
typedef struct {
    App *app;
    NodeId bullet;
} Desk;

static const Node *bullet_of(const App *app)
{
    const Node *works = node_part(document_root(app->document), NODE_WORKS);
    return node_child(node_part(node_child(works, 0), NODE_HIGHLIGHTS), 1);
}

static void run(const Desk *desk, const char *command)
{
    CU_ASSERT_TRUE(editor_run(desk->app->editor, view_of(command)));
    app_settle_report(desk->app);
    app_settle(desk->app);
}

static void type(const Desk *desk, const char *text)
{
    for (size_t i = 0; text[i]; i++) {
        editor_key(desk->app->editor, (Key){(unsigned char)text[i], 0});
        app_settle(desk->app);
    }
    app_settle_report(desk->app); /* keys rest */
}

static Desk desk_open(void)
{
    Diag diag = {0};
    Desk desk = {.app = app_new(&(AppOptions){.today = {2025, 11, 25}, .has_builtin_fonts = true})};
    CU_ASSERT_FATAL(app_open(desk.app, source_path("tests/screens/resume.yaml"), &diag));
    desk.bullet = node_id(bullet_of(desk.app));
    app_settle(desk.app);
    editor_go(desk.app->editor, (Place){desk.bullet, FIELD_TEXT, 0});
    app_settle(desk.app);
    return desk;
}

/* Findings that are open, of a node; 0: of all. */
static size_t count_open(const Desk *desk, NodeId node)
{
    size_t count = 0;
    for (size_t i = 0; i < desk->app->report.finding_count; i++) {
        const Finding *finding = &desk->app->report.findings[i];
        count += !finding->is_waived && (node == 0 || finding->node == node) ? 1 : 0;
    }
    return count;
}

static bool has_open(const Desk *desk, const char *code)
{
    for (size_t i = 0; i < desk->app->report.finding_count; i++) {
        const Finding *finding = &desk->app->report.findings[i];
        if (!finding->is_waived && strcmp(finding->rule->code, code) == 0) {
            return true;
        }
    }
    return false;
}

static void a_finding_of_a_bullet_is_waived_with_a_reason(void)
{
    Desk desk = desk_open();
    size_t open = count_open(&desk, desk.bullet);
    run(&desk, "waive");
    CU_ASSERT_EQUAL(count_open(&desk, desk.bullet), open);
    type(&desk, "Agreed.");
    CU_ASSERT_EQUAL(count_open(&desk, desk.bullet), open - 1);
    const Node *waivers = node_part(bullet_of(desk.app), NODE_WAIVERS);
    CU_ASSERT_EQUAL_FATAL(node_count(waivers), 1);
    CU_ASSERT_STRING_EQUAL(node_text(node_child(waivers, 0), FIELD_CODE), "no-action");
    CU_ASSERT_STRING_EQUAL(node_text(node_child(waivers, 0), FIELD_REASON), "Agreed.");

    run(&desk, "enter");
    Place place = editor_place(desk.app->editor);
    CU_ASSERT_EQUAL(place.node, desk.bullet);
    CU_ASSERT_EQUAL(place.field, FIELD_TEXT);
    size_t waived = 0;
    for (size_t i = 0; i < desk.app->bullet.finding_count; i++) {
        waived += desk.app->bullet.findings[i].is_waived;
    }
    CU_ASSERT_EQUAL(waived, 1);
    app_free(desk.app);
}

static void waivers_are_undone_and_removed(void)
{
    static const char *const ways[][3] = {
        {"undo", "undo", NULL},      /* the reason, the waiver */
        {"remove-item", NULL, NULL}, /* with the cursor in the reason */
        {"remove-item", "undo", "remove-item"},
    };
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
        Desk desk = desk_open();
        Node *before = node_copy(document_root(desk.app->document));
        size_t open = count_open(&desk, desk.bullet);
        run(&desk, "waive");
        type(&desk, "Agreed.");
        for (size_t k = 0; k < 3 && ways[i][k]; k++) {
            run(&desk, ways[i][k]);
        }
        CU_ASSERT_TRUE(node_equal(before, document_root(desk.app->document)));
        CU_ASSERT_EQUAL(count_open(&desk, desk.bullet), open);
        node_free(before);
        app_free(desk.app);
    }
}

static void a_waiver_left_without_a_reason_goes(void)
{
    Desk desk = desk_open();
    run(&desk, "waive");
    run(&desk, "enter");
    CU_ASSERT_EQUAL(node_count(node_part(bullet_of(desk.app), NODE_WAIVERS)), 0);
    CU_ASSERT_FALSE(document_is_modified(desk.app->document));
    CU_ASSERT_EQUAL(editor_place(desk.app->editor).node, desk.bullet);

    run(&desk, "waive");
    type(&desk, "x");
    run(&desk, "backspace");
    run(&desk, "up");
    CU_ASSERT_EQUAL(node_count(node_part(bullet_of(desk.app), NODE_WAIVERS)), 0);
    app_free(desk.app);
}

static void each_finding_has_a_waiver_of_its_own(void)
{
    Desk desk = desk_open();
    size_t open = count_open(&desk, desk.bullet);
    for (size_t i = 1; i <= open; i++) {
        run(&desk, "waive");
        type(&desk, "Yes");
        run(&desk, "enter");
        CU_ASSERT_EQUAL(count_open(&desk, desk.bullet), open - i);
        CU_ASSERT_EQUAL(node_count(node_part(bullet_of(desk.app), NODE_WAIVERS)), i);
    }
    run(&desk, "waive");
    CU_ASSERT_EQUAL(node_count(node_part(bullet_of(desk.app), NODE_WAIVERS)), open);
    app_free(desk.app);
}

static void what_is_no_bullet_is_waived_in_the_settings(void)
{
    Desk desk = desk_open();
    const Node *skills = node_part(document_root(desk.app->document), NODE_SKILLS);
    NodeId keyword = node_id(node_child(node_part(node_child(skills, 0), NODE_KEYWORDS), 1));
    document_set(desk.app->document, keyword, FIELD_TEXT, view_of("Kafka"));
    editor_go(desk.app->editor, (Place){keyword, FIELD_TEXT, 0});
    app_settle_report(desk.app);
    app_settle(desk.app);
    size_t open = count_open(&desk, keyword);
    CU_ASSERT(open > 0);
    run(&desk, "waive");
    type(&desk, "Asked for by name.");
    CU_ASSERT_EQUAL(count_open(&desk, keyword), open - 1);
    const Node *meta = node_part(document_root(desk.app->document), NODE_META);
    const Node *waivers = node_part(node_part(meta, NODE_SETTINGS), NODE_WAIVERS);
    CU_ASSERT_EQUAL_FATAL(node_count(waivers), 1);
    CU_ASSERT_STRING_EQUAL(node_text(node_child(waivers, 0), FIELD_ABOUT), "Kafka");
    run(&desk, "enter");
    CU_ASSERT_EQUAL(editor_place(desk.app->editor).node, keyword);
    app_free(desk.app);
}

static void a_waiver_that_waives_nothing_is_told_and_can_be_gone_to(void)
{
    Desk desk = desk_open();
    run(&desk, "waive");
    type(&desk, "Agreed.");
    CU_ASSERT_FALSE(has_open(&desk, "waiver-stale"));
    run(&desk, "enter");
    document_set(desk.app->document, desk.bullet, FIELD_TEXT,
                 view_of("Cut lookups of the ledger service by half by caching rates in Redis."));
    app_settle_report(desk.app);
    app_settle(desk.app);
    CU_ASSERT_TRUE(has_open(&desk, "waiver-stale"));
    run(&desk, "next-finding");
    CU_ASSERT_EQUAL(
        node_kind(document_find(desk.app->document, editor_place(desk.app->editor).node)),
        NODE_WAIVER);
    run(&desk, "waive"); /* no waiver of a waiver */
    run(&desk, "remove-item");
    CU_ASSERT_FALSE(has_open(&desk, "waiver-stale"));
    app_free(desk.app);
}

CU_TestInfo waiver_tests[] = {
    {"a finding of a bullet is waived with a reason",
     a_finding_of_a_bullet_is_waived_with_a_reason},
    {"waivers are undone and removed", waivers_are_undone_and_removed},
    {"a waiver left without a reason goes", a_waiver_left_without_a_reason_goes},
    {"each finding has a waiver of its own", each_finding_has_a_waiver_of_its_own},
    {"what is no bullet is waived in the settings", what_is_no_bullet_is_waived_in_the_settings},
    {"a waiver that waives nothing is told and can be gone to",
     a_waiver_that_waives_nothing_is_told_and_can_be_gone_to},
    CU_TEST_INFO_NULL,
};
