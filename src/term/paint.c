#include <stdlib.h>
#include <string.h>

#include "bulletproof/text/ascii.h"
#include "term/locale.h"
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
    unsigned plain, coloured;
    Accent accent;
} Look;

static const Look looks[ROLE_COUNT] = {
    [ROLE_TEXT] = {0, 0, ACCENT_NONE},
    [ROLE_DIM] = {STYLE_DIM, STYLE_DIM, ACCENT_NONE},
    [ROLE_LABEL] = {STYLE_DIM, STYLE_DIM, ACCENT_NONE},
    [ROLE_HEADING] = {STYLE_BOLD, STYLE_BOLD, ACCENT_NONE},
    [ROLE_RULE] = {STYLE_DIM, STYLE_DIM, ACCENT_NONE},
    [ROLE_FOCUS] = {STYLE_BOLD, STYLE_BOLD, ACCENT_CALM},
    [ROLE_KEY] = {STYLE_BOLD, STYLE_BOLD, ACCENT_NONE},
    [ROLE_ACTION] = {STYLE_BOLD, STYLE_BOLD, ACCENT_CALM},
    [ROLE_SCOPE] = {STYLE_UNDERLINE, STYLE_UNDERLINE, ACCENT_NONE},
    [ROLE_TECHNIQUE] = {STYLE_UNDERLINE | STYLE_ITALIC, STYLE_UNDERLINE, ACCENT_CALM},
    [ROLE_RESULT] = {STYLE_UNDERLINE | STYLE_BOLD, STYLE_UNDERLINE | STYLE_BOLD, ACCENT_NONE},
    [ROLE_STRONG] = {STYLE_BOLD, STYLE_BOLD, ACCENT_CALM},
    [ROLE_FAIR] = {0, 0, ACCENT_NONE},
    [ROLE_WEAK] = {STYLE_BOLD, STYLE_BOLD, ACCENT_ALERT},
    [ROLE_MARKED] = {STYLE_REVERSE, STYLE_UNDERLINE, ACCENT_ALERT},
    [ROLE_ERROR] = {STYLE_BOLD, STYLE_BOLD, ACCENT_ALERT},
    [ROLE_WARNING] = {0, 0, ACCENT_ALERT},
    [ROLE_ADVICE] = {0, 0, ACCENT_CALM},
    [ROLE_MESSAGE] = {0, 0, ACCENT_NONE},
    [ROLE_SELECTION] = {STYLE_REVERSE, STYLE_REVERSE, ACCENT_NONE},
};

void term_add_ascii(StrBuf *out, const Cell *cell)
{
    uint32_t code = cell->code_points[0];
    strbuf_add_char(out, code == 0 ? ' ' : (char)ascii_for(code));
}

void term_add_plain_look(StrBuf *out, const Cell *cell)
{
    static const struct {
        unsigned attributes;
        char letter;
    } letters[] = {
        {0, '.'},
        {STYLE_BOLD, 'b'},
        {STYLE_DIM, 'd'},
        {STYLE_UNDERLINE, 'u'},
        {STYLE_REVERSE, 'r'},
        {STYLE_UNDERLINE | STYLE_ITALIC, 'i'},
        {STYLE_UNDERLINE | STYLE_BOLD, 'U'},
    };
    unsigned attributes = looks[cell->role].plain;
    bool is_blank = cell->code_points[0] == ' ' && cell->code_points[1] == 0;
    for (size_t i = 0; !is_blank && i < sizeof(letters) / sizeof(letters[0]); i++) {
        if (letters[i].attributes == attributes) {
            strbuf_add_char(out, letters[i].letter);
        }
    }
    strbuf_add(out, is_blank ? " " : "");
}

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

static int colour_of(Accent accent, bool is_on_light)
{
    /* as terminals number them */
    enum { RED = 1, YELLOW = 3, BLUE = 4, CYAN = 6 };
    switch (accent) {
    case ACCENT_CALM:
        return is_on_light ? BLUE : CYAN;
    case ACCENT_ALERT:
        return is_on_light ? RED : YELLOW;
    case ACCENT_NONE:
        break;
    }
    return COLOUR_OWN;
}

void paint_prepare(Terminal *terminal, const TermSettings *settings)
{
    Shown *shown = &terminal->shown;
    output_init(&shown->output);
    bool has_colour = shown->output.has_colour && wants_colour(settings);
    bool is_on_light = is_light(settings);
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        const Look *look = &looks[i];
        Style style = {look->plain, COLOUR_OWN};
        if (has_colour) {
            style = (Style){look->coloured, colour_of(look->accent, is_on_light)};
        }
        shown->styles[i] = output_style_shown(&shown->output, style);
    }
    shown->shows_utf8 = locale_shows_utf8();
}

void paint_surface(Terminal *terminal, const Surface *surface)
{
    shown_become(&terminal->shown, surface);
}

void paint_forget(Terminal *terminal)
{
    terminal->shown.is_known = false;
}

void paint_end(Terminal *terminal)
{
    Output *output = &terminal->shown.output;
    output_style(output, (Style){0, COLOUR_OWN});
    if (!output->restores_screen && terminal->shown.cells.rows > 0) {
        output_move(output, terminal->shown.cells.rows - 1, 0); /* the shell goes on there */
        output_clear_to_end(output);
    }
    output_cursor(output, CURSOR_SHOWN);
    output_flush(output);
}

void paint_done(Terminal *terminal)
{
    surface_done(&terminal->shown.cells);
    output_done(&terminal->shown.output);
}
