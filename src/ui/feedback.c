#include "ui/feedback.h"

#include <string.h>

#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/wrap.h"
#include "ui/shown_piece.h"

enum { METER_MOST_SLOTS = 4 };

static const char mark_filled[] = "✓";
static const char mark_empty[] = "·";
static const char mark_waived[] = "–";

/* A meter of a bullet or a summary: a name for each slot and whether it is filled. */
typedef struct {
    const char *names[METER_MOST_SLOTS];
    const char *short_names[METER_MOST_SLOTS];
    const char *words[METER_MOST_SLOTS]; /* where states are told in words */
    Role roles[METER_MOST_SLOTS];
    const bool *filled;       /* borrowed */
    const char *const *codes; /* what is told of each slot that is empty */
    const Finding *findings;  /* borrowed */
    size_t finding_count;
    Verdict verdict;
    bool has_verdict;     /* something is written */
    const char *question; /* borrowed; NULL when nothing is missing */
} Meter;

Role verdict_role(Verdict verdict)
{
    return verdict == VERDICT_STRONG ? ROLE_STRONG
           : verdict == VERDICT_FAIR ? ROLE_FAIR
                                     : ROLE_WEAK;
}

Role severity_role(Severity severity)
{
    return severity == SEVERITY_ERROR     ? ROLE_ERROR
           : severity == SEVERITY_WARNING ? ROLE_WARNING
                                          : ROLE_ADVICE;
}

Role slot_role(Slot slot)
{
    static const Role roles[SLOT_COUNT] = {
        [SLOT_ACTION] = ROLE_ACTION,
        [SLOT_SCOPE] = ROLE_SCOPE,
        [SLOT_TECHNIQUE] = ROLE_TECHNIQUE,
        [SLOT_RESULT] = ROLE_RESULT,
    };
    return roles[slot];
}

static const char *const bullet_codes[] = {"no-action", "no-scope", "no-technique", "no-result"};
static const char *const summary_codes[] = {"no-systems", "no-tech", "no-outcome",
                                            "no-experience-level"};

static bool is_slot_waived(const Meter *meter, int slot)
{
    for (size_t i = 0; i < meter->finding_count; i++) {
        const Finding *finding = &meter->findings[i];
        if (finding->is_waived && strcmp(finding->rule->code, meter->codes[slot]) == 0) {
            return true;
        }
    }
    return false;
}

/* What is waived is asked no more. */
static void drop_waived_question(Meter *meter)
{
    int first = 0;
    while (first < METER_MOST_SLOTS && meter->filled[first]) {
        first++;
    }
    if (first < METER_MOST_SLOTS && is_slot_waived(meter, first)) {
        meter->question = NULL;
    }
}

static StrView judged_text(const Editor *editor)
{
    StrView draft;
    bool is_draft = editor_draft(editor, &draft) != 0;
    return is_draft ? draft : node_view(editor_node(editor), editor->state.cursor.field);
}

/* False when the text in hand is neither bullet nor summary, or has not been judged yet. */
static bool meter_of(const Editor *editor, Meter *meter)
{
    const BulletReport *bullet = editor->judgement.bullet;
    const SummaryReport *summary = editor->judgement.summary;
    if (!editor_is_judged(editor) || editor->state.pane == PANE_OUTLINE || (!bullet && !summary)) {
        return false;
    }
    if (bullet) {
        *meter = (Meter){.names = {"A", "S", "T", "R"},
                         .short_names = {"A", "S", "T", "R"},
                         .words = {"action", "scope", "technique", "result"},
                         .roles = {ROLE_ACTION, ROLE_SCOPE, ROLE_TECHNIQUE, ROLE_RESULT},
                         .filled = bullet->slots,
                         .codes = bullet_codes,
                         .findings = bullet->findings,
                         .finding_count = bullet->finding_count,
                         .verdict = bullet->verdict,
                         .question = bullet->question};
    } else {
        *meter = (Meter){.names = {"Systems", "Technology", "Outcome", "Level"},
                         .short_names = {"Sys", "Tech", "Out", "Lvl"},
                         .words = {"systems", "technology", "outcome", "level"},
                         .roles = {ROLE_SCOPE, ROLE_TECHNIQUE, ROLE_RESULT, ROLE_ACTION},
                         .filled = summary->slots,
                         .codes = summary_codes,
                         .findings = summary->findings,
                         .finding_count = summary->finding_count,
                         .verdict = summary->verdict,
                         .question = summary->question};
    }
    meter->has_verdict = judged_text(editor).length > 0;
    drop_waived_question(meter);
    return true;
}

/* --- the meter ------------------------------------------------------------------ */

static int put(Surface *surface, Strip *left, Role role, const char *text)
{
    int column = surface_put(surface, *left, role, view_of(text));
    left->columns -= column - left->column;
    left->column = column;
    return column;
}

/* A filled slot has a tick and its own look, an empty one a dot, a waived one a dash: colour says
 * nothing alone. */
static const char *mark_of(const Meter *meter, int slot)
{
    return meter->filled[slot]           ? mark_filled
           : is_slot_waived(meter, slot) ? mark_waived
                                         : mark_empty;
}

static void put_slots(const Meter *meter, Strip *left, Surface *surface)
{
    enum { COLUMNS_FOR_NAMES = 50 };
    const char *const *names =
        left->columns < COLUMNS_FOR_NAMES ? meter->short_names : meter->names;
    for (int i = 0; i < METER_MOST_SLOTS; i++) {
        bool is_filled = meter->filled[i];
        put(surface, left, is_filled ? meter->roles[i] : ROLE_DIM, names[i]);
        put(surface, left, ROLE_DIM, mark_of(meter, i));
        put(surface, left, ROLE_DIM, "  ");
    }
}

/* ": action yes, scope missing, technique yes, result waived" */
static void put_words(const Meter *meter, Strip *left, Surface *surface)
{
    for (int i = 0; i < METER_MOST_SLOTS; i++) {
        bool is_filled = meter->filled[i], is_waived = !is_filled && is_slot_waived(meter, i);
        put(surface, left, ROLE_DIM, i > 0 ? ", " : meter->has_verdict ? ": " : "");
        put(surface, left, is_filled ? meter->roles[i] : ROLE_DIM, meter->words[i]);
        put(surface, left, ROLE_DIM, is_filled ? " yes" : is_waived ? " waived" : " missing");
    }
}

static void put_verdict(const Meter *meter, Strip *left, Surface *surface)
{
    if (meter->has_verdict) {
        put(surface, left, verdict_role(meter->verdict), verdict_name(meter->verdict));
    }
}

/* In words the verdict comes first: a short row may have room for no more. */
static void put_meter(const Editor *editor, const Meter *meter, Strip *left, Surface *surface)
{
    if (editor->state.is_plain) {
        put_verdict(meter, left, surface);
        put_words(meter, left, surface);
    } else {
        put_slots(meter, left, surface);
        put(surface, left, ROLE_DIM, " ");
        put_verdict(meter, left, surface);
    }
}

/* ", no-result waived", or how many are where there are several or there is little room. */
static void put_waived(const Meter *meter, Strip *left, Surface *surface)
{
    size_t count = 0;
    const char *code = NULL;
    for (size_t i = 0; i < meter->finding_count; i++) {
        const Finding *finding = &meter->findings[i];
        bool is_another = finding->is_waived && (!code || strcmp(code, finding->rule->code) != 0);
        count += is_another ? 1 : 0;
        code = is_another ? finding->rule->code : code;
    }
    StrBuf text = {0};
    if (count == 1) {
        strbuf_addf(&text, ", %s waived", code);
    }
    if (count > 1 || text_columns(strbuf_view(&text)) > left->columns) {
        strbuf_clear(&text);
        strbuf_addf(&text, ", %zu waived", count);
    }
    put(surface, left, ROLE_DIM, strbuf_text(&text));
    strbuf_done(&text);
}

/* The question behind the meter, going on in the rows below it; all below it where little room is
 * left behind it. */
static void put_question(const Meter *meter, Strip behind, Area area, Surface *surface)
{
    enum { LEAST_COLUMNS = 20 };
    WrapLines lines = {0};
    StrView rest = view_of(meter->question);
    const char *mark = meter->has_verdict ? " · " : "";
    if (behind.columns >= LEAST_COLUMNS) {
        put(surface, &behind, ROLE_DIM, mark);
        wrap_text(rest, behind.columns, &lines);
        surface_put(surface, behind, ROLE_DIM, view_slice(rest, 0, lines.items[0].end));
        rest = view_slice(rest, lines.items[0].end, rest.length);
    }
    wrap_text(rest, area.columns, &lines);
    for (int row = 1; row < area.rows && rest.length > 0 && row <= (int)lines.count; row++) {
        WrapLine line = lines.items[row - 1];
        bool is_cut = row + 1 == area.rows;
        StrView shown = view_trim(view_slice(rest, line.start, is_cut ? rest.length : line.end));
        Strip strip = {area.row + row, area.column, area.columns};
        surface_put_cut(surface, strip, ROLE_DIM, shown);
    }
    wrap_done(&lines);
}

void feedback_draw(const Editor *editor, Area area, Surface *surface)
{
    Meter meter;
    if (!meter_of(editor, &meter)) {
        return;
    }
    Strip left = {area.row, area.column, area.columns};
    put_meter(editor, &meter, &left, surface);
    put_waived(&meter, &left, surface);
    if (meter.question) {
        put_question(&meter, left, area, surface);
    }
}

void feedback_draw_meter(const Editor *editor, Strip strip, Surface *surface)
{
    Meter meter;
    if (meter_of(editor, &meter)) {
        put_meter(editor, &meter, &strip, surface);
    }
}

void feedback_draw_row(const Editor *editor, Strip strip, Surface *surface)
{
    Meter meter;
    if (!meter_of(editor, &meter)) {
        return;
    }
    for (int i = 0; i < METER_MOST_SLOTS; i++) {
        char letter[2] = {meter.names[i][0], '\0'};
        put(surface, &strip, meter.filled[i] ? meter.roles[i] : ROLE_DIM, letter);
        put(surface, &strip, ROLE_DIM, mark_of(&meter, i));
    }
    put(surface, &strip, ROLE_DIM, " ");
    put_verdict(&meter, &strip, surface);
}

/* --- the words --------------------------------------------------------------------- */

/* Faults that are about some words rather than about what is absent. */
static bool is_about_words(const Finding *finding, size_t length)
{
    bool is_whole = finding->start == 0 && finding->end >= length;
    return finding->end > finding->start && !is_whole && !finding->is_waived;
}

static void paint_findings(const Editor *editor, const Finding *findings, size_t count,
                           const ShownPiece *at)
{
    size_t length = judged_text(editor).length;
    for (size_t i = 0; i < count; i++) {
        if (is_about_words(&findings[i], length)) {
            shown_piece_paint(at, findings[i].start, findings[i].end, ROLE_MARKED);
        }
    }
}

void feedback_paint_words(const Editor *editor, const Piece *piece, Strip shown, Surface *surface)
{
    const Judgement *judgement = &editor->judgement;
    if (!editor_is_judged(editor) || piece->node != judgement->about.node) {
        return;
    }
    ShownPiece at = {piece, shown, surface};
    const BulletReport *bullet = judgement->bullet;
    for (size_t i = 0; bullet && i < bullet->span_count; i++) {
        const SlotSpan *span = &bullet->spans[i];
        shown_piece_paint(&at, span->start, span->end, slot_role(span->slot));
    }
    if (bullet) {
        paint_findings(editor, bullet->findings, bullet->finding_count, &at);
    } else if (judgement->summary) {
        paint_findings(editor, judgement->summary->findings, judgement->summary->finding_count,
                       &at);
    }
}
