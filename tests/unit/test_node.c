#include "suites.h"

#include "bulletproof/model/level.h"
#include "bulletproof/model/node.h"

/* A resume with one position of two bullets, the second one tagged. */
static Node *small_resume(void)
{
    Node *root = node_new(NODE_RESUME);
    Node *work = node_append(node_part_mutable(root, NODE_WORKS), node_new(NODE_WORK));
    node_set(work, FIELD_NAME, view_of("Northwind Freight"));
    Node *bullets = node_part_mutable(work, NODE_HIGHLIGHTS);
    node_set(node_append(bullets, node_new(NODE_BULLET)), FIELD_TEXT, view_of("Halved p95"));
    Node *second = node_append(bullets, node_new(NODE_BULLET));
    node_set(second, FIELD_TEXT, view_of("Moved invoices to a queue"));
    Node *tag = node_append(node_part_mutable(second, NODE_TAGS), node_new(NODE_TAG));
    node_set(tag, FIELD_TEXT, view_of("backend"));
    return root;
}

static const Node *bullet(const Node *root, size_t index)
{
    const Node *work = node_child(node_part(root, NODE_WORKS), 0);
    return node_child(node_part(work, NODE_HIGHLIGHTS), index);
}

static void a_new_mapping_has_all_its_parts_and_is_blank(void)
{
    Node *root = node_new(NODE_RESUME);
    const Node *basics = node_part(root, NODE_BASICS);
    CU_ASSERT_PTR_NOT_NULL_FATAL(basics);
    CU_ASSERT_PTR_NOT_NULL(node_part(basics, NODE_LOCATION));
    CU_ASSERT_PTR_NULL(node_part(basics, NODE_WORKS));
    CU_ASSERT_PTR_NULL(node_part(node_part(root, NODE_WORKS), NODE_WORK));
    CU_ASSERT(node_is_blank(root));
    CU_ASSERT_STRING_EQUAL(node_text(basics, FIELD_NAME), "");
    CU_ASSERT_STRING_EQUAL(node_text(basics, FIELD_AWARDER), "");
    CU_ASSERT_FALSE(node_has(basics, FIELD_AWARDER));
    node_free(root);
}

static void paths_are_written_as_reports_do(void)
{
    Node *root = small_resume();
    const Node *second = bullet(root, 1);
    const struct {
        const Node *node;
        const char *expected;
    } cases[] = {
        {root, ""},
        {node_part(root, NODE_BASICS), "basics"},
        {node_part(node_part(root, NODE_BASICS), NODE_LOCATION), "basics.location"},
        {node_child(node_part(root, NODE_WORKS), 0), "work[0]"},
        {second, "work[0].highlights[1]"},
        {node_child(node_part(second, NODE_TAGS), 0), "work[0].highlights[1].tags[0]"},
        {node_part(node_part(root, NODE_META), NODE_SETTINGS), "meta.bulletproof"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf path = {0};
        node_add_path(&path, cases[i].node);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&path), cases[i].expected);
        strbuf_done(&path);
    }
    node_free(root);
}

static void reading_order_visits_every_node_once(void)
{
    Node *root = small_resume();
    size_t bullets = 0, tags = 0;
    for (const Node *node = root; node; node = node_next(node, root)) {
        bullets += node_kind(node) == NODE_BULLET;
        tags += node_kind(node) == NODE_TAG;
    }
    CU_ASSERT_EQUAL(bullets, 2);
    CU_ASSERT_EQUAL(tags, 1);
    node_free(root);
}

static void a_copy_is_equal_until_a_text_differs(void)
{
    Node *root = small_resume();
    node_set_origin(root, 7);
    Node *copy = node_copy(root);
    CU_ASSERT(node_equal(root, copy));
    CU_ASSERT_EQUAL(node_origin(copy), 0);
    node_set(node_part_mutable(copy, NODE_BASICS), FIELD_NAME, view_of("Maya"));
    CU_ASSERT_FALSE(node_equal(root, copy));
    node_set(node_part_mutable(copy, NODE_BASICS), FIELD_NAME, view_of(""));
    CU_ASSERT(node_equal(root, copy));
    node_append(node_part_mutable(copy, NODE_AWARDS), node_new(NODE_AWARD));
    CU_ASSERT_FALSE(node_equal(root, copy));
    node_free(copy);
    node_free(root);
}

static void the_nearest_node_above_is_found(void)
{
    Node *root = small_resume();
    const Node *second = bullet(root, 1);
    CU_ASSERT_EQUAL(node_index(second), 1);
    CU_ASSERT_PTR_EQUAL(node_above(second, NODE_BULLET), second);
    CU_ASSERT_PTR_EQUAL(node_above(second, NODE_RESUME), root);
    CU_ASSERT_STRING_EQUAL(node_text(node_above(second, NODE_WORK), FIELD_NAME),
                           "Northwind Freight");
    CU_ASSERT_PTR_NULL(node_above(second, NODE_PROJECT));
    node_free(root);
}

static void a_node_is_within_itself_and_what_is_above(void)
{
    Node *root = small_resume();
    const Node *second = bullet(root, 1);
    CU_ASSERT_TRUE(node_is_within(second, second));
    CU_ASSERT_TRUE(node_is_within(second, root));
    CU_ASSERT_FALSE(node_is_within(root, second));
    CU_ASSERT_FALSE(node_is_within(bullet(root, 0), second));
    CU_ASSERT_FALSE(node_is_within(second, NULL));
    CU_ASSERT_FALSE(node_is_within(NULL, root));
    node_free(root);
}

static void the_level_is_mid_unless_the_settings_say_so(void)
{
    static const struct {
        const char *word;
        Level expected;
    } cases[] = {
        {"", LEVEL_MID},          {"junior", LEVEL_JUNIOR}, {"mid", LEVEL_MID},
        {"senior", LEVEL_SENIOR}, {"Senior", LEVEL_SENIOR}, {"wizard", LEVEL_MID},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Node *root = node_new(NODE_RESUME);
        Node *meta = node_part_mutable(root, NODE_META);
        node_set(node_part_mutable(meta, NODE_SETTINGS), FIELD_LEVEL, view_of(cases[i].word));
        CU_ASSERT_EQUAL(level_of(root), cases[i].expected);
        node_free(root);
    }
    CU_ASSERT_STRING_EQUAL(level_name(LEVEL_SENIOR), "senior");
}

CU_TestInfo node_tests[] = {
    {"a new mapping has all its parts and is blank", a_new_mapping_has_all_its_parts_and_is_blank},
    {"paths are written as reports do", paths_are_written_as_reports_do},
    {"reading order visits every node once", reading_order_visits_every_node_once},
    {"a copy is equal until a text differs", a_copy_is_equal_until_a_text_differs},
    {"the nearest node above is found", the_nearest_node_above_is_found},
    {"a node is within itself and what is above", a_node_is_within_itself_and_what_is_above},
    {"the level is mid unless the settings say so", the_level_is_mid_unless_the_settings_say_so},
    CU_TEST_INFO_NULL,
};
