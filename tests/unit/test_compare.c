#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/model/compare.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"
#include "rounds.h"
#include "walk.h"

/* A resume from a text of its file. */
static Node *resume(const char *text)
{
    Diag diag = {0};
    Store *store = store_read(view_of(text), NULL, NULL, &diag);
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    Node *root = store_take_root(store);
    store_free(store);
    return root;
}

static void add_place(StrBuf *out, const Difference *difference)
{
    static const char marks[] = {[DIFFERENCE_CHANGED] = '*',
                                 [DIFFERENCE_ADDED] = '+',
                                 [DIFFERENCE_REMOVED] = '-',
                                 [DIFFERENCE_MOVED] = '>'};
    strbuf_addf(out, "%s%c", out->length > 0 ? " " : "", marks[difference->kind]);
    node_add_path(out, difference->after ? difference->after : difference->before);
    if (difference->field != FIELD_COUNT && difference->field != FIELD_TEXT) {
        strbuf_addf(out, ".%s", field_key(difference->field));
    }
}

static void expect_places(const DifferenceList *list, const char *expected)
{
    StrBuf places = {0};
    for (size_t i = 0; i < list->count; i++) {
        add_place(&places, &list->items[i]);
    }
    CU_ASSERT_STRING_EQUAL(strbuf_text(&places), expected);
    if (strcmp(strbuf_text(&places), expected) != 0) {
        printf("# expected <%s>\n# got <%s>\n", expected, strbuf_text(&places));
    }
    strbuf_done(&places);
}

#define ONE   "Cut invoice time by caching rates in Redis"
#define TWO   "Moved mail from the request path to workers"
#define THREE "Split the ledger into two services"

static void what_differs_is_told_by_its_place(void)
{
    static const struct {
        const char *before, *after, *places;
    } cases[] = {
        {"basics: {name: Ann}", "basics: {name: Ann}", ""},
        {"basics: {name: Ann}", "basics: {name: Anna, url: u}", "*basics.name *basics.url"},
        {"work: [{highlights: [" ONE ", " TWO "]}]",
         "work: [{highlights: [" ONE ", " TWO " and back]}]", "*work[0].highlights[1]"},
        {"work: [{highlights: [" ONE ", " TWO "]}]", "work: [{highlights: [" TWO "]}]",
         "-work[0].highlights[0]"},
        {"work: [{highlights: [" ONE ", " TWO "]}]",
         "work: [{highlights: [" ONE ", " THREE ", " TWO "]}]", "+work[0].highlights[1]"},
        {"work: [{highlights: [" ONE ", " TWO "]}]", "work: [{highlights: [" TWO ", " ONE "]}]",
         ">work[0].highlights[1]"},
        {"work: [{highlights: [" ONE ", " TWO "]}]", "work: [{highlights: [" THREE ", " TWO "]}]",
         "*work[0].highlights[0]"},
        {"work: [{name: Northwind, position: Developer}]",
         "work: [{name: Tarn}, {name: Northwind, position: Developer, url: u}]",
         "+work[0] *work[1].url"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Node *before = resume(cases[i].before), *after = resume(cases[i].after);
        DifferenceList list = {0};
        differences_find(&list, before, after);
        expect_places(&list, cases[i].places);
        differences_done(&list);
        node_free(before);
        node_free(after);
    }
}

static void the_changes_of_both_are_merged_by_item(void)
{
    static const struct {
        const char *base, *mine, *theirs, *merged, *conflicts;
    } cases[] = {
        {"basics: {name: Ann}", "basics: {name: Anna}", "basics: {name: Ann, url: u}",
         "basics: {name: Anna, url: u}", ""},
        {"basics: {name: Ann}", "basics: {name: Anna}", "basics: {name: Anne}",
         "basics: {name: Anna}", "*basics.name"},
        {"work: [{highlights: [" ONE "]}]", "work: [{highlights: [" ONE ", mine]}]",
         "work: [{highlights: [" ONE ", theirs]}]", "work: [{highlights: [" ONE ", mine, theirs]}]",
         ""},
        {"work: [{highlights: [" ONE "]}]", "work: [{highlights: [" ONE " mine]}]",
         "work: [{highlights: [" ONE " theirs]}]",
         "work: [{highlights: [" ONE " mine, " ONE " theirs]}]", "*work[0].highlights[0]"},
        {"work: [{highlights: [" ONE ", " TWO "]}]", "work: [{highlights: [" TWO "]}]",
         "work: [{highlights: [" ONE " theirs, " TWO "]}]",
         "work: [{highlights: [" ONE " theirs, " TWO "]}]", "-work[0].highlights[0]"},
        {"work: [{highlights: [" ONE ", " TWO "]}]",
         "work: [{highlights: [" ONE " mine, " TWO "]}]", "work: [{highlights: [" TWO "]}]",
         "work: [{highlights: [" ONE " mine, " TWO "]}]", "+work[0].highlights[0]"},
        {"work: [{highlights: [" ONE ", " TWO "]}]", "work: [{highlights: [" TWO "]}]",
         "work: [{highlights: [" ONE ", " TWO ", " THREE "]}]",
         "work: [{highlights: [" TWO ", " THREE "]}]", ""},
        {"work: [{highlights: [" ONE ", " TWO "]}]", "work: [{highlights: [" TWO ", " ONE "]}]",
         "work: [{highlights: [" ONE ", " TWO ", " THREE "]}]",
         "work: [{highlights: [" TWO ", " THREE ", " ONE "]}]", ""},
        {"work: [{highlights: [" ONE ", " TWO "]}]",
         "work: [{highlights: [" ONE ", " TWO " mine]}]",
         "work: [{highlights: [" TWO ", " ONE "]}]",
         "work: [{highlights: [" TWO " mine, " ONE "]}]", ""},
        {"skills: [{name: Data}]", "skills: [{name: Data}, {name: Testing}]",
         "skills: [{name: Data}, {name: Testing}]", "skills: [{name: Data}, {name: Testing}]", ""},
        {"work: []", "work: [{name: Tarn}]", "work: [{name: Northwind}]",
         "work: [{name: Tarn}, {name: Northwind}]", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Node *base = resume(cases[i].base), *mine = resume(cases[i].mine);
        Node *theirs = resume(cases[i].theirs), *expected = resume(cases[i].merged);
        DifferenceList conflicts = {0};
        Node *merged = resume_merge(&(MergeInput){base, mine, theirs}, &conflicts);
        CU_ASSERT(node_equal(merged, expected));
        if (!node_equal(merged, expected)) {
            StrBuf text = {0};
            store_render(merged, STORE_YAML, &text);
            printf("# case %zu gave\n# %s\n", i, strbuf_text(&text));
            strbuf_done(&text);
        }
        expect_places(&conflicts, cases[i].conflicts);
        differences_done(&conflicts);
        Node *trees[] = {base, mine, theirs, expected, merged};
        for (size_t t = 0; t < sizeof(trees) / sizeof(trees[0]); t++) {
            node_free(trees[t]);
        }
    }
}

enum { STEPS = 60 };

#define WALKS rounds(100, 5000)

/* The tree after some more edits by chance. */
static Node *walked(const Node *start, unsigned seed, int steps)
{
    Document *doc = document_new(start ? node_copy(start) : NULL);
    Dice dice = dice_new(seed);
    unsigned depth = 0;
    for (int i = 0; i < steps; i++) {
        walk_step(doc, &dice, &depth);
    }
    Node *tree = node_copy(document_root(doc));
    document_free(doc);
    return tree;
}

static void a_document_becomes_any_other_tree_and_goes_back(void)
{
    for (unsigned seed = 1; seed <= WALKS; seed++) {
        Node *before = walked(NULL, seed, STEPS), *after = walked(before, seed + 1000, STEPS);
        Document *doc = document_new(node_copy(before));
        document_become(doc, after);
        CU_ASSERT(node_equal(document_root(doc), after));
        bool is_same = node_equal(before, after);
        CU_ASSERT(document_undo(doc, NULL) != is_same);
        CU_ASSERT(node_equal(document_root(doc), before));
        CU_ASSERT_FALSE(document_undo(doc, NULL));
        document_free(doc);
        node_free(before);
        node_free(after);
    }
}

static bool merges_to(const Node *base, const Node *mine, const Node *theirs, const Node *expected)
{
    DifferenceList conflicts = {0};
    Node *merged = resume_merge(&(MergeInput){base, mine, theirs}, &conflicts);
    bool is_good = node_equal(merged, expected) && conflicts.count == 0;
    differences_done(&conflicts);
    node_free(merged);
    return is_good;
}

static void who_changes_alone_gets_it_all(void)
{
    for (unsigned seed = 1; seed <= WALKS; seed++) {
        Node *base = walked(NULL, seed, STEPS), *changed = walked(base, seed + 2000, STEPS);
        CU_ASSERT(merges_to(base, changed, base, changed));
        CU_ASSERT(merges_to(base, base, changed, changed));
        CU_ASSERT(merges_to(base, changed, changed, changed));
        node_free(base);
        node_free(changed);
    }
}

static bool has_text(const Node *root, const Node *item)
{
    for (const Node *node = root; node; node = node_next(node, root)) {
        if (node_kind(node) == node_kind(item) &&
            view_equal(node_view(node, FIELD_TEXT), node_view(item, FIELD_TEXT))) {
            return true;
        }
    }
    return false;
}

/* Every text item of `side` that is new since `base` is in the merge. */
static bool keeps_texts(const Node *base, const Node *side, const Node *merged)
{
    for (const Node *node = side; node; node = node_next(node, side)) {
        bool is_text = kind_info(node_kind(node))->shape == SHAPE_TEXT;
        if (is_text && !has_text(base, node) && !has_text(merged, node)) {
            return false;
        }
    }
    return true;
}

static void no_text_that_either_wrote_goes(void)
{
    for (unsigned seed = 1; seed <= WALKS; seed++) {
        DifferenceList conflicts = {0};
        Node *base = walked(NULL, seed, STEPS), *mine = walked(base, seed + 3000, STEPS);
        Node *theirs = walked(base, seed + 4000, STEPS);
        Node *merged = resume_merge(&(MergeInput){base, mine, theirs}, &conflicts);
        CU_ASSERT(keeps_texts(base, mine, merged));
        CU_ASSERT(keeps_texts(base, theirs, merged));
        differences_done(&conflicts);
        node_free(base);
        node_free(mine);
        node_free(theirs);
        node_free(merged);
    }
}

CU_TestInfo compare_tests[] = {
    {"what differs is told by its place", what_differs_is_told_by_its_place},
    {"the changes of both are merged by item", the_changes_of_both_are_merged_by_item},
    {"a document becomes any other tree and goes back",
     a_document_becomes_any_other_tree_and_goes_back},
    {"who changes alone gets it all", who_changes_alone_gets_it_all},
    {"no text that either wrote goes", no_text_that_either_wrote_goes},
    CU_TEST_INFO_NULL,
};
