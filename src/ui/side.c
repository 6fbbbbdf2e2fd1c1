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

void side_draw(const Editor *editor, Area area, Surface *surface)
{
    enum { LEAST_ROWS_OF_PAGE = 8 };
    bool has_page = editor->reading.length > 0 && area.rows >= 2 * LEAST_ROWS_OF_PAGE;
    Area findings = area;
    findings.rows = has_page ? area.rows / 2 : area.rows;
    int rows = draw_findings(editor, findings, surface) + 1;
    if (has_page) {
        Area page = {area.row + rows, area.column, area.rows - rows, area.columns};
        page_view_draw_beside(editor, page, surface);
    }
}
