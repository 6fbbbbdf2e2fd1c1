/* What a mouse does on the screen. Knows no terminal's reports. */
#ifndef BULLETPROOF_UI_POINTER_H
#define BULLETPROOF_UI_POINTER_H

typedef enum {
    POINTER_PRESS,    /* of the first button */
    POINTER_WHEEL_UP, /* by one notch */
    POINTER_WHEEL_DOWN,
} PointerKind;

typedef struct {
    PointerKind kind;
    int row, column; /* from 0; may lie outside of the screen that was drawn last */
} Pointer;

#endif
