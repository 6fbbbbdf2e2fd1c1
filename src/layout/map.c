/* The pages in the cells of a screen: how far lines go, where gaps and page ends are. */
#include "bulletproof/layout/layout.h"
#include "bulletproof/text/grapheme.h"

enum { ROW_POINTS = 14, MOST_GAP_ROWS = 2 };

/* A row that is being written. */
typedef struct {
    StrBuf *out;
    int column;        /* where the next run may begin */
    double per_column; /* points */
} Row;

static void add_blanks(Row *row, int column)
{
    if (column > row->column) {
        strbuf_add_repeated(row->out, ' ', (size_t)(column - row->column));
        row->column = column;
    }
}

/* What of the text has room in so many points, from `x` on; at least a blank behind what stands
 * before it. */
static void add_piece(Row *row, StrView text, double x, double width)
{
    int room = (int)(width / row->per_column + 0.5), column = (int)(x / row->per_column + 0.5);
    room = room > 0 ? room : 1;
    bool is_cut = text_columns(text) > room;
    StrView shown = view_slice(text, 0, text_fit(text, is_cut ? room - 1 : room));
    add_blanks(row, row->column > 0 && column <= row->column ? row->column + 1 : column);
    strbuf_add_view(row->out, shown);
    strbuf_add(row->out, is_cut ? "…" : "");
    row->column += text_columns(shown) + (is_cut ? 1 : 0);
}

/* Runs that go on where the one before ended are one piece. Returns the run behind it. */
static size_t add_runs(Row *row, const LayoutLine *line, size_t first)
{
    StrBuf text = {0};
    double x = line->runs[first].x, width = 0;
    size_t next = first;
    do {
        strbuf_add(&text, line->runs[next].text);
        width += line->runs[next].width;
        next++;
    } while (next < line->run_count && line->runs[next].is_joined);
    add_piece(row, strbuf_view(&text), x, width);
    strbuf_done(&text);
    return next;
}

static void add_gap(StrBuf *out, double points)
{
    int rows = (int)(points / ROW_POINTS + 0.4) - 1;
    rows = rows < MOST_GAP_ROWS ? rows : MOST_GAP_ROWS;
    strbuf_add_repeated(out, '\n', rows > 0 ? (size_t)rows : 0);
}

static void add_page(StrBuf *out, const LayoutPage *page, double per_column)
{
    for (size_t i = 0; i < page->line_count; i++) {
        const LayoutLine *line = &page->lines[i];
        add_gap(out, i > 0 ? line->baseline - page->lines[i - 1].baseline : 0);
        Row row = {out, 0, per_column};
        for (size_t run = 0; run < line->run_count;) {
            run = add_runs(&row, line, run);
        }
        strbuf_add_char(out, '\n');
    }
}

/* "── page 1 of 2, 83 % full ──" */
static void add_page_end(StrBuf *out, const Layout *layout, size_t page)
{
    strbuf_addf(out, "── page %zu of %zu", page + 1, layout->page_count);
    if (page + 1 == layout->page_count) {
        strbuf_addf(out, ", %d %% full", layout->fill_percent);
    }
    strbuf_add(out, " ──\n");
}

void layout_add_map(StrBuf *out, const Layout *layout, int columns)
{
    double per_column = layout->page_width / columns;
    for (size_t page = 0; page < layout->page_count; page++) {
        add_page(out, &layout->pages[page], per_column);
        add_page_end(out, layout, page);
    }
}
