/* The one language of named commands: keys, footer, help, scripts and tests all read this table.
 * What a command does is the editor's; what it is called, and where it works, stands here. */
#ifndef BULLETPROOF_UI_COMMAND_H
#define BULLETPROOF_UI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/strview.h"
#include "bulletproof/ui/key.h"

/* Where the keys go. */
typedef enum {
    CONTEXT_OUTLINE = 1,   /* the list of sections */
    CONTEXT_FIELD = 2,     /* a text that is being written */
    CONTEXT_READING = 4,   /* help, or the reason of a finding */
    CONTEXT_CHOICE = 8,    /* a question with answers to choose from */
    CONTEXT_WALK = 16,     /* an answer in the guided walkthrough */
    CONTEXT_PROMPT = 32,   /* a line that is typed to find something */
    CONTEXT_REPLACE = 64,  /* the question at each match of a replacement */
    CONTEXT_COMMAND = 128, /* a text, while letters are commands (vi-style keys) */
} Context;

enum {
    CONTEXT_PANES = CONTEXT_OUTLINE | CONTEXT_FIELD,
    CONTEXT_TYPED = CONTEXT_PROMPT | CONTEXT_REPLACE,
    CONTEXT_ANY = CONTEXT_PANES | CONTEXT_READING | CONTEXT_CHOICE | CONTEXT_WALK | CONTEXT_TYPED,
};

typedef struct Editor Editor;

typedef struct {
    const char *name;  /* "save" */
    const char *keys;  /* names of keys with blanks between; one of them Esc and a letter */
    unsigned contexts; /* Context, or-ed */
    const char *label; /* one or two words, for the footer */
    const char *help;  /* one line */
    /* False when there was nothing to do here. */
    bool (*run)(Editor *editor);
} Command;

const Command *commands(size_t *count);
/* NULL when there is no such command. */
const Command *command_find(StrView name);

/* Which key runs which command. Defaults come from the table; settings may add to them. */
typedef struct {
    Key key;
    unsigned contexts;
    const Command *command; /* borrowed */
} Binding;

/* Start with `Keymap keymap = {0};`. */
typedef struct {
    Binding *items; /* owned */
    size_t count, capacity;
} Keymap;

void keymap_add_defaults(Keymap *keymap);
void keymap_done(Keymap *keymap);
/* The command has these keys and no others. */
void keymap_set(Keymap *keymap, const Command *command, const Key keys[], size_t count);
/* Letters for commands, as vi has them. */
void keymap_add_vi(Keymap *keymap);
/* Two bindings of one key in one place to two commands; false when there are none. */
bool keymap_find_clash(const Keymap *keymap, const Binding **one, const Binding **other);
void keymap_copy(Keymap *keymap, const Keymap *from);
/* What is bound later wins. */
void keymap_bind(Keymap *keymap, Key key, const Command *command);
/* NULL when the key does nothing there. */
const Command *keymap_find(const Keymap *keymap, Context context, Key key);
/* The first key of a command, as default keys name it first; false when it has none. */
bool keymap_key_of(const Keymap *keymap, const Command *command, Key *key);
/* The keys that run a command now, as many as there is room for; returns how many. */
size_t keymap_keys_of(const Keymap *keymap, const Command *command, Key keys[], size_t most);

#endif
