#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "ui/search.h"

/* A name, a summary of two lines, two bullets, the first with a waiver and a tag, and a theme. */
static Document *resume(void)
{
    Node *root = node_new(NODE_RESUME), *basics = node_part_mutable(root, NODE_BASICS);
    Node *work = node_append(node_part_mutable(root, NODE_WORKS), node_new(NODE_WORK));
    Node *list = node_part_mutable(work, NODE_HIGHLIGHTS);
    Node *first = node_append(list, node_new(NODE_BULLET));
    Node *second = node_append(list, node_new(NODE_BULLET));
    Node *tag = node_append(node_part_mutable(first, NODE_TAGS), node_new(NODE_TAG));
    Node *settings = node_part_mutable(node_part_mutable(root, NODE_META), NODE_SETTINGS);
    node_set(basics, FIELD_NAME, view_of("Ann Queue"));
    node_set(basics, FIELD_SUMMARY, view_of("Queues.\nMore queues."));
    node_set(first, FIELD_TEXT, view_of("Moved the queue to a QUEUE."));
    node_set(second, FIELD_TEXT, view_of("Nothing here."));
    node_set(tag, FIELD_TEXT, view_of("queue"));
    node_set(settings, FIELD_THEME, view_of("queue"));
    return document_new(root);
}

static const Node *bullet(const Document *doc, size_t index)
{
    const Node *work = node_child(node_part(document_root(doc), NODE_WORKS), 0);
    return node_child(node_part(work, NODE_HIGHLIGHTS), index);
}

static void matches_come_in_the_order_of_the_resume(void)
{
    Document *doc = resume();
    MatchList matches = {0};
    search_find(doc, view_of("queue"), (Place){0, FIELD_COUNT, 0}, &matches);
    static const struct {
        FieldId field;
        size_t start;
    } wanted[] = {
        {FIELD_NAME, 4},  {FIELD_SUMMARY, 0}, {FIELD_SUMMARY, 13},
        {FIELD_TEXT, 10}, {FIELD_TEXT, 21},
    };
    CU_ASSERT_EQUAL_FATAL(matches.count, sizeof(wanted) / sizeof(wanted[0]));
    for (size_t i = 0; i < matches.count; i++) {
        CU_ASSERT_EQUAL(matches.items[i].field, wanted[i].field);
        CU_ASSERT_EQUAL(matches.items[i].start, wanted[i].start);
        CU_ASSERT_EQUAL(matches.items[i].end, wanted[i].start + strlen("queue"));
    }
    match_list_done(&matches);
    document_free(doc);
}

static void what_is_next_depends_on_the_cursor(void)
{
    Document *doc = resume();
    NodeId basics = node_id(node_part(document_root(doc), NODE_BASICS));
    NodeId first = node_id(bullet(doc, 0)), second = node_id(bullet(doc, 1));
    const struct {
        Place cursor;
        size_t next, previous;
    } cases[] = {
        {{0, FIELD_COUNT, 0}, 0, 4},
        {{basics, FIELD_NAME, 0}, 0, 4},
        {{basics, FIELD_NAME, 4}, 1, 4},
        {{basics, FIELD_SUMMARY, 5}, 2, 1},
        {{first, FIELD_TEXT, 10}, 4, 2},
        {{first, FIELD_TEXT, 21}, 0, 3},
        {{second, FIELD_TEXT, 3}, 0, 4},
        {{node_id(node_parent(bullet(doc, 0))), FIELD_COUNT, 0}, 3, 2},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        MatchList matches = {0};
        search_find(doc, view_of("Queue"), cases[i].cursor, &matches);
        CU_ASSERT_EQUAL(search_beside(&matches, cases[i].cursor, 1), cases[i].next);
        CU_ASSERT_EQUAL(search_beside(&matches, cases[i].cursor, -1), cases[i].previous);
        match_list_done(&matches);
    }
    document_free(doc);
}

static size_t replace(Document *doc, const char *what, const char *by)
{
    MatchList matches = {0};
    search_find(doc, view_of(what), (Place){0, FIELD_COUNT, 0}, &matches);
    size_t count = search_replace(doc, matches.items, matches.count, view_of(by));
    match_list_done(&matches);
    return count;
}

static void replacing_all_is_one_step_of_undo(void)
{
    Document *doc = resume();
    Node *before = node_copy(document_root(doc));
    const Node *basics = node_part(document_root(doc), NODE_BASICS);
    CU_ASSERT_EQUAL(replace(doc, "queue", "topic"), 5);
    CU_ASSERT_STRING_EQUAL(node_text(basics, FIELD_NAME), "Ann topic");
    CU_ASSERT_STRING_EQUAL(node_text(basics, FIELD_SUMMARY), "topics.\nMore topics.");
    CU_ASSERT_STRING_EQUAL(node_text(bullet(doc, 0), FIELD_TEXT), "Moved the topic to a topic.");
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "changing 3 texts");
    CU_ASSERT(document_undo(doc, NULL));
    CU_ASSERT(node_equal(document_root(doc), before));
    CU_ASSERT_FALSE(document_undo(doc, NULL));
    node_free(before);
    document_free(doc);
}

static void what_comes_in_is_clean_and_fits(void)
{
    Document *doc = resume();
    document_set(doc, node_id(bullet(doc, 1)), FIELD_TEXT, view_of("e-mail"));
    CU_ASSERT_EQUAL(replace(doc, "-", "\u0301"), 1);
    CU_ASSERT_STRING_EQUAL(node_text(bullet(doc, 1), FIELD_TEXT), "\u00e9mail");
    CU_ASSERT_EQUAL(replace(doc, "nothing of the kind", "x"), 0);
    CU_ASSERT_EQUAL(replace(doc, "", "x"), 0);

    size_t half = FIELD_MAX_BYTES / 2 + 1;
    char *long_text = xalloc(half + 1);
    memset(long_text, 'x', half);
    CU_ASSERT_EQUAL(replace(doc, "QUEUE", long_text), 1);
    CU_ASSERT_STRING_EQUAL(node_text(bullet(doc, 0), FIELD_TEXT), "Moved the queue to a QUEUE.");
    free(long_text);
    document_free(doc);
}

CU_TestInfo search_tests[] = {
    {"matches come in the order of the resume", matches_come_in_the_order_of_the_resume},
    {"what is next depends on the cursor", what_is_next_depends_on_the_cursor},
    {"replacing all is one step of undo", replacing_all_is_one_step_of_undo},
    {"what comes in is clean and fits", what_comes_in_is_clean_and_fits},
    CU_TEST_INFO_NULL,
};
