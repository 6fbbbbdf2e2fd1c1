/* What the mouse does. Every deed of it is one that keys do as well. */
#ifndef UI_POINTING_H
#define UI_POINTING_H

#include "ui/editor_state.h"

void pointing_take(Editor *editor, Pointer pointer);

#endif
