#include "app/cli_check.h"

#include <string.h>

#include "bulletproof/base/utf8.h"

static const CliOption options[] = {
    [CHECK_FORMAT] = {"format", 0, "FORMAT", "text|json", "lines for people and editors, or JSON"},
    [CHECK_FAIL_ON] = {"fail-on", 0, "SEVERITY", "error|warning|advice",
                       "status 1 from here up (default: error)"},
    [CHECK_LINES] = {"lines", 0, "KIND", "bullet|summary", "judge one text a line instead"},
    [CHECK_LEVEL] = {"level", 0, "LEVEL", "junior|mid|senior", "of these lines (default: mid)"},
    [CHECK_ROLE] = {"role", 0, "ROLE", "past|current", "of these lines (default: past)"},
    {0},
};

bool cli_check_wants_json(const CliCall *call)
{
    const char *format = call->values[CHECK_FORMAT];
    return format && strcmp(format, "json") == 0;
}

void cli_check_add_line(StrBuf *out, const char *file, DiagPlace place, const Finding *finding)
{
    utf8_add_printable(out, view_of(file));
    strbuf_addf(out, ":%u:%u: %s: %s [%s]\n", place.line, place.column,
                severity_name(finding->severity), finding->message, finding->rule->code);
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

static CliStatus run(const CliCall *call)
{
    bool is_lines = call->values[CHECK_LINES] != NULL;
    const char *misplaced = misplaced_option(call);
    if (misplaced) {
        return cli_refuse(call->command, "--%s is for %s", misplaced,
                          is_lines ? "whole resumes, not for --lines" : "--lines only");
    }
    if (is_lines) {
        return cli_check_lines(call);
    }
    if (call->operand_count == 0) {
        return cli_refuse(call->command, "FILE is missing");
    }
    return cli_check_resume(call);
}

const CliCommand cli_check = {
    .name = "check",
    .operands = "FILE|-",
    .least = 0,
    .most = 1,
    .summary = "report what could be better, by file, line and column",
    .details =
        "Checks a resume and reports \"FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]\", as editors\n"
        "read it. With --lines it judges one text a line instead, from FILE or from standard\n"
        "input; with --format=json such a line may be an object {\"id\":…,\"level\":…,\n"
        "\"tense_context\":\"past|current\",\"text\":…} and is judged with those.",
    .examples = "bulletproof check resume.yaml\n"
                "bulletproof check --fail-on=warning --format=json resume.yaml\n"
                "echo \"Fixed bugs.\" | bulletproof check --lines=bullet\n",
    .options = options,
    .run = run,
};
