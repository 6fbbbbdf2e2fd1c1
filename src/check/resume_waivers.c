/* Waivers: a finding that the writer has looked at and keeps, with a reason. One that waives
 * nothing is told, so that none outlives its bullet. */
#include <string.h>

#include "check/resume.h"

/* Marks the findings of `code` on a node, or everywhere (NULL). Returns how many. */
static size_t waive(ResumePass *pass, const char *code, const Node *node)
{
    size_t count = 0;
    for (size_t i = 0; i < pass->finding_count; i++) {
        Finding *finding = &pass->findings[i];
        bool is_meant =
            strcmp(finding->rule->code, code) == 0 && (!node || finding->node == node_id(node));
        finding->is_waived = finding->is_waived || is_meant;
        count += is_meant ? 1 : 0;
    }
    return count;
}

static void apply(ResumePass *pass, const Node *waiver)
{
    const Node *owner = node_parent(node_parent(waiver));
    bool is_of_bullet = node_kind(owner) == NODE_BULLET;
    const char *code = node_text(waiver, FIELD_CODE);
    if (code[0] && waive(pass, code, is_of_bullet ? owner : NULL) == 0) {
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
