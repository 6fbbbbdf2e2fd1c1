/* The last rows: what the program says, what is missing in the text in hand, the keys that work. */
#ifndef UI_STATUS_H
#define UI_STATUS_H

#include "ui/editor_state.h"

void status_draw(const Editor *editor, Area area, Surface *surface);
/* The only such row of a tiny screen: the meter, unless there is something to say. */
void status_draw_tiny(const Editor *editor, Area area, Surface *surface);
/* The note about the pages, on the row of a rule. */
void status_draw_note(const Editor *editor, int row, Surface *surface);
/* The keys that work here; the note before them where there are no rules. */
void footer_draw(const Editor *editor, Area area, Surface *surface);
/* The command whose key is named there; NULL: none is. */
const Command *footer_command_at(const Editor *editor, Area area, int column);

#endif
