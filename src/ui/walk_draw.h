/* The screen of the walkthrough: one question, why it is asked, the answer, what it makes. */
#ifndef UI_WALK_DRAW_H
#define UI_WALK_DRAW_H

#include "ui/editor_state.h"

void walk_draw(const Editor *editor, Area area, Surface *surface);
/* Which answer stands on a row of the screen, drawn in `area`; false where there is none. */
bool walk_choice_at(const Editor *editor, Area area, int row, size_t *choice);
/* Columns in which the answer is wrapped. */
int walk_answer_columns(const Editor *editor);

#endif
