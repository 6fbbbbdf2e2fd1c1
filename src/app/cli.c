#include "config.h"

#include "app/cli.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/cli_options.h"
#include "bulletproof/base/nearest.h"

static const CliCommand *const all_commands[] = {
    &cli_edit,     &cli_export, &cli_check,  &cli_explain,     &cli_new,    &cli_match, &cli_terms,
    &cli_variants, &cli_guide,  &cli_import, &cli_completions, &cli_schema, NULL};

const CliCommand *const *cli_commands(void)
{
    return all_commands;
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

static Nearest nearest_command(const char *typed)
{
    Nearest nearest = nearest_to(view_of(typed));
    for (const CliCommand *const *next = all_commands + 1; *next; next++) {
        nearest_try(&nearest, view_of((*next)->name));
    }
    return nearest;
}

/* A new resume would be begun under the name of a command mistyped. With a dot or a slash in it the
 * name is surely a file's. */
static bool is_mistyped_command(const CliCall *call, Nearest *nearest)
{
    if (*call->command->name || call->operand_count == 0) {
        return false;
    }
    const char *first = call->operands[0];
    *nearest = nearest_command(first);
    return nearest->name.length > 0 && !strpbrk(first, "./") && access(first, F_OK) != 0;
}

static CliStatus refuse_operands(const CliCall *call)
{
    const CliCommand *command = call->command;
    Nearest nearest;
    if (is_mistyped_command(call, &nearest)) {
        return cli_refuse(command, "no such command or file: \"%s\"%s", call->operands[0],
                          nearest_question(&nearest));
    }
    if (call->operand_count < command->least) {
        return cli_refuse(command, "%s is missing", command->operands);
    }
    if (call->operand_count > command->most) {
        return cli_refuse(command, "one too many: \"%s\"", call->operands[command->most]);
    }
    return CLI_DONE;
}

/* Another command, which the first operand names. What every command has may stand before it. */
static CliStatus run_named(const CliCall *call, const CliCommand *other)
{
    for (int row = 0; call->command->options[row].name; row++) {
        if (call->values[row]) {
            return cli_refuse(other, "--%s stands before \"%s\", whose option it is not",
                              call->command->options[row].name, other->name);
        }
    }
    CliCall inner = {
        .command = other, .is_quiet = call->is_quiet, .colour = call->colour, .host = call->host};
    return run_command(&inner, call->operand_count, call->operands);
}

static CliStatus run_operands(CliCall *call)
{
    const CliCommand *command = call->command;
    const CliCommand *other =
        !*command->name && call->operand_count > 0 ? find_command(call->operands[0]) : NULL;
    if (other) {
        return run_named(call, other);
    }
    CliStatus status = refuse_operands(call);
    return status == CLI_DONE ? command->run(call) : status;
}

static CliStatus run_command(CliCall *call, int count, char *arguments[])
{
    CliStatus status;
    if (!cli_take_options(call, count, arguments, &status)) {
        return status;
    }
    switch (call->wanted) {
    case CLI_WANT_HELP:
        return tell_help(call->command);
    case CLI_WANT_VERSION:
        return cli_print(view_of(PACKAGE_STRING "\n"));
    case CLI_WANT_RUN:
        break;
    }
    return run_operands(call);
}

int cli_main(int count, char *arguments[], const CliHost *host)
{
    cli_prepare_streams();
    CliCall call = {.command = &cli_edit, .host = host};
    return (int)run_command(&call, count, arguments);
}
