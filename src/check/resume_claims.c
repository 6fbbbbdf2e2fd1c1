/* Claims without a bullet behind them, and what a level is asked for. */
#include <stdlib.h>
#include <string.h>

#include "bulletproof/text/fold.h"
#include "check/claim_lines.h"
#include "check/resume.h"

/* Years in work after which a level is no longer, or is now, believed. */
enum { JUNIOR_MOST_YEARS = 4, SENIOR_LEAST_YEARS = 4, MONTHS_A_YEAR = 12 };

/* --- claims --------------------------------------------------------------------- */

/* Whether the text holds one of the phrases; the spot is made to be about it. */
static bool find_phrase(StrView phrases, Spot *spot)
{
    StrView text = node_view(spot->node, spot->field), phrase;
    while (claim_next_phrase(&phrases, &phrase)) {
        if (text_find_folded(text, phrase, 0, &spot->start, &spot->end)) {
            return true;
        }
    }
    return false;
}

/* Skills, the summary and the headline make claims; bullets are the evidence. */
static FieldId claiming_field(const Node *node)
{
    return node_kind(node) == NODE_KEYWORD ? FIELD_TEXT
           : node_kind(node) == NODE_SKILL ? FIELD_NAME
                                           : FIELD_COUNT;
}

/* The part of a sentence before byte `end`. */
static StrView clause_before(StrView text, size_t end)
{
    size_t start = end;
    while (start > 0 && !memchr(".;", text.data[start - 1], 2)) {
        start--;
    }
    return view_slice(text, start, end);
}

/* "keen to learn about distributed systems" is a wish. */
static bool is_wished(const Spot *spot)
{
    static const char *const words[] = {"interested", "interest in", "keen",    "learn",
                                        "looking",    "eager",       "want",    "aspir",
                                        "grow into",  "curious",     "hope to", "would like"};
    StrView before = clause_before(node_view(spot->node, spot->field), spot->start);
    size_t start, end;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (text_find_folded(before, view_of(words[i]), 0, &start, &end)) {
            return true;
        }
    }
    return false;
}

static void report_claim(ResumePass *pass, Spot spot)
{
    StrView words = view_slice(node_view(spot.node, spot.field), spot.start, spot.end);
    resume_report(
        pass, "claim-unshown", spot,
        arena_format(pass->arena, "No bullet stands behind \"%.*s\" yet", VIEW_ARG(words)));
}

static void check_claim(ResumePass *pass, const ClaimLine *line)
{
    const Node *basics = node_part(pass->root, NODE_BASICS);
    static const FieldId told[] = {FIELD_SUMMARY, FIELD_LABEL};
    for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
        Spot spot = {basics, told[i], 0, 0};
        if (find_phrase(line->head, &spot) && !is_wished(&spot)) {
            report_claim(pass, spot);
        }
    }
    const Node *skills = node_part(pass->root, NODE_SKILLS);
    for (const Node *node = skills; node; node = node_next(node, skills)) {
        Spot spot = {node, claiming_field(node), 0, 0};
        if (spot.field != FIELD_COUNT && find_phrase(line->head, &spot)) {
            report_claim(pass, spot);
        }
    }
}

/* --- the level ------------------------------------------------------------------- */

/* Months since the year 0; `end` is open. */
typedef struct {
    int start, end;
} Span;

static int compare_spans(const void *a, const void *b)
{
    const Span *left = a, *right = b;
    return (left->start > right->start) - (left->start < right->start);
}

/* Time behind a counter counts for no level of a developer. */
static bool is_technical(const Node *entry)
{
    static const char *const words[] = {"develop", "engineer", "program", "software",  "architect",
                                        "devops",  "sre",      "data",    "back-end",  "backend",
                                        "full",    "tech",     "admin",   "consultant"};
    StrView position = node_view(entry, FIELD_POSITION);
    size_t start, end;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (text_find_folded(position, view_of(words[i]), 0, &start, &end)) {
            return true;
        }
    }
    return false;
}

static bool span_of(const ResumePass *pass, const Node *entry, Span *span)
{
    static const Date year_0 = {0, 1, 1};
    Date start, end = pass->today;
    if (!date_parse_free(node_view(entry, FIELD_START_DATE), &start)) {
        return false;
    }
    date_parse_free(node_view(entry, FIELD_END_DATE), &end);
    *span = (Span){date_months_between(year_0, start), date_months_between(year_0, end)};
    return span->start < span->end;
}

/* Months in which there was work, each once. */
static int months_of_work(const ResumePass *pass, bool is_any)
{
    const Node *work = node_part(pass->root, NODE_WORKS);
    Span *spans = arena_alloc(pass->arena, node_count(work) * sizeof(*spans));
    size_t count = 0;
    for (size_t i = 0; i < node_count(work); i++) {
        const Node *entry = node_child(work, i);
        if ((is_any || is_technical(entry)) && span_of(pass, entry, &spans[count])) {
            count++;
        }
    }
    qsort(spans, count, sizeof(*spans), compare_spans);
    int months = 0, reached = 0;
    for (size_t i = 0; i < count; i++) {
        int start = spans[i].start > reached ? spans[i].start : reached;
        months += spans[i].end > start ? spans[i].end - start : 0;
        reached = spans[i].end > reached ? spans[i].end : reached;
    }
    return months;
}

static Spot level_spot(const ResumePass *pass)
{
    const Node *settings = node_settings(pass->root);
    return spot_of_field(settings, FIELD_LEVEL);
}

/* A title that is not known to be technical is believed where it speaks for the writer. */
static void check_years(ResumePass *pass)
{
    int any = months_of_work(pass, true), technical = months_of_work(pass, false);
    if (pass->today.year <= 0 || any == 0) {
        return;
    }
    if (pass->level == LEVEL_JUNIOR && technical > JUNIOR_MOST_YEARS * MONTHS_A_YEAR) {
        resume_report(pass, "level-years", level_spot(pass),
                      "The dates show more years than a junior has: is the level still right?");
    }
    if (pass->level == LEVEL_SENIOR && any < SENIOR_LEAST_YEARS * MONTHS_A_YEAR) {
        resume_report(pass, "level-years", level_spot(pass),
                      "The dates show fewer years than a senior is asked for");
    }
}

static void check_level(ResumePass *pass, const ClaimLine *line)
{
    size_t blank = view_find(line->head, ' ');
    bool is_ours = view_is(view_slice(line->head, 0, blank), level_name(pass->level));
    if (is_ours && pass->bullet_count > 2) {
        StrView message = view_trim(view_slice(line->head, blank, line->head.length));
        resume_report(pass, "level-unshown", level_spot(pass), arena_copy(pass->arena, message));
    }
}

/* --- concerns ----------------------------------------------------------------------- */

/* What each bullet is about: bit i of bullets[b] for the i-th line of a concern. */
typedef struct {
    StrView names[32];
    size_t count;
    uint32_t *bullets;
} Concerns;

static Concerns read_concerns(const ResumePass *pass, StrView rest)
{
    Concerns concerns = {
        .bullets = arena_alloc(pass->arena, pass->bullet_count * sizeof(*concerns.bullets))};
    for (ClaimLine line; concerns.count < 32 && claim_next_line(&rest, &line);) {
        if (!view_is(line.kind, "concern")) {
            continue;
        }
        for (size_t i = 0; i < pass->bullet_count; i++) {
            bool is_about = bullet_names(&pass->bullets[i], line.stems);
            concerns.bullets[i] |= is_about ? (uint32_t)1 << concerns.count : 0;
        }
        concerns.names[concerns.count++] = line.head;
    }
    return concerns;
}

/* A position whose bullets are all about one thing shows one side of its writer. A bullet may be
 * about two things: only when no other concern is told of is one alone. */
static void check_concern(ResumePass *pass, const Node *entry, const Concerns *concerns)
{
    uint32_t any = 0, all = UINT32_MAX;
    size_t bullets = 0;
    for (size_t i = 0; i < pass->bullet_count; i++) {
        if (node_parent(node_parent(pass->bullets[i].node)) == entry) {
            any |= concerns->bullets[i];
            all &= concerns->bullets[i];
            bullets++;
        }
    }
    for (size_t i = 0; bullets > 2 && i < concerns->count; i++) {
        if (any == all && any == (uint32_t)1 << i) {
            resume_report(pass, "role-one-concern", spot_of_field(entry, FIELD_POSITION),
                          arena_format(pass->arena, "Every bullet here is about %.*s",
                                       VIEW_ARG(concerns->names[i])));
        }
    }
}

static void check_concerns(ResumePass *pass, StrView text)
{
    const Node *work = node_part(pass->root, NODE_WORKS);
    Concerns concerns = read_concerns(pass, text);
    for (size_t i = 0; i < node_count(work); i++) {
        check_concern(pass, node_child(work, i), &concerns);
    }
}

void resume_check_claims(ResumePass *pass)
{
    StrView rest = claim_lines();
    for (ClaimLine line; claim_next_line(&rest, &line);) {
        bool is_claim = view_is(line.kind, "claim");
        if ((!is_claim && !view_is(line.kind, "level")) || resume_find_bullet(pass, line.stems)) {
            continue;
        }
        if (is_claim && pass->bullet_count > 0) {
            check_claim(pass, &line);
        } else if (!is_claim) {
            check_level(pass, &line);
        }
    }
    check_years(pass);
    check_concerns(pass, claim_lines());
}
