/* What the commands of one file do for those of another. */
#ifndef UI_PANE_COMMANDS_H
#define UI_PANE_COMMANDS_H

#include "bulletproof/ui/editor.h"

/* Answers to a question by their first letters. */
void question_choose_by_letter(Editor *editor, StrView letter);
/* Begins to write in a section, or in an entry of it when that is not NULL. */
void pane_go_to(Editor *editor, size_t section, const Node *entry);
/* The outline's bar goes to a row that there is. */
bool pane_go_to_outline_row(Editor *editor, size_t index);
/* Letters, or what was pasted, into the line that is typed. */
void prompt_type(Editor *editor, StrView foreign);
/* Whether a command does something with what the line that is open has found. */
bool prompt_offers(const Editor *editor, const char *command);
/* Closes that line without taking what it has found. */
void prompt_leave(Editor *editor);
/* Asks for the file that was named to be imported. */
bool import_take(Editor *editor);

#endif
