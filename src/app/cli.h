/* The command line: a table of commands and their options, from which parsing and help derive.
 * Knows no terminal: how the editor is shown comes in from outside. */
#ifndef APP_CLI_H
#define APP_CLI_H

#include <stdbool.h>

#include "app/app.h"
#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"

typedef enum {
    CLI_DONE,        /* done, and nothing to report */
    CLI_FOUND,       /* findings at or above the threshold, or differences */
    CLI_USAGE,       /* wrong usage, or input that cannot be read */
    CLI_NOT_WRITTEN, /* output that could not be written */
} CliStatus;

typedef struct {
    const char *name;    /* "format"; NULL ends a table */
    char letter;         /* 'o' of -o; 0: none */
    const char *value;   /* stands for the value in help; NULL: the option takes none */
    const char *choices; /* the values there are, with bars between; NULL: any */
    const char *help;
} CliOption;

enum { CLI_MOST_OPTIONS = 8 };

typedef struct CliCommand CliCommand;

/* What the program can do only where it runs. */
typedef struct {
    /* Edits in the terminal until the user leaves. False when there is none. */
    bool (*edit)(App *app, Diag *diag);
} CliHost;

typedef struct {
    const CliCommand *command;
    const char *values[CLI_MOST_OPTIONS]; /* by row of the options; NULL: not given */
    char **operands;
    int operand_count;
    const CliHost *host;
} CliCall;

struct CliCommand {
    const char *name;     /* "": the program itself */
    const char *operands; /* as help names them */
    int least, most;      /* how many */
    const char *summary;  /* one line */
    const char *details;  /* lines, for its own help */
    const char *examples; /* lines */
    const CliOption *options;
    CliStatus (*run)(const CliCall *call);
};

int cli_main(int count, char *arguments[], const CliHost *host);

/* All commands, the program itself first; ends with a NULL. */
const CliCommand *const *cli_commands(void);
/* The commands, each in its own file. */
extern const CliCommand cli_edit, cli_check, cli_explain, cli_export, cli_new, cli_match, cli_terms,
    cli_variants, cli_guide;

/* Edits the operand in the terminal, by the guided walkthrough where that is asked for. */
CliStatus cli_edit_in_terminal(const CliCall *call, bool is_guided);
/* Prints to standard output; tells on standard error when that fails. */
CliStatus cli_print(StrView text);
/* Prints "bulletproof: TEXT" on standard error and returns `status`. */
CliStatus cli_fail(CliStatus status, const Diag *diag, const char *file);
/* The same for what the call asks for, with the way to its help. */
CliStatus cli_refuse(const CliCommand *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Today, or the day that SOURCE_DATE_EPOCH names
 * (https://reproducible-builds.org/specs/source-date-epoch/): the same output on any day. */
Date cli_today(void);

/* Appends the help of a command; of the program itself, with all commands. */
void cli_add_help(StrBuf *out, const CliCommand *command);

#endif
