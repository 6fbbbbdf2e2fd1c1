/* Breaking text into lines of at most so many columns (Unicode Annex 14, number and unit kept
 * together). Every byte belongs to exactly one line, so that a cursor can stand anywhere. */
#ifndef BULLETPROOF_TEXT_WRAP_H
#define BULLETPROOF_TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/strview.h"

typedef struct {
    size_t start, end;  /* bytes [start, end), without the line end, blanks at the end included */
    bool ends_in_break; /* a line end of the text's own follows */
} WrapLine;

/* Start with `WrapLines lines = {0};`; reused from call to call. */
typedef struct {
    WrapLine *items; /* owned */
    size_t count, capacity;
} WrapLines;

/* At least one line, even of empty text. `columns` below 1 counts as 1; a cluster wider than the
 * line stands alone. Blanks at a line's end hang and count no columns. */
void wrap_text(StrView text, int columns, WrapLines *lines);
void wrap_done(WrapLines *lines);
/* The line a cursor at `offset` stands on; at a soft break the later one. */
size_t wrap_line_at(const WrapLines *lines, size_t offset);

/* Appends where text may be broken, for layouts that measure in other units: marks[i] tells what
 * may happen before byte i. */
typedef enum {
    BREAK_NEVER,
    BREAK_ALLOWED,
    BREAK_MUST,
} BreakMark;

/* `marks` has text.length items. */
void break_marks(StrView text, unsigned char *marks);

#endif
