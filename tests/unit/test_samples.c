#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/check/check.h"
#include "bulletproof/model/node.h"
#include "sample.h"

/* The beginnings of bullets that a sample leaves to be improved. */
static const struct {
    const char *name;
    Level level;
    const char *improvable[3];
} samples[] = {
    {"samples/junior.yaml", LEVEL_JUNIOR, {NULL}},
    {"samples/mid.yaml",
     LEVEL_MID,
     {"Responsible for the customs", "Improved the depot", "Worked with Java"}},
    {"samples/senior.yaml", LEVEL_SENIOR, {NULL}},
};
enum { SAMPLE_COUNT = sizeof(samples) / sizeof(samples[0]) };

static bool is_improvable(size_t sample, StrView bullet)
{
    for (size_t i = 0; i < 3 && samples[sample].improvable[i]; i++) {
        if (view_starts_with(bullet, samples[sample].improvable[i])) {
            return true;
        }
    }
    return false;
}

static BulletReport judge(const Node *bullet, Level level, Arena *arena)
{
    const Node *entry = node_parent(node_parent(bullet));
    BulletInput input = {.text = node_view(bullet, FIELD_TEXT),
                         .level = level,
                         .is_current = !node_has(entry, FIELD_END_DATE)};
    return check_bullet(&input, arena);
}

static void check_bullets_of(size_t sample, const Node *root)
{
    Arena arena = {0};
    size_t improvable = 0;
    for (const Node *node = root; node; node = node_next(node, root)) {
        if (node_kind(node) != NODE_BULLET) {
            continue;
        }
        bool is_strong = judge(node, samples[sample].level, &arena).verdict == VERDICT_STRONG;
        bool is_kept = is_strong != is_improvable(sample, node_view(node, FIELD_TEXT));
        if (!is_kept) {
            printf("# %s: %s: %s\n", samples[sample].name, is_strong ? "strong" : "not strong",
                   node_text(node, FIELD_TEXT));
        }
        CU_ASSERT(is_kept);
        improvable += !is_strong;
        arena_reset(&arena);
    }
    CU_ASSERT_EQUAL(improvable, samples[sample].improvable[0] ? 3 : 0);
    arena_done(&arena);
}

static void bullets_are_strong_except_those_left_to_improve(void)
{
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        Node *root = sample_load(samples[i].name);
        check_bullets_of(i, root);
        node_free(root);
    }
}

static void summaries_are_strong(void)
{
    Arena arena = {0};
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        Node *root = sample_load(samples[i].name);
        StrView summary = node_view(node_part(root, NODE_BASICS), FIELD_SUMMARY);
        SummaryInput input = {.text = summary, .level = samples[i].level};
        SummaryReport report = check_summary(&input, &arena);
        CU_ASSERT_EQUAL(report.verdict, VERDICT_STRONG);
        CU_ASSERT_EQUAL(report.finding_count, 0);
        node_free(root);
    }
    arena_done(&arena);
}

static void each_sample_has_the_level_of_its_name(void)
{
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        Node *root = sample_load(samples[i].name);
        CU_ASSERT_EQUAL(level_of(root), samples[i].level);
        node_free(root);
    }
}

static void each_sample_says_that_it_is_to_be_replaced(void)
{
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        StrView text = embedded_find(samples[i].name)->text;
        CU_ASSERT(view_starts_with(text, "# An example to replace:"));
        Node *root = sample_load(samples[i].name);
        StrView note = node_view(node_part(root, NODE_META), FIELD_VERSION);
        CU_ASSERT(view_starts_with(note, "Example"));
        node_free(root);
    }
}

CU_TestInfo samples_tests[] = {
    {"bullets are strong except those left to improve",
     bullets_are_strong_except_those_left_to_improve},
    {"summaries are strong", summaries_are_strong},
    {"each sample has the level of its name", each_sample_has_the_level_of_its_name},
    {"each sample says that it is to be replaced", each_sample_says_that_it_is_to_be_replaced},
    CU_TEST_INFO_NULL,
};
