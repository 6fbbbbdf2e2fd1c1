/* How the comparison with a job description looks. Every mark is told in words beside it. */
#include "bulletproof/base/utf8.h"
#include "bulletproof/text/grapheme.h"
#include "ui/job_rows.h"
#include "ui/page_text.h"
#include "ui/prompt_draw.h"

enum {
    COLUMNS_FOR_WORDS = 40,
    COLUMNS_FOR_CATEGORY = 70,
    MARK_COLUMN = 2,
    NAME_COLUMNS = 22,
    CATEGORY_COLUMNS = 15,
};

static const Role roles[MATCH_STATE_COUNT] = {
    [MATCH_SHOWN] = ROLE_TEXT,
    [MATCH_LISTED] = ROLE_WARNING,
    [MATCH_OTHER] = ROLE_WARNING,
    [MATCH_ABSENT] = ROLE_DIM,
};

/* How many there are of each state, by their marks where room is short. */
static void draw_line(const Editor *editor, Strip strip, Surface *surface)
{
    static const char *const words[MATCH_STATE_COUNT] = {"shown", "listed", "other words",
                                                         "absent"};
    bool is_wide = strip.columns >= COLUMNS_FOR_CATEGORY;
    StrBuf note = {0};
    for (MatchState state = 0; state < MATCH_STATE_COUNT && !job_is_awaited(editor); state++) {
        size_t count = editor->job.match.state_counts[state];
        strbuf_addf(&note, "%s%zu", state == 0 ? "" : is_wide ? ", " : " ", count);
        strbuf_addf(&note, is_wide ? " %s" : "%s",
                    is_wide ? words[state] : match_state_mark(state, false));
    }
    prompt_draw(&editor->state.prompt, strip.columns >= COLUMNS_FOR_WORDS ? "The vacancy: " : "> ",
                strbuf_text(&note), strip, surface);
    strbuf_done(&note);
}

static void add_asked(StrBuf *out, const MatchRow *row)
{
    if (row->state == MATCH_OTHER) {
        strbuf_add(out, "employer writes ");
        utf8_add_printable(out, row->term->spelling);
    } else if (row->state == MATCH_ABSENT) {
        strbuf_add(out, "add only if true");
    } else {
        strbuf_add(out, row->state == MATCH_SHOWN ? "shown" : "listed only");
        if (row->through) {
            strbuf_addf(out, " through %s", row->through);
        }
    }
}

static void add_words(StrBuf *out, const JobRow *row)
{
    if (row->asked) {
        add_asked(out, row->asked);
    } else if (row->unwanted) {
        strbuf_add(out, "the employer says so");
    } else {
        strbuf_addf(out, "%zu %s", row->extra->bullets,
                    row->extra->bullets == 1 ? "bullet" : "bullets");
    }
}

/* "● Kafka        messaging     shown" */
static void draw_choice(const JobRow *row, Strip strip, Surface *surface)
{
    const Technology *technology = job_row_technology(row);
    Role role = row->asked ? roles[row->asked->state] : ROLE_DIM;
    bool has_words = strip.columns >= COLUMNS_FOR_WORDS - MARK_COLUMN;
    int end = strip.column + strip.columns;
    StrBuf name = {0}, words = {0};
    strbuf_addf(&name, "%s %s", row->asked ? match_state_mark(row->asked->state, false) : " ",
                technology->name);
    Strip part = {strip.row, strip.column, has_words ? NAME_COLUMNS : strip.columns};
    surface_put_cut(surface, part, role, strbuf_view(&name));
    part.column += NAME_COLUMNS + 1;
    if (strip.columns >= COLUMNS_FOR_CATEGORY - MARK_COLUMN) {
        part.columns = CATEGORY_COLUMNS;
        surface_put_cut(surface, part, ROLE_DIM, view_of(job_category_name(technology->category)));
        part.column += CATEGORY_COLUMNS + 1;
    }
    if (has_words) {
        add_words(&words, row);
        part.columns = end - part.column;
        surface_put_cut(surface, part, role, strbuf_view(&words));
    }
    strbuf_done(&name);
    strbuf_done(&words);
}

static void draw_row(const JobRow *row, Area line, Surface *surface)
{
    Strip strip = {line.row, line.column, line.columns};
    if (row->heading) {
        surface_put_cut(surface, strip, ROLE_HEADING, view_of(row->heading));
        return;
    }
    strip.column += MARK_COLUMN;
    strip.columns -= MARK_COLUMN;
    draw_choice(row, strip, surface);
}

static const char *reason_for_nothing(const Editor *editor)
{
    bool is_typed = editor->state.prompt.text.length > 0;
    return job_is_awaited(editor)
               ? "Paste the text of the vacancy here: it is compared at once and kept beside the "
                 "resume."
           : is_typed ? "Nothing answers to that: Backspace takes letters back."
                      : "The text names no language, tool or practice that is known here, so "
                        "there is nothing to compare. Another text can be pasted.";
}

static void draw_nothing(const Editor *editor, Area area, Surface *surface)
{
    PageText page = {.columns = area.columns};
    page_text_add(&page, (PageStyle){.role = ROLE_TEXT}, view_of(reason_for_nothing(editor)));
    page_text_draw(&page, area, 0, surface);
    page_text_done(&page);
}

void job_draw(const Editor *editor, Area area, Surface *surface)
{
    JobRows rows = {0};
    job_rows_find(editor, &rows);
    draw_line(editor, (Strip){area.row, area.column, area.columns}, surface);
    int shown = area.rows - 1, selected = (int)job_rows_selected(editor, &rows);
    int top = rows.count > 0 ? (int)prompt_top((size_t)selected, shown) : 0;
    for (int i = 0; i < shown && top + i < (int)rows.count; i++) {
        Area line = {area.row + 1 + i, area.column, 1, area.columns};
        draw_row(&rows.items[top + i], line, surface);
        if (top + i == selected) {
            surface_paint(surface, line, ROLE_FOCUS);
            surface_put(surface, (Strip){line.row, line.column, 1}, ROLE_FOCUS, view_of("▸"));
        }
    }
    if (rows.count == 0) {
        draw_nothing(editor, (Area){area.row + 1, area.column, shown, area.columns}, surface);
    }
    job_rows_done(&rows);
}
