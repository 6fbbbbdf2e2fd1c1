/* What a waiver does to other commands: Enter leads back from its reason, and one that is left
 * without a reason goes again. */
#ifndef UI_WAIVER_COMMANDS_H
#define UI_WAIVER_COMMANDS_H

#include "ui/editor_state.h"

/* From the reason of a waiver back to what it waives. False when the cursor is in none. */
bool waiver_leave(Editor *editor);
/* Takes away the waiver `left` that was just made when the cursor has left it without a reason.
 * True when it did. */
bool waiver_tidy(Editor *editor, NodeId left);

#endif
