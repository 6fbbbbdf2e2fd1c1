/* F1: the keys that work here and the topics of the guide, all searched by typing. */
#ifndef UI_HELP_H
#define UI_HELP_H

#include "ui/editor_state.h"
#include "ui/page_text.h"

void help_write(PageText *page, const Editor *editor);
/* A key that is typed to search for something; false when it is none. */
bool help_take_key(Editor *editor, Key key);
/* The topic of that name, or the keys when `name` is empty; false when there is none. */
bool help_turn_to(Editor *editor, StrView name);
/* To the topic `step` topics away, around the end. */
void help_turn(Editor *editor, int step);
/* Forgets what was searched for; false when nothing was. */
bool help_clear_search(Editor *editor);

#endif
