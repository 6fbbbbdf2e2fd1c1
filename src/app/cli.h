/* The command line: a table of commands and their options, from which parsing and help derive.
 * Knows no terminal: how the editor is shown comes in from outside. */
#ifndef APP_CLI_H
#define APP_CLI_H

#include <stdbool.h>

#include "app/app.h"
#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"

typedef enum {
    CLI_DONE,            /* done, and nothing to report */
    CLI_FOUND,           /* findings at or above the threshold, or differences */
    CLI_USAGE,           /* wrong usage, or input that cannot be read */
    CLI_NOT_WRITTEN,     /* output that could not be written */
    CLI_SIGNALLED = 128, /* and the number of the signal that ended it early, as shells have it */
} CliStatus;

/* Whether reports for people have colours. */
typedef enum {
    CLI_COLOUR_AUTO, /* on a terminal, unless the environment wants none */
    CLI_COLOUR_ALWAYS,
    CLI_COLOUR_NEVER,
} CliColour;

typedef struct {
    const char *name;    /* "format"; NULL ends a table */
    char letter;         /* 'o' of -o; 0: none */
    const char *value;   /* stands for the value in help; NULL: the option takes none. In brackets
                          * when it may be left out */
    const char *choices; /* the values there are, with bars between; NULL: any */
    const char *help;
} CliOption;

enum { CLI_MOST_OPTIONS = 16 };

/* What a call asks for: its command's work, or only to be told about it. */
typedef enum { CLI_WANT_RUN, CLI_WANT_HELP, CLI_WANT_VERSION } CliWanted;

typedef struct CliCommand CliCommand;

/* What the program can do only where it runs. */
typedef struct {
    /* Edits in the terminal until the user leaves. False when there is none. */
    bool (*edit)(App *app, CliColour colour, Diag *diag);
    /* What terminals of less show of a cell. */
    CellText as_ascii, as_mono;
} CliHost;

typedef struct {
    const CliCommand *command;
    const char *values[CLI_MOST_OPTIONS]; /* by row of the options; NULL: not given */
    char **operands;
    int operand_count;
    CliWanted wanted;
    bool is_quiet; /* nothing but errors */
    CliColour colour;
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
/* The options that every command has; ends with a row without a name. */
const CliOption *cli_common_options(void);
/* The commands, each in its own file. */
extern const CliCommand cli_edit, cli_check, cli_explain, cli_export, cli_new, cli_match, cli_terms,
    cli_variants, cli_guide, cli_completions, cli_import, cli_schema;

/* Edits the operand in the terminal, by the guided walkthrough where that is asked for. */
CliStatus cli_edit_in_terminal(const CliCall *call, bool is_guided);
/* Whether the option of that row was given with that value. */
bool cli_is_value(const CliCall *call, int row, const char *value);

/* To be called first: writing to a stream that is closed fails, and is told by its status. */
void cli_prepare_streams(void);
/* Prints to standard output; tells on standard error when that fails. */
CliStatus cli_print(StrView text);
/* The same for what --quiet keeps back. */
CliStatus cli_report(const CliCall *call, StrView text);
/* Prints "bulletproof: TEXT" on standard error and returns `status`. */
CliStatus cli_fail(CliStatus status, const Diag *diag, const char *file);
/* The same for what the call asks for, with the way to its help. */
CliStatus cli_refuse(const CliCommand *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What a piece of a report is; it says the same without its colour. */
typedef enum {
    CLI_STYLE_PLACE,
    CLI_STYLE_ERROR,
    CLI_STYLE_WARNING,
    CLI_STYLE_ADVICE,
    CLI_STYLE_FAINT,
} CliStyle;
/* Whether the report on standard output is to have colours. */
bool cli_has_colour(const CliCall *call);
void cli_add_styled(StrBuf *out, bool has_colour, CliStyle style, const char *text);

/* Today, or the day that SOURCE_DATE_EPOCH names
 * (https://reproducible-builds.org/specs/source-date-epoch/): the same output on any day. */
Date cli_today(void);

/* Appends the help of a command; of the program itself, with all commands. */
void cli_add_help(StrBuf *out, const CliCommand *command);

#endif
