/* Answers to a question by their first letters. */
#ifndef UI_PANE_COMMANDS_H
#define UI_PANE_COMMANDS_H

#include "bulletproof/ui/editor.h"

void question_choose_by_letter(Editor *editor, StrView letter);

#endif
