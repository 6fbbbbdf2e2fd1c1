/* Which variant of the resume is looked at. */
#ifndef UI_VARIANT_IN_HAND_H
#define UI_VARIANT_IN_HAND_H

#include "ui/editor_state.h"

/* Whether the variant in hand leaves the node out. */
bool variant_leaves_out(const Editor *editor, NodeId node);

#endif
