/* The list of sections, with the entries of the one in hand. */
#ifndef UI_OUTLINE_H
#define UI_OUTLINE_H

#include "ui/editor_state.h"

/* One row: a section, or an entry of it. */
typedef struct {
    size_t section;
    const Node *entry; /* NULL: the section itself */
} OutlineRow;

size_t outline_count(const Editor *editor);
OutlineRow outline_row(const Editor *editor, size_t index);
/* The row that is in hand. */
size_t outline_index(const Editor *editor);

void outline_draw(const Editor *editor, Area area, Surface *surface);

#endif
