/* A front end without a terminal: keys come from the lines of a script, screens are kept to be
 * printed or compared. The loop cannot tell it from a terminal. Knows no command of the editor.
 *
 *     size 80x24      the size of the screen from here on
 *     open FILE       the same as: run open FILE
 *     key C-s Down    keys, by their names
 *     type TEXT       the rest of the line, character by character
 *     paste TEXT      the same at once; \n is a line end, \t a tab, \e Esc, \\ a backslash
 *     run COMMAND …   a command of the editor, with its argument
 *     screen          prints the screen
 *     roles           prints a letter for the meaning of each cell
 *     expect FILE     compares the screen with FILE, beside the script: FILE.roles with the roles,
 *                     FILE.ascii and FILE.mono with what is left without UTF-8 and without colour
 *     # …             says something to the reader */
#ifndef APP_SCRIPT_H
#define APP_SCRIPT_H

#include <stdbool.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"
#include "bulletproof/ui/front_end.h"

typedef struct Script Script;

typedef struct {
    const char *path;           /* the script's own, borrowed: `expect` looks in its folder */
    StrView text;               /* borrowed */
    StrBuf *out;                /* what `screen` and `roles` print is added here; borrowed */
    CellText as_ascii, as_mono; /* NULL: cannot be told */
    bool is_updating;           /* `expect` writes its file instead of comparing */
} ScriptSource;

Script *script_new(const ScriptSource *source);
void script_free(Script *script);
/* Borrowed; lives as long as the script. The events end where a line fails. */
FrontEnd *script_front_end(Script *script);
/* False, with the script's line in the diagnostic, when a line has failed. */
bool script_result(const Script *script, Diag *diag);
/* The line, from 1, of the event that was taken last. */
unsigned script_line(const Script *script);

#endif
