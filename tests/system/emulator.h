/* A terminal for tests: obeys what the descriptions of common terminals have in common. */
#ifndef TESTS_SYSTEM_EMULATOR_H
#define TESTS_SYSTEM_EMULATOR_H

#include "bulletproof/ui/surface.h"
#include "term/output.h"

enum {
    EMULATOR_ROWS = 12,
    EMULATOR_COLUMNS = 60,
};

typedef struct {
    uint32_t code_points[CELL_MAX_CODE_POINTS];
    Style style;
} Glyph;

typedef struct {
    Glyph glyphs[EMULATOR_ROWS][EMULATOR_COLUMNS];
    int rows, columns, row, column;
    bool waits;         /* behind the last column, for what comes next */
    bool wraps_at_once; /* instead of waiting there */
    bool is_cursor_shown;
    bool is_confused; /* something came that no terminal should be sent */
    Style style;
} Emulator;

/* Gives it another size, its cursor in the corner. */
void emulator_resize(Emulator *screen, int rows, int columns);
void emulator_show(Emulator *screen, const char *bytes, size_t length);

#endif
