#include "app/cuts.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/page_settings.h"

typedef struct {
    const Node *bullet;
    size_t order; /* in the resume */
    int evidence; /* more is better */
    bool is_best; /* of its entry */
} Candidate;

typedef struct {
    Candidate *items; /* owned */
    size_t count, capacity;
} Candidates;

/* --- Evidence ------------------------------------------------------------------ */

/* Of a bullet, or in the settings of all. */
static bool is_waived_on(const Node *owner)
{
    const Node *waivers = node_part(owner, NODE_WAIVERS);
    for (size_t i = 0; i < node_count(waivers); i++) {
        const Node *waiver = node_child(waivers, i);
        if (view_is(node_view(waiver, FIELD_CODE), CUTS_RULE) && node_has(waiver, FIELD_REASON)) {
            return true;
        }
    }
    return false;
}

/* The verdict decides; among equals a result in numbers, then the parts that are there. */
static int evidence_of(const Node *bullet, Level level, Arena *arena)
{
    BulletInput input = {.text = node_view(bullet, FIELD_TEXT),
                         .level = level,
                         .is_current = check_is_current(bullet)};
    BulletReport report = check_bullet(&input, arena);
    int slots = 0;
    for (size_t i = 0; i < SLOT_COUNT; i++) {
        slots += report.slots[i] ? 1 : 0;
    }
    return (int)report.verdict * 100 + (report.has_metric ? 20 : 0) + (report.has_result ? 10 : 0) +
           slots;
}

static Candidates find_candidates(const Node *root)
{
    Candidates found = {0};
    Arena scratch = {0};
    Level level = level_of(root);
    bool are_all_kept = is_waived_on(node_settings(root));
    for (const Node *node = are_all_kept ? NULL : root; node; node = node_next(node, root)) {
        bool is_shown =
            node_kind(node) == NODE_BULLET && node_has(node, FIELD_TEXT) && !node_is_hidden(node);
        if (!is_shown || is_waived_on(node)) {
            continue;
        }
        found.items = vector_grow(found.items, found.count, &found.capacity, sizeof(*found.items));
        found.items[found.count] = (Candidate){
            .bullet = node,
            .order = found.count,
            .evidence = evidence_of(node, level, &scratch),
        };
        found.count++;
        arena_reset(&scratch);
    }
    arena_done(&scratch);
    return found;
}

/* The candidates of one entry stand together. */
static void mark_best(Candidates *candidates)
{
    Candidate *items = candidates->items;
    for (size_t first = 0, end; first < candidates->count; first = end) {
        size_t best = first;
        for (end = first; end < candidates->count &&
                          node_parent(items[end].bullet) == node_parent(items[first].bullet);
             end++) {
            best = items[end].evidence > items[best].evidence ? end : best;
        }
        items[best].is_best = true;
    }
}

static int compare_candidates(const void *first, const void *second)
{
    const Candidate *a = first, *b = second;
    if (a->is_best != b->is_best) {
        return a->is_best ? 1 : -1;
    }
    if (a->evidence != b->evidence) {
        return a->evidence - b->evidence;
    }
    return a->order > b->order ? -1 : 1;
}

/* --- Room ---------------------------------------------------------------------- */

static bool fits_without(const LayoutInput *input, const NodeId *bullets, size_t count)
{
    LayoutInput shorter = *input;
    shorter.left_out = bullets;
    shorter.left_out_count = count;
    return layout_fits(&shorter);
}

/* The least number of bullets, from the first on, without which the resume fits; 0: none. */
static size_t count_needed(const LayoutInput *input, const NodeId *bullets, size_t count)
{
    size_t too_few = 0, enough = count;
    if (!fits_without(input, bullets, count)) {
        return 0;
    }
    while (enough - too_few > 1) {
        size_t middle = too_few + (enough - too_few) / 2;
        if (fits_without(input, bullets, middle)) {
            enough = middle;
        } else {
            too_few = middle;
        }
    }
    return enough;
}

static Finding finding_of(const CutBullet *bullet, const char *message)
{
    const Rule *rule = check_rule(CUTS_RULE);
    return (Finding){
        .end = bullet->bytes,
        .rule = rule,
        .severity = rule->severity,
        .message = message,
        .question = rule->question,
        .node = bullet->node,
        .field = FIELD_TEXT,
        .is_of_resume = true,
        .is_of_pages = true,
    };
}

Cuts cuts_make(const CutBullet *bullets, size_t count, size_t most_pages, Arena *arena)
{
    Finding *findings = arena_alloc(arena, count * sizeof(*findings));
    for (size_t i = 0; i < count; i++) {
        const char *message =
            arena_format(arena, "Number %zu of %zu to cut or hide, so that %zu page%s enough",
                         i + 1, count, most_pages, most_pages == 1 ? " is" : "s are");
        findings[i] = finding_of(&bullets[i], message);
    }
    return (Cuts){findings, count};
}

Cuts cuts_find(const LayoutInput *input, Arena *arena)
{
    Candidates candidates = find_candidates(input->root);
    mark_best(&candidates);
    if (candidates.count > 0) {
        qsort(candidates.items, candidates.count, sizeof(*candidates.items), compare_candidates);
    }
    NodeId *bullets = xalloc((candidates.count + 1) * sizeof(*bullets));
    for (size_t i = 0; i < candidates.count; i++) {
        bullets[i] = node_id(candidates.items[i].bullet);
    }
    size_t needed = count_needed(input, bullets, candidates.count);
    CutBullet *cut = arena_alloc(arena, needed * sizeof(*cut));
    for (size_t i = 0; i < needed; i++) {
        cut[i] = (CutBullet){bullets[i], node_view(candidates.items[i].bullet, FIELD_TEXT).length};
    }
    Cuts cuts = cuts_make(cut, needed, input->most_pages, arena);
    free(bullets);
    free(candidates.items);
    return cuts;
}

Cuts cuts_of_resume(const Node *root, const char *theme_folder, Arena *arena)
{
    PageSettings settings = page_settings_of(root);
    Theme theme;
    Cuts cuts = {0};
    if (settings.most_pages == 0) {
        return cuts;
    }
    if (theme_find(&theme, settings.theme, theme_folder, NULL)) {
        Fonts *fonts = fonts_open(&(FontRequest){.family = theme.font});
        LayoutInput input = {
            .root = root, .theme = &theme, .fonts = fonts, .most_pages = settings.most_pages};
        cuts = layout_fits(&input) ? cuts : cuts_find(&input, arena);
        fonts_free(fonts);
    }
    theme_done(&theme);
    return cuts;
}

ResumeReport cuts_join(const Cuts *cuts, const ResumeReport *report, Arena *arena)
{
    ResumeReport joined = *report;
    joined.finding_count = cuts->count + report->finding_count;
    Finding *findings = arena_alloc(arena, joined.finding_count * sizeof(*findings));
    for (size_t i = 0; i < joined.finding_count; i++) {
        findings[i] = i < cuts->count ? cuts->findings[i] : report->findings[i - cuts->count];
    }
    joined.findings = findings;
    return joined;
}
