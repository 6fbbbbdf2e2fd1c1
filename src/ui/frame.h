/* Which part of the screen is whose, at any size. */
#ifndef UI_FRAME_H
#define UI_FRAME_H

#include <stdbool.h>

#include "bulletproof/ui/surface.h"

enum { FRAME_LEAST_ROWS = 5, FRAME_LEAST_COLUMNS = 20 };

/* An area without rows or columns is not shown. */
typedef struct {
    bool is_too_small; /* nothing but a word about it */
    bool is_tiny;      /* the meter stands in the last row instead of under the bullet */
    bool has_rules;    /* lines between the parts */
    Area header, outline, form, side, status, footer;
} Frame;

typedef struct {
    bool has_outline, is_outline_in_hand;
    bool is_plain; /* one part below the other, nothing beside it, no lines */
} FrameWish;

Frame frame_make(int rows, int columns, FrameWish wish);

#endif
