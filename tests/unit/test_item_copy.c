#include "suites.h"

#include <stdio.h>

#include "ui/item_copy.h"

typedef struct {
    Document *doc;
    NodeId work, bullet, project, skill, keyword, education, basics;
} Desk;

static Node *add_word(Node *list, NodeKind kind, const char *text)
{
    Node *item = node_append(list, node_new(kind));
    node_set(item, FIELD_TEXT, view_of(text));
    return item;
}

static Desk desk_new(void)
{
    Node *root = node_new(NODE_RESUME);
    Node *work = node_append(node_part_mutable(root, NODE_WORKS), node_new(NODE_WORK));
    Node *project = node_append(node_part_mutable(root, NODE_PROJECTS), node_new(NODE_PROJECT));
    Node *skill = node_append(node_part_mutable(root, NODE_SKILLS), node_new(NODE_SKILL));
    Node *education =
        node_append(node_part_mutable(root, NODE_EDUCATIONS), node_new(NODE_EDUCATION));
    node_set(work, FIELD_POSITION, view_of("Developer"));
    node_set(work, FIELD_NAME, view_of("Northwind"));
    node_set(skill, FIELD_NAME, view_of("Data"));
    Node *bullets = node_part_mutable(work, NODE_HIGHLIGHTS);
    Node *bullet = add_word(bullets, NODE_BULLET, "one");
    add_word(bullets, NODE_BULLET, "two");
    Node *keyword = add_word(node_part_mutable(skill, NODE_KEYWORDS), NODE_KEYWORD, "SQL");
    Document *doc = document_new(root);
    return (Desk){doc,
                  node_id(work),
                  node_id(bullet),
                  node_id(project),
                  node_id(skill),
                  node_id(keyword),
                  node_id(education),
                  node_id(node_part(root, NODE_BASICS))};
}

static const Node *find(const Desk *desk, NodeId id)
{
    return document_find(desk->doc, id);
}

static void an_item_goes_where_its_kind_fits(void)
{
    Desk desk = desk_new();
    const struct {
        const char *name;
        NodeId copied, at;
        FieldId field;
        const char *path; /* of the copy; NULL: nothing there takes it */
    } cases[] = {
        {"below the bullet in hand", desk.bullet, desk.bullet, FIELD_TEXT, "work[0].highlights[1]"},
        {"to the bullets of a position", desk.bullet, desk.work, FIELD_NAME,
         "work[0].highlights[3]"},
        {"to a project", desk.bullet, desk.project, FIELD_NAME, "projects[0].highlights[0]"},
        {"not among words", desk.bullet, desk.keyword, FIELD_TEXT, NULL},
        {"not into the contact", desk.bullet, desk.basics, FIELD_NAME, NULL},
        {"a position below the one in hand", desk.work, desk.bullet, FIELD_TEXT, "work[1]"},
        {"a position from another section", desk.work, desk.keyword, FIELD_TEXT, "work[2]"},
        {"a word below a word", desk.keyword, desk.keyword, FIELD_TEXT, "skills[0].keywords[1]"},
        {"a word among courses", desk.keyword, desk.education, FIELD_AREA,
         "education[0].courses[0]"},
        {"a word of a project", desk.keyword, desk.project, FIELD_NAME, "projects[0].keywords[0]"},
        {"a group below its group", desk.skill, desk.keyword, FIELD_TEXT, "skills[1]"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Place place = {cases[i].at, cases[i].field, 0};
        Node *copied = node_copy(find(&desk, cases[i].copied));
        bool is_put = item_put(desk.doc, &place, copied);
        CU_ASSERT_EQUAL(is_put, cases[i].path != NULL);
        StrBuf path = {0};
        if (is_put) {
            node_add_path(&path, find(&desk, place.node));
            CU_ASSERT_STRING_EQUAL(strbuf_text(&path), cases[i].path);
            CU_ASSERT_EQUAL(node_is_blank(find(&desk, place.node)), node_is_blank(copied));
        } else {
            CU_ASSERT_EQUAL(place.node, cases[i].at);
        }
        if (is_put && strcmp(strbuf_text(&path), cases[i].path) != 0) {
            printf("# %s: %s\n", cases[i].name, strbuf_text(&path));
        }
        strbuf_done(&path);
        node_free(copied);
    }
    document_free(desk.doc);
}

static void a_copy_is_put_in_one_step_and_changes_nothing_else(void)
{
    Desk desk = desk_new();
    Node *before = node_copy(document_root(desk.doc));
    Node *copied = node_copy(find(&desk, desk.work));
    Place place = {desk.project, FIELD_NAME, 0};
    CU_ASSERT(item_put(desk.doc, &place, copied));
    CU_ASSERT(node_equal(find(&desk, place.node), copied));
    CU_ASSERT(place.node != desk.work);
    CU_ASSERT(document_undo(desk.doc, NULL));
    CU_ASSERT(node_equal(document_root(desk.doc), before));
    node_free(before);
    node_free(copied);
    document_free(desk.doc);
}

static void as_text_it_has_a_line_for_each_field_and_bullet(void)
{
    Desk desk = desk_new();
    const struct {
        NodeId item;
        const char *text;
    } cases[] = {
        {desk.bullet, "one"},
        {desk.work, "Developer\nNorthwind\n- one\n- two"},
        {desk.skill, "Data\nSQL"},
        {desk.education, ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf text = {0};
        item_add_text(&text, find(&desk, cases[i].item));
        CU_ASSERT_STRING_EQUAL(strbuf_text(&text), cases[i].text);
        strbuf_done(&text);
    }
    document_free(desk.doc);
}

CU_TestInfo item_copy_tests[] = {
    {"an item goes where its kind fits", an_item_goes_where_its_kind_fits},
    {"a copy is put in one step and changes nothing else",
     a_copy_is_put_in_one_step_and_changes_nothing_else},
    {"as text it has a line for each field and bullet",
     as_text_it_has_a_line_for_each_field_and_bullet},
    CU_TEST_INFO_NULL,
};
