/* Claims without a bullet behind them, and what a level is asked for. */
#include <string.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/text/fold.h"
#include "check/resume.h"

/* Years in work after which a level is no longer, or is now, believed. */
enum { JUNIOR_MOST_YEARS = 4, SENIOR_LEAST_YEARS = 4, MONTHS_A_YEAR = 12 };

/* One line of rules/claims.txt: "KIND HEAD | STEMS". */
typedef struct {
    StrView kind, head, stems;
} ClaimLine;

static bool next_line(StrView *rest, ClaimLine *line)
{
    StrView text;
    while (view_next_line(rest, &text)) {
        size_t bar = view_find(text, '|');
        if (text.length == 0 || text.data[0] == '#' || bar == text.length) {
            continue;
        }
        StrView left = view_trim(view_slice(text, 0, bar));
        size_t blank = view_find(left, ' ');
        *line =
            (ClaimLine){view_slice(left, 0, blank), view_trim(view_slice(left, blank, left.length)),
                        view_trim(view_slice(text, bar + 1, text.length))};
        return true;
    }
    return false;
}

/* --- claims --------------------------------------------------------------------- */

/* Whether the text holds one of the phrases; the spot is made to be about it. */
static bool find_phrase(StrView phrases, Spot *spot)
{
    StrView text = node_view(spot->node, spot->field);
    while (phrases.length > 0) {
        size_t end = view_find(phrases, ';');
        StrView phrase = view_trim(view_slice(phrases, 0, end));
        if (text_find_folded(text, phrase, 0, &spot->start, &spot->end)) {
            return true;
        }
        phrases = view_slice(phrases, end + 1, phrases.length);
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
        if (find_phrase(line->head, &spot)) {
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

static int months_of_work(const ResumePass *pass)
{
    const Node *work = node_part(pass->root, NODE_WORKS);
    int months = 0;
    for (size_t i = 0; i < node_count(work); i++) {
        const Node *entry = node_child(work, i);
        Date start, end = pass->today;
        if (!date_parse_free(node_view(entry, FIELD_START_DATE), &start)) {
            continue;
        }
        date_parse_free(node_view(entry, FIELD_END_DATE), &end);
        int span = date_months_between(start, end);
        months += span > 0 ? span : 0;
    }
    return months;
}

static Spot level_spot(const ResumePass *pass)
{
    const Node *settings = node_part(node_part(pass->root, NODE_META), NODE_SETTINGS);
    return spot_of_field(settings, FIELD_LEVEL);
}

static void check_years(ResumePass *pass)
{
    int months = months_of_work(pass);
    bool is_known = pass->today.year > 0 && months > 0;
    if (is_known && pass->level == LEVEL_JUNIOR && months > JUNIOR_MOST_YEARS * MONTHS_A_YEAR) {
        resume_report(pass, "level-years", level_spot(pass),
                      "The dates show more years than a junior has: is the level still right?");
    }
    if (is_known && pass->level == LEVEL_SENIOR && months < SENIOR_LEAST_YEARS * MONTHS_A_YEAR) {
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

/* A position whose bullets are all about one thing shows one side of its writer. */
static void check_concern(ResumePass *pass, const Node *entry, const ClaimLine *line)
{
    size_t about = 0, bullets = 0;
    for (size_t i = 0; i < pass->bullet_count; i++) {
        if (node_parent(node_parent(pass->bullets[i].node)) == entry) {
            bullets++;
            about += bullet_names(&pass->bullets[i], line->stems) ? 1 : 0;
        }
    }
    if (bullets > 2 && about == bullets) {
        resume_report(
            pass, "role-one-concern", spot_of_field(entry, FIELD_POSITION),
            arena_format(pass->arena, "Every bullet here is about %.*s", VIEW_ARG(line->head)));
    }
}

/* A bullet may be about two things: only when no other concern is told of is one alone. */
static size_t concerns_in(const ResumePass *pass, const Node *entry, StrView rest)
{
    size_t concerns = 0;
    for (ClaimLine line; next_line(&rest, &line);) {
        bool is_told = false;
        for (size_t i = 0; i < pass->bullet_count; i++) {
            bool is_here = node_parent(node_parent(pass->bullets[i].node)) == entry;
            is_told = is_told || (is_here && bullet_names(&pass->bullets[i], line.stems));
        }
        concerns += is_told && view_is(line.kind, "concern") ? 1 : 0;
    }
    return concerns;
}

static void check_concerns(ResumePass *pass, StrView text)
{
    const Node *work = node_part(pass->root, NODE_WORKS);
    for (size_t i = 0; i < node_count(work); i++) {
        const Node *entry = node_child(work, i);
        if (concerns_in(pass, entry, text) != 1) {
            continue;
        }
        StrView rest = text;
        for (ClaimLine line; next_line(&rest, &line);) {
            if (view_is(line.kind, "concern")) {
                check_concern(pass, entry, &line);
            }
        }
    }
}

void resume_check_claims(ResumePass *pass)
{
    StrView text = embedded_find("rules/claims.txt")->text;
    StrView rest = text;
    for (ClaimLine line; next_line(&rest, &line);) {
        bool is_shown = resume_find_bullet(pass, line.stems) != NULL;
        if (!is_shown && view_is(line.kind, "claim")) {
            check_claim(pass, &line);
        } else if (!is_shown && view_is(line.kind, "level")) {
            check_level(pass, &line);
        }
    }
    check_years(pass);
    check_concerns(pass, text);
}
