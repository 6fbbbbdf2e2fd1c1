#include <stdlib.h>
#include <string.h>

#include "app/cli_input.h"
#include "app/cli_job.h"
#include "app/job_folder.h"
#include "bulletproof/base/json.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/match/match.h"
#include "bulletproof/model/variant.h"

enum { MATCH_JOB, MATCH_VARIANT, MATCH_FORMAT };

static const CliOption options[] = {
    [MATCH_JOB] = {"job", 'j', "FILE", NULL, "the job description, as plain text; - reads it"},
    [MATCH_VARIANT] = {"variant", 0, "NAME", NULL, "the variant; several, with commas between"},
    [MATCH_FORMAT] = {"format", 0, "FORMAT", "text|json", "a table for people, or JSON"},
    {0},
};

typedef struct {
    const char *resume_name, *job_name; /* borrowed */
    const char *variant_name;           /* borrowed; NULL: the whole resume */
    Document *document;                 /* borrowed */
    StrView job_text;                   /* borrowed */
    Node *root;                         /* owned; the resume as the variant has it */
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

static void add_json_negated(Comparison *comparison)
{
    StrBuf *out = &comparison->out;
    for (size_t i = 0; i < comparison->job.negated_count; i++) {
        const JobTerm *term = &comparison->job.negated[i];
        strbuf_add(out, i > 0 ? ",{" : "{");
        json_add_member(out, "term", view_of(term->technology->name));
        strbuf_addf(out, ",\"line\":%zu}", term->line);
    }
}

/* With the place where the resume names the very thing; no word on whether that is enough. */
static void add_json_facts(Comparison *comparison)
{
    StrBuf *out = &comparison->out;
    for (size_t i = 0; i < comparison->job.fact_count; i++) {
        const JobFact *fact = &comparison->job.facts[i];
        bool is_named;
        const Node *place = match_fact_place(fact, comparison->root, &is_named);
        strbuf_addf(out, "%s{\"kind\":\"%s\",\"line\":%zu,", i > 0 ? "," : "",
                    job_fact_name(fact->kind), fact->line);
        json_add_member(out, "text", fact->text);
        add_json_place(comparison, is_named ? node_id(place) : 0);
        strbuf_add_char(out, '}');
    }
}

static void add_json(Comparison *comparison)
{
    StrBuf *out = &comparison->out;
    strbuf_add(out, "{\"file\":");
    json_add_file_name(out, comparison->resume_name);
    strbuf_add(out, ",\"job\":");
    json_add_file_name(out, comparison->job_name);
    if (comparison->variant_name) {
        strbuf_add_char(out, ',');
        json_add_member(out, "variant", view_of(comparison->variant_name));
    }
    strbuf_add(out, ",\"terms\":[");
    for (size_t i = 0; i < comparison->match.count; i++) {
        strbuf_add(out, i > 0 ? "," : "");
        add_json_row(comparison, &comparison->match.rows[i]);
    }
    strbuf_add(out, "],\"negated\":[");
    add_json_negated(comparison);
    strbuf_add(out, "],\"facts\":[");
    add_json_facts(comparison);
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

static void add_text_facts(Comparison *comparison)
{
    StrBuf *out = &comparison->out;
    for (size_t i = 0; i < comparison->job.fact_count; i++) {
        const JobFact *fact = &comparison->job.facts[i];
        bool is_named;
        match_fact_place(fact, comparison->root, &is_named);
        strbuf_addf(out, "%s  ? %-*s ", i == 0 ? "\nto check yourself\n" : "", NAME_COLUMNS,
                    job_fact_name(fact->kind));
        utf8_add_printable(out, fact->text);
        strbuf_addf(out, "%s (line %zu)\n", is_named ? ", which the resume lists" : "", fact->line);
    }
}

/* Which job and which variant, where that is not plain from the call. */
static void add_text_head(Comparison *comparison, bool is_first)
{
    StrBuf *out = &comparison->out;
    strbuf_add(out, is_first ? "" : "\n");
    if (comparison->variant_name) {
        utf8_add_printable(out, view_of(comparison->variant_name));
        strbuf_add(out, ", for ");
        utf8_add_printable(out, view_of(comparison->job_name));
        strbuf_add(out, "\n\n");
    }
}

static void add_text(Comparison *comparison)
{
    StrBuf *out = &comparison->out;
    if (comparison->match.count == 0) {
        utf8_add_printable(out, view_of(comparison->job_name));
        strbuf_add(out, ": no language, tool or practice that this program knows was found, so "
                        "there is nothing to compare; read: ");
        job_add_reading(out, comparison->job_text);
        strbuf_add_char(out, '\n');
    }
    add_text_rows(comparison);
    for (size_t i = 0; i < comparison->job.negated_count; i++) {
        strbuf_addf(out, "%s  - %s\n", i == 0 ? "\nnot wanted\n" : "",
                    comparison->job.negated[i].technology->name);
    }
    add_text_facts(comparison);
    add_text_extras(comparison);
}

/* --- One comparison, and several ---------------------------------------------------------- */

typedef struct {
    const CliCall *call;
    CliResume resume;
    StrBuf job_text; /* of --job, which is read once */
    size_t count;    /* of comparisons that were printed */
    bool is_json;
} Run;

static CliStatus print(Run *run, Comparison *comparison, const Node *variant)
{
    Arena arena = {0};
    comparison->resume_name = run->resume.name;
    comparison->document = run->resume.document;
    comparison->root = variant_make(document_root(run->resume.document), variant);
    comparison->job = job_read(comparison->job_text, &arena);
    comparison->match = match_compare(&comparison->job, comparison->root, &arena);
    if (run->is_json) {
        add_json(comparison);
    } else {
        add_text_head(comparison, run->count == 0);
        add_text(comparison);
    }
    CliStatus status = cli_report(run->call, strbuf_view(&comparison->out));
    run->count++;
    strbuf_done(&comparison->out);
    node_free(comparison->root);
    arena_done(&arena);
    return status;
}

/* The saved one that the variant, or else the resume, names. `name` is borrowed. */
static bool open_saved(const Run *run, const Node *variant, const char **name, StrBuf *text)
{
    Diag diag = {0};
    const Node *settings = node_settings(document_root(run->resume.document));
    bool is_own = variant && node_has(variant, FIELD_JOB);
    *name = node_text(is_own ? variant : settings, FIELD_JOB);
    if ((*name)[0] == '\0' || strcmp(run->resume.name, "-") == 0) {
        cli_refuse(run->call->command,
                   "--job=FILE is missing, and the resume names no saved job description");
        return false;
    }
    if (!job_folder_read(run->resume.name, *name, text, &diag)) {
        cli_fail(CLI_USAGE, &diag, *name);
        return false;
    }
    return true;
}

/* `variant` NULL: the whole resume. */
static CliStatus compare(Run *run, const Node *variant)
{
    StrBuf saved = {0};
    CliStatus status = CLI_USAGE;
    Comparison comparison = {.job_name = run->call->values[MATCH_JOB],
                             .variant_name = variant ? node_text(variant, FIELD_NAME) : NULL,
                             .job_text = strbuf_view(&run->job_text)};
    if (comparison.job_name) {
        status = print(run, &comparison, variant);
    } else if (open_saved(run, variant, &comparison.job_name, &saved)) {
        comparison.job_text = strbuf_view(&saved);
        status = print(run, &comparison, variant);
    }
    strbuf_done(&saved);
    return status;
}

/* "payments,platform", or one name that has a comma itself. */
static CliStatus compare_variants(Run *run, const char *names)
{
    const Node *root = document_root(run->resume.document);
    StrView rest = view_of(names);
    CliStatus worst = CLI_DONE;
    while (rest.length > 0) {
        size_t end = variant_find(root, rest.data) ? rest.length : view_find(rest, ',');
        char *name = xstrndup(rest.data, end);
        rest = view_slice(rest, end + 1, rest.length);
        const Node *variant = cli_variant_find(run->call->command, &run->resume, name);
        CliStatus status = variant ? compare(run, variant) : CLI_USAGE;
        worst = status > worst ? status : worst;
        free(name);
    }
    return worst;
}

static CliStatus run_opened(Run *run)
{
    const char *job = run->call->values[MATCH_JOB], *names = run->call->values[MATCH_VARIANT];
    if (job && !cli_job_open(&run->job_text, job)) {
        return CLI_USAGE;
    }
    return names ? compare_variants(run, names) : compare(run, NULL);
}

static CliStatus run(const CliCall *call)
{
    Run run = {.call = call, .is_json = cli_is_value(call, MATCH_FORMAT, "json")};
    if (cli_is_value(call, MATCH_JOB, "-") && strcmp(call->operands[0], "-") == 0) {
        return cli_refuse(call->command, "standard input can be the resume or the job, not both");
    }
    if (!cli_resume_open(&run.resume, call->operands[0])) {
        return CLI_USAGE;
    }
    CliStatus status = run_opened(&run);
    cli_resume_close(&run.resume);
    strbuf_done(&run.job_text);
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
        "no applicant system prints one. Add what is absent only if it is true. Without --job it\n"
        "takes the saved job description that the resume, or the variant, names.",
    .examples = "bulletproof match resume.yaml --job=job.txt\n"
                "bulletproof match resume.yaml --variant=payments,platform\n"
                "bulletproof match --format=json --job=- resume.yaml <job.txt\n",
    .options = options,
    .run = run,
};
