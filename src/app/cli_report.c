/* Judging a resume, and telling of it as compilers do. */
#include "app/cli_report.h"

#include <stdlib.h>

#include "app/cli_check.h"
#include "app/cuts.h"
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

/* From a place in the piece to the one in the file. */
static DiagPlace shifted(const CheckedFile *file, DiagPlace place)
{
    unsigned before = place.line == 1 ? file->column : 0;
    return (DiagPlace){place.line + file->line, place.column + before};
}

DiagPlace checked_place(const CheckedFile *file, const Finding *finding, size_t offset)
{
    const Node *node = checked_node(file, finding);
    DiagPlace place = {0, 0};
    if (node) {
        size_t before = checked_characters(file, finding, offset);
        place = store_place(file->resume.store, node, finding->field, before);
    }
    return shifted(file, place.line ? place : (DiagPlace){1, 1});
}

DiagPlace checked_fault_place(const CheckedFile *file, const Diag *fault)
{
    DiagPlace place = fault->place;
    return shifted(file, (DiagPlace){place.line ? place.line : 1, place.column ? place.column : 1});
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

static void add_fault_line(StrBuf *out, const CheckedFile *file, const Diag *fault)
{
    DiagPlace place = checked_fault_place(file, fault);
    utf8_add_printable(out, view_of(file->resume.name));
    strbuf_addf(out, ":%u:%u: warning: %s [file]\n", place.line, place.column, fault->text);
}

void report_add_lines(StrBuf *out, const CheckedFile *file, bool has_colour)
{
    const DiagList *faults = store_faults(file->resume.store);
    for (size_t i = 0; i < faults->count; i++) {
        add_fault_line(out, file, &faults->items[i]);
    }
    for (size_t i = 0; i < file->report.finding_count; i++) {
        const Finding *finding = &file->report.findings[i];
        if (!finding->is_waived) {
            cli_check_add_line(out, file->resume.name, checked_place(file, finding, finding->start),
                               finding, has_colour);
        }
    }
}

/* --- judging ----------------------------------------------------------------------------- */

bool checked_reaches(const CheckedFile *file, Severity least)
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

void checked_judge(CheckedFile *file, const CheckSettings *settings)
{
    CheckOptions options = {.today = settings->today, .extras = settings->extras};
    const Node *root = document_root(file->resume.document);
    ResumeReport report = check_resume(root, &options, &file->arena);
    Cuts cuts = cuts_of_resume(root, settings->theme_folder, &file->arena);
    file->report = cuts_join(&cuts, &report, &file->arena);
    sort_by_place(file);
}

void checked_done(CheckedFile *file)
{
    arena_done(&file->arena);
    cli_resume_close(&file->resume);
}
