/* The pages in the cells of a screen: how far lines go, where gaps and page ends are. */
#include "bulletproof/layout/layout.h"
#include "bulletproof/text/grapheme.h"

enum { ROW_POINTS = 14, MOST_GAP_ROWS = 2 };

/* The paper without its margins, in columns. */
typedef struct {
    double left, per_column; /* points */
    int columns;
} Scale;

/* Runs that go on where the one before ended are one piece. */
typedef struct {
    StrBuf text;
    int column, columns; /* on paper */
    size_t next;         /* the run behind it */
} Piece;

static int column_of(const Scale *scale, double x)
{
    int column = (int)((x - scale->left) / scale->per_column + 0.5);
    return column > 0 ? column : 0;
}

/* What ends at the right margin does so here, too: letters of a screen are wider. */
static void align(Piece *piece, const Scale *scale)
{
    enum { NEAR = 2 };
    int needed = text_columns(strbuf_view(&piece->text));
    bool is_at_margin = piece->column + piece->columns >= scale->columns - NEAR;
    if (piece->column > 0 && is_at_margin && needed <= scale->columns) {
        piece->column = scale->columns - needed;
        piece->columns = needed;
    }
}

static Piece piece_at(const LayoutLine *line, size_t first, const Scale *scale)
{
    Piece piece = {.next = first};
    double width = 0;
    do {
        strbuf_add(&piece.text, line->runs[piece.next].text);
        width += line->runs[piece.next].width;
        piece.next++;
    } while (piece.next < line->run_count && line->runs[piece.next].is_joined);
    piece.column = column_of(scale, line->runs[first].x);
    piece.columns = column_of(scale, line->runs[first].x + width) - piece.column;
    align(&piece, scale);
    return piece;
}

/* Where the piece behind begins, with a blank before it; else where the paper ends. */
static int end_of_room(const LayoutLine *line, const Piece *piece, const Scale *scale)
{
    if (piece->next >= line->run_count) {
        return scale->columns;
    }
    Piece behind = piece_at(line, piece->next, scale);
    strbuf_done(&behind.text);
    return behind.column - 1;
}

/* A bullet's. */
static bool is_mark(StrView text)
{
    return text_columns(text) == 1;
}

/* Columns for the words of a piece that is cut, before the dots: what is alone on its line goes as
 * far as it does on paper. */
static int room_for(const LayoutLine *line, const Piece *piece, int start, const Scale *scale)
{
    int own = piece->column + piece->columns, most = end_of_room(line, piece, scale);
    bool is_last = piece->next >= line->run_count;
    int end = is_last && own < most ? own : most;
    return end - start > 1 ? end - start - 1 : 0;
}

/* A text that is as wide as the paper is cut where it ends there; one with room to its right is
 * shown whole. */
static void add_line(StrBuf *out, const LayoutLine *line, const Scale *scale)
{
    int column = 0;
    for (size_t run = 0; run < line->run_count;) {
        Piece piece = piece_at(line, run, scale);
        StrView text = strbuf_view(&piece.text);
        int start = column > 0 && piece.column <= column ? column + 1 : piece.column;
        bool is_whole =
            is_mark(text) || start + text_columns(text) <= end_of_room(line, &piece, scale);
        int room = room_for(line, &piece, start, scale);
        StrView shown = is_whole ? text : view_slice(text, 0, text_fit(text, room));
        strbuf_add_repeated(out, ' ', (size_t)(start - column));
        strbuf_add_view(out, shown);
        strbuf_add(out, is_whole ? "" : "…");
        column = start + text_columns(shown) + (is_whole ? 0 : 1);
        run = piece.next;
        strbuf_done(&piece.text);
    }
    strbuf_add_char(out, '\n');
}

static void add_gap(StrBuf *out, double points)
{
    int rows = (int)(points / ROW_POINTS + 0.4) - 1;
    rows = rows < MOST_GAP_ROWS ? rows : MOST_GAP_ROWS;
    strbuf_add_repeated(out, '\n', rows > 0 ? (size_t)rows : 0);
}

static void add_page(StrBuf *out, const LayoutPage *page, const Scale *scale)
{
    for (size_t i = 0; i < page->line_count; i++) {
        const LayoutLine *line = &page->lines[i];
        add_gap(out, i > 0 ? line->baseline - page->lines[i - 1].baseline : 0);
        add_line(out, line, scale);
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

/* The left margin; the right one is taken to be as wide. */
static double margin_of(const Layout *layout)
{
    double margin = layout->page_width / 2;
    for (size_t page = 0; page < layout->page_count; page++) {
        for (size_t i = 0; i < layout->pages[page].line_count; i++) {
            const LayoutLine *line = &layout->pages[page].lines[i];
            bool is_outer = line->run_count > 0 && line->runs[0].x < margin;
            margin = is_outer ? line->runs[0].x : margin;
        }
    }
    return margin;
}

void layout_add_map(StrBuf *out, const Layout *layout, int columns)
{
    double left = margin_of(layout), width = layout->page_width - 2 * left;
    Scale scale = {left, (width > 1 ? width : layout->page_width) / columns, columns};
    for (size_t page = 0; page < layout->page_count; page++) {
        add_page(out, &layout->pages[page], &scale);
        add_page_end(out, layout, page);
    }
}
