#include "app/cli_check.h"

#include <string.h>

#include "app/cli_input.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/check/lines.h"
#include "bulletproof/text/clean.h"

enum {
    INPUT_LIMIT = 64 * 1024 * 1024, /* bytes */
    OUTPUT_PIECE = 64 * 1024,
};

typedef struct {
    const char *file;
    LineOptions options;
    bool wants_json, has_colour;
    const CliCall *call; /* borrowed */
    Arena arena;
    StrBuf out;
} Judge;

static bool is_value(const CliCall *call, int row, const char *value)
{
    return call->values[row] && strcmp(call->values[row], value) == 0;
}

static LineOptions line_options(const CliCall *call)
{
    LineOptions options = {
        .is_summary = is_value(call, CHECK_LINES, "summary"),
        .level = LEVEL_MID,
        .is_current = is_value(call, CHECK_ROLE, "current"),
    };
    if (call->values[CHECK_LEVEL]) {
        level_parse(view_of(call->values[CHECK_LEVEL]), &options.level);
    }
    return options;
}

static void add_findings(Judge *judge, StrView line, unsigned number, const Finding *findings,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t before = utf8_count(view_slice(line, 0, findings[i].start));
        cli_check_add_line(&judge->out, judge->file, (DiagPlace){number, (unsigned)before + 1},
                           &findings[i], judge->has_colour);
    }
}

static void add_verdict(Judge *judge, unsigned number, Verdict verdict)
{
    utf8_add_printable(&judge->out, view_of(judge->file));
    strbuf_addf(&judge->out, ":%u:1: note: %s\n", number, verdict_name(verdict));
}

static void judge_text(Judge *judge, StrView line, unsigned number)
{
    const LineOptions *options = &judge->options;
    if (options->is_summary) {
        SummaryInput summary = {.text = line, .level = options->level, .extras = options->extras};
        SummaryReport report = check_summary(&summary, &judge->arena);
        add_verdict(judge, number, report.verdict);
        add_findings(judge, line, number, report.findings, report.finding_count);
        return;
    }
    BulletInput input = {.text = line,
                         .level = options->level,
                         .is_current = options->is_current,
                         .extras = options->extras};
    BulletReport report = check_bullet(&input, &judge->arena);
    add_verdict(judge, number, report.verdict);
    add_findings(judge, line, number, report.findings, report.finding_count);
}

static void judge_line(Judge *judge, StrView line, unsigned number)
{
    StrBuf clean = {0};
    if (!utf8_is_valid(line)) {
        text_clean(&clean, line, CLEAN_LINE);
        line = strbuf_view(&clean);
    }
    if (judge->wants_json) {
        check_line_json(&judge->out, line, number, &judge->options, &judge->arena);
        strbuf_add_char(&judge->out, '\n');
    } else {
        judge_text(judge, line, number);
    }
    strbuf_done(&clean);
    arena_reset(&judge->arena);
}

static CliStatus judge_lines(Judge *judge, StrView text)
{
    CliStatus status = CLI_DONE;
    StrView line;
    for (unsigned number = 1; status == CLI_DONE && view_next_line(&text, &line); number++) {
        judge_line(judge, line, number);
        if (judge->out.length >= OUTPUT_PIECE || text.length == 0) {
            status = cli_report(judge->call, strbuf_view(&judge->out));
            strbuf_clear(&judge->out);
        }
    }
    return status;
}

CliStatus cli_check_lines(const CliCall *call)
{
    StrBuf text = {0};
    Diag diag = {0};
    Judge judge = {
        .file = call->operand_count > 0 ? call->operands[0] : "-",
        .options = line_options(call),
        .call = call,
        .has_colour = cli_has_colour(call),
        .wants_json = cli_check_format(call) == CHECK_AS_JSON,
    };
    Extras extras;
    CliStatus status = CLI_USAGE;
    judge.options.extras = &extras.values;
    if (cli_check_open_extras(call, &extras)) {
        status = cli_read(judge.file, INPUT_LIMIT, &text, &diag)
                     ? judge_lines(&judge, strbuf_view(&text))
                     : cli_fail(CLI_USAGE, &diag, judge.file);
    }
    extras_close(&extras);
    arena_done(&judge.arena);
    strbuf_done(&judge.out);
    strbuf_done(&text);
    return status;
}
