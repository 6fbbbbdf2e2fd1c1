#include "config.h"

#include "app/cli.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Codes of options that every command has; a command's own are its rows. */
enum {
    CODE_HELP = 1000,
    CODE_VERSION,
};

static const CliCommand *const all_commands[] = {&cli_edit,  &cli_export, &cli_check, &cli_explain,
                                                 &cli_new,   &cli_match,  &cli_terms, &cli_variants,
                                                 &cli_guide, NULL};

const CliCommand *const *cli_commands(void)
{
    return all_commands;
}

CliStatus cli_print(StrView text)
{
    if (fwrite(text.data, 1, text.length, stdout) == text.length && fflush(stdout) == 0) {
        return CLI_DONE;
    }
    fprintf(stderr, "bulletproof: standard output: %s\n", strerror(errno));
    return CLI_NOT_WRITTEN;
}

CliStatus cli_fail(CliStatus status, const Diag *diag, const char *file)
{
    char *text = diag_describe(diag, file);
    fprintf(stderr, "bulletproof: %s\n", text);
    free(text);
    return status;
}

CliStatus cli_refuse(const CliCommand *command, const char *format, ...)
{
    va_list args;
    StrBuf text = {0};
    Diag diag = {0};
    va_start(args, format);
    strbuf_vaddf(&text, format, args);
    va_end(args);
    diag_fail(&diag, DIAG_USAGE, "%s", strbuf_text(&text));
    strbuf_done(&text);
    fprintf(stderr, "bulletproof: %s\nTry \"bulletproof%s%s --help\".\n", diag.text,
            *command->name ? " " : "", command->name);
    return CLI_USAGE;
}

Date cli_today(void)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    time_t now = fixed ? (time_t)strtoll(fixed, NULL, 10) : time(NULL);
    struct tm parts;
    if (!(fixed ? gmtime_r(&now, &parts) : localtime_r(&now, &parts))) {
        return (Date){0, 0, 0};
    }
    return (Date){parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

/* --- Options --- */

typedef struct {
    struct option rows[CLI_MOST_OPTIONS + 3];
    char letters[2 * CLI_MOST_OPTIONS + 8];
} Syntax;

static void add_letter(Syntax *syntax, char letter, bool has_value)
{
    size_t length = strlen(syntax->letters);
    syntax->letters[length++] = letter;
    syntax->letters[length] = has_value ? ':' : '\0';
}

/* "+": what follows the first operand is not the program's; ":": tell a missing value apart. */
static void describe(const CliCommand *command, Syntax *syntax)
{
    memset(syntax, 0, sizeof(*syntax));
    memcpy(syntax->letters, *command->name ? ":" : "+:", *command->name ? 1 : 2);
    int count = 0;
    for (const CliOption *option = command->options; option->name; option++, count++) {
        int has_value = option->value ? required_argument : no_argument;
        syntax->rows[count] = (struct option){option->name, has_value, NULL, count};
        if (option->letter) {
            add_letter(syntax, option->letter, option->value != NULL);
        }
    }
    syntax->rows[count++] = (struct option){"help", no_argument, NULL, CODE_HELP};
    add_letter(syntax, 'h', false);
    if (!*command->name) {
        syntax->rows[count] = (struct option){"version", no_argument, NULL, CODE_VERSION};
        add_letter(syntax, 'V', false);
    }
}

/* A letter stands for the same row as its long name, whose code is the row itself. */
static int row_of(const CliCommand *command, int code)
{
    if (code == 'h' || code == 'V') {
        return code == 'h' ? CODE_HELP : CODE_VERSION;
    }
    for (int row = 0; command->options[row].name; row++) {
        if (code != 0 && command->options[row].letter == code) {
            return row;
        }
    }
    return code;
}

static bool is_choice(const char *choices, const char *value)
{
    StrView rest = view_of(choices);
    while (rest.length > 0) {
        size_t end = view_find(rest, '|');
        if (view_is(view_slice(rest, 0, end), value)) {
            return true;
        }
        rest = view_slice(rest, end + 1, rest.length);
    }
    return false;
}

static CliStatus take_option(CliCall *call, int row)
{
    const CliOption *option = &call->command->options[row];
    if (option->choices && !is_choice(option->choices, optarg)) {
        return cli_refuse(call->command, "--%s is one of %s, not \"%s\"", option->name,
                          option->choices, optarg);
    }
    call->values[row] = option->value ? optarg : "";
    return CLI_DONE;
}

static CliStatus tell_help(const CliCommand *command)
{
    StrBuf out = {0};
    cli_add_help(&out, command);
    CliStatus status = cli_print(strbuf_view(&out));
    strbuf_done(&out);
    return status;
}

static CliStatus run_command(CliCall *call, int count, char *arguments[]);

static const CliCommand *find_command(const char *name)
{
    for (const CliCommand *const *next = all_commands + 1; *next; next++) {
        if (strcmp((*next)->name, name) == 0) {
            return *next;
        }
    }
    return NULL;
}

/* With the options taken: another command that the first operand names, or this one. */
static CliStatus run_operands(CliCall *call, int count, char *arguments[])
{
    const CliCommand *command = call->command;
    const CliCommand *other =
        !*command->name && optind < count ? find_command(arguments[optind]) : NULL;
    if (other) {
        CliCall inner = {.command = other, .host = call->host};
        int first = optind;
        optind = 0; /* GNU's way to begin anew */
        return run_command(&inner, count - first, arguments + first);
    }
    call->operands = arguments + optind;
    call->operand_count = count - optind;
    if (call->operand_count < command->least) {
        return cli_refuse(command, "%s is missing", command->operands);
    }
    if (call->operand_count > command->most) {
        return cli_refuse(command, "one too many: \"%s\"", call->operands[command->most]);
    }
    return command->run(call);
}

/* A letter may stand among others in one argument; a long option is one argument. */
static CliStatus refuse_option(const CliCommand *command, int code, const char *argument)
{
    const char *problem = code == ':' ? "a value is missing after" : "no such option:";
    if (optopt > ' ' && optopt < CODE_HELP) {
        return cli_refuse(command, "%s -%c", problem, optopt);
    }
    return cli_refuse(command, "%s %s", problem, argument);
}

static CliStatus run_command(CliCall *call, int count, char *arguments[])
{
    Syntax syntax;
    describe(call->command, &syntax);
    opterr = 0;
    for (int code;
         (code = getopt_long(count, arguments, syntax.letters, syntax.rows, NULL)) != -1;) {
        int row = row_of(call->command, code);
        if (code == ':' || code == '?') {
            return refuse_option(call->command, code, arguments[optind - 1]);
        }
        if (row == CODE_HELP) {
            return tell_help(call->command);
        }
        if (row == CODE_VERSION) {
            return cli_print(view_of(PACKAGE_STRING "\n"));
        }
        CliStatus status = take_option(call, row);
        if (status != CLI_DONE) {
            return status;
        }
    }
    return run_operands(call, count, arguments);
}

int cli_main(int count, char *arguments[], const CliHost *host)
{
    CliCall call = {.command = &cli_edit, .host = host};
    return (int)run_command(&call, count, arguments);
}
