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

/* "job-1 beside platform: ": the vacancy and the variant, as far as they have names. */
static void add_label(StrBuf *out, const Editor *editor, int columns)
{
    const Node *variant = editor_variant(editor);
    if (columns < COLUMNS_FOR_WORDS) {
        strbuf_add(out, "> ");
        return;
    }
    bool is_named = editor->job.name.length > 0 && columns >= COLUMNS_FOR_CATEGORY;
    strbuf_add(out, is_named ? strbuf_text(&editor->job.name) : "The vacancy");
    if (variant && columns >= COLUMNS_FOR_CATEGORY) {
        strbuf_addf(out, " beside %s", node_text(variant, FIELD_NAME));
    }
    strbuf_add(out, ": ");
}

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
    StrBuf label = {0};
    add_label(&label, editor, strip.columns);
    prompt_draw(&editor->state.prompt, strbuf_text(&label), strbuf_text(&note), strip, surface);
    strbuf_done(&label);
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

static void add_words(StrBuf *out, const Editor *editor, const JobRow *row)
{
    if (row->asked) {
        add_asked(out, row->asked);
    } else if (row->unwanted) {
        strbuf_add(out, "the employer says so");
    } else if (row->fact) {
        job_row_add_fact(out, editor, row->fact);
    } else {
        strbuf_addf(out, "%zu %s", row->extra->bullets,
                    row->extra->bullets == 1 ? "bullet" : "bullets");
    }
}

static const char *mark_of(const JobRow *row)
{
    return row->asked ? match_state_mark(row->asked->state, false) : row->fact ? "?" : " ";
}

/* Of a fact, where it stands: what it is stands before it already. */
static void put_category(const JobRow *row, Strip strip, Surface *surface)
{
    StrBuf text = {0};
    if (row->fact) {
        strbuf_addf(&text, "line %zu", row->fact->line);
    } else {
        const Technology *technology = row->asked      ? row->asked->term->technology
                                       : row->unwanted ? row->unwanted->technology
                                                       : row->extra->technology;
        strbuf_add(&text, job_category_name(technology->category));
    }
    surface_put_cut(surface, strip, ROLE_DIM, strbuf_view(&text));
    strbuf_done(&text);
}

/* "● Kafka        messaging     shown" */
static void draw_choice(const Editor *editor, const JobRow *row, Strip strip, Surface *surface)
{
    Role role = row->asked ? roles[row->asked->state] : ROLE_DIM;
    bool has_words = strip.columns >= COLUMNS_FOR_WORDS - MARK_COLUMN;
    int end = strip.column + strip.columns;
    StrBuf name = {0}, words = {0};
    strbuf_addf(&name, "%s %s", mark_of(row), job_row_name(row));
    Strip part = {strip.row, strip.column, has_words ? NAME_COLUMNS : strip.columns};
    surface_put_cut(surface, part, role, strbuf_view(&name));
    part.column += NAME_COLUMNS + 1;
    if (strip.columns >= COLUMNS_FOR_CATEGORY - MARK_COLUMN) {
        part.columns = CATEGORY_COLUMNS;
        put_category(row, part, surface);
        part.column += CATEGORY_COLUMNS + 1;
    }
    if (has_words) {
        add_words(&words, editor, row);
        part.columns = end - part.column;
        surface_put_cut(surface, part, role, strbuf_view(&words));
    }
    strbuf_done(&name);
    strbuf_done(&words);
}

static void draw_row(const Editor *editor, const JobRow *row, Area line, Surface *surface)
{
    Strip strip = {line.row, line.column, line.columns};
    if (row->heading) {
        surface_put_cut(surface, strip, ROLE_HEADING, view_of(row->heading));
        return;
    }
    strip.column += MARK_COLUMN;
    strip.columns -= MARK_COLUMN;
    draw_choice(editor, row, strip, surface);
}

static void add_reason_for_nothing(StrBuf *out, const Editor *editor)
{
    if (job_is_awaited(editor)) {
        strbuf_add(out, "Paste the text of the vacancy here: it is compared at once and kept "
                        "beside the resume.");
    } else if (editor->state.prompt.text.length > 0) {
        strbuf_add(out, "Nothing answers to that: Backspace takes letters back.");
    } else {
        strbuf_add(out, "No language, tool or practice that is known here was found, so there is "
                        "nothing to compare. Read: ");
        job_add_reading(out, strbuf_view(&editor->job.text));
        strbuf_add(out, " Another text can be pasted.");
    }
}

static void draw_nothing(const Editor *editor, Area area, Surface *surface)
{
    PageText page = {.columns = area.columns};
    StrBuf reason = {0};
    add_reason_for_nothing(&reason, editor);
    page_text_add(&page, (PageStyle){.role = ROLE_TEXT}, strbuf_view(&reason));
    strbuf_done(&reason);
    page_text_draw(&page, area, 0, surface);
    page_text_done(&page);
}

static void draw_rows(const Editor *editor, const JobRows *rows, Area area, Surface *surface)
{
    int selected = (int)job_rows_selected(editor, rows);
    int top = rows->count > 0 ? (int)prompt_top((size_t)selected, area.rows) : 0;
    for (int i = 0; i < area.rows && top + i < (int)rows->count; i++) {
        Area line = {area.row + i, area.column, 1, area.columns};
        draw_row(editor, &rows->items[top + i], line, surface);
        if (top + i == selected) {
            prompt_mark_row(editor, line, surface);
        }
    }
}

/* What is only to be checked is no term. */
static bool has_nothing(const Editor *editor, const JobRows *rows)
{
    bool is_typed = editor->state.prompt.text.length > 0;
    bool has_terms = editor->job.match.count + editor->job.job.negated_count > 0;
    return rows->count == 0 || (!is_typed && !has_terms);
}

void job_draw(const Editor *editor, Area area, Surface *surface)
{
    JobRows rows = {0};
    job_rows_find(editor, &rows);
    draw_line(editor, (Strip){area.row, area.column, area.columns}, surface);
    area.row++;
    area.rows--;
    draw_rows(editor, &rows, area, surface);
    int taken = (int)rows.count + (rows.count > 0 ? 1 : 0);
    if (has_nothing(editor, &rows) && taken < area.rows) {
        area.row += taken;
        area.rows -= taken;
        draw_nothing(editor, area, surface);
    }
    job_rows_done(&rows);
}
