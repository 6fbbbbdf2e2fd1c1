#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/model/level.h"
#include "ui/walk_parts.h"

/* --- composing ------------------------------------------------------------------------- */

static Node *answers_of(const char *const texts[4])
{
    static const FieldId fields[] = {FIELD_DID, FIELD_TARGET, FIELD_MEANS, FIELD_CHANGE};
    Node *answers = node_new(NODE_WALKTHROUGH);
    for (size_t i = 0; i < 4; i++) {
        node_set(answers, fields[i], view_of(texts[i]));
    }
    return answers;
}

static void a_bullet_is_made_of_the_writers_own_words(void)
{
    static const struct {
        const char *answers[4], *bullet;
    } cases[] = {
        {{"", "", "", ""}, ""},
        {{"wrote the booking endpoint", "the club's API", "Flask and PostgreSQL",
          "members cannot book the same boat twice"},
         "Wrote the booking endpoint for the club's API with Flask and PostgreSQL, so that members "
         "cannot book the same boat twice."},
        {{"built", "the order API", "Go", ""}, "Built the order API in Go."},
        {{"I built a cache.", "for product pages", "using Redis", "which halved the load time"},
         "Built a cache for product pages using Redis, which halved the load time."},
        {{"add paging", "the loan list", "", "cut its slowest page to one second"},
         "Added paging for the loan list, which cut its slowest page to one second."},
        {{"writing tests", "", "pytest", "catching a double booking"},
         "Wrote tests with pytest, catching a double booking."},
        {{"fix the import", "of the price list", "I added a transaction", "no more half imports"},
         "Fixed the import of the price list by adding a transaction, with no more half imports."},
        {{"We've moved", "invoice mail", "by a queue", "so checkout no longer waits"},
         "Moved invoice mail by a queue, so checkout no longer waits."},
        {{"test", "the parser", "Property-based tests", "The parser no longer crashes"},
         "Tested the parser with Property-based tests, so that the parser no longer crashes."},
        {{"", "the stock service", "Kafka", ""}, "The stock service with Kafka."},
        {{"test suite", "", "", ""}, "Test suite."},
        {{"migrated", "billing", "PostgreSQL", "to keep the history"},
         "Migrated billing with PostgreSQL to keep the history."},
        {{"données écrites", "日本", "é", "ß"}, "Données écrites for 日本 with é, ß."},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Node *answers = answers_of(cases[i].answers);
        StrBuf bullet = {0};
        walk_compose(&bullet, answers);
        if (strcmp(strbuf_text(&bullet), cases[i].bullet) != 0) {
            printf("# expected %s\n# but got  %s\n", cases[i].bullet, strbuf_text(&bullet));
        }
        CU_ASSERT_STRING_EQUAL(strbuf_text(&bullet), cases[i].bullet);
        strbuf_done(&bullet);
        node_free(answers);
    }
}

/* --- the texts ------------------------------------------------------------------------------ */

static bool is_told(StrView block, const char *key, const char *name)
{
    bool is_there = walk_text_line(block, key).length > 0;
    if (!is_there) {
        printf("# [%s] has no %s\n", name, key);
    }
    return is_there;
}

static void check_block(const Document *doc, Walk walk)
{
    static const char *const keys[] = {"question", "why", "weak", "strong"};
    const WalkStepInfo *info = walk_step_info(walk.step);
    StrView block = walk_text_block(doc, walk), word, label;
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        CU_ASSERT(is_told(block, keys[i], info->name));
    }
    bool has_choice = walk_text_choice(block, 1, &word, &label);
    CU_ASSERT_EQUAL(has_choice, info->answer == WALK_ANSWER_CHOICE);
}

static void set_level(Document *doc, Level level)
{
    const Node *settings = node_part(node_part(document_root(doc), NODE_META), NODE_SETTINGS);
    document_set(doc, node_id(settings), FIELD_LEVEL, view_of(level_name(level)));
}

static void every_question_has_a_reason_and_two_examples(void)
{
    enum { TOPICS = 4 };
    for (Level level = LEVEL_JUNIOR; level <= LEVEL_SENIOR; level++) {
        Document *doc = document_new(NULL);
        set_level(doc, level);
        for (int step = 0; step < WALK_STEP_COUNT; step++) {
            check_block(doc, (Walk){.step = (WalkStep)step});
        }
        for (int capability = 0; capability < TECHNOLOGY_CATEGORY_COUNT; capability++) {
            check_block(doc,
                        (Walk){.step = WALK_SKILLS, .capability = (TechnologyCategory)capability});
        }
        const Node *works = node_part(document_root(doc), NODE_WORKS);
        NodeId work = document_insert(doc, node_id(works), 0, node_new(NODE_WORK));
        const Node *bullets = node_part(document_find(doc, work), NODE_HIGHLIGHTS);
        for (size_t i = 0; i < TOPICS; i++) {
            NodeId bullet = document_insert(doc, node_id(bullets), i, node_new(NODE_BULLET));
            check_block(doc, (Walk){.step = WALK_DID, .about = bullet});
        }
        document_free(doc);
    }
}

/* --- walking ---------------------------------------------------------------------------------- */

typedef struct {
    const char *step, *answer; /* of a choice: its word */
} Answer;

static bool answer(Document *doc, const Answer *given)
{
    Walk walk;
    bool is_there =
        walk_read(doc, &walk) && strcmp(walk_step_info(walk.step)->name, given->step) == 0;
    if (!is_there) {
        printf("# expected the question %s, not %s\n", given->step,
               walk_step_info(walk.step)->name);
        return false;
    }
    Place place = walk_answer(doc, walk);
    if (place.field != FIELD_COUNT && given->answer[0]) {
        document_set(doc, place.node, place.field, view_of(given->answer));
    }
    return walk_next(doc, view_of(given->answer));
}

static const Answer junior[] = {
    {"level", "junior"},
    {"role", "Back-End Developer"},
    {"name", "Anna Example"},
    {"email", "anna.example@example.com"},
    {"phone", ""},
    {"city", "Leeds"},
    {"page", ""},
    {"piece", "project"},
    {"project", "Kayak club bookings"},
    {"description", "An API with which a club books its boats"},
    {"project-page", ""},
    {"project-end", "May 2024"},
    {"did", "wrote the booking endpoint"},
    {"target", "the club's API"},
    {"means", "Flask and PostgreSQL"},
    {"change", "members cannot book the same boat twice"},
    {"bullet", ""},
    {"more", "bullet"},
    {"did", ""},
    {"more", "done"},
    {"studies", "study"},
    {"institution", "University of Avonford"},
    {"degree", "BSc"},
    {"subject", "Computer Science"},
    {"study-end", "2026"},
    {"studies", "done"},
    {"skills", "Python, SQL"},
    {"skills", ""},
    {"skills", ""},
    {"skills", ""},
    {"skills", ""},
    {"summary", ""},
};

static Document *walked(void)
{
    Document *doc = document_new(NULL);
    walk_resume(doc);
    for (size_t i = 0; i < sizeof(junior) / sizeof(junior[0]); i++) {
        CU_ASSERT_FATAL(answer(doc, &junior[i]));
    }
    return doc;
}

static void answers_alone_make_a_resume(void)
{
    Document *doc = walked();
    const Node *root = document_root(doc);
    const Node *project = node_child(node_part(root, NODE_PROJECTS), 0);
    CU_ASSERT_EQUAL(node_count(node_part(project, NODE_HIGHLIGHTS)), 1);
    CU_ASSERT_STRING_EQUAL(node_text(project, FIELD_END_DATE), "2024-05");
    const Node *skills = node_part(root, NODE_SKILLS);
    CU_ASSERT_EQUAL_FATAL(node_count(skills), 3);
    CU_ASSERT_STRING_EQUAL(node_text(node_child(skills, 1), FIELD_NAME), "Frameworks");
    CU_ASSERT_STRING_EQUAL(node_text(node_part(root, NODE_BASICS), FIELD_SUMMARY),
                           "Junior Back-End Developer who wrote the booking endpoint for the "
                           "club's API with Flask and PostgreSQL, so that members cannot book the "
                           "same boat twice. Works with Python, SQL, Flask, PostgreSQL.");
    CU_ASSERT_FALSE(walk_next(doc, view_of("pdf")));
    walk_finish(doc);
    CU_ASSERT(node_is_blank(walk_node(doc)));
    document_free(doc);
}

static void going_back_visits_every_question_and_changes_nothing(void)
{
    Document *doc = walked();
    Node *before = node_copy(document_root(doc));
    size_t steps = 0;
    while (walk_back(doc) && steps < 100) {
        steps++;
    }
    Walk walk;
    CU_ASSERT(walk_read(doc, &walk) && walk.step == WALK_LEVEL);
    CU_ASSERT(steps > 20 && steps < 100);
    document_set(doc, node_id(walk_node(doc)), FIELD_STEP, view_of("pdf"));
    CU_ASSERT(node_equal(before, document_root(doc)));
    node_free(before);
    document_free(doc);
}

static void undoing_goes_back_question_by_question(void)
{
    Document *doc = walked();
    Walk walk;
    while (document_undo(doc, NULL)) {
    }
    CU_ASSERT_FALSE(walk_read(doc, &walk));
    CU_ASSERT(node_is_blank(document_root(doc)));
    while (document_redo(doc, NULL)) {
    }
    CU_ASSERT(walk_read(doc, &walk) && walk.step == WALK_PDF);
    document_free(doc);
}

/* Where a walkthrough was left is a line of the file. */
static void a_question_about_something_gone_gives_way(void)
{
    static const struct {
        const char *line;
        WalkStep step;
    } cases[] = {
        {"email", WALK_EMAIL},
        {"means projects[0].highlights[0]", WALK_MEANS},
        {"means projects[7].highlights[0]", WALK_PIECE},
        {"means projects", WALK_PIECE},
        {"bullet", WALK_PIECE},
        {"bullet work[0", WALK_PIECE},
        {"degree education[0]", WALK_DEGREE},
        {"degree education[3]", WALK_STUDIES},
        {"more nothing", WALK_PIECE},
        {"skills messaging", WALK_SKILLS},
        {"skills cookery", WALK_SKILLS},
    };
    Document *doc = walked();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Walk walk;
        document_set(doc, node_id(walk_node(doc)), FIELD_STEP, view_of(cases[i].line));
        CU_ASSERT(walk_read(doc, &walk));
        CU_ASSERT_EQUAL(walk.step, cases[i].step);
    }
    Walk walk;
    document_set(doc, node_id(walk_node(doc)), FIELD_STEP, view_of("no such question"));
    CU_ASSERT_FALSE(walk_read(doc, &walk));
    document_free(doc);
}

static void a_bullet_that_was_edited_meanwhile_stays(void)
{
    Document *doc = document_new(NULL);
    walk_resume(doc);
    for (size_t i = 0; i < 14; i++) {
        CU_ASSERT_FATAL(answer(doc, &junior[i]));
    }
    Walk walk;
    CU_ASSERT_FATAL(walk_read(doc, &walk) && walk.step == WALK_MEANS);
    document_set(doc, walk.about, FIELD_TEXT, view_of("Wrote it by hand."));
    walk_resume(doc);
    CU_ASSERT(walk_read(doc, &walk) && walk.step == WALK_BULLET);
    CU_ASSERT(walk_next(doc, view_of("")));
    CU_ASSERT(walk_back(doc) && walk_read(doc, &walk));
    CU_ASSERT_STRING_EQUAL(node_text(document_find(doc, walk.about), FIELD_TEXT),
                           "Wrote it by hand.");
    document_free(doc);
}

CU_TestInfo walkthrough_tests[] = {
    {"a bullet is made of the writer's own words", a_bullet_is_made_of_the_writers_own_words},
    {"every question has a reason and two examples", every_question_has_a_reason_and_two_examples},
    {"answers alone make a resume", answers_alone_make_a_resume},
    {"going back visits every question and changes nothing",
     going_back_visits_every_question_and_changes_nothing},
    {"undoing goes back question by question", undoing_goes_back_question_by_question},
    {"a question about something gone gives way", a_question_about_something_gone_gives_way},
    {"a bullet that was edited meanwhile stays", a_bullet_that_was_edited_meanwhile_stays},
    CU_TEST_INFO_NULL,
};
