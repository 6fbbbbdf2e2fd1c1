#include "ui/overlay.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/wrap.h"
#include "ui/choice_rows.h"
#include "ui/evidence_rows.h"
#include "ui/feedback.h"
#include "ui/finding_list.h"
#include "ui/help.h"
#include "ui/job_rows.h"
#include "ui/page_text.h"
#include "ui/page_view.h"
#include "ui/palette.h"
#include "ui/web_form.h"
#include "ui/wording.h"

enum {
    SIDE_COLUMNS = 1,
    TEXT_MOST_COLUMNS = 90, /* longer lines are hard to read */
};

Area overlay_area(const Editor *editor)
{
    Frame frame = editor_frame(editor);
    Area area = frame.form;
    if (area.columns == 0) {
        area = frame.outline;
    }
    area.column = SIDE_COLUMNS;
    area.columns = editor->columns - 2 * SIDE_COLUMNS;
    return area;
}

/* At the end of a longer row the eye has lost where it began. */
static Area list_area(const Editor *editor)
{
    enum { MOST_COLUMNS = 110 };
    Area area = overlay_area(editor);
    area.columns = area.columns < MOST_COLUMNS ? area.columns : MOST_COLUMNS;
    return area;
}

static int text_columns_of(const Editor *editor)
{
    int columns = overlay_area(editor).columns;
    return columns < TEXT_MOST_COLUMNS ? columns : TEXT_MOST_COLUMNS;
}

/* --- the reason of a finding ------------------------------------------------ */

static void add_part(PageText *page, const char *label, const char *text)
{
    if (text && text[0]) {
        page_text_add(page, (PageStyle){.role = ROLE_TEXT}, view_of(""));
        page_text_add(page, (PageStyle){.role = ROLE_LABEL}, view_of(label));
        StrBuf sentence = {0};
        wording_add_sentence(&sentence, text);
        page_text_add(page, (PageStyle){.role = ROLE_TEXT}, strbuf_view(&sentence));
        strbuf_done(&sentence);
    }
}

/* The words that the finding is about; empty when it is about the whole. */
static StrView words_of(const Editor *editor, const Finding *finding)
{
    StrView text = node_view(editor_node(editor), editor->state.cursor.field);
    bool is_whole = finding->start == 0 && finding->end >= text.length;
    return is_whole ? view_of("") : view_slice(text, finding->start, finding->end);
}

static void write_explanation(PageText *page, const Editor *editor)
{
    const Finding *finding = finding_in_hand(editor);
    if (!finding) {
        page_text_add(page, (PageStyle){.role = ROLE_DIM},
                      view_of("Nothing is open here any more."));
        return;
    }
    StrBuf title = {0};
    strbuf_addf(&title, "%s · %s", finding->rule->code, severity_name(finding->severity));
    StrView words = words_of(editor, finding);
    if (words.length > 0) {
        strbuf_addf(&title, " · “%.*s”", VIEW_ARG(words));
    }
    page_text_add(page, (PageStyle){.role = severity_role(finding->severity)}, strbuf_view(&title));
    strbuf_done(&title);
    page_text_add(page, (PageStyle){.role = ROLE_HEADING}, view_of(finding->message));
    add_part(page, "Why it matters", finding->rule->reason);
    add_part(page, "Ask yourself", finding->question ? finding->question : finding->rule->question);
    add_part(page, "An example, before", finding->rule->before);
    add_part(page, "and after", finding->rule->after);
}

/* --- what differs ------------------------------------------------------------- */

/* The old text and the new one stand under each other, below their place. */
static void add_marked_line(PageText *page, StrView line)
{
    bool is_old = view_starts_with(line, "- "), is_new = view_starts_with(line, "+ ");
    bool is_empty = view_is(line, "-") || view_is(line, "+");
    if (!is_old && !is_new && !is_empty) {
        page_text_add(page, (PageStyle){.role = ROLE_TEXT}, view_of(""));
        page_text_add(page, (PageStyle){.role = ROLE_LABEL}, line);
    } else if (!is_empty) {
        page_text_add(page, (PageStyle){.role = is_old ? ROLE_DIM : ROLE_TEXT, .indent = 2}, line);
    }
}

static void add_marked_lines(PageText *page, StrView lines)
{
    StrView line;
    while (view_next_line(&lines, &line)) {
        add_marked_line(page, line);
    }
}

static void write_differences(PageText *page, const Editor *editor)
{
    StrView lines = strbuf_view(&editor->differences), title;
    if (view_next_line(&lines, &title)) {
        page_text_add(page, (PageStyle){.role = ROLE_HEADING}, title);
        add_marked_lines(page, lines);
    }
}

static void write_overlay(PageText *page, const Editor *editor)
{
    if (editor->state.overlay == OVERLAY_HELP) {
        help_write(page, editor);
    } else if (editor->state.overlay == OVERLAY_DIFFERENCES) {
        write_differences(page, editor);
    } else if (editor->state.overlay == OVERLAY_READING) {
        page_view_write(page, editor, false);
    } else if (editor->state.overlay == OVERLAY_MAP) {
        page_view_write(page, editor, true);
    } else {
        write_explanation(page, editor);
    }
}

int overlay_rows(const Editor *editor)
{
    PageText page = {.columns = text_columns_of(editor)};
    write_overlay(&page, editor);
    int rows = (int)page.count;
    page_text_done(&page);
    return rows;
}

int overlay_list_rows(const Editor *editor)
{
    return overlay_area(editor).rows - 1;
}

int overlay_shown_rows(const Editor *editor)
{
    return overlay_area(editor).rows;
}

bool overlay_has_more(const Editor *editor)
{
    return editor->state.overlay != OVERLAY_NONE &&
           editor->state.overlay_top + overlay_shown_rows(editor) < overlay_rows(editor);
}

static void draw_reading(const Editor *editor, Surface *surface)
{
    Area area = overlay_area(editor);
    PageText page = {.columns = text_columns_of(editor)};
    write_overlay(&page, editor);
    page_text_draw(&page, area, editor->state.overlay_top, surface);
    if (editor->state.is_plain) {
        surface_set_cursor(surface, area.row, area.column); /* where a screen reader begins */
    }
    if (overlay_has_more(editor)) {
        surface_put(surface, (Strip){area.row + area.rows - 1, area.column + area.columns, 1},
                    ROLE_DIM, view_of("↓"));
    }
    page_text_done(&page);
}

/* --- questions --------------------------------------------------------------- */

static void add_choice(PageText *page, const Question *question, size_t index)
{
    bool is_selected = index == question->selected;
    StrBuf line = {0};
    strbuf_addf(&line, "%s %s", is_selected ? "▸" : " ", question->choices[index].label);
    page_text_add(page, (PageStyle){.role = is_selected ? ROLE_FOCUS : ROLE_TEXT, .indent = 2},
                  strbuf_view(&line));
    strbuf_done(&line);
}

/* As much as leaves room for the answers; a mark where that is not all. */
static void add_lines(PageText *page, const Question *question, int rows)
{
    size_t kept = page->count, most = (size_t)rows - question->count - 1;
    add_marked_lines(page, strbuf_view(&question->lines));
    if (page->count > most) {
        page->count = most > kept ? most - 1 : kept;
        page_text_add(page, (PageStyle){.role = ROLE_DIM}, view_of("…"));
    }
}

/* Returns the row of the first answer. Without the detail where there is little room: the answers
 * say what they do. */
static size_t write_question(PageText *page, const Question *question, int rows)
{
    page_text_add(page, (PageStyle){.role = ROLE_HEADING}, view_of(question->title));
    size_t title_rows = page->count;
    if (question->detail[0]) {
        page_text_add(page, (PageStyle){.role = ROLE_TEXT}, view_of(question->detail));
    }
    if (question->lines.length > 0 && page->count + question->count + 1 < (size_t)rows) {
        add_lines(page, question, rows);
    }
    page_text_add(page, (PageStyle){.role = ROLE_TEXT}, view_of(""));
    if (page->count + question->count > (size_t)rows) {
        page->count = title_rows;
    }
    size_t first = page->count;
    for (size_t i = 0; i < question->count; i++) {
        add_choice(page, question, i);
    }
    return first;
}

/* The row of the answer that is chosen; long ones take several rows. */
static int row_of_choice(const PageText *page, size_t first, size_t choice)
{
    size_t row = first;
    for (; row < page->count && choice > 0; row++) {
        bool is_last_of_choice = row + 1 < page->count && page->rows[row + 1].column == 0;
        choice -= is_last_of_choice ? 1 : 0;
    }
    return (int)row;
}

static int top_of_question(const PageText *page, size_t first, size_t choice, int rows)
{
    return (int)prompt_top((size_t)row_of_choice(page, first, choice), rows);
}

size_t overlay_choice_at(const Editor *editor, int row)
{
    const Question *question = &editor->state.question;
    Area area = overlay_area(editor);
    PageText page = {.columns = text_columns_of(editor)};
    size_t first = write_question(&page, question, area.rows), found = question->count;
    int top = top_of_question(&page, first, question->selected, area.rows);
    int wanted = row - area.row + top;
    bool is_listed = wanted >= (int)first && wanted < (int)page.count && row < area.row + area.rows;
    for (size_t i = 0; is_listed && i < question->count; i++) {
        found = row_of_choice(&page, first, i) <= wanted ? i : found;
    }
    page_text_done(&page);
    return found;
}

static void draw_question(const Editor *editor, Surface *surface)
{
    const Question *question = &editor->state.question;
    Area area = overlay_area(editor);
    PageText page = {.columns = text_columns_of(editor)};
    size_t first = write_question(&page, question, area.rows);
    int selected = row_of_choice(&page, first, question->selected);
    int top = top_of_question(&page, first, question->selected, area.rows);
    page_text_draw(&page, area, top, surface);
    surface_set_cursor(surface, area.row + selected - top, area.column);
    page_text_done(&page);
}

bool overlay_draw(const Editor *editor, Surface *surface)
{
    const Prompt *prompt = &editor->state.prompt;
    bool is_found = prompt->kind != PROMPT_NONE;
    bool is_open =
        is_found || editor->state.question.is_open || editor->state.overlay != OVERLAY_NONE;
    if (!is_open || prompt_is_line(prompt)) {
        return false;
    }
    Area area = overlay_area(editor);
    surface_fill(surface, (Area){area.row, 0, area.rows, editor->columns}, ROLE_TEXT, ' ');
    if (prompt->kind == PROMPT_EVIDENCE) {
        evidence_draw(editor, list_area(editor), surface);
    } else if (prompt->kind == PROMPT_JOB) {
        job_draw(editor, list_area(editor), surface);
    } else if (prompt->kind == PROMPT_WEB_FORM) {
        web_form_draw(editor, list_area(editor), surface);
    } else if (choice_is_open(editor)) {
        choice_draw(editor, list_area(editor), surface);
    } else if (is_found) {
        palette_draw(editor, list_area(editor), surface);
    } else if (editor->state.overlay != OVERLAY_NONE) {
        draw_reading(editor, surface);
    } else {
        draw_question(editor, surface);
    }
    return true;
}
