#include "ui/finding_list.h"

#include <string.h>

static const ResumeReport *report_of(const Editor *editor)
{
    static const ResumeReport none = {0};
    return editor->judgement.resume ? editor->judgement.resume : &none;
}

bool finding_is_in_section(const Editor *editor, const Finding *finding, size_t section)
{
    const Node *node = document_find(editor->document, finding->node);
    return node && !finding->is_waived && section_of(node, finding->field) == section;
}

void finding_count_sections(const Editor *editor, size_t counts[NODE_KIND_COUNT])
{
    const ResumeReport *report = report_of(editor);
    memset(counts, 0, NODE_KIND_COUNT * sizeof(*counts));
    for (size_t i = 0; i < report->finding_count; i++) {
        const Finding *finding = &report->findings[i];
        const Node *node = document_find(editor->document, finding->node);
        if (node && !finding->is_waived) {
            counts[section_of(node, finding->field)]++;
        }
    }
}

size_t finding_count_in_entry(const Editor *editor, const Node *entry)
{
    const ResumeReport *report = report_of(editor);
    size_t count = 0;
    for (size_t i = 0; i < report->finding_count; i++) {
        const Finding *finding = &report->findings[i];
        const Node *node = document_find(editor->document, finding->node);
        count += !finding->is_waived && node_is_within(node, entry) ? 1 : 0;
    }
    return count;
}

/* --- the one in hand --------------------------------------------------------------- */

/* Whether it is about the words at `offset`, rather than about the whole. */
static bool is_at(const Finding *finding, size_t offset)
{
    return finding->start > 0 && finding->start <= offset && offset < finding->end;
}

/* The one about the words at `offset`, else the first. */
static const Finding *best_open(const Finding *findings, size_t count, size_t offset)
{
    const Finding *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const Finding *finding = &findings[i];
        if (!finding->is_waived && is_at(finding, offset)) {
            return finding;
        }
        first = !first && !finding->is_waived ? finding : first;
    }
    return first;
}

/* Nothing is missing yet in what nobody has begun. */
static const Finding *judged_now(const Editor *editor)
{
    const Judgement *judgement = &editor->judgement;
    Place cursor = editor->state.cursor;
    if (!editor_is_judged(editor) || !node_has(editor_node(editor), cursor.field)) {
        return NULL;
    }
    if (judgement->bullet) {
        return best_open(judgement->bullet->findings, judgement->bullet->finding_count,
                         cursor.offset);
    }
    return judgement->summary ? best_open(judgement->summary->findings,
                                          judgement->summary->finding_count, cursor.offset)
                              : NULL;
}

/* The report may be older than the text in hand: of a text that is judged at every key, only what
 * shows in the whole resume is taken from it. */
static bool is_open_here(const Editor *editor, const Finding *finding)
{
    const Judgement *judgement = &editor->judgement;
    bool is_live = editor_is_judged(editor) && (judgement->bullet || judgement->summary) &&
                   finding->field == editor->state.cursor.field;
    return !finding->is_waived && finding->node == editor->state.cursor.node &&
           (finding->is_of_resume || !is_live);
}

/* How near the finding is to the cursor, which stands in its node. */
static int nearness(const Finding *finding, Place cursor)
{
    bool is_in_field = finding->field == cursor.field;
    return is_in_field && is_at(finding, cursor.offset) ? 3 : is_in_field ? 2 : 1;
}

static const Finding *reported_here(const Editor *editor)
{
    const ResumeReport *report = report_of(editor);
    Place cursor = editor->state.cursor;
    const Finding *nearest = NULL;
    for (size_t i = 0; cursor.node != 0 && i < report->finding_count; i++) {
        const Finding *finding = &report->findings[i];
        bool is_nearer = !nearest || nearness(finding, cursor) > nearness(nearest, cursor);
        if (is_open_here(editor, finding) && is_nearer) {
            nearest = finding;
        }
    }
    return nearest;
}

const Finding *finding_in_hand(const Editor *editor)
{
    size_t offset = editor->state.cursor.offset;
    const Finding *now = judged_now(editor);
    if (now && is_at(now, offset)) {
        return now;
    }
    const Finding *reported = reported_here(editor);
    bool is_at_words = reported && is_at(reported, offset);
    return now && !is_at_words ? now : reported;
}

/* --- going from one to the next ------------------------------------------------------ */

/* How far into the resume a place is: nodes before it, then bytes. */
typedef struct {
    size_t nodes, bytes;
} Depth;

/* A trail through the resume that goes on where it stopped: findings come in its order, and there
 * may be thousands. */
typedef struct {
    const Node *root, *node;
    size_t nodes; /* up to `node` */
} Trail;

static Trail trail_from(const Node *root)
{
    return (Trail){root, root, 1};
}

/* Nodes up to `goal`; 0 when it is not there. */
static size_t trail_to(Trail *trail, const Node *goal)
{
    for (int round = 0; goal && round < 2; round++) {
        while (trail->node && trail->node != goal) {
            trail->node = node_next(trail->node, trail->root);
            trail->nodes++;
        }
        if (trail->node) {
            return trail->nodes;
        }
        *trail = trail_from(trail->root);
    }
    return 0;
}

static Depth depth_of(Trail *trail, const Node *goal, FieldId field, size_t offset)
{
    return (Depth){trail_to(trail, goal), ((size_t)field << 32) + offset};
}

static int compare(Depth a, Depth b)
{
    if (a.nodes != b.nodes) {
        return a.nodes < b.nodes ? -1 : 1;
    }
    return a.bytes == b.bytes ? 0 : a.bytes < b.bytes ? -1 : 1;
}

/* Where the trail begins: the cursor, or in the outline the entry or section in hand. */
static Depth depth_in_hand(const Editor *editor, Trail *trail)
{
    const UiState *state = &editor->state;
    if (state->pane == PANE_FORM) {
        return depth_of(trail, editor_node(editor), state->cursor.field, state->cursor.offset);
    }
    const Node *entry = document_find(editor->document, state->entry);
    return depth_of(trail, entry ? entry : editor_section_node(editor), 0, 0);
}

const Finding *finding_beside(const Editor *editor, int step)
{
    const ResumeReport *report = report_of(editor);
    Trail trail = trail_from(document_root(editor->document));
    Depth here = depth_in_hand(editor, &trail), best_depth = {0, 0}, around_depth = {0, 0};
    const Finding *best = NULL, *around = NULL;
    for (size_t i = 0; i < report->finding_count; i++) {
        const Finding *finding = &report->findings[i];
        const Node *node = document_find(editor->document, finding->node);
        if (finding->is_waived || !node) {
            continue;
        }
        Depth depth = depth_of(&trail, node, finding->field, finding->start);
        if (compare(depth, here) * step > 0 && (!best || compare(depth, best_depth) * step < 0)) {
            best = finding;
            best_depth = depth;
        }
        if (!around || compare(depth, around_depth) * step < 0) {
            around = finding;
            around_depth = depth;
        }
    }
    return best ? best : around;
}

const Finding *finding_cuts(const Editor *editor, size_t *count)
{
    const ResumeReport *report = report_of(editor);
    *count = 0;
    while (*count < report->finding_count && report->findings[*count].is_of_pages) {
        (*count)++;
    }
    return report->findings;
}
