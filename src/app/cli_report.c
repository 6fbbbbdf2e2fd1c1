/* `check` on whole resumes: reads and judges each file, and reports in the form that is asked for.
 */
#include "app/cli_report.h"

#include <stdlib.h>
#include <string.h>

#include "app/cli_check.h"
#include "app/cuts.h"
#include "app/folders.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"

/* --- places ------------------------------------------------------------------------- */

const Node *checked_node(const CheckedFile *file, const Finding *finding)
{
    return document_find(file->resume.document, finding->node);
}

size_t checked_characters(const CheckedFile *file, const Finding *finding, size_t offset)
{
    const Node *node = checked_node(file, finding);
    if (!node || finding->field == FIELD_COUNT) {
        return 0;
    }
    return utf8_count(view_slice(node_view(node, finding->field), 0, offset));
}

DiagPlace checked_place(const CheckedFile *file, const Finding *finding, size_t offset)
{
    const Node *node = checked_node(file, finding);
    DiagPlace place = {0, 0};
    if (node) {
        size_t before = checked_characters(file, finding, offset);
        place = store_place(file->resume.store, node, finding->field, before);
    }
    return place.line ? place : (DiagPlace){1, 1};
}

void checked_add_path(StrBuf *out, const Node *node, FieldId field)
{
    if (node) {
        node_add_path(out, node);
        const char *key = field == FIELD_COUNT ? "" : field_key(field);
        strbuf_addf(out, "%s%s", out->length > 0 && *key ? "." : "", key);
    }
}

/* --- lines as compilers write them ---------------------------------------------------- */

static void add_fault_line(StrBuf *out, const char *name, const Diag *fault)
{
    utf8_add_printable(out, view_of(name));
    strbuf_addf(out, ":%u:%u: warning: %s [file]\n", fault->place.line ? fault->place.line : 1,
                fault->place.column ? fault->place.column : 1, fault->text);
}

static void add_lines(StrBuf *out, const CheckedFile *file, bool has_colour)
{
    const DiagList *faults = store_faults(file->resume.store);
    for (size_t i = 0; i < faults->count; i++) {
        add_fault_line(out, file->resume.name, &faults->items[i]);
    }
    for (size_t i = 0; i < file->report.finding_count; i++) {
        const Finding *finding = &file->report.findings[i];
        if (!finding->is_waived) {
            cli_check_add_line(out, file->resume.name, checked_place(file, finding, finding->start),
                               finding, has_colour);
        }
    }
}

/* --- the whole --------------------------------------------------------------------------- */

static Severity threshold(const CliCall *call)
{
    const char *wanted = call->values[CHECK_FAIL_ON];
    for (int severity = SEVERITY_ADVICE; wanted && severity < SEVERITY_ERROR; severity++) {
        if (strcmp(wanted, severity_name((Severity)severity)) == 0) {
            return (Severity)severity;
        }
    }
    return SEVERITY_ERROR;
}

static bool reaches(const CheckedFile *file, Severity least)
{
    if (store_faults(file->resume.store)->count > 0 && least <= SEVERITY_WARNING) {
        return true;
    }
    for (size_t i = 0; i < file->report.finding_count; i++) {
        const Finding *finding = &file->report.findings[i];
        if (!finding->is_waived && finding->severity >= least) {
            return true;
        }
    }
    return false;
}

/* A finding, and where in the file it is. */
typedef struct {
    DiagPlace place;
    size_t number;
} Order;

static int compare_orders(const void *a, const void *b)
{
    const Order *left = a, *right = b;
    if (left->place.line != right->place.line) {
        return left->place.line < right->place.line ? -1 : 1;
    }
    if (left->place.column != right->place.column) {
        return left->place.column < right->place.column ? -1 : 1;
    }
    return (left->number > right->number) - (left->number < right->number);
}

/* Findings come in the order of the resume; who reads them beside the file goes down its lines. */
static void sort_by_place(CheckedFile *file)
{
    ResumeReport *report = &file->report;
    Order *orders = arena_alloc(&file->arena, report->finding_count * sizeof(*orders));
    Finding *sorted = arena_alloc(&file->arena, report->finding_count * sizeof(*sorted));
    for (size_t i = 0; i < report->finding_count; i++) {
        const Finding *finding = &report->findings[i];
        orders[i] = (Order){checked_place(file, finding, finding->start), i};
    }
    qsort(orders, report->finding_count, sizeof(*orders), compare_orders);
    for (size_t i = 0; i < report->finding_count; i++) {
        sorted[i] = report->findings[orders[i].number];
    }
    report->findings = sorted;
}

/* A file that cannot be read is told of, and the others are judged all the same. */
static void open_files(CheckedRun *run, const CliCall *call)
{
    run->is_whole = true;
    run->files = xalloc((size_t)call->operand_count * sizeof(*run->files));
    for (int i = 0; i < call->operand_count; i++) {
        bool is_open = cli_resume_open(&run->files[run->count].resume, call->operands[i]);
        run->count += is_open;
        run->is_whole = run->is_whole && is_open;
    }
}

static void judge_files(CheckedRun *run)
{
    CheckOptions options = {.today = cli_today(), .extras = run->extras};
    char *theme_folder = folder_themes();
    for (size_t i = 0; i < run->count; i++) {
        CheckedFile *file = &run->files[i];
        const Node *root = document_root(file->resume.document);
        ResumeReport report = check_resume(root, &options, &file->arena);
        Cuts cuts = cuts_of_resume(root, theme_folder, &file->arena);
        file->report = cuts_join(&cuts, &report, &file->arena);
        sort_by_place(file);
    }
    free(theme_folder);
}

static CliStatus print_report(const CliCall *call, const CheckedRun *run)
{
    CheckFormat format = cli_check_format(call);
    StrBuf out = {0};
    if (format == CHECK_AS_SARIF) {
        report_add_sarif(&out, run);
    } else if (format == CHECK_AS_JSON) {
        report_add_json(&out, run);
    }
    for (size_t i = 0; format == CHECK_AS_TEXT && i < run->count; i++) {
        add_lines(&out, &run->files[i], cli_has_colour(call));
    }
    CliStatus status = cli_report(call, strbuf_view(&out));
    strbuf_done(&out);
    return status;
}

static CliStatus status_of(const CheckedRun *run, Severity least)
{
    if (!run->is_whole) {
        return CLI_USAGE;
    }
    for (size_t i = 0; i < run->count; i++) {
        if (reaches(&run->files[i], least)) {
            return CLI_FOUND;
        }
    }
    return CLI_DONE;
}

static CliStatus tell(const CheckedRun *run, const CliCall *call)
{
    CliStatus status = print_report(call, run);
    return status == CLI_DONE ? status_of(run, threshold(call)) : status;
}

static void run_done(CheckedRun *run)
{
    for (size_t i = 0; i < run->count; i++) {
        arena_done(&run->files[i].arena);
        cli_resume_close(&run->files[i].resume);
    }
    free(run->files);
}

/* Dictionaries take longest: they are loaded when there is a text for them. */
CliStatus cli_check_resumes(const CliCall *call)
{
    Extras extras = {.speller = NULL};
    CheckedRun run = {.extras = &extras.values};
    CliStatus status = CLI_USAGE;
    open_files(&run, call);
    if (run.count == 0 || cli_check_open_extras(call, &extras)) {
        judge_files(&run);
        status = tell(&run, call);
    }
    run_done(&run);
    extras_close(&extras);
    return status;
}
