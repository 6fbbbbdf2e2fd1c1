#include "ui/side.h"

#include "ui/feedback.h"
#include "ui/finding_list.h"
#include "ui/page_text.h"
#include "ui/page_view.h"

static const char severity_letters[] = {
    [SEVERITY_ADVICE] = 'a',
    [SEVERITY_WARNING] = 'w',
    [SEVERITY_ERROR] = 'E',
};

/* The beginning of the text that the finding is about, to know it again. */
static StrView words_of(const Editor *editor, const Finding *finding)
{
    enum { SHOWN_BYTES = 200 };
    const Node *node = document_find(editor->document, finding->node);
    StrView text =
        node && finding->field < FIELD_COUNT ? node_view(node, finding->field) : view_of("");
    return text.length > SHOWN_BYTES ? view_of("") : text;
}

static void add_finding(PageText *page, const Editor *editor, const Finding *finding)
{
    const Finding *in_hand = finding_in_hand(editor);
    bool is_in_hand = in_hand && in_hand->node == finding->node && in_hand->rule == finding->rule;
    StrBuf line = {0};
    strbuf_addf(&line, "%s%c %s  ", is_in_hand ? "▸" : " ", severity_letters[finding->severity],
                finding->rule->code);
    size_t head = line.length;
    strbuf_add(&line, finding->message);
    page_text_add(page,
                  (PageStyle){.role = is_in_hand ? ROLE_TEXT : ROLE_DIM,
                              .head_role = severity_role(finding->severity),
                              .head_bytes = head,
                              .indent = 3},
                  strbuf_view(&line));
    strbuf_done(&line);
}

/* Stops below the last row that can be seen: there may be thousands of findings. */
static void add_findings(PageText *page, const Editor *editor, int rows)
{
    const ResumeReport *report = editor->judgement.resume;
    size_t shown = 0;
    NodeId last = 0;
    for (size_t i = 0; report && i < report->finding_count && (int)page->count <= rows; i++) {
        const Finding *finding = &report->findings[i];
        if (!finding_is_in_section(editor, finding, editor->state.section)) {
            continue;
        }
        StrView words = words_of(editor, finding);
        if (finding->node != last && words.length > 0) {
            page_text_add(page, (PageStyle){.role = ROLE_TEXT}, view_of(""));
            page_text_add(page, (PageStyle){.role = ROLE_TEXT}, words);
        }
        last = finding->node;
        add_finding(page, editor, finding);
        shown++;
    }
    if (report && shown == 0) {
        page_text_add(page, (PageStyle){.role = ROLE_DIM},
                      view_of("Nothing is open in this section."));
    }
}

/* Returns the rows that were taken. */
static int draw_findings(const Editor *editor, Area area, Surface *surface)
{
    PageText page = {.columns = area.columns};
    page_text_add(&page, (PageStyle){.role = ROLE_LABEL}, view_of("Findings"));
    add_findings(&page, editor, area.rows);
    page_text_draw(&page, area, 0, surface);
    int rows = (int)page.count < area.rows ? (int)page.count : area.rows;
    page_text_done(&page);
    return rows;
}

/* --- the vacancy -------------------------------------------------------------------- */

/* "● Redis  – Kafka": what asks for it in the same way, on one line that is wrapped. */
static void add_terms(PageText *page, const Match *match, JobImportance importance)
{
    static const char *const labels[IMPORTANCE_COUNT] = {
        [IMPORTANCE_REQUIRED] = "Required",
        [IMPORTANCE_PREFERRED] = "Nice to have",
        [IMPORTANCE_MENTIONED] = "Mentioned",
    };
    StrBuf line = {0};
    strbuf_addf(&line, "%s:", labels[importance]);
    size_t head = line.length;
    for (size_t i = 0; i < match->count; i++) {
        const MatchRow *row = &match->rows[i];
        if (row->term->importance == importance) {
            strbuf_addf(&line, "  %s\u00A0%s", match_state_mark(row->state, false),
                        row->term->technology->name);
        }
    }
    if (line.length > head) {
        page_text_add(
            page,
            (PageStyle){
                .role = ROLE_TEXT, .head_role = ROLE_LABEL, .head_bytes = head, .indent = 2},
            strbuf_view(&line));
    }
    strbuf_done(&line);
}

/* What the vacancy asks for and the resume says of it now, at every key. Returns the rows taken. */
static int draw_vacancy(const Editor *editor, Area area, Surface *surface)
{
    PageText page = {.columns = area.columns};
    StrBuf title = {0};
    bool is_named = editor->job.name.length > 0;
    strbuf_addf(&title, "The vacancy%s%s", is_named ? " " : "",
                is_named ? strbuf_text(&editor->job.name) : "");
    page_text_add(&page, (PageStyle){.role = ROLE_LABEL}, strbuf_view(&title));
    for (size_t i = IMPORTANCE_COUNT; i > 0; i--) {
        add_terms(&page, &editor->job.match, (JobImportance)(i - 1));
    }
    page_text_draw(&page, area, 0, surface);
    int rows = (int)page.count < area.rows ? (int)page.count : area.rows;
    page_text_done(&page);
    strbuf_done(&title);
    return rows;
}

/* --- all of it ------------------------------------------------------------------------- */

static void take_rows(Area *area, int rows)
{
    area->row += rows;
    area->rows -= rows;
}

void side_draw(const Editor *editor, Area area, Surface *surface)
{
    enum { LEAST_ROWS_OF_PART = 8 };
    bool has_vacancy = editor->job.match.count > 0 && area.rows >= 2 * LEAST_ROWS_OF_PART;
    bool has_page =
        editor->reading.length > 0 && area.rows >= (has_vacancy ? 3 : 2) * LEAST_ROWS_OF_PART;
    int parts = 1 + has_vacancy + has_page;
    Area part = area;
    part.rows = area.rows / parts;
    take_rows(&area, draw_findings(editor, part, surface) + 1);
    if (has_vacancy) {
        part = area;
        part.rows = has_page ? area.rows / 2 : area.rows;
        take_rows(&area, draw_vacancy(editor, part, surface) + 1);
    }
    if (has_page) {
        page_view_draw_beside(editor, area, surface);
    }
}
