#include "app/cli_check.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "app/crew.h"
#include "bulletproof/base/utf8.h"

static const CliOption options[] = {
    [CHECK_FORMAT] = {"format", 0, "FORMAT", "text|json|sarif",
                      "lines for people and editors, JSON, or a SARIF 2.1.0 log"},
    [CHECK_FAIL_ON] = {"fail-on", 0, "SEVERITY", "error|warning|advice",
                       "status 1 from here up (default: error)"},
    [CHECK_LINES] = {"lines", 0, "KIND", "bullet|summary|resume",
                     "judge one text, or one resume as JSON, a line"},
    [CHECK_LEVEL] = {"level", 0, "LEVEL", "junior|mid|senior", "of these lines (default: mid)"},
    [CHECK_ROLE] = {"role", 0, "ROLE", "past|current", "of these lines (default: past)"},
    [CHECK_SPELLING] = {"spelling", 0, "WHETHER", "on|off",
                        "by the dictionaries that are installed (default: on)"},
    [CHECK_RULES] = {"rules", 0, "FOLDER", NULL, "rules of your own from there, or off"},
    [CHECK_JOBS] = {"jobs", 'j', "[N]", NULL, "use N processes; without N, all processors"},
    [CHECK_FILES_FROM] = {"files-from", 0, "LIST", NULL, "check the files LIST names, a line each"},
    [CHECK_NULL] = {"null", '0', NULL, NULL, "a NUL ends each name in LIST, as of find -print0"},
    {0},
};

CheckFormat cli_check_format(const CliCall *call)
{
    return cli_is_value(call, CHECK_FORMAT, "sarif")  ? CHECK_AS_SARIF
           : cli_is_value(call, CHECK_FORMAT, "json") ? CHECK_AS_JSON
                                                      : CHECK_AS_TEXT;
}

bool cli_check_open_extras(const CliCall *call, Extras *extras)
{
    const char *spelling = call->values[CHECK_SPELLING];
    if (!cli_open_extras(extras, call->values[CHECK_RULES])) {
        return false;
    }
    if (!spelling || strcmp(spelling, "on") == 0) {
        speller_use(extras->speller, NULL);
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

static CliStatus check_lines_call(const CliCall *call)
{
    if (call->operand_count > 1) {
        return cli_refuse(call->command, "--lines judges one file: \"%s\" is one too many",
                          call->operands[1]);
    }
    if (call->values[CHECK_FILES_FROM]) {
        return cli_refuse(call->command, "--lines judges one file: --files-from has no place");
    }
    if (cli_check_format(call) == CHECK_AS_SARIF) {
        return cli_refuse(call->command, "--format=sarif is for whole resumes, not for --lines");
    }
    return CLI_DONE;
}

static CliStatus check_files_call(const CliCall *call)
{
    const char *list = call->values[CHECK_FILES_FROM];
    if (call->operand_count == 0 && !list) {
        return cli_refuse(call->command, "FILE is missing");
    }
    for (int i = 0; i < call->operand_count && cli_is_value(call, CHECK_FILES_FROM, "-"); i++) {
        if (strcmp(call->operands[i], "-") == 0) {
            return cli_refuse(call->command, "standard input is a resume or a list, not both");
        }
    }
    if (call->values[CHECK_NULL] && !list) {
        return cli_refuse(call->command, "--null is for --files-from only");
    }
    return CLI_DONE;
}

/* 0, told, when it is no such number. */
static unsigned job_count(const CliCall *call)
{
    const char *jobs = call->values[CHECK_JOBS];
    char *end;
    if (!jobs || !*jobs) {
        return jobs ? crew_processors() : 1;
    }
    long count = strtol(jobs, &end, 10);
    if (*end || count < 1 || count > CREW_MOST_JOBS) {
        cli_refuse(call->command, "--jobs is a number from 1 to %d, not \"%s\"", CREW_MOST_JOBS,
                   jobs);
        return 0;
    }
    return (unsigned)count;
}

static CliStatus run(const CliCall *call)
{
    bool is_lines = call->values[CHECK_LINES] != NULL;
    const char *misplaced = misplaced_option(call);
    if (misplaced) {
        return cli_refuse(call->command, "--%s is for %s", misplaced,
                          is_lines ? "whole resumes, not for --lines" : "--lines only");
    }
    CliStatus status = is_lines ? check_lines_call(call) : check_files_call(call);
    unsigned jobs = status == CLI_DONE ? job_count(call) : 0;
    if (status == CLI_DONE && jobs == 0) {
        return CLI_USAGE;
    }
    return status == CLI_DONE ? cli_check_run(call, jobs) : status;
}

const CliCommand cli_check = {
    .name = "check",
    .operands = "FILE|- ...",
    .least = 0,
    .most = INT_MAX,
    .summary = "report what could be better, by file, line and column",
    .details =
        "Checks each resume and reports \"FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]\", as "
        "editors\n"
        "read it, in the order of the files, however many processes judge them. With --lines it\n"
        "judges one text a line instead, from FILE or from standard input, as they come: a bullet\n"
        "or a summary, which with --format=json may be an object {\"id\":...,\"level\":...,\n"
        "\"tense_context\":\"past|current\",\"text\":...}; or a whole resume as JSON, which may "
        "stand\n"
        "in an object {\"id\":...,\"resume\":{...}}. The id comes back; a line that cannot be "
        "read\n"
        "gives an error in its place and does not count for the status.",
    .examples = "bulletproof check resume.yaml\n"
                "bulletproof check --fail-on=warning --format=json resume.yaml\n"
                "bulletproof check --format=sarif *.yaml >findings.sarif\n"
                "find . -name \"*.yaml\" -print0 | bulletproof check -j -0 --files-from=-\n"
                "echo \"Fixed bugs.\" | bulletproof check --lines=bullet\n"
                "zcat resumes.jsonl.gz | bulletproof check -j --lines=resume --format=json\n",
    .options = options,
    .run = run,
};
