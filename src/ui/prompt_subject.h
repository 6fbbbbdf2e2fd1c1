/* What a typed line is about. */
#ifndef UI_PROMPT_SUBJECT_H
#define UI_PROMPT_SUBJECT_H

#include "ui/editor_state.h"

/* Opens a line about something that has that name (NULL: nothing); copied. */
void prompt_about(Editor *editor, PromptKind kind, const char *subject);
/* The same for another name of it, which is there to be changed. */
void prompt_rename(Editor *editor, PromptKind kind, const char *name);

#endif
