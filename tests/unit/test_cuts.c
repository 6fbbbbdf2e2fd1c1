#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "app/cuts.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"

/* A resume that is too long, laid out with fonts that are the same everywhere. */
typedef struct {
    Document *document;
    Theme theme;
    Fonts *fonts;
    Arena arena;
    Cuts cuts;
    LayoutInput input;
} Trial;

static const char weak[] = "Responsible for various tasks.";
static const char fair[] = "Rewrote the invoicing service in Kotlin.";
static const char strong[] = "Cut p95 latency of the booking API from 900 ms to 200 ms by caching "
                             "tariffs in Redis.";

/* One entry of `count` bullets, each with its text; the summary fills the rest of the page. */
static void add_entry(StrBuf *out, const char *const *bullets, size_t count)
{
    strbuf_add(out, "  - position: Developer\n    highlights:\n");
    for (size_t i = 0; i < count; i++) {
        strbuf_addf(out, "      - %s\n", bullets[i]);
    }
}

static void try_pages(Trial *trial, const StrBuf *yaml, size_t most_pages)
{
    Store *store = store_read(strbuf_view(yaml), NULL, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    *trial =
        (Trial){.document = document_new(store_take_root(store)), .fonts = fonts_open_builtin()};
    store_free(store);
    theme_init(&trial->theme);
    trial->input = (LayoutInput){.root = document_root(trial->document),
                                 .theme = &trial->theme,
                                 .fonts = trial->fonts,
                                 .most_pages = most_pages};
    trial->cuts = cuts_find(&trial->input, &trial->arena);
}

static void trial_done(Trial *trial)
{
    document_free(trial->document);
    theme_done(&trial->theme);
    fonts_free(trial->fonts);
    arena_done(&trial->arena);
}

static const char *text_of(const Trial *trial, size_t cut)
{
    return node_text(document_find(trial->document, trial->cuts.findings[cut].node), FIELD_TEXT);
}

/* Entries of five bullets, so many that no page holds them. */
static StrBuf long_resume(size_t entries)
{
    const char *const bullets[] = {strong, weak, fair, strong, weak};
    StrBuf yaml = {0};
    strbuf_add(&yaml, "work:\n");
    for (size_t i = 0; i < entries; i++) {
        add_entry(&yaml, bullets, 5);
    }
    return yaml;
}

static void the_weakest_and_oldest_go_first(void)
{
    StrBuf yaml = long_resume(20);
    Trial trial;
    try_pages(&trial, &yaml, 1);
    CU_ASSERT_FATAL(trial.cuts.count > 8);
    size_t place = SIZE_MAX;
    for (size_t i = 0; i < trial.cuts.count; i++) {
        CU_ASSERT_STRING_EQUAL(trial.cuts.findings[i].rule->code, CUTS_RULE);
        if (i < 24) {
            CU_ASSERT_STRING_EQUAL(text_of(&trial, i), weak);
            size_t entry = trial.cuts.findings[i].node;
            CU_ASSERT(entry < place);
            place = entry;
        }
    }
    trial_done(&trial);
    strbuf_done(&yaml);
}

/* Without them it fits; without one fewer it does not. */
static void no_more_is_cut_than_is_needed(void)
{
    StrBuf yaml = long_resume(18);
    Trial trial;
    try_pages(&trial, &yaml, 1);
    CU_ASSERT_FATAL(trial.cuts.count > 1);
    NodeId bullets[64];
    for (size_t i = 0; i < trial.cuts.count && i < 64; i++) {
        bullets[i] = trial.cuts.findings[i].node;
    }
    trial.input.left_out = bullets;
    trial.input.left_out_count = trial.cuts.count;
    CU_ASSERT_FALSE(layout_build(&trial.input, &trial.arena)->is_too_long);
    trial.input.left_out_count--;
    CU_ASSERT_TRUE(layout_build(&trial.input, &trial.arena)->is_too_long);
    trial_done(&trial);
    strbuf_done(&yaml);
}

static void a_bullet_that_is_kept_is_not_cut(void)
{
    StrBuf yaml = long_resume(20);
    strbuf_add(&yaml, "    x-bulletproof:\n      - {bullet: 5, starts: Responsible for, waivers: "
                      "[{code: over-length, reason: asked for}]}\n");
    Trial trial;
    try_pages(&trial, &yaml, 1);
    const Node *works = node_part(document_root(trial.document), NODE_WORKS);
    const Node *last = node_child(works, node_count(works) - 1);
    const Node *kept = node_child(node_part(last, NODE_HIGHLIGHTS), 4);
    CU_ASSERT_EQUAL_FATAL(node_count(node_part(kept, NODE_WAIVERS)), 1);
    CU_ASSERT(trial.cuts.count > 0);
    for (size_t i = 0; i < trial.cuts.count; i++) {
        CU_ASSERT_NOT_EQUAL(trial.cuts.findings[i].node, node_id(kept));
    }
    trial_done(&trial);
    strbuf_done(&yaml);
}

static void what_no_cut_can_help_has_none(void)
{
    StrBuf yaml = {0};
    strbuf_add(&yaml, "work:\n");
    for (int i = 0; i < 80; i++) {
        strbuf_add(&yaml, "  - position: Developer\n    name: Harbour Lines\n");
    }
    Trial trial;
    try_pages(&trial, &yaml, 1);
    CU_ASSERT_EQUAL(trial.cuts.count, 0);
    trial_done(&trial);
    strbuf_done(&yaml);
}

CU_TestInfo cuts_tests[] = {
    {"the weakest and oldest go first", the_weakest_and_oldest_go_first},
    {"no more is cut than is needed", no_more_is_cut_than_is_needed},
    {"a bullet that is kept is not cut", a_bullet_that_is_kept_is_not_cut},
    {"what no cut can help has none", what_no_cut_can_help_has_none},
    CU_TEST_INFO_NULL,
};
