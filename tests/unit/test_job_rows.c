#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/ui/editor.h"
#include "press.h"

typedef struct {
    Document *document;
    Editor *editor;
    NodeId bullet;
} Desk;

static const char advert[] = "You must know Kafka and Redis.\n\nNice to have\nTerraform, k8s\n";

static Desk desk_new(void)
{
    Node *root = node_new(NODE_RESUME), *entry = node_new(NODE_WORK), *text = node_new(NODE_BULLET);
    node_set(entry, FIELD_NAME, view_of("Tarn"));
    node_set(text, FIELD_TEXT,
             view_of("Moved mail to Kafka on Kubernetes, so that a slow server delays none."));
    node_append(node_part_mutable(entry, NODE_HIGHLIGHTS), text);
    node_append(node_part_mutable(root, NODE_WORKS), entry);
    Desk desk = {document_new(root), editor_new(), 0};
    desk.bullet = node_id(text);
    editor_show(desk.editor, desk.document);
    editor_resize(desk.editor, 24, 80);
    return desk;
}

static void desk_done(Desk *desk)
{
    editor_free(desk->editor);
    document_free(desk->document);
}

static void show_job(Desk *desk, const char *text)
{
    editor_set_job(desk->editor, "job-1", view_of(text));
    editor_show_job(desk->editor);
}

/* Whether a line of the screen has both. */
static bool tells(Desk *desk, const char *name, const char *words)
{
    Surface surface;
    surface_init(&surface, 1, 1);
    editor_draw(desk->editor, &surface);
    char *text = surface_text(&surface);
    const char *at = strstr(text, name), *end = at ? strchr(at, '\n') : NULL;
    const char *found = at ? strstr(at, words) : NULL;
    bool is_told = found && found < end;
    if (!is_told) {
        printf("# %s is not said to be %s:\n%s\n", name, words, text);
    }
    free(text);
    surface_done(&surface);
    return is_told;
}

static void each_term_is_told_in_words(void)
{
    Desk desk = desk_new();
    show_job(&desk, advert);
    CU_ASSERT(tells(&desk, "● Kafka", "shown"));
    CU_ASSERT(tells(&desk, "– Redis", "add only if true"));
    CU_ASSERT(tells(&desk, "– Terraform", "add only if true"));
    CU_ASSERT(tells(&desk, "Kubernetes", "shown"));
    desk_done(&desk);
}

static void what_is_changed_meanwhile_is_compared_anew(void)
{
    Desk desk = desk_new();
    show_job(&desk, advert);
    document_set(desk.document, desk.bullet, FIELD_TEXT, view_of("Cached tariffs in Redis."));
    editor_resize(desk.editor, 24, 80);
    CU_ASSERT(tells(&desk, "– Kafka", "add only if true"));
    CU_ASSERT(tells(&desk, "● Redis", "shown"));
    desk_done(&desk);
}

static void enter_goes_to_the_word(void)
{
    Desk desk = desk_new();
    show_job(&desk, advert);
    press_keys(desk.editor, "Enter");
    Place place = editor_place(desk.editor);
    CU_ASSERT_EQUAL(place.node, desk.bullet);
    CU_ASSERT_EQUAL(place.field, FIELD_TEXT);
    CU_ASSERT_EQUAL(place.offset, strlen("Moved mail to "));
    desk_done(&desk);
}

static void enter_on_what_is_absent_stays(void)
{
    Desk desk = desk_new();
    Place before = editor_place(desk.editor);
    show_job(&desk, advert);
    press_keys(desk.editor, "Down");
    press_keys(desk.editor, "Enter");
    CU_ASSERT_EQUAL(editor_place(desk.editor).node, before.node);
    CU_ASSERT(tells(&desk, "– Redis", "add only if true"));
    CU_ASSERT(tells(&desk, "The resume does not name it", "add it only if it is true"));
    desk_done(&desk);
}

static void what_is_pasted_is_a_job_or_a_few_letters(void)
{
    static const struct {
        const char *in_hand, *pasted;
        RequestKind request;
    } cases[] = {
        {"", "We use Kafka.", REQUEST_KEEP_JOB},
        {"", " \n ", REQUEST_NONE},
        {advert, "Redis", REQUEST_NONE},
        {advert, "Another advert.\nWe use Go.", REQUEST_KEEP_JOB},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Desk desk = desk_new();
        show_job(&desk, cases[i].in_hand);
        editor_paste(desk.editor, view_of(cases[i].pasted));
        Request request = editor_take_request(desk.editor);
        CU_ASSERT_EQUAL(request.kind, cases[i].request);
        if (request.kind == REQUEST_KEEP_JOB) {
            CU_ASSERT(view_is(request.argument, cases[i].pasted));
        }
        desk_done(&desk);
    }
}

static Node *group(const char *name, const char *word)
{
    Node *skill = node_new(NODE_SKILL), *keyword = node_new(NODE_KEYWORD);
    node_set(skill, FIELD_NAME, view_of(name));
    node_set(keyword, FIELD_TEXT, view_of(word));
    node_append(node_part_mutable(skill, NODE_KEYWORDS), keyword);
    return skill;
}

static void the_order_for_the_job_is_one_step_and_on_request(void)
{
    Desk desk = desk_new();
    const Node *root = document_root(desk.document);
    const Node *skills = node_part(root, NODE_SKILLS), *list;
    document_insert(desk.document, node_id(skills), 0, group("Testing", "JUnit"));
    document_insert(desk.document, node_id(skills), 1, group("Data", "Redis"));
    Node *other = node_new(NODE_BULLET);
    node_set(other, FIELD_TEXT, view_of("Wrote the handbook."));
    list = node_parent(document_find(desk.document, desk.bullet));
    document_insert(desk.document, node_id(list), 0, other);
    CU_ASSERT_FALSE(editor_offer_order(desk.editor)); /* for which vacancy? */
    editor_set_job(desk.editor, "job-1", view_of(advert));
    CU_ASSERT(editor_offer_order(desk.editor));
    CU_ASSERT_EQUAL(node_index(document_find(desk.document, desk.bullet)), 1);
    CU_ASSERT(tells(&desk, "from 2 to 1: Data", ""));
    CU_ASSERT(tells(&desk, "from 2 to 1: Moved mail to Kafka", ""));
    press_keys(desk.editor, "Enter");
    CU_ASSERT_EQUAL(editor_take_request(desk.editor).kind, REQUEST_ORDER_NOW);
    editor_order_now(desk.editor);
    CU_ASSERT_EQUAL(node_index(document_find(desk.document, desk.bullet)), 0);
    CU_ASSERT_STRING_EQUAL(node_text(node_child(skills, 0), FIELD_NAME), "Data");
    CU_ASSERT(document_undo(desk.document, NULL));
    CU_ASSERT_EQUAL(node_index(document_find(desk.document, desk.bullet)), 1);
    CU_ASSERT_STRING_EQUAL(node_text(node_child(skills, 0), FIELD_NAME), "Testing");
    desk_done(&desk);
}

static void a_variant_is_in_hand_as_long_as_it_is_there(void)
{
    Desk desk = desk_new();
    const Node *root = document_root(desk.document);
    Node *variant = node_new(NODE_VARIANT);
    node_set(variant, FIELD_NAME, view_of("payments"));
    const Node *settings = node_part(node_part(root, NODE_META), NODE_SETTINGS);
    NodeId id =
        document_insert(desk.document, node_id(node_part(settings, NODE_VARIANTS)), 0, variant);
    CU_ASSERT_PTR_NULL(editor_variant(desk.editor));
    CU_ASSERT_FALSE(editor_take_variant(desk.editor, "platform"));
    CU_ASSERT(editor_take_variant(desk.editor, "payments"));
    CU_ASSERT_PTR_NOT_NULL_FATAL(editor_variant(desk.editor));
    CU_ASSERT_EQUAL(node_id(editor_variant(desk.editor)), id);
    document_remove(desk.document, id);
    CU_ASSERT_PTR_NULL(editor_variant(desk.editor));
    desk_done(&desk);
}

CU_TestInfo job_rows_tests[] = {
    {"each term is told in words", each_term_is_told_in_words},
    {"what is changed meanwhile is compared anew", what_is_changed_meanwhile_is_compared_anew},
    {"enter goes to the word", enter_goes_to_the_word},
    {"enter on what is absent stays", enter_on_what_is_absent_stays},
    {"what is pasted is a job or a few letters", what_is_pasted_is_a_job_or_a_few_letters},
    {"the order for the job is one step and on request",
     the_order_for_the_job_is_one_step_and_on_request},
    {"a variant is in hand as long as it is there", a_variant_is_in_hand_as_long_as_it_is_there},
    CU_TEST_INFO_NULL,
};
