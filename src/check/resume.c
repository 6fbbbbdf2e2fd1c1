/* The whole resume: every bullet and the summary, with the place of each finding. */
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/check/check.h"

typedef struct {
    Arena *arena;
    Level level;
    Finding *findings; /* owned until the end */
    size_t finding_count, finding_capacity;
    BulletVerdict *bullets; /* owned until the end */
    size_t bullet_count, bullet_capacity;
} Reading;

/* Whether a bullet's own waivers name the rule. */
static bool is_waived(const Node *node, const Rule *rule)
{
    const Node *waivers = node_part(node, NODE_WAIVERS);
    for (size_t i = 0; waivers && i < node_count(waivers); i++) {
        if (strcmp(node_text(node_child(waivers, i), FIELD_CODE), rule->code) == 0) {
            return true;
        }
    }
    return false;
}

static void add_finding(Reading *reading, Finding finding, const Node *node, FieldId field)
{
    finding.node = node_id(node);
    finding.field = field;
    finding.is_waived = is_waived(node, finding.rule);
    reading->findings = vector_grow(reading->findings, reading->finding_count,
                                    &reading->finding_capacity, sizeof(*reading->findings));
    reading->findings[reading->finding_count++] = finding;
}

/* An entry without an end goes on. */
static bool is_current(const Node *bullet)
{
    const Node *entry = node_parent(node_parent(bullet));
    StrView end = node_view(entry, FIELD_END_DATE);
    return end.length == 0 || date_is_open_end(end);
}

static void read_bullet(Reading *reading, const Node *bullet)
{
    if (node_has(bullet, FIELD_HIDDEN) || !node_has(bullet, FIELD_TEXT)) {
        return;
    }
    BulletInput input = {.text = node_view(bullet, FIELD_TEXT),
                         .level = reading->level,
                         .is_current = is_current(bullet)};
    BulletReport report = check_bullet(&input, reading->arena);
    for (size_t i = 0; i < report.finding_count; i++) {
        add_finding(reading, report.findings[i], bullet, FIELD_TEXT);
    }
    reading->bullets = vector_grow(reading->bullets, reading->bullet_count,
                                   &reading->bullet_capacity, sizeof(*reading->bullets));
    reading->bullets[reading->bullet_count++] = (BulletVerdict){node_id(bullet), report.verdict};
}

static Verdict read_summary(Reading *reading, const Node *basics)
{
    if (!node_has(basics, FIELD_SUMMARY)) {
        return VERDICT_WEAK;
    }
    SummaryReport report =
        check_summary(node_view(basics, FIELD_SUMMARY), reading->level, reading->arena);
    for (size_t i = 0; i < report.finding_count; i++) {
        add_finding(reading, report.findings[i], basics, FIELD_SUMMARY);
    }
    return report.verdict;
}

static const void *keep(Arena *arena, const void *items, size_t bytes)
{
    void *kept = arena_alloc(arena, bytes);
    if (bytes > 0) {
        memcpy(kept, items, bytes);
    }
    return kept;
}

ResumeReport check_resume(const Node *root, const CheckOptions *options, Arena *arena)
{
    (void)options;
    Reading reading = {.arena = arena, .level = level_of(root)};
    ResumeReport report = {.summary = read_summary(&reading, node_part(root, NODE_BASICS))};
    for (const Node *node = root; node; node = node_next(node, root)) {
        if (node_kind(node) == NODE_BULLET) {
            read_bullet(&reading, node);
        }
    }
    report.finding_count = reading.finding_count;
    report.findings =
        keep(arena, reading.findings, reading.finding_count * sizeof(*reading.findings));
    report.bullet_count = reading.bullet_count;
    report.bullets = keep(arena, reading.bullets, reading.bullet_count * sizeof(*reading.bullets));
    free(reading.findings);
    free(reading.bullets);
    return report;
}
