/* Keys by their names, for suites that drive an editor. */
#ifndef UNIT_PRESS_H
#define UNIT_PRESS_H

#include "bulletproof/ui/editor.h"

/* Presses keys that stand apart by blanks: "Down C-k F8". */
void press_keys(Editor *editor, const char *keys);

#endif
