/* Variants as rows to choose from: which is in hand, what each leaves out; making, renaming and
 * removing them, and what one has otherwise than another. */
#ifndef UI_VARIANT_ROWS_H
#define UI_VARIANT_ROWS_H

#include "ui/editor_state.h"

/* What is done with the variant that is chosen. */
bool variant_differ(Editor *editor);
bool variant_edit(Editor *editor);
bool variant_rename(Editor *editor);
bool variant_remove(Editor *editor);

#endif
