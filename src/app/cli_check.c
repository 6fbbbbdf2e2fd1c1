#include "app/cli_check.h"

#include <limits.h>
#include <string.h>

#include "bulletproof/base/utf8.h"

static const CliOption options[] = {
    [CHECK_FORMAT] = {"format", 0, "FORMAT", "text|json|sarif",
                      "lines for people and editors, JSON, or a SARIF 2.1.0 log"},
    [CHECK_FAIL_ON] = {"fail-on", 0, "SEVERITY", "error|warning|advice",
                       "status 1 from here up (default: error)"},
    [CHECK_LINES] = {"lines", 0, "KIND", "bullet|summary", "judge one text a line instead"},
    [CHECK_LEVEL] = {"level", 0, "LEVEL", "junior|mid|senior", "of these lines (default: mid)"},
    [CHECK_ROLE] = {"role", 0, "ROLE", "past|current", "of these lines (default: past)"},
    [CHECK_SPELLING] = {"spelling", 0, "WHETHER", "on|off",
                        "by the dictionaries that are installed (default: on)"},
    [CHECK_RULES] = {"rules", 0, "FOLDER", NULL, "rules of your own from there, or off"},
    {0},
};

CheckFormat cli_check_format(const CliCall *call)
{
    const char *format = call->values[CHECK_FORMAT] ? call->values[CHECK_FORMAT] : "text";
    return strcmp(format, "sarif") == 0  ? CHECK_AS_SARIF
           : strcmp(format, "json") == 0 ? CHECK_AS_JSON
                                         : CHECK_AS_TEXT;
}

bool cli_check_open_extras(const CliCall *call, Extras *extras)
{
    const char *spelling = call->values[CHECK_SPELLING];
    if (!cli_open_extras(extras, call->values[CHECK_RULES])) {
        return false;
    }
    if (!spelling || strcmp(spelling, "on") == 0) {
        extras_load(extras);
    }
    return true;
}

/* In brackets, as compilers name their warnings. */
static void add_code(StrBuf *out, const char *code, bool has_colour)
{
    StrBuf text = {0};
    strbuf_addf(&text, "[%s]", code);
    cli_add_styled(out, has_colour, CLI_STYLE_FAINT, strbuf_text(&text));
    strbuf_done(&text);
}

static void add_place(StrBuf *out, const char *file, DiagPlace place, bool has_colour)
{
    StrBuf text = {0};
    utf8_add_printable(&text, view_of(file));
    strbuf_addf(&text, ":%u:%u:", place.line, place.column);
    cli_add_styled(out, has_colour, CLI_STYLE_PLACE, strbuf_text(&text));
    strbuf_done(&text);
}

void cli_check_add_line(StrBuf *out, const char *file, DiagPlace place, const Finding *finding,
                        bool has_colour)
{
    static const CliStyle styles[] = {
        [SEVERITY_ADVICE] = CLI_STYLE_ADVICE,
        [SEVERITY_WARNING] = CLI_STYLE_WARNING,
        [SEVERITY_ERROR] = CLI_STYLE_ERROR,
    };
    add_place(out, file, place, has_colour);
    strbuf_add_char(out, ' ');
    cli_add_styled(out, has_colour, styles[finding->severity], severity_name(finding->severity));
    strbuf_addf(out, ": %s ", finding->message);
    add_code(out, finding->rule->code, has_colour);
    strbuf_add_char(out, '\n');
}

/* --level and --role say of bare lines what a resume says itself. */
static const char *misplaced_option(const CliCall *call)
{
    bool is_lines = call->values[CHECK_LINES] != NULL;
    for (int row = CHECK_LEVEL; !is_lines && row <= CHECK_ROLE; row++) {
        if (call->values[row]) {
            return options[row].name;
        }
    }
    return is_lines && call->values[CHECK_FAIL_ON] ? options[CHECK_FAIL_ON].name : NULL;
}

static CliStatus run_lines(const CliCall *call)
{
    if (call->operand_count > 1) {
        return cli_refuse(call->command, "--lines judges one file: \"%s\" is one too many",
                          call->operands[1]);
    }
    if (cli_check_format(call) == CHECK_AS_SARIF) {
        return cli_refuse(call->command, "--format=sarif is for whole resumes, not for --lines");
    }
    return cli_check_lines(call);
}

static CliStatus run(const CliCall *call)
{
    bool is_lines = call->values[CHECK_LINES] != NULL;
    const char *misplaced = misplaced_option(call);
    if (misplaced) {
        return cli_refuse(call->command, "--%s is for %s", misplaced,
                          is_lines ? "whole resumes, not for --lines" : "--lines only");
    }
    if (is_lines) {
        return run_lines(call);
    }
    if (call->operand_count == 0) {
        return cli_refuse(call->command, "FILE is missing");
    }
    return cli_check_resumes(call);
}

const CliCommand cli_check = {
    .name = "check",
    .operands = "FILE|- …",
    .least = 0,
    .most = INT_MAX,
    .summary = "report what could be better, by file, line and column",
    .details =
        "Checks each resume and reports \"FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]\", as "
        "editors\n"
        "read it. With --lines it judges one text a line instead, from FILE or from standard\n"
        "input; with --format=json such a line may be an object {\"id\":…,\"level\":…,\n"
        "\"tense_context\":\"past|current\",\"text\":…} and is judged with those.",
    .examples = "bulletproof check resume.yaml\n"
                "bulletproof check --fail-on=warning --format=json resume.yaml\n"
                "bulletproof check --format=sarif *.yaml >findings.sarif\n"
                "echo \"Fixed bugs.\" | bulletproof check --lines=bullet\n",
    .options = options,
    .run = run,
};
