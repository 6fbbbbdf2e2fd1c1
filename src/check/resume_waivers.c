/* Waivers: a finding that the writer has looked at and keeps, with a reason. One that waives
 * nothing is told, so that none outlives its bullet. */
#include <string.h>

#include "check/resume.h"

/* Marks the findings that the waiver names, on its bullet or everywhere (NULL). Returns how
 * many. */
static size_t waive(ResumePass *pass, const Node *waiver, const Node *bullet)
{
    size_t count = 0;
    const char *code = node_text(waiver, FIELD_CODE);
    for (size_t i = 0; i < pass->finding_count; i++) {
        Finding *finding = &pass->findings[i];
        bool is_here = !bullet || finding->node == node_id(bullet);
        if (is_here && strcmp(finding->rule->code, code) == 0) {
            finding->is_waived = true;
            finding->waiver = node_text(waiver, FIELD_REASON);
            count++;
        }
    }
    return count;
}

/* What is found where the pages are known: the checker cannot tell whether it still holds. */
static bool is_kept_elsewhere(const char *code)
{
    return strcmp(code, "over-length") == 0;
}

static void apply(ResumePass *pass, const Node *waiver)
{
    const Node *owner = node_parent(node_parent(waiver));
    bool is_of_bullet = node_kind(owner) == NODE_BULLET;
    const char *code = node_text(waiver, FIELD_CODE);
    if (code[0] && !is_kept_elsewhere(code) &&
        waive(pass, waiver, is_of_bullet ? owner : NULL) == 0) {
        const char *message = check_rule(code)
                                  ? "This waiver waives nothing any more: remove it"
                                  : "There is no rule of this name: bulletproof explain lists them";
        resume_report(pass, "waiver-stale", spot_of_field(waiver, FIELD_CODE), message);
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
