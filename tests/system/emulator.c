#include "emulator.h"

#include <string.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/text/grapheme.h"

enum { MOST_NUMBERS = 8 };

static const Glyph blank = {{' '}, {0, COLOUR_OWN}};

static void clear_glyphs(Emulator *screen, int row, int start, int end)
{
    for (int column = start; column < end; column++) {
        screen->glyphs[row][column] = blank;
    }
}

static void scroll_up(Emulator *screen)
{
    memmove(screen->glyphs[0], screen->glyphs[1],
            sizeof(screen->glyphs[0]) * (size_t)(screen->rows - 1));
    clear_glyphs(screen, screen->rows - 1, 0, screen->columns);
}

static void wrap(Emulator *screen)
{
    screen->waits = false;
    screen->column = 0;
    if (screen->row == screen->rows - 1) {
        scroll_up(screen);
    } else {
        screen->row++;
    }
}

static void add_mark(Emulator *screen, uint32_t code_point)
{
    int column = screen->waits ? screen->columns - 1 : screen->column - 1;
    Glyph *glyph = &screen->glyphs[screen->row][column < 0 ? 0 : column];
    glyph -= glyph->code_points[0] == 0 && column > 0 ? 1 : 0;
    for (size_t i = 1; i < CELL_MAX_CODE_POINTS; i++) {
        if (glyph->code_points[i] == 0) {
            glyph->code_points[i] = code_point;
            return;
        }
    }
}

/* What loses one half is gone. */
static void part_wide(Emulator *screen, int column)
{
    Glyph *row = screen->glyphs[screen->row];
    if (column > 0 && column < screen->columns && row[column].code_points[0] == 0) {
        row[column].code_points[0] = row[column - 1].code_points[0] = ' ';
    }
}

static void put_letter(Emulator *screen, uint32_t code_point)
{
    int columns = code_point_columns(code_point);
    if (columns <= 0) {
        add_mark(screen, code_point);
        return;
    }
    if (screen->waits || screen->column + columns > screen->columns) {
        wrap(screen);
    }
    part_wide(screen, screen->column);
    part_wide(screen, screen->column + columns);
    for (int i = 0; i < columns; i++) {
        screen->glyphs[screen->row][screen->column + i] =
            (Glyph){{i == 0 ? code_point : 0}, screen->style};
    }
    screen->column += columns;
    if (screen->column >= screen->columns) {
        screen->column = screen->columns - 1;
        screen->waits = true;
        if (screen->wraps_at_once) {
            wrap(screen);
        }
    }
}

static void set_style(Emulator *screen, int number)
{
    static const unsigned attributes[] = {
        0, STYLE_BOLD, STYLE_DIM, STYLE_ITALIC, STYLE_UNDERLINE, 0, 0, STYLE_REVERSE};
    Style *style = &screen->style;
    if (number == 0) {
        *style = blank.style;
    } else if (number >= 30 && number <= 37) {
        style->colour = number - 30;
    } else if (number == 39) {
        style->colour = COLOUR_OWN;
    } else if (number < 8 && attributes[number] != 0) {
        style->attributes |= attributes[number];
    } else {
        screen->is_confused = screen->is_confused || (number != 49 && number != 10);
    }
}

static void move_cells(Emulator *screen, int cells)
{
    Glyph *row = screen->glyphs[screen->row];
    int start = screen->column, end = screen->columns, distance = cells < 0 ? -cells : cells;
    size_t count = sizeof(Glyph) * (size_t)(end - start - distance);
    if (cells > 0) {
        memmove(row + start + cells, row + start, count);
        clear_glyphs(screen, screen->row, start, start + cells);
    } else {
        memmove(row + start, row + start + distance, count);
        clear_glyphs(screen, screen->row, end - distance, end);
    }
}

static void go(Emulator *screen, int row, int column)
{
    bool is_inside = row >= 0 && row < screen->rows && column >= 0 && column < screen->columns;
    screen->is_confused = screen->is_confused || !is_inside;
    screen->row = is_inside ? row : 0;
    screen->column = is_inside ? column : 0;
    screen->waits = false;
}

static void obey(Emulator *screen, char final, const int numbers[MOST_NUMBERS], int count)
{
    int first = numbers[0] > 0 ? numbers[0] : 1, second = numbers[1] > 0 ? numbers[1] : 1;
    switch (final) {
    case 'H':
        go(screen, first - 1, second - 1);
        break;
    case 'G':
        go(screen, screen->row, first - 1);
        break;
    case 'd':
        go(screen, first - 1, screen->column);
        break;
    case 'J': /* all terminals here clear from the upper left corner */
        for (int row = 0; row < screen->rows; row++) {
            clear_glyphs(screen, row, 0, screen->columns);
        }
        break;
    case 'K':
        clear_glyphs(screen, screen->row, screen->column, screen->columns);
        break;
    case '@':
        move_cells(screen, first);
        break;
    case 'P':
        move_cells(screen, -first);
        break;
    case 'm':
        for (int i = 0; i < (count > 0 ? count : 1); i++) {
            set_style(screen, numbers[i]);
        }
        break;
    case 'h': /* modes that change nothing here */
    case 'l':
        break;
    default:
        screen->is_confused = true;
    }
}

static const char *take_sequence(Emulator *screen, const char *at)
{
    int numbers[MOST_NUMBERS + 1] = {0}, count = 0;
    if (*at == '(') {
        return at + 2;
    }
    bool is_private = at[1] == '?';
    at += is_private ? 2 : 1;
    while ((*at >= '0' && *at <= '9') || *at == ';') {
        count += count == 0;
        count += *at == ';' && count < MOST_NUMBERS;
        numbers[count - 1] = *at == ';' ? 0 : numbers[count - 1] * 10 + (*at - '0');
        at++;
    }
    if (!is_private) {
        obey(screen, *at, numbers, count);
    } else if (numbers[0] == 25) {
        screen->is_cursor_shown = *at == 'h';
    }
    return at + 1;
}

void emulator_show(Emulator *screen, const char *bytes, size_t length)
{
    for (const char *at = bytes, *end = bytes + length; at < end;) {
        size_t count = 1;
        if (*at == '\033') {
            at = take_sequence(screen, at + 1);
            continue;
        }
        if (*at == '\b') {
            go(screen, screen->row, screen->column - 1);
        } else if (*at != '\017') {
            put_letter(screen, utf8_decode(view_make(bytes, length), (size_t)(at - bytes), &count));
        }
        at += count;
    }
}

void emulator_resize(Emulator *screen, int rows, int columns)
{
    screen->rows = rows;
    screen->columns = columns;
    go(screen, 0, 0);
}
