#include "ui/command_list.h"

#define COUNT_OF(items) (sizeof(items) / sizeof((items)[0]))

/* Short names for the column "contexts" of the table. */
enum {
    ANY = CONTEXT_ANY,
    PANES = CONTEXT_PANES,
    OUTLINE = CONTEXT_OUTLINE,
    FIELD = CONTEXT_FIELD,
    READING = CONTEXT_READING,
    CHOICE = CONTEXT_CHOICE,
    PROMPT = CONTEXT_PROMPT,
    REPLACE = CONTEXT_REPLACE,
    WALK = CONTEXT_WALK,
    COMMAND = CONTEXT_COMMAND,
};

/* "" in front lets only string literals through: neither NULL nor nothing is a help text. */
/* clang-format off */
#define X(handler, name, keys, contexts, label, help)                \
    _Static_assert(sizeof("" keys) > 1, name " has no key");         \
    _Static_assert(sizeof("" label) > 1, name " has no label");      \
    _Static_assert(sizeof("" help) > 1, name " has no help text");
#define G(id, title) COMMANDS_OF_##id(X)
COMMAND_GROUPS(G)
#undef X

#define X(handler, name, keys, contexts, label, help) \
    {name, keys, (unsigned)(contexts), label, help, command_##handler},
static const Command table[] = {COMMAND_GROUPS(G)};
#undef G
#undef X

#define X(handler, name, keys, contexts, label, help) +1
#define G(id, title) ROWS_OF_##id = 0 COMMANDS_OF_##id(X),
enum { COMMAND_GROUPS(G) };
#undef G
#undef X
/* clang-format on */

const Command *commands(size_t *count)
{
    *count = COUNT_OF(table);
    return table;
}

const Command *command_find(StrView name)
{
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        if (name.length > 0 && name.data[0] == table[i].name[0] && view_is(name, table[i].name)) {
            return &table[i];
        }
    }
    return NULL;
}

const CommandGroup *command_groups(size_t *count)
{
    /* where each group's rows begin in the table */
    enum {
        START_FILE = 0,
        START_HELP = START_FILE + ROWS_OF_FILE,
        START_PANES = START_HELP + ROWS_OF_HELP,
        START_CURSOR = START_PANES + ROWS_OF_PANES,
        START_SEARCH = START_CURSOR + ROWS_OF_CURSOR,
        START_TEXT = START_SEARCH + ROWS_OF_SEARCH,
        START_ITEMS = START_TEXT + ROWS_OF_TEXT,
        START_WALK = START_ITEMS + ROWS_OF_ITEMS,
        START_READING = START_WALK + ROWS_OF_WALK,
        START_PROMPT = START_READING + ROWS_OF_READING,
        START_LETTERS = START_PROMPT + ROWS_OF_PROMPT,
    };
    static const CommandGroup groups[] = {
#define G(id, title) {title, table + START_##id, ROWS_OF_##id},
        COMMAND_GROUPS(G)
#undef G
    };
    *count = COUNT_OF(groups);
    return groups;
}
