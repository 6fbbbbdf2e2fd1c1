#include "suites.h"

#include <stdio.h>
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "walk.h"

enum { SEEDS = 2500, STEPS = 60 };

/* Walks and returns the document with all groups closed. */
static Document *walked(unsigned seed)
{
    Document *doc = document_new(NULL);
    Dice dice = dice_new(seed);
    unsigned depth = 0;
    for (int i = 0; i < STEPS; i++) {
        walk_step(doc, &dice, &depth);
    }
    for (; depth > 0; depth--) {
        document_end(doc);
    }
    return doc;
}

static char *dump(const Document *doc)
{
    StrBuf out = {0};
    walk_dump(&out, document_root(doc));
    return strbuf_steal(&out);
}

static bool is_same(const char *a, const char *b)
{
    return view_is(view_of(a), b);
}

static void undo_returns_to_the_start_and_redo_to_the_end(void)
{
    Document *empty = document_new(NULL);
    char *start = dump(empty);
    unsigned failed = 0;
    for (unsigned seed = 0; seed < SEEDS && failed < 3; seed++) {
        Document *doc = walked(seed);
        while (document_redo(doc, NULL)) {
        }
        char *end = dump(doc);
        Node *end_tree = node_copy(document_root(doc));
        while (document_undo(doc, NULL)) {
        }
        char *first = dump(doc);
        bool is_good =
            is_same(first, start) && node_equal(document_root(doc), document_root(empty));
        while (document_redo(doc, NULL)) {
        }
        char *last = dump(doc);
        is_good = is_good && is_same(last, end) && node_equal(document_root(doc), end_tree);
        if (!is_good) {
            printf("# seed %u\n", seed);
            failed++;
        }
        free(end);
        free(first);
        free(last);
        node_free(end_tree);
        document_free(doc);
    }
    CU_ASSERT_EQUAL(failed, 0);
    free(start);
    document_free(empty);
}

/* Undoes all of `doc` and redoes it; true when each state on the way up is the one seen on the
 * way down, with the other label. */
static bool retraces(Document *doc)
{
    char **seen = NULL;
    size_t count = 0, capacity = 0;
    bool is_good = true;
    do {
        seen = vector_grow(seen, count, &capacity, sizeof(char *));
        seen[count++] = dump(doc);
    } while (document_undo(doc, NULL));
    for (size_t at = count; at > 0; at--) {
        char *now = dump(doc);
        is_good = is_good && is_same(now, seen[at - 1]);
        is_good = is_good && (document_redo_label(doc) != NULL) == (at > 1);
        is_good = document_redo(doc, NULL) == (at > 1) && is_good;
        free(now);
        free(seen[at - 1]);
    }
    free(seen);
    return is_good;
}

static void redo_passes_through_the_states_of_undo(void)
{
    for (unsigned seed = 0; seed < 300; seed++) {
        Document *doc = walked(seed);
        while (document_redo(doc, NULL)) {
        }
        CU_ASSERT(retraces(doc));
        document_free(doc);
    }
}

/* Every id that is found belongs to a node that hangs on the root, and the other way round. */
static bool finds_what_is_there(const Document *doc)
{
    const Node *root = document_root(doc);
    size_t found = 0, there = 0;
    NodeId highest = 0;
    for (const Node *node = root; node; node = node_next(node, root)) {
        highest = node_id(node) > highest ? node_id(node) : highest;
        there++;
        if (document_find(doc, node_id(node)) != node) {
            return false;
        }
    }
    for (NodeId id = 0; id <= highest + 50; id++) {
        const Node *node = document_find(doc, id);
        found += node != NULL;
        if (node && node_above(node, NODE_RESUME) != root) {
            return false;
        }
    }
    return found == there;
}

static void a_detached_node_is_never_found(void)
{
    for (unsigned seed = 0; seed < 300; seed++) {
        Document *doc = document_new(NULL);
        Dice dice = dice_new(seed + 100000);
        unsigned depth = 0;
        for (int i = 0; i < STEPS; i++) {
            walk_step(doc, &dice, &depth);
            CU_ASSERT(finds_what_is_there(doc));
        }
        document_free(doc);
    }
}

/* The saved state is where the tree equals what was saved: undo and redo tell it. */
static void the_saved_state_is_met_again(void)
{
    for (unsigned seed = 0; seed < 300; seed++) {
        Document *doc = walked(seed + 200000);
        document_mark_saved(doc);
        char *saved = dump(doc);
        Dice dice = dice_new(seed + 300000);
        unsigned depth = 0;
        for (int i = 0; i < STEPS; i++) {
            walk_step(doc, &dice, &depth);
            char *now = document_is_modified(doc) ? NULL : dump(doc);
            CU_ASSERT(!now || is_same(now, saved));
            free(now);
        }
        free(saved);
        document_free(doc);
    }
}

static void a_frozen_document_stays_as_it_is(void)
{
    for (unsigned seed = 0; seed < 50; seed++) {
        Document *source = walked(seed + 400000);
        Document *doc = document_new(node_copy(document_root(source)));
        Dice dice = dice_new(seed + 500000);
        unsigned depth = 0;
        document_freeze(doc, true);
        CU_ASSERT_FALSE(document_take_refusal(doc));
        for (int i = 0; i < STEPS; i++) {
            walk_step(doc, &dice, &depth);
        }
        CU_ASSERT(node_equal(document_root(doc), document_root(source)));
        CU_ASSERT(document_take_refusal(doc));
        CU_ASSERT_FALSE(document_take_refusal(doc));
        document_free(doc);
        document_free(source);
    }
}

CU_TestInfo walk_tests[] = {
    {"a frozen document stays as it is", a_frozen_document_stays_as_it_is},
    {"undo returns to the start and redo to the end",
     undo_returns_to_the_start_and_redo_to_the_end},
    {"redo passes through the states of undo", redo_passes_through_the_states_of_undo},
    {"a detached node is never found", a_detached_node_is_never_found},
    {"the saved state is met again", the_saved_state_is_met_again},
    CU_TEST_INFO_NULL,
};
