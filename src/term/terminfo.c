#include "term/terminfo.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

typedef enum {
    TERMINFO_UNKNOWN,
    TERMINFO_POOR, /* known, but it cannot move the cursor */
    TERMINFO_GOOD,
} TerminfoWorth;

static TerminfoWorth judge(const char *name)
{
    enum { HARD_COPY = 1 };
    int status = 0;
    if (setupterm(name, STDOUT_FILENO, &status) != OK) {
        return status == HARD_COPY ? TERMINFO_POOR : TERMINFO_UNKNOWN;
    }
    const char *move = tigetstr("cup");
    bool can_move = move && move != (const char *)-1;
    del_curterm(cur_term);
    return can_move ? TERMINFO_GOOD : TERMINFO_POOR;
}

/* New terminals (kitty, ghostty, foot …) take xterm's sequences; a terminal without a name gets
 * only what all have. */
static const char *first_known(const char *const names[])
{
    for (size_t i = 0; names[i]; i++) {
        if (judge(names[i]) == TERMINFO_GOOD) {
            return names[i];
        }
    }
    return NULL;
}

const char *terminfo_choose(Diag *diag)
{
    static const char *const near[] = {"xterm-256color", "xterm", "vt100", "ansi", NULL};
    static const char *const least[] = {"vt100", "ansi", "xterm", NULL};
    const char *name = getenv("TERM");
    bool is_named = name && *name;
    TerminfoWorth worth = is_named ? judge(name) : TERMINFO_UNKNOWN;
    if (worth == TERMINFO_GOOD) {
        return name;
    }
    if (worth == TERMINFO_POOR) {
        diag_fail(diag, DIAG_USAGE, "the terminal \"%s\" cannot show screens", name);
        return NULL;
    }
    const char *stand_in = first_known(is_named ? near : least);
    if (!stand_in) {
        diag_fail(diag, DIAG_USAGE, "no description of the terminal \"%s\" is installed",
                  is_named ? name : "");
    }
    return stand_in;
}

bool terminfo_is_bare(const char *name)
{
    static const char *const bare[] = {"dumb", "linux", "vt", "ansi", "unknown",
                                       "cons", "sun",   "wy", "eterm"};
    if (!name) {
        return true;
    }
    for (size_t i = 0; i < sizeof(bare) / sizeof(bare[0]); i++) {
        if (strncmp(name, bare[i], strlen(bare[i])) == 0) {
            return true;
        }
    }
    return false;
}

/* tputs() gives bytes to a function without an argument of ours. */
static struct {
    char *bytes; /* borrowed */
    size_t count, limit;
} sink;

static int sink_put(int byte)
{
    if (sink.count < sink.limit) {
        sink.bytes[sink.count++] = (char)byte;
    }
    return byte;
}

size_t terminfo_farewell(char *out, size_t limit)
{
    static const char *const names[] = {"rmkx", "sgr0", "op", "cnorm", "rmcup"};
    sink.bytes = out;
    sink.count = 0;
    sink.limit = limit;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *sequence = tigetstr(names[i]);
        if (sequence && sequence != (const char *)-1) {
            tputs(sequence, 1, sink_put);
        }
    }
    return sink.count;
}
