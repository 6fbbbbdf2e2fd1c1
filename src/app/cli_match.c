#include <string.h>

#include "app/cli_input.h"
#include "app/cli_job.h"
#include "bulletproof/base/json.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/match/match.h"

enum { MATCH_JOB, MATCH_FORMAT };

static const CliOption options[] = {
    [MATCH_JOB] = {"job", 'j', "FILE", NULL, "the job description, as plain text; - reads it"},
    [MATCH_FORMAT] = {"format", 0, "FORMAT", "text|json", "a table for people, or JSON"},
    {0},
};

typedef struct {
    const char *resume_name, *job_name; /* borrowed */
    Document *document;                 /* borrowed */
    Job job;
    Match match;
    StrBuf out; /* owned */
} Comparison;

static void add_path(const Comparison *comparison, StrBuf *out, NodeId place)
{
    const Node *node = document_find(comparison->document, place);
    if (node) {
        node_add_path(out, node);
    }
}

/* --- JSON -------------------------------------------------------------------------------- */

static void add_json_place(Comparison *comparison, NodeId place)
{
    StrBuf path = {0};
    add_path(comparison, &path, place);
    if (path.length > 0) {
        strbuf_add_char(&comparison->out, ',');
        json_add_member(&comparison->out, "path", strbuf_view(&path));
    }
    strbuf_done(&path);
}

static void add_json_row(Comparison *comparison, const MatchRow *row)
{
    StrBuf *out = &comparison->out;
    strbuf_add_char(out, '{');
    json_add_member(out, "term", view_of(row->term->technology->name));
    strbuf_addf(out, ",\"category\":\"%s\",\"importance\":\"%s\",\"line\":%zu,\"state\":\"%s\"",
                job_category_name(row->term->technology->category),
                job_importance_name(row->term->importance), row->term->line,
                match_state_name(row->state));
    if (row->spelling.length > 0) {
        strbuf_add_char(out, ',');
        json_add_member(out, "spelling", row->spelling);
    }
    if (row->through) {
        strbuf_add_char(out, ',');
        json_add_member(out, "through", view_of(row->through));
    }
    add_json_place(comparison, row->place);
    strbuf_add_char(out, '}');
}

static void add_json_extras(Comparison *comparison)
{
    for (size_t i = 0; i < comparison->match.extra_count; i++) {
        const MatchExtra *extra = &comparison->match.extras[i];
        strbuf_add(&comparison->out, i > 0 ? ",{" : "{");
        json_add_member(&comparison->out, "term", view_of(extra->technology->name));
        strbuf_addf(&comparison->out, ",\"bullets\":%zu", extra->bullets);
        add_json_place(comparison, extra->place);
        strbuf_add_char(&comparison->out, '}');
    }
}

static void add_json(Comparison *comparison)
{
    StrBuf *out = &comparison->out;
    strbuf_add(out, "{\"file\":");
    json_add_file_name(out, comparison->resume_name);
    strbuf_add(out, ",\"job\":");
    json_add_file_name(out, comparison->job_name);
    strbuf_add(out, ",\"terms\":[");
    for (size_t i = 0; i < comparison->match.count; i++) {
        strbuf_add(out, i > 0 ? "," : "");
        add_json_row(comparison, &comparison->match.rows[i]);
    }
    strbuf_add(out, "],\"extras\":[");
    add_json_extras(comparison);
    strbuf_add(out, "]}\n");
}

/* --- Text -------------------------------------------------------------------------------- */

enum { NAME_COLUMNS = 22, CATEGORY_COLUMNS = 13, STATE_COLUMNS = 11 };

static void add_explanation(Comparison *comparison, const MatchRow *row)
{
    StrBuf *out = &comparison->out;
    if (row->state == MATCH_ABSENT) {
        strbuf_add(out, "add only if true");
        return;
    }
    add_path(comparison, out, row->place);
    if (row->state == MATCH_OTHER) {
        strbuf_add(out, " says \"");
        utf8_add_printable(out, row->spelling);
        strbuf_add(out, "\"; the employer writes \"");
        utf8_add_printable(out, row->term->spelling);
        strbuf_add(out, "\"");
    } else if (row->through) {
        strbuf_addf(out, " through %s", row->through);
    } else if (row->state == MATCH_LISTED) {
        strbuf_add(out, ", no bullet shows it");
    }
}

static void add_text_rows(Comparison *comparison)
{
    StrBuf *out = &comparison->out;
    for (size_t i = 0; i < comparison->match.count; i++) {
        const MatchRow *row = &comparison->match.rows[i];
        if (i == 0 || row->term->importance != row[-1].term->importance) {
            strbuf_addf(out, "%s%s\n", i > 0 ? "\n" : "",
                        job_importance_name(row->term->importance));
        }
        strbuf_addf(out, "  %s %-*s %-*s %-*s ", match_state_mark(row->state, true), NAME_COLUMNS,
                    row->term->technology->name, CATEGORY_COLUMNS,
                    job_category_name(row->term->technology->category), STATE_COLUMNS,
                    match_state_name(row->state));
        add_explanation(comparison, row);
        strbuf_add_char(out, '\n');
    }
}

static void add_text_extras(Comparison *comparison)
{
    StrBuf *out = &comparison->out;
    for (size_t i = 0; i < comparison->match.extra_count; i++) {
        const MatchExtra *extra = &comparison->match.extras[i];
        strbuf_add(out, i == 0 ? "\nshown, but not asked for\n" : "");
        strbuf_addf(out, "    %-*s %zu %s\n", NAME_COLUMNS, extra->technology->name, extra->bullets,
                    extra->bullets == 1 ? "bullet" : "bullets");
    }
}

static void add_text(Comparison *comparison)
{
    StrBuf *out = &comparison->out;
    if (comparison->match.count == 0) {
        utf8_add_printable(out, view_of(comparison->job_name));
        strbuf_add(out, ": names no language, tool or practice that this program knows, so there "
                        "is nothing to compare\n");
    }
    add_text_rows(comparison);
    for (size_t i = 0; i < comparison->job.negated_count; i++) {
        strbuf_addf(out, "%s  - %s\n", i == 0 ? "\nnot wanted\n" : "",
                    comparison->job.negated[i].technology->name);
    }
    add_text_extras(comparison);
}

static CliStatus compare(const CliCall *call, CliResume *resume, StrView job_text)
{
    const char *job_name = call->values[MATCH_JOB];
    Arena arena = {0};
    Comparison comparison = {
        .resume_name = resume->name, .job_name = job_name, .document = resume->document};
    comparison.job = job_read(job_text, &arena);
    comparison.match = match_compare(&comparison.job, document_root(resume->document), &arena);
    (cli_is_value(call, MATCH_FORMAT, "json") ? add_json : add_text)(&comparison);
    CliStatus status = cli_report(call, strbuf_view(&comparison.out));
    strbuf_done(&comparison.out);
    arena_done(&arena);
    return status;
}

static CliStatus run(const CliCall *call)
{
    StrBuf text = {0};
    CliResume resume;
    const char *job = call->values[MATCH_JOB];
    if (!job) {
        return cli_refuse(call->command, "--job=FILE is missing: which job description?");
    }
    if (cli_is_value(call, MATCH_JOB, "-") && strcmp(call->operands[0], "-") == 0) {
        return cli_refuse(call->command, "standard input can be the resume or the job, not both");
    }
    if (!cli_resume_open(&resume, call->operands[0])) {
        return CLI_USAGE;
    }
    CliStatus status = CLI_USAGE;
    if (cli_job_open(&text, job)) {
        status = compare(call, &resume, strbuf_view(&text));
    }
    cli_resume_close(&resume);
    strbuf_done(&text);
    return status;
}

const CliCommand cli_match = {
    .name = "match",
    .operands = "FILE|-",
    .least = 1,
    .most = 1,
    .summary = "compare a resume with a job description",
    .details =
        "Lists what the job description asks for, required first, and what the resume says of it:\n"
        "shown in a bullet, listed only, said in other words, or absent. There is no percentage:\n"
        "no applicant system prints one. Add what is absent only if it is true.",
    .examples = "bulletproof match resume.yaml --job=job.txt\n"
                "bulletproof match --format=json --job=- resume.yaml <job.txt\n",
    .options = options,
    .run = run,
};
