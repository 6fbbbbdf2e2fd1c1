/* What was logged is done again: the same tree, the same way back. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/model/document.h"
#include "rounds.h"
#include "walk.h"

enum { STEPS = 120 };

#define SEEDS rounds(100, 2000)

/* A walk, watched from its middle on: what was there then, what came of it, the log. */
typedef struct {
    Document *doc;
    Node *start;
    StrBuf log;
    unsigned depth;
} Walk;

static void walk_begin(Walk *walk, unsigned seed)
{
    Dice dice = dice_new(seed);
    *walk = (Walk){.doc = document_new(NULL)};
    for (int i = 0; i < STEPS; i++) {
        walk_step(walk->doc, &dice, &walk->depth);
    }
    for (; walk->depth > 0; walk->depth--) {
        document_end(walk->doc);
    }
    walk->start = node_copy(document_root(walk->doc));
    document_watch(walk->doc, &walk->log);
    for (int i = 0; i < STEPS; i++) {
        walk_step(walk->doc, &dice, &walk->depth);
    }
    for (; walk->depth > 0; walk->depth--) {
        document_end(walk->doc);
    }
}

static void walk_end(Walk *walk)
{
    document_free(walk->doc);
    node_free(walk->start);
    strbuf_done(&walk->log);
}

static bool is_same(const Document *a, const Document *b)
{
    return node_equal(document_root(a), document_root(b));
}

static void a_replay_gives_the_same_tree(void)
{
    for (unsigned seed = 1; seed <= SEEDS; seed++) {
        Walk walk;
        walk_begin(&walk, seed);
        Document *again = document_new(node_copy(walk.start));
        bool is_good = document_replay(again, strbuf_view(&walk.log)) && is_same(again, walk.doc);
        CU_ASSERT(is_good);
        if (!is_good) {
            printf("# seed %u\n%s", seed, strbuf_text(&walk.log));
        }
        document_free(again);
        walk_end(&walk);
    }
}

/* As far as the log goes back: both are at its start, or both are not. */
static bool goes_back_alike(Document *again, Walk *walk)
{
    while (document_undo(again, NULL)) {
        bool is_start = node_equal(document_root(again), walk->start);
        bool is_alike = document_undo(walk->doc, NULL) && is_same(again, walk->doc);
        if (!is_alike) {
            return is_start;
        }
    }
    return node_equal(document_root(again), walk->start);
}

static void undo_goes_back_through_the_same_states(void)
{
    for (unsigned seed = 1; seed <= SEEDS; seed++) {
        Walk walk = {.doc = document_new(NULL), .start = node_new(NODE_RESUME)};
        Dice dice = dice_new(seed);
        document_watch(walk.doc, &walk.log);
        for (int i = 0; i < STEPS; i++) {
            walk_step(walk.doc, &dice, &walk.depth);
        }
        for (; walk.depth > 0; walk.depth--) {
            document_end(walk.doc);
        }
        Document *again = document_new(NULL);
        CU_ASSERT(document_replay(again, strbuf_view(&walk.log)));
        CU_ASSERT(goes_back_alike(again, &walk));
        while (document_redo(again, NULL)) {
            CU_ASSERT(document_redo(walk.doc, NULL) && is_same(again, walk.doc));
        }
        CU_ASSERT(!document_redo(walk.doc, NULL));
        document_free(again);
        walk_end(&walk);
    }
}

static void what_goes_on_after_a_replay_can_be_replayed_behind_it(void)
{
    for (unsigned seed = 1; seed <= SEEDS; seed++) {
        Walk walk;
        StrBuf more = {0};
        Dice dice = dice_new(seed + 5000);
        walk_begin(&walk, seed);
        Document *second = document_new(node_copy(walk.start));
        document_watch(second, &more);
        CU_ASSERT(document_replay(second, strbuf_view(&walk.log)));
        CU_ASSERT(view_equal(strbuf_view(&more), strbuf_view(&walk.log)));
        for (int i = 0; i < STEPS; i++) {
            walk_step(second, &dice, &walk.depth);
        }
        Document *third = document_new(node_copy(walk.start));
        CU_ASSERT(document_replay(third, strbuf_view(&more)));
        CU_ASSERT(is_same(second, third));
        document_free(second);
        document_free(third);
        strbuf_done(&more);
        walk_end(&walk);
    }
}

/* The text that stands in the log in one piece. */
static void what_was_typed_stands_in_the_log_in_one_piece(void)
{
    static const char word[] = "Kubernetes";
    StrBuf log = {0};
    Document *doc = document_new(NULL);
    NodeId basics = node_id(node_part(document_root(doc), NODE_BASICS));
    document_watch(doc, &log);
    for (size_t i = 0; i < sizeof(word) - 1; i++) {
        document_splice(doc, (TextRange){basics, FIELD_LABEL, i, 0}, view_make(word + i, 1));
    }
    CU_ASSERT_PTR_NOT_NULL(strstr(strbuf_text(&log), word));
    document_free(doc);
    strbuf_done(&log);
}

/* One byte is another, goes or is doubled. */
static void damage(StrBuf *log, Dice *dice)
{
    static const char bytes[] = "SJTIRMBEUD 0199:\n[].ax\xC3\xFF\x1B";
    size_t at = dice_throw(dice, log->length);
    char byte = bytes[dice_throw(dice, sizeof(bytes) - 1)];
    switch (dice_throw(dice, 4)) {
    case 0:
        strbuf_splice(log, at, 1, view_of(""));
        break;
    case 1:
        strbuf_splice(log, at, 0, view_make(&byte, 1));
        break;
    case 2:
        strbuf_truncate(log, at);
        break;
    default:
        log->data[at] = byte;
    }
}

static bool has_clean_texts(const Node *root)
{
    for (const Node *node = root; node; node = node_next(node, root)) {
        size_t count;
        const FieldInfo *fields = kind_fields(node_kind(node), &count);
        for (size_t i = 0; i < count; i++) {
            StrView text = node_view(node, fields[i].field);
            if (!utf8_is_valid(text) || view_find(text, '\x1B') < text.length) {
                return false;
            }
        }
    }
    return true;
}

static void a_damaged_log_is_refused_and_harms_nothing(void)
{
    enum { DAMAGES = 25 };
    size_t tried = 0, refused = 0;
    for (unsigned seed = 1; seed <= SEEDS; seed++) {
        Walk walk;
        Dice dice = dice_new(seed + 9000);
        walk_begin(&walk, seed);
        for (int i = 0; i < DAMAGES && walk.log.length > 0; i++) {
            StrBuf log = {0};
            Document *doc = document_new(node_copy(walk.start));
            strbuf_add_view(&log, strbuf_view(&walk.log));
            damage(&log, &dice);
            refused += !document_replay(doc, strbuf_view(&log));
            CU_ASSERT(has_clean_texts(document_root(doc)));
            while (document_undo(doc, NULL)) {
            }
            CU_ASSERT(node_equal(document_root(doc), walk.start));
            tried++;
            document_free(doc);
            strbuf_done(&log);
        }
        walk_end(&walk);
    }
    printf("# %zu damaged logs, %zu refused\n", tried, refused);
    CU_ASSERT(refused > tried / 2);
}

CU_TestInfo replay_tests[] = {
    {"a replay gives the same tree", a_replay_gives_the_same_tree},
    {"undo goes back through the same states", undo_goes_back_through_the_same_states},
    {"what goes on after a replay can be replayed behind it",
     what_goes_on_after_a_replay_can_be_replayed_behind_it},
    {"what was typed stands in the log in one piece",
     what_was_typed_stands_in_the_log_in_one_piece},
    {"a damaged log is refused and harms nothing", a_damaged_log_is_refused_and_harms_nothing},
    CU_TEST_INFO_NULL,
};
