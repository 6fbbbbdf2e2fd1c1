/* What becomes of a letter or a paste, by where the keys go. */
#ifndef UI_TYPING_H
#define UI_TYPING_H

#include "bulletproof/ui/editor.h"

void typing_insert(Editor *editor, StrView letter);
void typing_paste(Editor *editor, StrView foreign);

#endif
