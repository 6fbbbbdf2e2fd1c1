#include <string.h>

#include "app/cli_job.h"
#include "bulletproof/base/json.h"
#include "bulletproof/base/utf8.h"

enum { TERMS_FORMAT };

static const CliOption options[] = {
    [TERMS_FORMAT] = {"format", 0, "FORMAT", "text|json", "a table for people, or JSON"},
    {0},
};

/* --- JSON -------------------------------------------------------------------------------- */

static void add_json_terms(StrBuf *out, const Job *job)
{
    for (size_t i = 0; i < job->term_count; i++) {
        const JobTerm *term = &job->terms[i];
        strbuf_add(out, i > 0 ? ",{" : "{");
        json_add_member(out, "term", view_of(term->technology->name));
        strbuf_addf(out, ",\"category\":\"%s\",\"importance\":\"%s\",\"line\":%zu,",
                    job_category_name(term->technology->category),
                    job_importance_name(term->importance), term->line);
        json_add_member(out, "text", term->sentence);
        strbuf_add_char(out, '}');
    }
}

static void add_json_negated(StrBuf *out, const Job *job)
{
    for (size_t i = 0; i < job->negated_count; i++) {
        strbuf_add(out, i > 0 ? ",{" : "{");
        json_add_member(out, "term", view_of(job->negated[i].technology->name));
        strbuf_addf(out, ",\"line\":%zu}", job->negated[i].line);
    }
}

static void add_json_facts(StrBuf *out, const Job *job)
{
    for (size_t i = 0; i < job->fact_count; i++) {
        const JobFact *fact = &job->facts[i];
        strbuf_addf(out, "%s{\"kind\":\"%s\",\"line\":%zu,", i > 0 ? "," : "",
                    job_fact_name(fact->kind), fact->line);
        json_add_member(out, "text", fact->text);
        strbuf_add_char(out, '}');
    }
}

static void add_json(StrBuf *out, const char *file, const Job *job)
{
    strbuf_add(out, "{\"file\":");
    json_add_file_name(out, file);
    strbuf_add(out, ",\"terms\":[");
    add_json_terms(out, job);
    strbuf_add(out, "],\"negated\":[");
    add_json_negated(out, job);
    strbuf_add(out, "],\"facts\":[");
    add_json_facts(out, job);
    strbuf_add(out, "]}\n");
}

/* --- Text -------------------------------------------------------------------------------- */

enum { NAME_COLUMNS = 24, CATEGORY_COLUMNS = 14 };

static void add_text_terms(StrBuf *out, const Job *job)
{
    for (size_t i = 0; i < job->term_count; i++) {
        const JobTerm *term = &job->terms[i];
        if (i == 0 || term->importance != term[-1].importance) {
            strbuf_addf(out, "%s\n", job_importance_name(term->importance));
        }
        strbuf_addf(out, "  %-*s %-*s line %zu\n", NAME_COLUMNS, term->technology->name,
                    CATEGORY_COLUMNS, job_category_name(term->technology->category), term->line);
    }
    for (size_t i = 0; i < job->negated_count; i++) {
        const JobTerm *term = &job->negated[i];
        strbuf_add(out, i == 0 ? "not wanted\n" : "");
        strbuf_addf(out, "  %-*s line %zu\n", NAME_COLUMNS + 1 + CATEGORY_COLUMNS,
                    term->technology->name, term->line);
    }
}

static void add_text(StrBuf *out, const char *file, const Job *job, StrView text)
{
    if (job->term_count + job->negated_count == 0) {
        utf8_add_printable(out, view_of(file));
        strbuf_add(out,
                   ": no language, tool or practice that this program knows was found; read: ");
        job_add_reading(out, text);
        strbuf_add_char(out, '\n');
    }
    add_text_terms(out, job);
    for (size_t i = 0; i < job->fact_count; i++) {
        const JobFact *fact = &job->facts[i];
        strbuf_add(out, i == 0 ? "it also says\n" : "");
        strbuf_addf(out, "  %-*s ", CATEGORY_COLUMNS, job_fact_name(fact->kind));
        utf8_add_printable(out, fact->text);
        strbuf_addf(out, " (line %zu)\n", fact->line);
    }
}

static bool is_json(const CliCall *call)
{
    return cli_is_value(call, TERMS_FORMAT, "json");
}

/* Several jobs are told apart; an object has the name in it. */
static void add_head(StrBuf *out, const CliCall *call, int number)
{
    if (!is_json(call) && call->operand_count > 1) {
        strbuf_add(out, number > 0 ? "\n" : "");
        utf8_add_printable(out, view_of(call->operands[number]));
        strbuf_add_char(out, '\n');
    }
}

static CliStatus print_terms(const CliCall *call, int number)
{
    StrBuf text = {0}, out = {0};
    Arena arena = {0};
    CliStatus status = CLI_USAGE;
    if (cli_job_open(&text, call->operands[number])) {
        Job job = job_read(strbuf_view(&text), &arena);
        add_head(&out, call, number);
        if (is_json(call)) {
            add_json(&out, call->operands[number], &job);
        } else {
            add_text(&out, call->operands[number], &job, strbuf_view(&text));
        }
        status = cli_report(call, strbuf_view(&out));
    }
    arena_done(&arena);
    strbuf_done(&out);
    strbuf_done(&text);
    return status;
}

/* A job that cannot be read is told of, and the others are read all the same. */
static CliStatus run(const CliCall *call)
{
    CliStatus worst = CLI_DONE;
    for (int i = 0; i < call->operand_count && worst != CLI_NOT_WRITTEN; i++) {
        CliStatus status = print_terms(call, i);
        worst = status > worst ? status : worst;
    }
    return worst;
}

const CliCommand cli_terms = {
    .name = "terms",
    .operands = "JOB|- ...",
    .least = 1,
    .most = 1000000,
    .summary = "list what a job description asks for",
    .details =
        "Reads job descriptions as plain text and lists the languages, tools and practices that\n"
        "they name: required first, then what is nice to have, then what is only mentioned, and\n"
        "apart from them what is not wanted. With --format=json it prints one object a file.",
    .examples = "bulletproof terms job.txt\n"
                "bulletproof terms --format=json jobs/*.txt\n",
    .options = options,
    .run = run,
};
