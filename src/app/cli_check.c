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

static CliStatus run(const CliCall *call)
{
    if (call->values[CHECK_LINES]) {
        return cli_check_lines(call);
    }
    return cli_refuse(call->command, "--lines is missing");
}

const CliCommand cli_check = {
    .name = "check",
    .operands = "[FILE|-]",
    .least = 0,
    .most = 1,
    .summary = "judge bullets or summaries, one a line",
    .details =
        "Judges one text a line, from FILE or from standard input. With --format=json a line may\n"
        "be an object {\"id\":…,\"level\":…,\"tense_context\":\"past|current\",\"text\":…} and is "
        "then\n"
        "judged with those; each line gives one object.",
    .examples = "bulletproof check --lines=bullet bullets.txt\n"
                "echo \"Fixed bugs.\" | bulletproof check --lines=bullet --format=json\n",
    .options = options,
    .run = run,
};
