#include <string.h>

#include "app/cli_check.h"
#include "app/cli_input.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/check/lines.h"

/* One pass over one resume. */
typedef struct {
    const CliResume *resume;
    ResumeReport report;
    StrBuf out;
} Report;

static const Node *node_of(const Report *report, const Finding *finding)
{
    return document_find(report->resume->document, finding->node);
}

/* Code points before byte `offset` of the text that the finding is about. */
static size_t characters_before(const Report *report, const Finding *finding, size_t offset)
{
    const Node *node = node_of(report, finding);
    if (!node || finding->field == FIELD_COUNT) {
        return 0;
    }
    return utf8_count(view_slice(node_view(node, finding->field), 0, offset));
}

/* What the file does not have is reported where it begins. */
static DiagPlace place_of(const Report *report, const Finding *finding)
{
    const Node *node = node_of(report, finding);
    DiagPlace place = {0, 0};
    if (node) {
        size_t before = characters_before(report, finding, finding->start);
        place = store_place(report->resume->store, node, finding->field, before);
    }
    return place.line ? place : (DiagPlace){1, 1};
}

/* --- Lines as compilers write them --- */

static void add_fault_line(Report *report, const Diag *fault)
{
    utf8_add_printable(&report->out, view_of(report->resume->name));
    strbuf_addf(&report->out, ":%u:%u: warning: %s [file]\n",
                fault->place.line ? fault->place.line : 1,
                fault->place.column ? fault->place.column : 1, fault->text);
}

static void add_lines(Report *report)
{
    const DiagList *faults = store_faults(report->resume->store);
    for (size_t i = 0; i < faults->count; i++) {
        add_fault_line(report, &faults->items[i]);
    }
    for (size_t i = 0; i < report->report.finding_count; i++) {
        const Finding *finding = &report->report.findings[i];
        if (!finding->is_waived) {
            cli_check_add_line(&report->out, report->resume->name, place_of(report, finding),
                               finding);
        }
    }
}

/* --- JSON --- */

static void add_text_member(StrBuf *out, const char *key, const char *text)
{
    strbuf_addf(out, ",\"%s\":", key);
    json_add_string(out, view_of(text));
}

/* "work[0].highlights[2]", "basics.summary". */
static void add_path(StrBuf *out, const Node *node, FieldId field)
{
    StrBuf path = {0};
    if (node) {
        node_add_path(&path, node);
        const char *key = field == FIELD_COUNT ? "" : field_key(field);
        strbuf_addf(&path, "%s%s", path.length > 0 && *key ? "." : "", key);
    }
    strbuf_add(out, "{\"path\":");
    json_add_string(out, strbuf_view(&path));
    strbuf_done(&path);
}

static void add_place(StrBuf *out, DiagPlace place)
{
    strbuf_addf(out, ",\"line\":%u,\"column\":%u", place.line, place.column);
}

static void add_finding(Report *report, const Finding *finding)
{
    StrBuf *out = &report->out;
    add_path(out, node_of(report, finding), finding->field);
    add_place(out, place_of(report, finding));
    strbuf_addf(out, ",\"start\":%zu,\"end\":%zu",
                characters_before(report, finding, finding->start),
                characters_before(report, finding, finding->end));
    add_text_member(out, "code", finding->rule->code);
    add_text_member(out, "severity", severity_name(finding->severity));
    add_text_member(out, "message", finding->message);
    if (finding->question) {
        add_text_member(out, "question", finding->question);
    }
    strbuf_add(out, finding->is_waived ? ",\"waived\":true}" : "}");
}

static void add_fault(Report *report, const Diag *fault)
{
    StrBuf *out = &report->out;
    add_path(out, NULL, FIELD_COUNT);
    add_place(out, fault->place);
    add_text_member(out, "code", "file");
    add_text_member(out, "severity", severity_name(SEVERITY_WARNING));
    add_text_member(out, "message", fault->text);
    strbuf_add_char(out, '}');
}

static void add_findings(Report *report)
{
    const DiagList *faults = store_faults(report->resume->store);
    for (size_t i = 0; i < faults->count; i++) {
        strbuf_add(&report->out, i > 0 ? "," : "");
        add_fault(report, &faults->items[i]);
    }
    for (size_t i = 0; i < report->report.finding_count; i++) {
        strbuf_add(&report->out, i > 0 || faults->count > 0 ? "," : "");
        add_finding(report, &report->report.findings[i]);
    }
}

static void add_bullets(Report *report)
{
    for (size_t i = 0; i < report->report.bullet_count; i++) {
        const BulletVerdict *bullet = &report->report.bullets[i];
        strbuf_add(&report->out, i > 0 ? "," : "");
        add_path(&report->out, document_find(report->resume->document, bullet->node), FIELD_TEXT);
        add_text_member(&report->out, "verdict", verdict_name(bullet->verdict));
        strbuf_add_char(&report->out, '}');
    }
}

static void add_json(Report *report)
{
    strbuf_add(&report->out, "{\"file\":");
    json_add_string(&report->out, view_of(report->resume->name));
    strbuf_add(&report->out, ",\"findings\":[");
    add_findings(report);
    strbuf_add(&report->out, "],\"bullets\":[");
    add_bullets(report);
    strbuf_add(&report->out, "]}\n");
}

/* --- The whole --- */

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

static bool reaches(const Report *report, Severity least)
{
    if (store_faults(report->resume->store)->count > 0 && least <= SEVERITY_WARNING) {
        return true;
    }
    for (size_t i = 0; i < report->report.finding_count; i++) {
        const Finding *finding = &report->report.findings[i];
        if (!finding->is_waived && finding->severity >= least) {
            return true;
        }
    }
    return false;
}

CliStatus cli_check_resume(const CliCall *call)
{
    CliResume resume;
    Arena arena = {0};
    if (!cli_resume_open(&resume, call->operands[0])) {
        return CLI_USAGE;
    }
    CheckOptions options = {.today = cli_today()};
    Report report = {.resume = &resume};
    report.report = check_resume(document_root(resume.document), &options, &arena);
    if (cli_check_wants_json(call)) {
        add_json(&report);
    } else {
        add_lines(&report);
    }
    CliStatus status = cli_print(strbuf_view(&report.out));
    if (status == CLI_DONE && reaches(&report, threshold(call))) {
        status = CLI_FOUND;
    }
    strbuf_done(&report.out);
    arena_done(&arena);
    cli_resume_close(&resume);
    return status;
}
