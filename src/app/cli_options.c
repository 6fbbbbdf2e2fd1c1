/* The options of a call, by getopt_long() and the tables. */
#include "app/cli_options.h"

#include <getopt.h>
#include <string.h>

#include "bulletproof/base/nearest.h"

/* The options that every command has. */
enum { COMMON_QUIET, COMMON_COLOUR, COMMON_HELP, COMMON_VERSION, COMMON_COUNT };

static const CliOption common_options[] = {
    [COMMON_QUIET] = {"quiet", 'q', NULL, NULL, "say nothing but errors: the status tells"},
    [COMMON_COLOUR] = {"color", 0, "WHEN", "auto|always|never",
                       "colours; auto: on a terminal, unless NO_COLOR is set"},
    [COMMON_HELP] = {"help", 'h', NULL, NULL, "tell this"},
    [COMMON_VERSION] = {"version", 'V', NULL, NULL, "tell the version"},
    [COMMON_COUNT] = {0},
};

/* What getopt_long() gives for an option: its row behind one of these, or its letter. */
enum { CODE_COMMON = 1000, CODE_OWN = 2000 };

const CliOption *cli_common_options(void)
{
    return common_options;
}

typedef struct {
    struct option rows[CLI_MOST_OPTIONS + COMMON_COUNT + 1];
    char letters[3 * (CLI_MOST_OPTIONS + COMMON_COUNT) + 4];
    int count;
} Syntax;

bool cli_is_value(const CliCall *call, int row, const char *value)
{
    return call->values[row] && strcmp(call->values[row], value) == 0;
}

bool cli_value_is_optional(const CliOption *option)
{
    return option->value && option->value[0] == '[';
}

static const CliOption *option_of(const CliCommand *command, int code)
{
    return code >= CODE_OWN ? &command->options[code - CODE_OWN]
                            : &common_options[code - CODE_COMMON];
}

static void add_letter(Syntax *syntax, char letter, int has_value)
{
    static const char *const colons[] = {
        [no_argument] = "", [required_argument] = ":", [optional_argument] = "::"};
    size_t length = strlen(syntax->letters);
    syntax->letters[length] = letter;
    memcpy(syntax->letters + length + 1, colons[has_value], strlen(colons[has_value]) + 1);
}

static void add_rows(Syntax *syntax, const CliOption *options, int code)
{
    for (const CliOption *option = options; option->name; option++) {
        int has_value = cli_value_is_optional(option) ? optional_argument
                        : option->value               ? required_argument
                                                      : no_argument;
        syntax->rows[syntax->count++] = (struct option){option->name, has_value, NULL, code++};
        if (option->letter) {
            add_letter(syntax, option->letter, has_value);
        }
    }
}

/* "+": what follows the first operand is not the program's; ":": tell a missing value apart. */
static void describe(const CliCommand *command, Syntax *syntax)
{
    memset(syntax, 0, sizeof(*syntax));
    memcpy(syntax->letters, *command->name ? ":" : "+:", *command->name ? 1 : 2);
    add_rows(syntax, command->options, CODE_OWN);
    add_rows(syntax, common_options, CODE_COMMON);
}

/* A letter stands for the same option as its long name. */
static int code_of(const Syntax *syntax, const CliCommand *command, int code)
{
    if (code >= CODE_COMMON) {
        return code;
    }
    for (int i = 0; i < syntax->count; i++) {
        if (option_of(command, syntax->rows[i].val)->letter == code) {
            return syntax->rows[i].val;
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

static CliStatus check_choice(const CliCommand *command, const CliOption *option)
{
    if (!option->choices || is_choice(option->choices, optarg)) {
        return CLI_DONE;
    }
    Nearest nearest = nearest_to(view_of(optarg));
    nearest_try_choices(&nearest, option->choices);
    return cli_refuse(command, "--%s is one of %s, not \"%s\"%s", option->name, option->choices,
                      optarg, nearest_question(&nearest));
}

static CliColour colour_of(const char *name)
{
    return strcmp(name, "always") == 0  ? CLI_COLOUR_ALWAYS
           : strcmp(name, "never") == 0 ? CLI_COLOUR_NEVER
                                        : CLI_COLOUR_AUTO;
}

static void take_common(CliCall *call, int row)
{
    call->is_quiet = call->is_quiet || row == COMMON_QUIET;
    call->colour = row == COMMON_COLOUR ? colour_of(optarg) : call->colour;
    call->wanted = row == COMMON_HELP      ? CLI_WANT_HELP
                   : row == COMMON_VERSION ? CLI_WANT_VERSION
                                           : call->wanted;
}

static CliStatus take_option(CliCall *call, int code)
{
    const CliOption *option = option_of(call->command, code);
    const char *value = option->value ? optarg : "";
    CliStatus status = check_choice(call->command, option);
    if (status == CLI_DONE && code < CODE_OWN) {
        take_common(call, code - CODE_COMMON);
    } else if (status == CLI_DONE) {
        call->values[code - CODE_OWN] = value ? value : "";
    }
    return status;
}

/* --- Refusals --- */

static void try_options(Nearest *nearest, const CliOption *options)
{
    for (const CliOption *option = options; option->name; option++) {
        nearest_try(nearest, view_of(option->name));
    }
}

static bool begins_with(const CliOption *options, StrView name)
{
    for (const CliOption *option = options; option->name; option++) {
        if (view_equal(view_slice(view_of(option->name), 0, name.length), name)) {
            return true;
        }
    }
    return false;
}

/* "--name=value", or "-name" as some other programs have it. */
static CliStatus refuse_name(const CliCommand *command, const char *argument)
{
    StrView name = view_of(argument + strspn(argument, "-"));
    name = view_slice(name, 0, view_find(name, '='));
    Nearest nearest = nearest_to(name);
    try_options(&nearest, command->options);
    try_options(&nearest, common_options);
    bool is_start = begins_with(command->options, name) || begins_with(common_options, name);
    if (is_start) { /* of several, else it would do */
        return cli_refuse(command, "%s: more than one option begins so", argument);
    }
    StrBuf question = {0};
    if (nearest.name.length > 0) {
        strbuf_addf(&question, "; did you mean \"--%.*s\"?", VIEW_ARG(nearest.name));
    }
    CliStatus status =
        cli_refuse(command, "no such option: %s%s", argument, strbuf_text(&question));
    strbuf_done(&question);
    return status;
}

/* A letter may stand among others in one argument; a long option is one argument. getopt_long()
 * tells the code of an option that it knows. */
static CliStatus refuse_option(const CliCommand *command, int code, const char *argument)
{
    bool is_letter = optopt > ' ' && optopt < CODE_COMMON;
    if (code == ':') {
        return is_letter ? cli_refuse(command, "a value is missing after -%c", optopt)
                         : cli_refuse(command, "a value is missing after %s", argument);
    }
    if (optopt >= CODE_COMMON) {
        return cli_refuse(command, "--%s takes no value: %s", option_of(command, optopt)->name,
                          argument);
    }
    return is_letter ? cli_refuse(command, "no such option: -%c", optopt)
                     : refuse_name(command, argument);
}

/* A number behind an option whose value may be left out is that value, as with make's -j. */
static void take_number(const Syntax *syntax, const CliCommand *command, int code, int count,
                        char *arguments[])
{
    int known = code_of(syntax, command, code);
    bool is_open = known >= CODE_COMMON && cli_value_is_optional(option_of(command, known));
    if (is_open && !optarg && optind < count) {
        const char *next = arguments[optind];
        bool is_number = *next && strspn(next, "0123456789") == strlen(next);
        optarg = is_number ? arguments[optind++] : NULL;
    }
}

bool cli_take_options(CliCall *call, int count, char *arguments[], CliStatus *status)
{
    Syntax syntax;
    describe(call->command, &syntax);
    optind = 0; /* GNU's way to begin anew */
    opterr = 0;
    *status = CLI_DONE;
    for (int code; *status == CLI_DONE && (code = getopt_long(count, arguments, syntax.letters,
                                                              syntax.rows, NULL)) != -1;) {
        take_number(&syntax, call->command, code, count, arguments);
        *status = code == ':' || code == '?'
                      ? refuse_option(call->command, code, arguments[optind - 1])
                      : take_option(call, code_of(&syntax, call->command, code));
        if (call->wanted != CLI_WANT_RUN) {
            return true;
        }
    }
    call->operands = arguments + optind;
    call->operand_count = count - optind;
    return *status == CLI_DONE;
}
