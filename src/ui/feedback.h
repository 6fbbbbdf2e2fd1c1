/* What the checker says about the text in hand, as the screen tells it. */
#ifndef UI_FEEDBACK_H
#define UI_FEEDBACK_H

#include "ui/editor_state.h"

Role verdict_role(Verdict verdict);
Role severity_role(Severity severity);
Role slot_role(Slot slot);

/* The meter, the verdict and the next question, in the rows kept free under the text. */
void feedback_draw(const Editor *editor, Area area, Surface *surface);
/* The meter and the verdict alone. */
void feedback_draw_meter(const Editor *editor, Strip strip, Surface *surface);
/* The same in one row, for screens that have no more. */
void feedback_draw_row(const Editor *editor, Strip strip, Surface *surface);
/* Gives the words of a piece of the text in hand the roles of their slots and faults. */
void feedback_paint_words(const Editor *editor, const Piece *piece, Strip shown, Surface *surface);

#endif
