/* A line of a run of `check --lines`, judged by what it is. */
#include "app/cli_check_run.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/text/clean.h"

/* What bullets and summaries have in common. */
typedef struct {
    Verdict verdict;
    const Finding *findings; /* borrowed */
    size_t finding_count;
} TextReport;

static TextReport judge_text(const CheckRun *run, StrView line, Arena *arena)
{
    const LineOptions *options = &run->line_options;
    if (options->is_summary) {
        SummaryInput input = {.text = line, .level = options->level, .extras = options->extras};
        SummaryReport report = check_summary(&input, arena);
        return (TextReport){report.verdict, report.findings, report.finding_count};
    }
    BulletInput input = {.text = line,
                         .level = options->level,
                         .is_current = options->is_current,
                         .extras = options->extras};
    BulletReport report = check_bullet(&input, arena);
    return (TextReport){report.verdict, report.findings, report.finding_count};
}

static void add_text_report(const CheckRun *run, StrBuf *out, StrView line, unsigned number,
                            const TextReport *report)
{
    utf8_add_printable(out, view_of(run->name));
    strbuf_addf(out, ":%u:1: note: %s\n", number, verdict_name(report->verdict));
    for (size_t i = 0; i < report->finding_count; i++) {
        const Finding *finding = &report->findings[i];
        size_t before = utf8_count(view_slice(line, 0, finding->start));
        cli_check_add_line(out, run->name, (DiagPlace){number, (unsigned)before + 1}, finding,
                           run->has_colour);
    }
}

static void check_text_line(CheckRun *run, StrView line, unsigned number, StrBuf *out)
{
    StrBuf clean = {0};
    if (!utf8_is_valid(line)) {
        text_clean(&clean, line, CLEAN_LINE);
        line = strbuf_view(&clean);
    }
    if (run->format == CHECK_AS_JSON) {
        check_line_json(out, line, number, &run->line_options, &run->arena);
        strbuf_add_char(out, '\n');
    } else {
        TextReport report = judge_text(run, line, &run->arena);
        add_text_report(run, out, line, number, &report);
    }
    strbuf_done(&clean);
    arena_reset(&run->arena);
}

/* A line that cannot be read is told of in its place; the others count. */
void check_line_work(CheckRun *run, StrView line, size_t index, CrewResult *result)
{
    unsigned number = (unsigned)index + 1;
    if (line.length > LINE_LIMIT) {
        Diag diag = {0};
        diag_fail(&diag, DIAG_LIMIT, "is longer than %d MiB", LINE_LIMIT / (1024 * 1024));
        check_line_fail(run, number, &diag, result);
    } else if (run->items == CHECK_RESUMES) {
        check_resume_line(run, line, number, result);
    } else {
        check_text_line(run, line, number, &result->out);
    }
}
