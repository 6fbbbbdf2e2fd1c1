#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/model/document.h"

/* A document with one position that has two bullets. */
typedef struct {
    Document *doc;
    NodeId works, work, bullets, first, second;
} Desk;

static NodeId add_bullet(const Desk *desk, size_t index, const char *text)
{
    Node *bullet = node_new(NODE_BULLET);
    node_set(bullet, FIELD_TEXT, view_of(text));
    return document_insert(desk->doc, desk->bullets, index, bullet);
}

static Desk desk_new(void)
{
    Desk desk = {.doc = document_new(NULL)};
    desk.works = node_id(node_part(document_root(desk.doc), NODE_WORKS));
    desk.work = document_insert(desk.doc, desk.works, 0, node_new(NODE_WORK));
    desk.bullets = node_id(node_part(document_find(desk.doc, desk.work), NODE_HIGHLIGHTS));
    desk.first = add_bullet(&desk, 0, "one");
    desk.second = add_bullet(&desk, 1, "two");
    document_seal(desk.doc);
    document_mark_saved(desk.doc);
    return desk;
}

static const char *text_of(const Desk *desk, NodeId id)
{
    const Node *node = document_find(desk->doc, id);
    return node ? node_text(node, FIELD_TEXT) : "(gone)";
}

static bool splice(const Desk *desk, size_t offset, size_t length, const char *text)
{
    return document_splice(desk->doc, (TextRange){desk->first, FIELD_TEXT, offset, length},
                           view_of(text));
}

/* One splice of the first bullet, or what stands between splices. */
typedef struct {
    size_t offset, length;
    const char *text; /* length 9: "{" and "}" are a group, "|" is a seal */
} Stroke;

static void play(const Desk *desk, const Stroke *stroke)
{
    if (stroke->length < 9) {
        splice(desk, stroke->offset, stroke->length, stroke->text);
    } else if (*stroke->text == '|') {
        document_seal(desk->doc);
    } else {
        (*stroke->text == '{' ? document_begin : document_end)(desk->doc);
    }
}

static const struct {
    const char *name;
    Stroke strokes[9];
    const char *result;
    const char *undone[4]; /* the text after each undo */
} typing_cases[] = {
    {"letters join", {{3, 0, "a"}, {4, 0, "b"}}, "oneab", {"one"}},
    {"a blank after a letter is a new step",
     {{3, 0, "a"}, {4, 0, " "}, {5, 0, "b"}, {6, 0, " "}},
     "onea b ",
     {"onea b", "onea", "one"}},
    {"blanks join the word after them", {{3, 0, " "}, {4, 0, " "}, {5, 0, "b"}}, "one  b", {"one"}},
    {"elsewhere is a new step", {{3, 0, "a"}, {0, 0, "b"}}, "bonea", {"onea", "one"}},
    {"a seal is a new step", {{3, 0, "a"}, {0, 9, "|"}, {4, 0, "b"}}, "oneab", {"onea", "one"}},
    {"backspaces join", {{2, 1, ""}, {1, 1, ""}}, "o", {"one"}},
    {"deletes join", {{0, 1, ""}, {0, 1, ""}}, "e", {"one"}},
    {"erasing after typing is a new step",
     {{3, 0, "a"}, {4, 0, "b"}, {4, 1, ""}},
     "onea",
     {"oneab", "one"}},
    {"erasing stops at words",
     {{3, 0, " x y"}, {6, 1, ""}, {5, 1, ""}, {4, 1, ""}, {3, 1, ""}},
     "one",
     {"one x", "one x y", "one"}},
    {"deleting stops at words",
     {{0, 0, "a b "}, {0, 1, ""}, {0, 1, ""}, {0, 1, ""}, {0, 1, ""}},
     "one",
     {" one", " b one", "a b one", "one"}},
    {"typing over a selection goes on", {{0, 3, "x"}, {1, 0, "y"}}, "xy", {"one"}},
    {"a paste of words is a step", {{3, 0, "a"}, {4, 0, "b c"}}, "oneab c", {"onea", "one"}},
    {"letters of several bytes join", {{3, 0, "é"}, {5, 0, "😀"}, {9, 0, "x"}}, "oneé😀x", {"one"}},
    {"the same text is no step", {{0, 3, "one"}, {1, 0, ""}}, "one", {NULL}},
    {"a group is one step", {{0, 9, "{"}, {3, 0, "a"}, {0, 1, ""}, {0, 9, "}"}}, "nea", {"one"}},
    {"nested groups are one step",
     {{0, 9, "{"}, {3, 0, "a"}, {0, 9, "{"}, {0, 1, ""}, {0, 9, "}"}, {0, 0, "z"}, {0, 9, "}"}},
     "znea",
     {"one"}},
    {"a group is closed",
     {{0, 9, "{"}, {3, 0, "a"}, {0, 9, "}"}, {4, 0, "b"}},
     "oneab",
     {"onea", "one"}},
    {"an empty group leaves nothing",
     {{0, 9, "{"}, {0, 9, "{"}, {0, 9, "}"}, {0, 9, "}"}},
     "one",
     {NULL}},
};

static void typing_joins_word_by_word(void)
{
    for (size_t i = 0; i < sizeof(typing_cases) / sizeof(typing_cases[0]); i++) {
        Desk desk = desk_new();
        uint64_t revision = document_revision(desk.doc);
        for (size_t at = 0; at < 9 && typing_cases[i].strokes[at].text; at++) {
            play(&desk, &typing_cases[i].strokes[at]);
        }
        CU_ASSERT_STRING_EQUAL(text_of(&desk, desk.first), typing_cases[i].result);
        for (size_t at = 0; at < 4 && typing_cases[i].undone[at]; at++) {
            CU_ASSERT(document_undo(desk.doc, NULL));
            if (strcmp(text_of(&desk, desk.first), typing_cases[i].undone[at]) != 0) {
                printf("# %s: undo %zu: \"%s\", expected \"%s\"\n", typing_cases[i].name, at + 1,
                       text_of(&desk, desk.first), typing_cases[i].undone[at]);
                CU_FAIL("a step of undo");
            }
        }
        CU_ASSERT_FALSE(document_is_modified(desk.doc));
        CU_ASSERT_EQUAL(document_revision(desk.doc) == revision, typing_cases[i].undone[0] == NULL);
        document_free(desk.doc);
    }
}

static void typing_after_redo_is_a_step_of_its_own(void)
{
    Desk desk = desk_new();
    splice(&desk, 3, 0, "a");
    document_undo(desk.doc, NULL);
    document_redo(desk.doc, NULL);
    splice(&desk, 4, 0, "b");
    document_undo(desk.doc, NULL);
    CU_ASSERT_STRING_EQUAL(text_of(&desk, desk.first), "onea");
    document_free(desk.doc);
}

static void steps_have_labels_in_words(void)
{
    Desk desk = desk_new();
    Document *doc = desk.doc;
    splice(&desk, 0, 0, "x");
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "typing in Bullet");
    CU_ASSERT_EQUAL(node_id(document_undo_node(doc)), desk.first);
    splice(&desk, 0, 1, "");
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "erasing in Bullet");
    document_set(doc, desk.work, FIELD_NAME, view_of("Tarn"));
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "changing Employer");
    document_move(doc, desk.second, desk.bullets, 0);
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "moving Bullet");
    CU_ASSERT_EQUAL(node_id(document_undo_node(doc)), desk.bullets);
    document_begin(doc);
    document_splice(doc, (TextRange){desk.first, FIELD_TEXT, 1, 2}, view_of(""));
    NodeId tail = add_bullet(&desk, 1, "ne");
    document_end(doc);
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "adding Bullet");
    document_remove(doc, desk.work);
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "removing Position");
    CU_ASSERT_PTR_NULL(document_redo_label(doc));
    CU_ASSERT_EQUAL(node_kind(document_undo_node(doc)), NODE_WORKS);
    CU_ASSERT_PTR_NULL(document_redo_node(doc));
    document_undo(doc, NULL);
    CU_ASSERT_STRING_EQUAL(document_redo_label(doc), "removing Position");
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "adding Bullet");
    CU_ASSERT_STRING_EQUAL(text_of(&desk, tail), "ne");
    while (document_undo(doc, NULL)) {
    }
    CU_ASSERT_PTR_NULL(document_undo_label(doc));
    CU_ASSERT_PTR_NULL(document_undo_node(doc));
    document_free(doc);
}

static void a_step_of_several_texts_tells_how_many(void)
{
    Desk desk = desk_new();
    Document *doc = desk.doc;
    document_begin(doc);
    splice(&desk, 0, 1, "x");
    splice(&desk, 1, 1, "y");
    document_end(doc);
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "changing Bullet");
    document_begin(doc);
    splice(&desk, 0, 1, "z");
    document_splice(doc, (TextRange){desk.second, FIELD_TEXT, 0, 1}, view_of("z"));
    document_set(doc, desk.work, FIELD_NAME, view_of("Tarn"));
    document_end(doc);
    CU_ASSERT_STRING_EQUAL(document_undo_label(doc), "changing 3 texts");
    document_free(doc);
}

static void undo_says_where_it_happened(void)
{
    Desk desk = desk_new();
    EditPlace place;
    splice(&desk, 3, 0, "xyz");
    document_undo(desk.doc, &place);
    CU_ASSERT(place.node == desk.first && place.field == FIELD_TEXT && place.offset == 3);
    document_redo(desk.doc, &place);
    CU_ASSERT(place.node == desk.first && place.offset == 6);
    document_remove(desk.doc, desk.second);
    document_undo(desk.doc, &place);
    CU_ASSERT_EQUAL(place.node, desk.second);
    document_redo(desk.doc, &place);
    CU_ASSERT_EQUAL(place.node, desk.first);
    document_remove(desk.doc, desk.work);
    document_undo(desk.doc, NULL);
    document_redo(desk.doc, &place);
    CU_ASSERT_EQUAL(place.node, desk.works);
    document_free(desk.doc);
}

static void the_saved_state_is_a_place_in_history(void)
{
    Desk desk = desk_new();
    Document *doc = desk.doc;
    CU_ASSERT_FALSE(document_is_modified(doc));
    splice(&desk, 3, 0, "a");
    CU_ASSERT(document_is_modified(doc));
    document_mark_saved(doc);
    splice(&desk, 4, 0, "b"); /* must not join what was saved */
    CU_ASSERT(document_is_modified(doc));
    document_undo(doc, NULL);
    CU_ASSERT_FALSE(document_is_modified(doc));
    CU_ASSERT_STRING_EQUAL(text_of(&desk, desk.first), "onea");
    document_undo(doc, NULL);
    CU_ASSERT(document_is_modified(doc));
    document_redo(doc, NULL);
    CU_ASSERT_FALSE(document_is_modified(doc));
    document_undo(doc, NULL);
    splice(&desk, 3, 0, "c"); /* the saved state is gone for good */
    CU_ASSERT(document_is_modified(doc));
    document_undo(doc, NULL);
    CU_ASSERT(document_is_modified(doc));
    document_free(doc);
}

static void a_field_does_not_grow_over_its_limit(void)
{
    Desk desk = desk_new();
    char *huge = malloc(FIELD_MAX_BYTES + 1);
    memset(huge, 'x', FIELD_MAX_BYTES + 1);
    StrView full = view_make(huge, FIELD_MAX_BYTES);
    StrView over = view_make(huge, FIELD_MAX_BYTES + 1);
    CU_ASSERT_FALSE(document_set(desk.doc, desk.first, FIELD_TEXT, over));
    CU_ASSERT_FALSE(document_splice(desk.doc, (TextRange){desk.first, FIELD_TEXT, 0, 3}, over));
    CU_ASSERT_FALSE(document_is_modified(desk.doc));
    CU_ASSERT(document_set(desk.doc, desk.first, FIELD_TEXT, full));
    CU_ASSERT_FALSE(splice(&desk, 0, 0, "x"));
    CU_ASSERT(splice(&desk, 7, 1, "y"));
    CU_ASSERT_EQUAL(strlen(text_of(&desk, desk.first)), FIELD_MAX_BYTES);
    free(huge);
    document_free(desk.doc);
}

static void what_is_not_there_is_not_changed(void)
{
    Desk desk = desk_new();
    Document *doc = desk.doc;
    const Node *root = document_root(doc);
    NodeId basics = node_id(node_part(root, NODE_BASICS));
    NodeId projects = node_id(node_part(root, NODE_PROJECTS));
    CU_ASSERT_FALSE(splice(&desk, 4, 0, "x"));
    CU_ASSERT_FALSE(splice(&desk, 1, 3, "x"));
    CU_ASSERT_FALSE(document_set(doc, 0, FIELD_TEXT, view_of("x")));
    CU_ASSERT_FALSE(document_set(doc, 9999, FIELD_TEXT, view_of("x")));
    CU_ASSERT_FALSE(document_set(doc, basics, FIELD_AWARDER, view_of("x")));
    CU_ASSERT_EQUAL(document_insert(doc, projects, 0, node_new(NODE_BULLET)), 0);
    CU_ASSERT_EQUAL(document_insert(doc, basics, 0, node_new(NODE_BULLET)), 0);
    CU_ASSERT_FALSE(document_move(doc, desk.first, projects, 0));
    CU_ASSERT_FALSE(document_move(doc, desk.first, desk.bullets, 0));
    CU_ASSERT_FALSE(document_move(doc, desk.second, desk.bullets, 9));
    CU_ASSERT_FALSE(document_move(doc, basics, desk.bullets, 0));
    document_remove(doc, basics);
    document_remove(doc, node_id(root));
    document_remove(doc, 9999);
    CU_ASSERT_FALSE(document_is_modified(doc));
    CU_ASSERT_EQUAL(node_kind(document_find(doc, basics)), NODE_BASICS);
    document_free(doc);
}

static void a_node_out_of_the_tree_is_not_found(void)
{
    Desk desk = desk_new();
    document_remove(desk.doc, desk.work);
    CU_ASSERT_PTR_NULL(document_find(desk.doc, desk.work));
    CU_ASSERT_PTR_NULL(document_find(desk.doc, desk.first));
    CU_ASSERT_FALSE(splice(&desk, 0, 0, "x"));
    document_undo(desk.doc, NULL);
    CU_ASSERT_STRING_EQUAL(text_of(&desk, desk.first), "one");
    document_remove(desk.doc, desk.first);
    NodeId again = add_bullet(&desk, 0, "again");
    CU_ASSERT(again > desk.second);
    document_free(desk.doc);
}

static void a_move_goes_to_another_position_and_keeps_the_origin(void)
{
    Desk desk = desk_new();
    Node *bullet = node_new(NODE_BULLET);
    node_set_origin(bullet, 42);
    NodeId moved = document_insert(desk.doc, desk.bullets, 0, bullet);
    NodeId other = document_insert(desk.doc, desk.works, 0, node_new(NODE_WORK));
    const Node *list = node_part(document_find(desk.doc, other), NODE_HIGHLIGHTS);
    CU_ASSERT(document_move(desk.doc, moved, node_id(list), 7));
    CU_ASSERT_EQUAL(node_count(list), 1);
    CU_ASSERT_EQUAL(node_origin(document_find(desk.doc, moved)), 42);
    CU_ASSERT_EQUAL(node_count(document_find(desk.doc, desk.bullets)), 2);
    document_undo(desk.doc, NULL);
    CU_ASSERT_EQUAL(node_index(document_find(desk.doc, moved)), 0);
    CU_ASSERT(document_move(desk.doc, moved, desk.bullets, 1));
    CU_ASSERT_EQUAL(node_index(document_find(desk.doc, moved)), 1);
    CU_ASSERT_EQUAL(node_index(document_find(desk.doc, desk.first)), 0);
    document_free(desk.doc);
}

static void undo_waits_for_the_end_of_a_group(void)
{
    Desk desk = desk_new();
    document_begin(desk.doc);
    splice(&desk, 0, 0, "x");
    CU_ASSERT_FALSE(document_undo(desk.doc, NULL));
    CU_ASSERT_FALSE(document_redo(desk.doc, NULL));
    document_end(desk.doc);
    CU_ASSERT(document_undo(desk.doc, NULL));
    CU_ASSERT_STRING_EQUAL(text_of(&desk, desk.first), "one");
    document_free(desk.doc);
}

CU_TestInfo document_tests[] = {
    {"typing joins word by word", typing_joins_word_by_word},
    {"typing after redo is a step of its own", typing_after_redo_is_a_step_of_its_own},
    {"steps have labels in words", steps_have_labels_in_words},
    {"a step of several texts tells how many", a_step_of_several_texts_tells_how_many},
    {"undo says where it happened", undo_says_where_it_happened},
    {"the saved state is a place in history", the_saved_state_is_a_place_in_history},
    {"a field does not grow over its limit", a_field_does_not_grow_over_its_limit},
    {"what is not there is not changed", what_is_not_there_is_not_changed},
    {"a node out of the tree is not found", a_node_out_of_the_tree_is_not_found},
    {"a move goes to another position and keeps the origin",
     a_move_goes_to_another_position_and_keeps_the_origin},
    {"undo waits for the end of a group", undo_waits_for_the_end_of_a_group},
    CU_TEST_INFO_NULL,
};
