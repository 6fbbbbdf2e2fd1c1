#include "app/cli.h"

#include <string.h>

#include "app/cli_options.h"

enum { HELP_COLUMN = 30, USAGE_COLUMNS = 79, USAGE_INDENT = 9 };

static void add_padded(StrBuf *out, size_t start, const char *text)
{
    size_t used = out->length - start;
    if (used + 2 > HELP_COLUMN) {
        strbuf_add_char(out, '\n');
        used = 0;
    }
    strbuf_add_repeated(out, ' ', HELP_COLUMN - used);
    strbuf_addf(out, "%s\n", text);
}

static void add_option(StrBuf *out, const CliOption *option)
{
    size_t start = out->length;
    strbuf_add(out, "  ");
    if (option->letter) {
        strbuf_addf(out, "-%c, ", option->letter);
    }
    strbuf_addf(out, "--%s", option->name);
    if (cli_value_is_optional(option)) {
        strbuf_addf(out, "[=%s", option->value + 1);
    } else if (option->value) {
        strbuf_addf(out, "=%s", option->choices ? option->choices : option->value);
    }
    add_padded(out, start, option->help);
}

static void add_options(StrBuf *out, const CliCommand *command)
{
    strbuf_add(out, "\nOptions:\n");
    for (const CliOption *option = command->options; option->name; option++) {
        add_option(out, option);
    }
    for (const CliOption *option = cli_common_options(); option->name; option++) {
        add_option(out, option);
    }
}

/* "[-o OUT]", "[--format=FORMAT]", "[-j[N]]". */
static void add_usage_option(StrBuf *out, const CliOption *option)
{
    bool is_apart = option->letter && !cli_value_is_optional(option);
    if (option->letter) {
        strbuf_addf(out, "[-%c", option->letter);
    } else {
        strbuf_addf(out, "[--%s", option->name);
    }
    strbuf_addf(out, "%s%s]",
                option->value ? is_apart         ? " "
                                : option->letter ? ""
                                                 : "="
                              : "",
                option->value ? option->value : "");
}

/* Begins a new line where the word has no room in this one. */
static void add_usage_word(StrBuf *out, size_t *line_start, StrView word)
{
    bool has_room = out->length - *line_start + 1 + word.length <= USAGE_COLUMNS;
    strbuf_add_char(out, has_room ? ' ' : '\n');
    if (!has_room) {
        *line_start = out->length;
        strbuf_add_repeated(out, ' ', USAGE_INDENT);
    }
    strbuf_add_view(out, word);
}

static void add_usage(StrBuf *out, const CliCommand *command)
{
    size_t line_start = out->length;
    strbuf_addf(out, "Usage: bulletproof%s%s", *command->name ? " " : "", command->name);
    for (const CliOption *option = command->options; option->name; option++) {
        StrBuf word = {0};
        add_usage_option(&word, option);
        add_usage_word(out, &line_start, strbuf_view(&word));
        strbuf_done(&word);
    }
    if (*command->operands) {
        add_usage_word(out, &line_start, view_of(command->operands));
    }
    strbuf_add_char(out, '\n');
}

static void add_commands(StrBuf *out)
{
    strbuf_add(out, "\nCommands:\n");
    for (const CliCommand *const *next = cli_commands() + 1; *next; next++) {
        size_t start = out->length;
        strbuf_addf(out, "  %s %s", (*next)->name, (*next)->operands);
        add_padded(out, start, (*next)->summary);
    }
    strbuf_add(out, "\n\"bulletproof COMMAND --help\" tells more about each.\n");
}

static void add_statuses(StrBuf *out)
{
    strbuf_add(out,
               "\nExit status: 0 done, nothing to report; 1 findings or differences; 2 wrong usage"
               " or\nunreadable input; 3 output not written.\n");
}

static void add_indented(StrBuf *out, const char *lines)
{
    StrView rest = view_of(lines), line;
    while (view_next_line(&rest, &line)) {
        strbuf_addf(out, "  %.*s\n", VIEW_ARG(line));
    }
}

void cli_add_help(StrBuf *out, const CliCommand *command)
{
    bool is_program = !*command->name;
    add_usage(out, command);
    if (is_program) {
        strbuf_add(out, "       bulletproof COMMAND ...\n");
    }
    strbuf_addf(out, "\n%s\n", command->details);
    if (is_program) {
        add_commands(out);
    }
    add_options(out, command);
    strbuf_add(out, "\nExamples:\n");
    add_indented(out, command->examples);
    add_statuses(out);
}
