/* Bytes for the terminal by its description, collected and then written in one piece. Knows where
 * its cursor stands and how it shows what is written next; knows no screen. */
#ifndef TERM_OUTPUT_H
#define TERM_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"

enum {
    STYLE_BOLD = 1,
    STYLE_DIM = 2,
    STYLE_UNDERLINE = 4,
    STYLE_ITALIC = 8,
    STYLE_REVERSE = 16,
    STYLE_ATTRIBUTES = 5,
};

enum { COLOUR_OWN = -1 }; /* the terminal's own */

typedef struct {
    unsigned attributes;
    int colour; /* of the eight that terminals number alike */
} Style;

typedef enum {
    SEQUENCE_MOVE,
    SEQUENCE_TO_COLUMN,
    SEQUENCE_TO_ROW,
    SEQUENCE_BACK,
    SEQUENCE_CLEAR,
    SEQUENCE_CLEAR_TO_END,
    SEQUENCE_INSERT,
    SEQUENCE_DELETE,
    SEQUENCE_HIDE_CURSOR,
    SEQUENCE_SHOW_CURSOR,
    SEQUENCE_PLAIN,
    SEQUENCE_PLAIN_COLOUR,
    SEQUENCE_COLOUR,
    SEQUENCE_COUNT,
} Sequence;

/* How a cursor is shown; unknown after another program has had the terminal. */
typedef enum {
    CURSOR_UNKNOWN,
    CURSOR_HIDDEN,
    CURSOR_SHOWN,
} CursorLook;

typedef struct {
    const char *sequences[SEQUENCE_COUNT];    /* borrowed from the library; NULL: it has none */
    const char *attributes[STYLE_ATTRIBUTES]; /* likewise */
    unsigned known;                           /* attributes that the terminal has … */
    unsigned colourless; /* attributes that cannot be had together with a colour */
    bool has_colour;
    bool moves_styled;        /* the cursor may be moved while a style is on */
    bool restores_screen;     /* on leaving, what stood there before us comes back */
    bool scrolls_at_corner;   /* when the last cell of the screen is written */
    bool plain_is_colourless; /* SEQUENCE_PLAIN takes the colour off as well */
    StrBuf bytes;             /* owned */
    int row, column;          /* of the cursor; -1: unknown */
    int columns;              /* of the terminal */
    Style style;
    CursorLook cursor;
} Output;

/* With the library's screen open. */
void output_init(Output *output);
void output_done(Output *output);
/* Another program, or the library, has written meanwhile. */
void output_forget(Output *output);

/* What this terminal can show of a style. */
Style output_style_shown(const Output *output, Style style);
void output_style(Output *output, Style style);
void output_move(Output *output, int row, int column);
/* A letter for one column, or the half of one for two, was added to `bytes`. */
void output_step(Output *output);
/* Clears the screen, or the row from the cursor on. False when this terminal cannot. */
bool output_clear(Output *output);
bool output_clear_to_end(Output *output);
bool output_can_shift(const Output *output);
/* Moves the rest of the row from the cursor on by that many cells: right when it is positive. */
void output_shift(Output *output, int cells);
void output_cursor(Output *output, CursorLook look);
/* Writes what was collected, with one call while the terminal takes it. */
void output_flush(Output *output);

#endif
