/* How the crossing of skills and bullets looks. */
#include "bulletproof/text/grapheme.h"
#include "ui/entry_lines.h"
#include "ui/evidence_rows.h"
#include "ui/prompt_draw.h"

enum {
    COLUMNS_FOR_LABEL = 40,
    COLUMNS_FOR_ENTRIES = 72,
    SKILL_COLUMN = 2,
    BULLET_COLUMN = 6,
    ENTRY_COLUMNS = 20,
};

static const struct {
    const char *heading, *short_heading;
    const char *mark;
    Role role;
} kinds[EVIDENCE_KINDS] = {
    [EVIDENCE_LISTED] = {"Listed, but no bullet shows it", "Listed only", "○", ROLE_WARNING},
    [EVIDENCE_SHOWN] = {"Shown by bullets, but no group lists it", "Shown only", "+", ROLE_WARNING},
    [EVIDENCE_BOTH] = {"Listed and shown", "Listed and shown", "●", ROLE_TEXT},
};

static size_t count_kind(const EvidenceList *list, EvidenceKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        count += evidence_kind(&list->items[i]) == kind ? 1 : 0;
    }
    return count;
}

static void draw_line(const Editor *editor, Strip strip, Surface *surface)
{
    bool is_wide = strip.columns >= COLUMNS_FOR_LABEL;
    const EvidenceList *list = &editor->evidence;
    StrBuf note = {0};
    strbuf_addf(&note, is_wide ? "%zu not shown, %zu not listed, %zu both" : "%zu○ %zu+ %zu●",
                count_kind(list, EVIDENCE_LISTED), count_kind(list, EVIDENCE_SHOWN),
                count_kind(list, EVIDENCE_BOTH));
    prompt_draw(&editor->state.prompt, is_wide ? "Skills and bullets: " : "> ", strbuf_text(&note),
                strip, surface);
    strbuf_done(&note);
}

/* "○ Kafka · Messaging" */
static void draw_skill(const Editor *editor, const EvidenceRow *row, Strip strip, Surface *surface)
{
    const Node *listed = document_find(editor->document, row->skill->listed);
    StrBuf text = {0};
    strbuf_addf(&text, "%s %s", kinds[row->kind].mark, row->skill->name);
    if (listed && node_kind(listed) == NODE_KEYWORD) {
        strbuf_addf(&text, " · %s", entry_name(section_entry(listed)));
    }
    if (row->kind == EVIDENCE_BOTH && row->skill->bullet_count == 0) {
        strbuf_add(&text, " · needs no bullet");
    }
    surface_put_cut(surface, strip, kinds[row->kind].role, strbuf_view(&text));
    strbuf_done(&text);
}

/* The bullet's beginning, and at the right edge whose it is. */
static void draw_bullet(const Editor *editor, const EvidenceRow *row, Strip strip, Surface *surface)
{
    const Node *bullet = document_find(editor->document, row->bullet);
    if (!bullet) {
        return;
    }
    bool has_entry = strip.columns >= COLUMNS_FOR_ENTRIES - BULLET_COLUMN;
    if (has_entry) {
        strip.columns -= ENTRY_COLUMNS;
        surface_put_cut(surface, (Strip){strip.row, strip.column + strip.columns, ENTRY_COLUMNS},
                        ROLE_DIM, view_of(entry_name(node_parent(node_parent(bullet)))));
        strip.columns -= 2;
    }
    surface_put_cut(surface, strip, ROLE_DIM, node_view(bullet, FIELD_TEXT));
}

static Strip behind(Area line, int columns)
{
    return (Strip){line.row, line.column + columns, line.columns - columns};
}

static void draw_row(const Editor *editor, const EvidenceRow *row, Area line, Surface *surface)
{
    bool is_wide = line.columns >= COLUMNS_FOR_LABEL;
    if (!row->skill) {
        surface_put_cut(
            surface, behind(line, 0), ROLE_HEADING,
            view_of(is_wide ? kinds[row->kind].heading : kinds[row->kind].short_heading));
    } else if (row->bullet) {
        draw_bullet(editor, row, behind(line, is_wide ? BULLET_COLUMN : SKILL_COLUMN + 2), surface);
    } else {
        draw_skill(editor, row, behind(line, SKILL_COLUMN), surface);
    }
}

static void draw_nothing(const Editor *editor, Area area, Surface *surface)
{
    const char *text = editor->evidence.count == 0
                           ? "No skills yet: no group lists one, no bullet names one."
                           : "Nothing answers to that: Backspace takes letters back.";
    surface_put_cut(surface, (Strip){area.row + 1, area.column, area.columns}, ROLE_DIM,
                    view_of(text));
}

void evidence_draw(const Editor *editor, Area area, Surface *surface)
{
    EvidenceRows rows = {0};
    evidence_find(editor, &rows);
    draw_line(editor, (Strip){area.row, area.column, area.columns}, surface);
    int shown = area.rows - 1, selected = (int)evidence_selected(editor, &rows);
    int top = rows.count > 0 ? (int)prompt_top((size_t)selected, shown) : 0;
    for (int i = 0; i < shown && top + i < (int)rows.count; i++) {
        Area line = {area.row + 1 + i, area.column, 1, area.columns};
        draw_row(editor, &rows.items[top + i], line, surface);
        if (top + i == selected) {
            prompt_mark_row(editor, line, surface);
        }
    }
    if (rows.count == 0) {
        draw_nothing(editor, area, surface);
    }
    evidence_rows_done(&rows);
}
