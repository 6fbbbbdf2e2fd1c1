#include "bulletproof/ui/surface.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/text/grapheme.h"

enum { ELLIPSIS = 0x2026 };

static const char role_letters[ROLE_COUNT] = {
#define X(id, letter) letter,
    ROLES(X)
#undef X
};

/* Where a text is being written. */
typedef struct {
    Surface *surface;
    int row, column, end; /* `end`: the column that is out of reach */
    uint8_t role;
} Pen;

static const Cell blank = {.code_points = {' '}, .role = ROLE_TEXT};

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

static bool is_inside(const Surface *surface, int row, int column)
{
    return row >= 0 && row < surface->rows && column >= 0 && column < surface->columns;
}

static Cell *cell_at(const Surface *surface, int row, int column)
{
    return is_inside(surface, row, column)
               ? &surface->cells[(size_t)row * (size_t)surface->columns + (size_t)column]
               : NULL;
}

static bool is_right_half(const Cell *cell)
{
    return cell && cell->code_points[0] == 0;
}

void surface_init(Surface *surface, int rows, int columns)
{
    *surface = (Surface){0};
    surface_reset(surface, rows, columns);
}

void surface_done(Surface *surface)
{
    free(surface->cells);
    *surface = (Surface){.cursor_row = -1, .cursor_column = -1};
}

void surface_reset(Surface *surface, int rows, int columns)
{
    rows = most(rows, 0);
    columns = most(columns, 0);
    size_t count = (size_t)rows * (size_t)columns;
    if (rows != surface->rows || columns != surface->columns) {
        free(surface->cells);
        surface->cells = count ? xalloc(count * sizeof(*surface->cells)) : NULL;
        surface->rows = rows;
        surface->columns = columns;
    }
    for (size_t i = 0; i < count; i++) {
        surface->cells[i] = blank;
    }
    surface->cursor_row = surface->cursor_column = -1;
}

/* A wide grapheme that loses one half is gone: blanks take its place. */
static void split_wide(Surface *surface, int row, int column)
{
    Cell *right = cell_at(surface, row, column);
    Cell *left = cell_at(surface, row, column - 1);
    if (is_right_half(right) && left) {
        left->code_points[0] = right->code_points[0] = ' ';
        for (size_t i = 1; i < CELL_MAX_CODE_POINTS; i++) {
            left->code_points[i] = 0;
        }
    }
}

static void put_spacing(Pen *pen, uint32_t code_point, int columns)
{
    split_wide(pen->surface, pen->row, pen->column);
    split_wide(pen->surface, pen->row, pen->column + columns);
    /* What begins left of the surface shows as a blank there, not as half a grapheme. */
    uint32_t rest = pen->column < 0 ? ' ' : 0;
    for (int i = 0; i < columns; i++) {
        Cell *cell = cell_at(pen->surface, pen->row, pen->column + i);
        if (cell) {
            *cell = (Cell){.code_points = {i == 0 ? code_point : rest}, .role = pen->role};
        }
    }
    pen->column += columns;
}

/* Adds a mark to what was written last; what does not fit in a cell is left out. */
static void put_combining(const Pen *pen, uint32_t code_point)
{
    Cell *cell = cell_at(pen->surface, pen->row, pen->column - 1);
    if (is_right_half(cell)) {
        cell = cell_at(pen->surface, pen->row, pen->column - 2);
    }
    for (size_t i = 1; cell && i < CELL_MAX_CODE_POINTS; i++) {
        if (cell->code_points[i] == 0) {
            cell->code_points[i] = code_point;
            return;
        }
    }
}

/* What makes a terminal draw several characters as one picture, or one wider than it is counted:
 * the joiner and the selectors of emoji. Left out, every terminal agrees about the columns. */
static bool is_emoji_glue(uint32_t code_point)
{
    return code_point == 0x200D || code_point == 0xFE0E || code_point == 0xFE0F;
}

/* Skin tones, which some terminals lay over the character before. */
static bool is_emoji_modifier(uint32_t code_point)
{
    return code_point >= 0x1F3FB && code_point <= 0x1F3FF;
}

/* One cell for every character that takes columns, as the terminal library lays them out, so
 * that a cluster joined by U+200D covers the columns it is counted with. */
static void put_cluster(Pen *pen, StrView cluster)
{
    int start = pen->column;
    for (size_t at = 0, bytes; at < cluster.length; at += bytes) {
        uint32_t code_point = utf8_decode(cluster, at, &bytes);
        int columns = utf8_is_control(code_point) ? -1 : code_point_columns(code_point);
        if (columns < 0) {
            put_spacing(pen, UTF8_REPLACEMENT, 1);
        } else if (pen->column > start && is_emoji_modifier(code_point)) {
            put_spacing(pen, ' ', 1);
            put_spacing(pen, ' ', columns - 1);
        } else if (columns > 0) {
            put_spacing(pen, code_point, columns);
        } else if (pen->column > start && !is_emoji_glue(code_point)) {
            put_combining(pen, code_point);
        }
    }
}

/* Most text: a letter of ASCII with one after it, or none, which no mark can belong to. */
static bool is_plain(StrView text, size_t at)
{
    char byte = text.data[at];
    return byte >= ' ' && byte < 0x7F &&
           (at + 1 == text.length || (unsigned char)text.data[at + 1] < 0x80);
}

/* How many letters from `at` on are plain and have room. */
static size_t plain_run(const Pen *pen, StrView text, size_t at)
{
    int room = pen->end < pen->surface->columns ? pen->end : pen->surface->columns;
    size_t end = at;
    bool is_there = is_inside(pen->surface, pen->row, pen->column);
    while (is_there && end < text.length && is_plain(text, end) &&
           pen->column + (int)(end - at) < room) {
        end++;
    }
    return end - at;
}

/* What most of a screen is made of, so at little cost a letter. */
static void put_plain(Pen *pen, StrView letters)
{
    Cell *cells = cell_at(pen->surface, pen->row, pen->column);
    split_wide(pen->surface, pen->row, pen->column);
    split_wide(pen->surface, pen->row, pen->column + (int)letters.length);
    for (size_t i = 0; i < letters.length; i++) {
        cells[i] = (Cell){.code_points = {(uint32_t)letters.data[i]}, .role = pen->role};
    }
    pen->column += (int)letters.length;
}

static int columns_of(StrView cluster)
{
    int sum = 0;
    for (size_t at = 0, bytes; at < cluster.length; at += bytes) {
        uint32_t code_point = utf8_decode(cluster, at, &bytes);
        int columns = utf8_is_control(code_point) ? -1 : code_point_columns(code_point);
        sum += columns < 0 ? 1 : columns;
    }
    return sum;
}

/* Returns the bytes written. */
static size_t put_text(Pen *pen, StrView text)
{
    size_t at = 0;
    while (at < text.length) {
        size_t plain = plain_run(pen, text, at);
        if (plain > 0) {
            put_plain(pen, view_make(text.data + at, plain));
            at += plain;
            continue;
        }
        size_t next = grapheme_next(text, at);
        StrView cluster = view_slice(text, at, next);
        if (pen->column + columns_of(cluster) > pen->end) {
            break;
        }
        put_cluster(pen, cluster);
        at = next;
    }
    return at;
}

static Pen pen_at(Surface *surface, Strip strip, Role role)
{
    bool is_within = strip.columns < surface->columns - strip.column;
    int end = is_within ? strip.column + strip.columns : surface->columns;
    return (Pen){surface, strip.row, strip.column, end, (uint8_t)role};
}

int surface_put(Surface *surface, Strip strip, Role role, StrView text)
{
    Pen pen = pen_at(surface, strip, role);
    put_text(&pen, text);
    return pen.column;
}

static bool fits(StrView text, int columns)
{
    int sum = 0;
    if (columns >= 0 && text.length <= (size_t)columns) {
        return true; /* no character takes more columns than bytes */
    }
    for (size_t at = 0; at < text.length && sum <= columns;) {
        size_t next = grapheme_next(text, at);
        sum += columns_of(view_slice(text, at, next));
        at = next;
    }
    return sum <= columns;
}

int surface_put_cut(Surface *surface, Strip strip, Role role, StrView text)
{
    Pen pen = pen_at(surface, strip, role);
    if (fits(text, pen.end - strip.column)) {
        put_text(&pen, text);
        return pen.column;
    }
    if (pen.end <= strip.column) {
        return strip.column;
    }
    pen.end--;
    put_text(&pen, text);
    put_spacing(&pen, ELLIPSIS, 1);
    return pen.column;
}

static Area clip(const Surface *surface, Area area)
{
    int row = most(area.row, 0), column = most(area.column, 0);
    int last_row = least(area.row + area.rows, surface->rows);
    int last_column = least(area.column + area.columns, surface->columns);
    return (Area){row, column, last_row - row, last_column - column};
}

void surface_fill(Surface *surface, Area area, Role role, uint32_t code_point)
{
    Area inside = clip(surface, area);
    bool is_narrow = !utf8_is_control(code_point) && code_point_columns(code_point) == 1;
    Cell filled = {.code_points = {is_narrow ? code_point : UTF8_REPLACEMENT},
                   .role = (uint8_t)role};
    for (int row = 0; row < inside.rows; row++) {
        split_wide(surface, inside.row + row, inside.column);
        split_wide(surface, inside.row + row, inside.column + inside.columns);
        for (int i = 0; i < inside.columns; i++) {
            *cell_at(surface, inside.row + row, inside.column + i) = filled;
        }
    }
}

void surface_paint(Surface *surface, Area area, Role role)
{
    Area inside = clip(surface, area);
    for (int row = 0; row < inside.rows; row++) {
        for (int column = 0; column < inside.columns; column++) {
            cell_at(surface, inside.row + row, inside.column + column)->role = (uint8_t)role;
        }
    }
}

void surface_set_cursor(Surface *surface, int row, int column)
{
    bool is_shown = is_inside(surface, row, column);
    surface->cursor_row = is_shown ? row : -1;
    surface->cursor_column = is_shown ? column : -1;
}

const Cell *surface_cell(const Surface *surface, int row, int column)
{
    return cell_at(surface, row, column);
}

static void add_cell_text(StrBuf *out, const Cell *cell)
{
    for (size_t i = 0; i < CELL_MAX_CODE_POINTS && cell->code_points[i]; i++) {
        utf8_append(out, cell->code_points[i]);
    }
}

void surface_add_role(StrBuf *out, const Cell *cell)
{
    bool is_blank = cell->code_points[0] == ' ' && cell->code_points[1] == 0;
    strbuf_add_char(out, is_blank ? ' ' : role_letters[cell->role]);
}

char *surface_dump(const Surface *surface, CellText add_cell)
{
    StrBuf out = {0};
    for (int row = 0; row < surface->rows; row++) {
        size_t end = out.length;
        for (int column = 0; column < surface->columns; column++) {
            const Cell *cell = cell_at(surface, row, column);
            add_cell(&out, cell);
            end = out.length > 0 && out.data[out.length - 1] != ' ' ? out.length : end;
        }
        strbuf_truncate(&out, end);
        strbuf_add_char(&out, '\n');
    }
    return strbuf_steal(&out);
}

char *surface_text(const Surface *surface)
{
    return surface_dump(surface, add_cell_text);
}

char *surface_roles(const Surface *surface)
{
    return surface_dump(surface, surface_add_role);
}
