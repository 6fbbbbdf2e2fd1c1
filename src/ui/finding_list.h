/* The findings that are open, in the order of the resume. */
#ifndef UI_FINDING_LIST_H
#define UI_FINDING_LIST_H

#include "ui/editor_state.h"

/* How many each section has. */
void finding_count_sections(const Editor *editor, size_t counts[NODE_KIND_COUNT]);
size_t finding_count_in_entry(const Editor *editor, const Node *entry);
/* The one that is shown for the cursor: about the words there, else about the item. NULL. */
const Finding *finding_in_hand(const Editor *editor);
/* The first one behind the cursor (step 1) or before it (-1), around the end; NULL: none. */
const Finding *finding_beside(const Editor *editor, int step);
/* The bullets to cut where there are too many pages, the weakest evidence first. Borrowed. */
const Finding *finding_cuts(const Editor *editor, size_t *count);
/* Whether it is about a node of the section in hand. */
bool finding_is_in_section(const Editor *editor, const Finding *finding, size_t section);

#endif
