/* What the line that is typed does while words are searched for and replaced. */
#ifndef UI_SEARCH_PROMPT_H
#define UI_SEARCH_PROMPT_H

#include "bulletproof/ui/editor.h"

/* Shows what answers to the text typed, from where the search began. */
void search_changed(Editor *editor);
/* To the next match (step above 0), or to the one before. */
bool search_step(Editor *editor, int step);
/* Stays where the match is; of a replacement, goes on to what comes in its place. */
bool search_take(Editor *editor);
/* Back to where one was. */
void search_leave(Editor *editor);

/* Begins to ask at each match. */
bool replacement_take(Editor *editor);

#endif
