/* Which rows of the section in hand are on the screen. */
#ifndef UI_SCROLL_H
#define UI_SCROLL_H

#include "ui/editor_state.h"

/* Scrolls as little as keeps in sight what belongs to the cursor, or the entry that is chosen in
 * the outline. The form must be up to date. */
void scroll_form(Editor *editor);

#endif
