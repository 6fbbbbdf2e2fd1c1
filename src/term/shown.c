#include "term/shown.h"

#include <string.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/text/ascii.h"

enum {
    SHORT_GAP = 4,    /* cells that cost less to write again than to move over */
    CLEAR_BYTES = 4,  /* what clearing to the end of a row costs … */
    SHIFT_BYTES = 24, /* … and shifting a part of it */
};

/* One row, as it is shown and as it is to be. */
typedef struct {
    Shown *shown;
    Cell *before;
    const Cell *after;
    int row, columns;
} RowChange;

static const Cell blank = {.code_points = {' '}, .role = ROLE_TEXT};

static bool is_right_half(const Cell *cell)
{
    return cell->code_points[0] == 0;
}

static bool is_blank(const Cell *cell)
{
    return cell->code_points[0] == ' ' && cell->code_points[1] == 0;
}

/* A blank shows no more of a style than what is drawn across it. */
static bool shows_on_blank(Style style)
{
    return (style.attributes & (STYLE_REVERSE | STYLE_UNDERLINE)) != 0;
}

static Style style_of(const Shown *shown, const Cell *cell)
{
    Style style = shown->styles[cell->role];
    return is_blank(cell) && !shows_on_blank(style) ? (Style){0, COLOUR_OWN} : style;
}

static bool is_same_style(Style a, Style b)
{
    return a.attributes == b.attributes && a.colour == b.colour;
}

static bool has_same_text(const Cell *a, const Cell *b)
{
    return a->code_points[0] == b->code_points[0] &&
           memcmp(a->code_points, b->code_points, sizeof(a->code_points)) == 0;
}

static bool looks_same(const Shown *shown, const Cell *a, const Cell *b)
{
    return has_same_text(a, b) &&
           (a->role == b->role || is_same_style(style_of(shown, a), style_of(shown, b)));
}

static bool is_plain_blank(const Shown *shown, const Cell *cell)
{
    return looks_same(shown, cell, &blank);
}

/* --- what is written ---------------------------------------------------------------- */

/* The stand-in of ASCII for a wide character is narrow: a blank follows it. */
static void add_ascii(StrBuf *text, const Cell *cell)
{
    uint32_t code_point = cell->code_points[0];
    strbuf_add_char(text, code_point == 0 ? ' ' : (char)ascii_for(code_point));
}

static void add_utf8(StrBuf *text, const Cell *cell)
{
    for (size_t i = 0; i < CELL_MAX_CODE_POINTS && cell->code_points[i] != 0; i++) {
        utf8_append(text, cell->code_points[i]);
    }
}

/* Whether it can be written as the terminal writes just now. */
static bool has_style(const Shown *shown, const Cell *cell)
{
    Style style = style_of(shown, cell);
    return is_same_style(style, shown->output.style) ||
           (is_blank(cell) && !shows_on_blank(style) && !shows_on_blank(shown->output.style));
}

static void write_cell(Shown *shown, const Cell *cell)
{
    bool is_written = !is_right_half(cell) || !shown->shows_utf8;
    if (is_written && !has_style(shown, cell)) {
        output_style(&shown->output, style_of(shown, cell));
    }
    if (!shown->shows_utf8) {
        add_ascii(&shown->output.bytes, cell);
    } else {
        add_utf8(&shown->output.bytes, cell);
    }
    output_step(&shown->output);
}

/* A few letters cost less to write again than a place to tell. */
static bool step_over(Shown *shown, int row, int column)
{
    const Output *output = &shown->output;
    int steps = column - output->column;
    if (row != output->row || steps <= 0 || steps > SHORT_GAP) {
        return false;
    }
    const Cell *cells =
        &shown->cells.cells[(size_t)row * (size_t)shown->cells.columns + (size_t)output->column];
    for (int i = 0; i < steps; i++) {
        if (cells[i].code_points[0] < ' ' || cells[i].code_points[0] > '~' ||
            cells[i].code_points[1] != 0 || !has_style(shown, &cells[i])) {
            return false;
        }
    }
    for (int i = 0; i < steps; i++) {
        write_cell(shown, &cells[i]);
    }
    return true;
}

static void move_to(Shown *shown, int row, int column)
{
    if (!step_over(shown, row, column)) {
        output_move(&shown->output, row, column);
    }
}

static bool is_corner(const RowChange *change, int column)
{
    return change->row == change->shown->cells.rows - 1 && column == change->columns - 1;
}

static void write_cells(const RowChange *change, int start, int end)
{
    Shown *shown = change->shown;
    move_to(shown, change->row, start);
    for (int column = start; column < end; column++) {
        change->before[column] = change->after[column];
        if (!is_corner(change, column) || !shown->output.scrolls_at_corner) {
            write_cell(shown, &change->after[column]);
        }
    }
}

/* --- what differs ------------------------------------------------------------------- */

static bool differs_at(const RowChange *change, int column)
{
    return !looks_same(change->shown, &change->before[column], &change->after[column]);
}

static int next_difference(const RowChange *change, int start)
{
    while (start < change->columns && !differs_at(change, start)) {
        start++;
    }
    return start;
}

static int last_difference(const RowChange *change)
{
    int column = change->columns - 1;
    while (column >= 0 && !differs_at(change, column)) {
        column--;
    }
    return column;
}

/* Where the blanks begin that the row ends in. */
static int blank_from(const Shown *shown, const Cell *cells, int columns)
{
    while (columns > 0 && is_plain_blank(shown, &cells[columns - 1])) {
        columns--;
    }
    return columns;
}

/* From a difference to where enough is the same for the cursor to move over it. A wide character
 * is not parted. */
static int end_of_run(const RowChange *change, int start)
{
    int end = start + 1;
    for (int column = end; column < change->columns && column - end <= SHORT_GAP; column++) {
        bool is_part = is_right_half(&change->after[column]) && column == end;
        end = is_part || differs_at(change, column) ? column + 1 : end;
    }
    return end;
}

static void write_differences(const RowChange *change)
{
    for (int start = next_difference(change, 0); start < change->columns;) {
        start -= start > 0 && is_right_half(&change->after[start]) ? 1 : 0;
        int end = end_of_run(change, start);
        write_cells(change, start, end);
        start = next_difference(change, end);
    }
}

/* Clears the end of a row where that costs less than its blanks. */
static void clear_end(const RowChange *change)
{
    Shown *shown = change->shown;
    int start = blank_from(shown, change->after, change->columns);
    int end = blank_from(shown, change->before, change->columns);
    if (end - start <= CLEAR_BYTES || !shown->output.sequences[SEQUENCE_CLEAR_TO_END]) {
        return;
    }
    move_to(shown, change->row, start);
    output_clear_to_end(&shown->output);
    for (int column = start; column < end; column++) {
        change->before[column] = blank;
    }
}

/* --- text that moves in its row ----------------------------------------------------- */

/* How many cells of [start, end) would be as they should be, were each what stands `cells` left of
 * it now. */
static int count_same(const RowChange *change, int start, int end, int cells)
{
    int count = 0;
    for (int column = start; column < end; column++) {
        int from = column - cells;
        bool is_inside = from >= start && from < end;
        count +=
            is_inside && looks_same(change->shown, &change->before[from], &change->after[column]);
    }
    return count;
}

static void shift(const RowChange *change, int start, int cells)
{
    Cell *row = change->before;
    size_t count = (size_t)(change->columns - start - (cells > 0 ? cells : -cells));
    move_to(change->shown, change->row, start);
    output_shift(&change->shown->output, cells);
    if (cells > 0) {
        memmove(row + start + cells, row + start, count * sizeof(*row));
    } else {
        memmove(row + start, row + start - cells, count * sizeof(*row));
    }
    int filled = cells > 0 ? start : change->columns + cells;
    for (int i = 0; i < (cells > 0 ? cells : -cells); i++) {
        row[filled + i] = blank;
    }
}

/* Whether a wide character stands across one of the places where cells go or come. */
static bool parts_wide(const RowChange *change, int start, int end)
{
    const int cuts[] = {start, start + 1, end - 1, end, change->columns - 1};
    for (size_t i = 0; i < sizeof(cuts) / sizeof(cuts[0]); i++) {
        if (cuts[i] < change->columns && is_right_half(&change->before[cuts[i]])) {
            return true;
        }
    }
    return false;
}

/* The last cell of the screen, where it is never written, must not move to where it is seen. */
static bool has_stale_corner(const RowChange *change)
{
    return change->shown->output.scrolls_at_corner && is_corner(change, change->columns - 1);
}

/* A letter that was typed within a row moves what follows it, and one that was erased moves it
 * back: the terminal does that itself, and what stands behind the part that moves is moved back
 * where it was. */
static void shift_part(const RowChange *change)
{
    int start = next_difference(change, 0), end = last_difference(change) + 1;
    if (end - start <= SHIFT_BYTES || !output_can_shift(&change->shown->output) ||
        has_stale_corner(change) || parts_wide(change, start, end)) {
        return;
    }
    int same = count_same(change, start, end, 0) + SHIFT_BYTES;
    bool is_right = count_same(change, start, end, 1) > same;
    bool is_left = !is_right && count_same(change, start, end, -1) > same;
    bool has_rest = blank_from(change->shown, change->after, change->columns) > end;
    if (is_right) {
        if (has_rest) {
            shift(change, end - 1, -1);
        }
        shift(change, start, 1);
    } else if (is_left) {
        shift(change, start, -1);
        if (has_rest) {
            shift(change, end - 1, 1);
        }
    }
}

/* --- the screen ------------------------------------------------------------------------ */

/* Cells that look like no other, so that all is written. */
static void forget_cells(Surface *cells)
{
    size_t count = (size_t)cells->rows * (size_t)cells->columns;
    for (size_t i = 0; i < count; i++) {
        cells->cells[i] = (Cell){.code_points = {UINT32_MAX}, .role = ROLE_TEXT};
    }
}

static void begin_anew(Shown *shown, const Surface *surface)
{
    surface_reset(&shown->cells, surface->rows, surface->columns);
    output_forget(&shown->output);
    shown->output.columns = surface->columns;
    if (!output_clear(&shown->output)) {
        forget_cells(&shown->cells);
    }
    shown->is_known = true;
}

static void change_row(Shown *shown, const Surface *surface, int row)
{
    size_t start = (size_t)row * (size_t)surface->columns;
    RowChange change = {shown, shown->cells.cells + start, surface->cells + start, row,
                        surface->columns};
    size_t bytes = (size_t)surface->columns * sizeof(*change.after);
    if (memcmp(change.before, change.after, bytes) == 0) {
        return; /* most rows, at most keys */
    }
    if (last_difference(&change) >= 0) {
        shift_part(&change);
        clear_end(&change);
        write_differences(&change);
    }
}

static void place_cursor(Shown *shown, const Surface *surface)
{
    if (surface->cursor_row >= 0) {
        move_to(shown, surface->cursor_row, surface->cursor_column);
    }
    output_cursor(&shown->output, surface->cursor_row >= 0 ? CURSOR_SHOWN : CURSOR_HIDDEN);
}

void shown_become(Shown *shown, const Surface *surface)
{
    bool has_size = surface->rows == shown->cells.rows && surface->columns == shown->cells.columns;
    if (!shown->is_known || !has_size) {
        begin_anew(shown, surface);
    }
    for (int row = 0; row < surface->rows; row++) {
        change_row(shown, surface, row);
    }
    place_cursor(shown, surface);
    output_flush(&shown->output);
}
