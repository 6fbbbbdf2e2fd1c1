/* What lies over the panes: the help, the reason of a finding, a question. */
#ifndef UI_OVERLAY_H
#define UI_OVERLAY_H

#include "ui/editor_state.h"

/* The room of all panes together. */
Area overlay_area(const Editor *editor);
/* Rows of the overlay's text, and those of them that the screen shows. */
int overlay_rows(const Editor *editor);
int overlay_shown_rows(const Editor *editor);
/* Some of the text is below what is shown. */
bool overlay_has_more(const Editor *editor);

/* Rows of a list to choose from, below the line that is typed. */
int overlay_list_rows(const Editor *editor);
/* Which answer of the question stands on a row of the screen; the count where there is none. */
size_t overlay_choice_at(const Editor *editor, int row);

/* Draws the question or the overlay that is open; false when there is none. */
bool overlay_draw(const Editor *editor, Surface *surface);

#endif
