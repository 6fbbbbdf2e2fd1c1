/* How a line that is typed looks, and the match in hand. */
#ifndef UI_PROMPT_DRAW_H
#define UI_PROMPT_DRAW_H

#include "ui/editor_state.h"
#include "ui/shown_piece.h"

/* The label, the line with the cursor, and a note at the right edge. */
void prompt_draw(const Prompt *prompt, const char *label, const char *note, Strip strip,
                 Surface *surface);
/* Marks the row of a list that is chosen. Screen readers read where the cursor is: for them it
 * goes there from the line that is typed, unless that is the first row. */
void prompt_mark_row(const Editor *editor, Area line, Surface *surface);
/* A line that is typed while the resume is in sight, or the question of a replacement; false when
 * neither is open. */
bool prompt_draw_line(const Editor *editor, Strip strip, Surface *surface);
/* Marks the match in hand in a piece of the form. */
void search_paint(const Editor *editor, const ShownPiece *at);

#endif
