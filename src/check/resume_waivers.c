/* Waivers: a finding that the writer has looked at and keeps, with a reason. One that waives
 * nothing is told, so that none outlives its bullet. */
#include <string.h>

#include "bulletproof/check/pack.h"
#include "check/resume.h"

/* Without a reason nobody could tell later whether it still holds. */
static bool names(const Node *waiver, const Finding *finding)
{
    return node_has(waiver, FIELD_REASON) &&
           strcmp(finding->rule->code, node_text(waiver, FIELD_CODE)) == 0;
}

/* Whether the words of the finding are those that the waiver is about, if it is about some. */
static bool is_about(const Node *waiver, const Finding *finding, const Node *node)
{
    StrView text = finding->field == FIELD_COUNT ? view_of("") : node_view(node, finding->field);
    StrView words = view_trim(view_slice(text, finding->start, finding->end));
    return !node_has(waiver, FIELD_ABOUT) || view_equal(words, node_view(waiver, FIELD_ABOUT));
}

static void mark(Finding *finding, const Node *waiver)
{
    finding->is_waived = true;
    finding->waiver = node_text(waiver, FIELD_REASON);
}

/* --- in the whole resume ----------------------------------------------------------- */

static const Node *node_of(const ResumePass *pass, const Finding *finding)
{
    const Node *node = pass->root;
    while (node && node_id(node) != finding->node) {
        node = node_next(node, pass->root);
    }
    return node ? node : pass->root;
}

/* Marks what the waiver waives, on its bullet or everywhere (NULL). Returns how many. */
static size_t apply_to(ResumePass *pass, const Node *waiver, const Node *bullet)
{
    size_t count = 0;
    for (size_t i = 0; i < pass->finding_count; i++) {
        Finding *finding = &pass->findings[i];
        bool is_here = !bullet || finding->node == node_id(bullet);
        if (is_here && names(waiver, finding) &&
            is_about(waiver, finding, node_of(pass, finding))) {
            mark(finding, waiver);
            count++;
        }
    }
    return count;
}

static void report_stale(ResumePass *pass, const Node *waiver)
{
    const char *message = NULL;
    const CheckExtras *extras = pass->options->extras;
    const RulePack *pack = extras ? extras->pack : NULL;
    const Rule *rule = rule_pack_find(pack, node_text(waiver, FIELD_CODE));
    bool is_elsewhere = rule && (rule->is_of_pages || rule_pack_is_off(pack, rule->code));
    if (is_elsewhere && node_has(waiver, FIELD_REASON)) {
        return; /* it shows on the pages alone, or when the rule is switched on again */
    }
    if (!rule) {
        message = "There is no rule of this name: bulletproof explain lists them";
    } else if (!node_has(waiver, FIELD_REASON)) {
        message = "This waiver gives no reason, so it waives nothing: write one, or remove it";
    }
    resume_report(pass, "waiver-stale", spot_of_field(waiver, FIELD_CODE), message);
}

static void apply(ResumePass *pass, const Node *waiver)
{
    const Node *owner = node_parent(node_parent(waiver));
    bool is_of_bullet = node_kind(owner) == NODE_BULLET;
    if (node_has(waiver, FIELD_CODE) && apply_to(pass, waiver, is_of_bullet ? owner : NULL) == 0) {
        report_stale(pass, waiver);
    }
}

void resume_apply_waivers(ResumePass *pass)
{
    for (const Node *node = pass->root; node; node = node_next(node, pass->root)) {
        if (node_kind(node) == NODE_WAIVER) {
            apply(pass, node);
        }
    }
}

/* --- of one text ---------------------------------------------------------------------- */

/* Findings of a text of `node`. */
typedef struct {
    Finding *items;
    size_t count;
    const Node *node;
} TextFindings;

static void apply_list(const Node *waivers, const TextFindings *findings)
{
    for (size_t i = 0; waivers && i < node_count(waivers); i++) {
        const Node *waiver = node_child(waivers, i);
        for (size_t k = 0; k < findings->count; k++) {
            Finding *finding = &findings->items[k];
            Finding placed = *finding; /* one of a text alone does not say whose it is */
            placed.field = node_kind(findings->node) == NODE_BULLET ? FIELD_TEXT : FIELD_SUMMARY;
            if (names(waiver, finding) && is_about(waiver, &placed, findings->node)) {
                mark(finding, waiver);
            }
        }
    }
}

const Finding *check_waived(const Finding *findings, size_t count, const Node *node, Arena *arena)
{
    Finding *marked = arena_alloc(arena, (count + 1) * sizeof(*marked));
    if (count > 0) {
        memcpy(marked, findings, count * sizeof(*marked));
    }
    const Node *settings = node_settings(node_above(node, NODE_RESUME));
    TextFindings all = {marked, count, node};
    apply_list(node_part(settings, NODE_WAIVERS), &all);
    apply_list(node_part(node, NODE_WAIVERS), &all);
    return marked;
}
