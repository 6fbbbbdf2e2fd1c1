/* The whole resume: every bullet and the summary, then what shows only in many of them. */
#include "check/resume.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/check/pack.h"
#include "check/judgement.h"
#include "check/spelling_judge.h"
#include "check/topic.h"

Spot spot_of_node(const Node *node)
{
    return (Spot){node, FIELD_COUNT, 0, 0};
}

Spot spot_of_field(const Node *node, FieldId field)
{
    return (Spot){node, field, 0, node_view(node, field).length};
}

static void push(ResumePass *pass, Finding finding)
{
    pass->findings = vector_grow(pass->findings, pass->finding_count, &pass->finding_capacity,
                                 sizeof(*pass->findings));
    pass->findings[pass->finding_count++] = finding;
}

void resume_add(ResumePass *pass, Finding finding, const Node *node, FieldId field)
{
    finding.node = node_id(node);
    finding.field = field;
    push(pass, finding);
}

void resume_report(ResumePass *pass, const char *code, Spot spot, const char *message)
{
    const CheckExtras *extras = pass->options->extras;
    const Rule *rule = check_rule(code);
    bool is_off = extras && rule_pack_is_off(extras->pack, code);
    if (is_off || node_is_hidden(spot.node)) {
        return;
    }
    Finding finding = {
        .start = spot.start,
        .end = spot.end,
        .rule = rule,
        .severity = rule->severity,
        .message = message ? message : rule->message,
        .question = rule->question,
        .is_of_resume = true,
    };
    resume_add(pass, finding, spot.node, spot.field);
}

/* --- bullets and the summary -------------------------------------------------- */

bool check_is_current(const Node *bullet)
{
    StrView end = node_view(node_parent(node_parent(bullet)), FIELD_END_DATE);
    return end.length == 0 || date_is_open_end(end);
}

size_t resume_cursor(const ResumePass *pass, const Node *node, FieldId field)
{
    const CheckOptions *options = pass->options;
    bool is_there = node_id(node) == options->written && field == options->written_field;
    return is_there ? options->cursor : 0;
}

static bool is_shown_bullet(const Node *node)
{
    return node_kind(node) == NODE_BULLET && node_has(node, FIELD_TEXT) && !node_is_hidden(node);
}

/* A bit for the first two bytes of a word; none for a shorter one. */
static uint64_t initial_bit(StrView word)
{
    return word.length > 1 ? (uint64_t)1 << ((word.data[0] * 5 + word.data[1]) & 63) : 0;
}

static uint64_t initials_of(const Sentence *sentence)
{
    uint64_t initials = 0;
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        initials |= initial_bit(sentence_token(sentence, i)->lower);
    }
    return initials;
}

static ShownBullet read_bullet(const ResumePass *pass, const Node *node)
{
    Sentence sentence =
        sentence_read(node_view(node, FIELD_TEXT), pass->level, check_is_current(node),
                      extras_words(pass->options->extras), pass->arena);
    return (ShownBullet){.node = node, .sentence = sentence, .initials = initials_of(&sentence)};
}

void resume_read_bullets(ResumePass *pass)
{
    size_t count = 0;
    for (const Node *node = pass->root; node; node = node_next(node, pass->root)) {
        count += is_shown_bullet(node) ? 1 : 0;
    }
    pass->bullets = arena_alloc(pass->arena, count * sizeof(*pass->bullets));
    for (const Node *node = pass->root; node; node = node_next(node, pass->root)) {
        if (is_shown_bullet(node)) {
            pass->bullets[pass->bullet_count++] = read_bullet(pass, node);
        }
    }
}

static void judge_bullet(ResumePass *pass, ShownBullet *bullet)
{
    const Node *node = bullet->node;
    BulletInput input = {.text = node_view(node, FIELD_TEXT),
                         .level = pass->level,
                         .is_current = check_is_current(node),
                         .extras = pass->options->extras,
                         .cursor = resume_cursor(pass, node, FIELD_TEXT)};
    BulletReport report = bullet_judge(&input, &bullet->sentence, pass->arena);
    for (size_t i = 0; i < report.finding_count; i++) {
        resume_add(pass, report.findings[i], node, FIELD_TEXT);
    }
    bullet->verdict = report.verdict;
    bullet->has_metric = report.has_metric;
}

static void judge_bullets(ResumePass *pass)
{
    for (size_t i = 0; i < pass->bullet_count; i++) {
        judge_bullet(pass, &pass->bullets[i]);
    }
}

static Verdict read_summary(ResumePass *pass)
{
    const Node *basics = node_part(pass->root, NODE_BASICS);
    if (!node_has(basics, FIELD_SUMMARY)) {
        return VERDICT_WEAK;
    }
    SummaryInput input = {.text = node_view(basics, FIELD_SUMMARY),
                          .level = pass->level,
                          .extras = pass->options->extras,
                          .cursor = resume_cursor(pass, basics, FIELD_SUMMARY)};
    SummaryReport report = check_summary(&input, pass->arena);
    for (size_t i = 0; i < report.finding_count; i++) {
        resume_add(pass, report.findings[i], basics, FIELD_SUMMARY);
    }
    return report.verdict;
}

/* --- looking for words ---------------------------------------------------------- */

static bool sentence_names(const Sentence *sentence, StrView stem)
{
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool may_be = token->kind == TOKEN_WORD && token->lower.length >= stem.length &&
                      token->lower.data[0] == stem.data[0];
        if (may_be && topic_begins_as(token->lower, stem)) {
            return true;
        }
    }
    return false;
}

/* "#10000": a count or a rate of so much. */
static bool sentence_counts(const Sentence *sentence, StrView least)
{
    double wanted = strtod(least.data + 1, NULL);
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const Token *token = &sentence->tokens.items[i];
        bool is_scale = token->number == NUMBER_COUNT || token->number == NUMBER_RATE;
        if (token->kind == TOKEN_NUMBER && is_scale && token->value >= wanted) {
            return true;
        }
    }
    return false;
}

static bool sentence_has(const ShownBullet *bullet, StrView stem)
{
    if (view_starts_with(stem, "#")) {
        return sentence_counts(&bullet->sentence, stem);
    }
    bool may_be = stem.length == 1 || (bullet->initials & initial_bit(stem));
    return may_be && sentence_names(&bullet->sentence, stem);
}

bool bullet_names(const ShownBullet *bullet, StrView stems)
{
    while (stems.length > 0) {
        size_t end = view_find(stems, ' ');
        StrView stem = view_slice(stems, 0, end);
        if (sentence_has(bullet, stem)) {
            return true;
        }
        stems = view_slice(stems, end + 1, stems.length);
    }
    return false;
}

const ShownBullet *resume_find_bullet(const ResumePass *pass, StrView stems)
{
    for (size_t i = 0; i < pass->bullet_count; i++) {
        if (bullet_names(&pass->bullets[i], stems)) {
            return &pass->bullets[i];
        }
    }
    return NULL;
}

/* --- the result -------------------------------------------------------------------- */

/* A finding, how far into the resume its node stands, and which of the node's fields it is about.
 */
typedef struct {
    size_t depth, field, number;
} Order;

static int compare_orders(const void *a, const void *b)
{
    const Order *left = a, *right = b;
    if (left->depth != right->depth) {
        return left->depth < right->depth ? -1 : 1;
    }
    if (left->field != right->field) {
        return left->field < right->field ? -1 : 1;
    }
    return left->number < right->number ? -1 : left->number > right->number;
}

static size_t *depths_of_nodes(const ResumePass *pass, size_t *id_count)
{
    NodeId last = 0;
    for (const Node *node = pass->root; node; node = node_next(node, pass->root)) {
        last = node_id(node) > last ? node_id(node) : last;
    }
    *id_count = (size_t)last + 1;
    size_t *depths = arena_alloc(pass->arena, *id_count * sizeof(*depths));
    size_t depth = 0;
    for (const Node *node = pass->root; node; node = node_next(node, pass->root)) {
        depths[node_id(node)] = ++depth;
    }
    return depths;
}

/* Copies the findings into the arena in the order of the resume; those of one field stay as
 * they were reported. */
static const Finding *sorted_findings(const ResumePass *pass)
{
    size_t id_count;
    const size_t *depths = depths_of_nodes(pass, &id_count);
    Order *orders = arena_alloc(pass->arena, pass->finding_count * sizeof(*orders));
    for (size_t i = 0; i < pass->finding_count; i++) {
        NodeId node = pass->findings[i].node;
        orders[i] = (Order){node < id_count ? depths[node] : 0, pass->findings[i].field, i};
    }
    qsort(orders, pass->finding_count, sizeof(*orders), compare_orders);
    Finding *sorted = arena_alloc(pass->arena, pass->finding_count * sizeof(*sorted));
    for (size_t i = 0; i < pass->finding_count; i++) {
        sorted[i] = pass->findings[orders[i].number];
    }
    return sorted;
}

static const BulletVerdict *verdicts(const ResumePass *pass)
{
    BulletVerdict *all = arena_alloc(pass->arena, pass->bullet_count * sizeof(*all));
    for (size_t i = 0; i < pass->bullet_count; i++) {
        all[i] = (BulletVerdict){node_id(pass->bullets[i].node), pass->bullets[i].verdict};
    }
    return all;
}

static bool has_open_word(const ResumePass *pass)
{
    const CheckOptions *options = pass->options;
    const Node *node = pass->root;
    while (node && node_id(node) != options->written) {
        node = node_next(node, pass->root);
    }
    return node && options->cursor > 0 &&
           spelling_is_open(node_view(node, options->written_field), options->cursor,
                            options->extras);
}

ResumeReport check_resume(const Node *root, const CheckOptions *options, Arena *arena)
{
    ResumePass pass = {.root = root,
                       .level = level_of(root),
                       .today = options->today,
                       .options = options,
                       .arena = arena};
    resume_read_bullets(&pass);
    judge_bullets(&pass);
    Verdict summary = read_summary(&pass);
    bool is_begun = !node_is_blank(root);
    if (is_begun) {
        resume_check_contact(&pass);
        resume_check_parsers(&pass);
        resume_check_skills(&pass);
        resume_check_dates(&pass);
        resume_check_claims(&pass);
        resume_check_style(&pass);
        resume_check_samples(&pass);
        resume_check_spelling(&pass);
    }
    resume_apply_waivers(&pass);
    ResumeReport report = {
        .findings = sorted_findings(&pass),
        .finding_count = pass.finding_count,
        .bullets = verdicts(&pass),
        .bullet_count = pass.bullet_count,
        .summary = summary,
        .has_open_word = has_open_word(&pass),
    };
    free(pass.findings);
    return report;
}
