/* What a command says, and where: reports on standard output, all else on standard error. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli.h"

/* --- The streams --------------------------------------------------------------------- */

static void hold_still(int number)
{
    (void)number;
}

/* A handler and not SIG_IGN, which the programs that this one starts would inherit. */
static void fail_on_closed_pipes(void)
{
    struct sigaction action = {.sa_handler = hold_still, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGPIPE, &action, NULL);
}

/* A file that is opened must not get the number of a stream that the caller has closed: a report
 * would go into it. What takes the number fails as the closed stream would. */
static void fill_closed_streams(void)
{
    static const int wrong_ways[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        if (fcntl(stream, F_GETFD) == -1 && errno == EBADF) {
            (void)!open("/dev/null", wrong_ways[stream]); /* the lowest free number is this one */
        }
    }
}

void cli_prepare_streams(void)
{
    fail_on_closed_pipes();
    fill_closed_streams();
}

CliStatus cli_print(StrView text)
{
    if (fwrite(text.data, 1, text.length, stdout) == text.length && fflush(stdout) == 0) {
        return CLI_DONE;
    }
    fprintf(stderr, "bulletproof: standard output: %s\n", strerror(errno));
    return CLI_NOT_WRITTEN;
}

CliStatus cli_report(const CliCall *call, StrView text)
{
    return call->is_quiet ? CLI_DONE : cli_print(text);
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

/* --- Colours --------------------------------------------------------------------------- */

/* NO_COLOR asks for none when it is there and not empty (https://no-color.org). What Emacs compiles
 * has a terminal, and is read for places there, not painted. */
static bool is_plain_wanted(void)
{
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    const char *emacs = getenv("INSIDE_EMACS");
    return (no_colour && *no_colour) || !terminal || strcmp(terminal, "dumb") == 0 ||
           (emacs && strstr(emacs, ",compile"));
}

bool cli_has_colour(const CliCall *call)
{
    bool is_left_open = call->colour == CLI_COLOUR_AUTO;
    return is_left_open ? isatty(STDOUT_FILENO) && !is_plain_wanted()
                        : call->colour == CLI_COLOUR_ALWAYS;
}

void cli_add_styled(StrBuf *out, bool has_colour, CliStyle style, const char *text)
{
    static const char *const codes[] = {
        [CLI_STYLE_PLACE] = "1",   [CLI_STYLE_ERROR] = "1;31", [CLI_STYLE_WARNING] = "33",
        [CLI_STYLE_ADVICE] = "36", [CLI_STYLE_FAINT] = "2",
    };
    if (has_colour) {
        strbuf_addf(out, "\033[%sm%s\033[0m", codes[style], text);
    } else {
        strbuf_add(out, text);
    }
}
