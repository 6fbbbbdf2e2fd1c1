/* The screen of the walkthrough: one question, why it is asked, the answer, what it makes. */
#ifndef UI_WALK_DRAW_H
#define UI_WALK_DRAW_H

#include "ui/editor_state.h"

void walk_draw(const Editor *editor, Area area, Surface *surface);
/* Columns in which the answer is wrapped. */
int walk_answer_columns(const Editor *editor);

#endif
