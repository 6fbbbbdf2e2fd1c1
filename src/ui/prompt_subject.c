#include "ui/prompt_subject.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"

void prompt_about(Editor *editor, PromptKind kind, const char *subject)
{
    char *copy = subject ? xstrdup(subject) : NULL;
    free(editor->state.subject);
    editor->state.subject = copy;
    prompt_open(&editor->state.prompt, kind);
}

void prompt_rename(Editor *editor, PromptKind kind, const char *name)
{
    prompt_about(editor, kind, name);
    prompt_insert(&editor->state.prompt, view_of(editor->state.subject));
}
