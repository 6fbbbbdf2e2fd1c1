#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "bulletproof/base/memory.h"
#include "term/ascii.h"
#include "term/terminal.h"

/* Two accents, so that a palette of any taste keeps them apart: one for what is there and good,
 * one for what wants attention. */
typedef enum {
    ACCENT_NONE,
    ACCENT_CALM,
    ACCENT_ALERT,
} Accent;

/* `plain` tells the role where there is no colour; with colour the look is quieter. */
typedef struct {
    attr_t plain, coloured;
    Accent accent;
} Look;

static const Look looks[ROLE_COUNT] = {
    [ROLE_TEXT] = {A_NORMAL, A_NORMAL, ACCENT_NONE},
    [ROLE_DIM] = {A_DIM, A_DIM, ACCENT_NONE},
    [ROLE_LABEL] = {A_DIM, A_DIM, ACCENT_NONE},
    [ROLE_HEADING] = {A_BOLD, A_BOLD, ACCENT_NONE},
    [ROLE_RULE] = {A_DIM, A_DIM, ACCENT_NONE},
    [ROLE_FOCUS] = {A_BOLD, A_BOLD, ACCENT_CALM},
    [ROLE_KEY] = {A_BOLD, A_BOLD, ACCENT_NONE},
    [ROLE_ACTION] = {A_BOLD, A_BOLD, ACCENT_CALM},
    [ROLE_SCOPE] = {A_UNDERLINE, A_UNDERLINE, ACCENT_NONE},
    [ROLE_TECHNIQUE] = {A_UNDERLINE | A_ITALIC, A_UNDERLINE, ACCENT_CALM},
    [ROLE_RESULT] = {A_UNDERLINE | A_BOLD, A_UNDERLINE | A_BOLD, ACCENT_NONE},
    [ROLE_STRONG] = {A_BOLD, A_BOLD, ACCENT_CALM},
    [ROLE_FAIR] = {A_NORMAL, A_NORMAL, ACCENT_NONE},
    [ROLE_WEAK] = {A_BOLD, A_BOLD, ACCENT_ALERT},
    [ROLE_MARKED] = {A_REVERSE, A_UNDERLINE, ACCENT_ALERT},
    [ROLE_ERROR] = {A_BOLD, A_BOLD, ACCENT_ALERT},
    [ROLE_WARNING] = {A_NORMAL, A_NORMAL, ACCENT_ALERT},
    [ROLE_ADVICE] = {A_NORMAL, A_NORMAL, ACCENT_CALM},
    [ROLE_MESSAGE] = {A_NORMAL, A_NORMAL, ACCENT_NONE},
    [ROLE_SELECTION] = {A_REVERSE, A_REVERSE, ACCENT_NONE},
};

static bool is_light(const TermSettings *settings)
{
    if (settings->background != TERM_BACKGROUND_UNKNOWN) {
        return settings->background == TERM_BACKGROUND_LIGHT;
    }
    /* rxvt, Konsole and others tell "FOREGROUND;BACKGROUND", as indices of the 16 colours. */
    const char *colours = getenv("COLORFGBG");
    const char *last = colours ? strrchr(colours, ';') : NULL;
    return last && (strcmp(last, ";15") == 0 || strcmp(last, ";7") == 0);
}

static bool wants_colour(const TermSettings *settings)
{
    const char *refused = getenv("NO_COLOR"); /* https://no-color.org */
    return !settings->is_plain && !(refused && *refused);
}

void paint_prepare(Terminal *terminal, const TermSettings *settings)
{
    if (!wants_colour(settings) || !has_colors() || start_color() != OK ||
        use_default_colors() != OK) {
        return;
    }
    bool light = is_light(settings);
    init_pair(ACCENT_CALM, light ? COLOR_BLUE : COLOR_CYAN, -1);
    init_pair(ACCENT_ALERT, light ? COLOR_RED : COLOR_YELLOW, -1);
    terminal->has_colour = true;
}

static void set_cell(const Terminal *terminal, const Cell *cell, cchar_t *out)
{
    wchar_t text[CELL_MAX_CODE_POINTS + 1] = {0};
    for (size_t i = 0; i < CELL_MAX_CODE_POINTS; i++) {
        text[i] = (wchar_t)cell->code_points[i];
    }
    if (!terminal->shows_utf8) {
        text[0] = (wchar_t)ascii_for(cell->code_points[0]);
        text[1] = 0;
    }
    const Look *look = &looks[cell->role];
    attr_t attributes = terminal->has_colour ? look->coloured : look->plain;
    setcchar(out, text, attributes, (short)(terminal->has_colour ? look->accent : 0), NULL);
}

/* A wide character is one item here; the library gives it its two cells. Its stand-in of ASCII is
 * narrow and leaves the second one blank. */
static void paint_row(const Terminal *terminal, const Surface *surface, int row, cchar_t *items)
{
    static const Cell filler = {.code_points = {' '}};
    int count = 0;
    for (int column = 0; column < surface->columns; column++) {
        const Cell *cell = surface_cell(surface, row, column);
        if (cell->code_points[0] != 0) {
            set_cell(terminal, cell, &items[count++]);
        } else if (!terminal->shows_utf8) {
            set_cell(terminal, &filler, &items[count++]);
        }
    }
    mvadd_wchnstr(row, 0, items, count);
}

void paint_surface(const Terminal *terminal, const Surface *surface)
{
    cchar_t *items = xalloc(((size_t)surface->columns + 1) * sizeof(*items));
    erase();
    for (int row = 0; row < surface->rows && row < LINES; row++) {
        paint_row(terminal, surface, row, items);
    }
    free(items);
    bool has_cursor = surface->cursor_row >= 0;
    if (has_cursor) {
        move(surface->cursor_row, surface->cursor_column);
    }
    curs_set(has_cursor);
    refresh();
}
