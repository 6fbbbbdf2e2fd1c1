/* The third column of wide screens: what is open in the section, and the page as a parser reads
 * it. */
#ifndef UI_SIDE_H
#define UI_SIDE_H

#include "ui/editor_state.h"

void side_draw(const Editor *editor, Area area, Surface *surface);

#endif
