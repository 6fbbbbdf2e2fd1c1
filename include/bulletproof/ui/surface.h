/* A screen in memory: cells of one grapheme and one role each. Clips what does not fit, never
 * shows a control character. Knows no terminal. */
#ifndef BULLETPROOF_UI_SURFACE_H
#define BULLETPROOF_UI_SURFACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"
#include "bulletproof/ui/role.h"

/* A base and its combining marks, as ncurses can hold them (CCHARW_MAX). */
enum { CELL_MAX_CODE_POINTS = 5 };

typedef struct {
    uint32_t code_points[CELL_MAX_CODE_POINTS]; /* ends with 0 when shorter; all 0: the right half
                                                   of a wide grapheme */
    uint8_t role;
    uint8_t unused[3]; /* 0, so that rows can be compared as bytes */
} Cell;

typedef struct {
    int rows, columns;
    Cell *cells;                   /* owned; row after row */
    int cursor_row, cursor_column; /* -1: no cursor */
} Surface;

typedef struct {
    int row, column, rows, columns;
} Area;

/* A piece of one row. */
typedef struct {
    int row, column, columns;
} Strip;

void surface_init(Surface *surface, int rows, int columns);
void surface_done(Surface *surface);
/* All blank, no cursor. Resizes when the size differs. */
void surface_reset(Surface *surface, int rows, int columns);

/* Writes `text` from the strip's start, clipped to the strip and to the surface. Graphemes are kept
 * whole or left out; controls and broken bytes show as U+FFFD. Returns the next column. */
int surface_put(Surface *surface, Strip strip, Role role, StrView text);
/* Puts text that ends in "…" when it does not fit in the strip. */
int surface_put_cut(Surface *surface, Strip strip, Role role, StrView text);
void surface_fill(Surface *surface, Area area, Role role, uint32_t code_point);
/* Gives cells another role, their text kept. */
void surface_paint(Surface *surface, Area area, Role role);
void surface_set_cursor(Surface *surface, int row, int column);
const Cell *surface_cell(const Surface *surface, int row, int column);

/* Appends what stands for a cell. */
typedef void (*CellText)(StrBuf *out, const Cell *cell);
/* The rows without trailing blanks, one line each, each cell as `add_cell` has it. Owned by the
 * caller. */
char *surface_dump(const Surface *surface, CellText add_cell);
/* The rows as UTF-8 without trailing blanks, one line each. Owned by the caller. */
char *surface_text(const Surface *surface);
void surface_add_role(StrBuf *out, const Cell *cell);
/* The rows as letters of roles, blanks as spaces. Owned by the caller. */
char *surface_roles(const Surface *surface);

#endif
