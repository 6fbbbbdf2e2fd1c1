#include "ui/side.h"

#include <string.h>

#include "bulletproof/text/grapheme.h"
#include "ui/feedback.h"
#include "ui/finding_list.h"
#include "ui/page_text.h"

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
    if (shown == 0) {
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

/* --- the page as a parser reads it ---------------------------------------------- */

/* The beginning of the text in hand, by which its line of the page is known; what is too short is
 * on many lines. */
static StrView words_in_hand(const Editor *editor)
{
    enum { KNOWN_COLUMNS = 24, LEAST_BYTES = 6 };
    const Node *node = editor_node(editor);
    bool is_text = node && editor->state.cursor.field != FIELD_COUNT;
    StrView text = is_text ? node_view(node, editor->state.cursor.field) : view_of("");
    size_t bytes = text_fit(text, KNOWN_COLUMNS);
    return bytes < LEAST_BYTES ? view_of("") : view_slice(text, 0, bytes);
}

static bool contains(StrView line, StrView words)
{
    for (size_t i = 0; words.length > 0 && i + words.length <= line.length; i++) {
        if (memcmp(line.data + i, words.data, words.length) == 0) {
            return true;
        }
    }
    return false;
}

/* Returns the row of the line in hand; 0 when it is not known. */
static int add_reading(PageText *page, const Editor *editor)
{
    StrView rest = strbuf_view(&editor->reading), line, words = words_in_hand(editor);
    int row = 0;
    while (view_next_line(&rest, &line)) {
        bool is_in_hand = row == 0 && contains(line, words);
        row = is_in_hand ? (int)page->count : row;
        page_text_add(page, (PageStyle){.role = is_in_hand ? ROLE_TEXT : ROLE_DIM, .indent = 2},
                      line);
    }
    return row;
}

static void draw_reading(const Editor *editor, Area area, Surface *surface)
{
    PageText page = {.columns = area.columns};
    surface_put(surface, (Strip){area.row, area.column, area.columns}, ROLE_LABEL,
                view_of("The page, as a parser reads it"));
    area.row++;
    area.rows--;
    int top = add_reading(&page, editor) - area.rows / 3;
    int most = (int)page.count - area.rows;
    top = top < most ? top : most;
    page_text_draw(&page, area, top > 0 ? top : 0, surface);
    page_text_done(&page);
}

void side_draw(const Editor *editor, Area area, Surface *surface)
{
    enum { LEAST_ROWS_OF_PAGE = 8 };
    bool has_page = editor->reading.length > 0 && area.rows >= 2 * LEAST_ROWS_OF_PAGE;
    Area findings = area;
    findings.rows = has_page ? area.rows / 2 : area.rows;
    int rows = draw_findings(editor, findings, surface) + 1;
    if (has_page) {
        draw_reading(editor, (Area){area.row + rows, area.column, area.rows - rows, area.columns},
                     surface);
    }
}
