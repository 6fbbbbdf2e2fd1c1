/* The report of `check` for other programs, in the form of the program's own. */
#include "app/cli_report.h"
#include "bulletproof/base/json.h"
#include "bulletproof/base/utf8.h"

static void add_text_member(StrBuf *out, const char *key, const char *text)
{
    strbuf_add_char(out, ',');
    json_add_member(out, key, view_of(text));
}

static void add_path(StrBuf *out, const Node *node, FieldId field)
{
    StrBuf path = {0};
    checked_add_path(&path, node, field);
    strbuf_add(out, "{\"path\":");
    json_add_string(out, strbuf_view(&path));
    strbuf_done(&path);
}

static void add_place(StrBuf *out, DiagPlace place)
{
    strbuf_addf(out, ",\"line\":%u,\"column\":%u", place.line, place.column);
}

static void add_finding(StrBuf *out, const CheckedFile *file, const Finding *finding)
{
    add_path(out, checked_node(file, finding), finding->field);
    add_place(out, checked_place(file, finding, finding->start));
    strbuf_addf(out, ",\"start\":%zu,\"end\":%zu",
                checked_characters(file, finding, finding->start),
                checked_characters(file, finding, finding->end));
    add_text_member(out, "code", finding->rule->code);
    add_text_member(out, "severity", severity_name(finding->severity));
    add_text_member(out, "message", finding->message);
    if (finding->question) {
        add_text_member(out, "question", finding->question);
    }
    if (finding->is_waived) {
        strbuf_add(out, ",\"waived\":true");
        add_text_member(out, "reason", finding->waiver);
    }
    strbuf_add_char(out, '}');
}

static void add_fault(StrBuf *out, const CheckedFile *file, const Diag *fault)
{
    add_path(out, NULL, FIELD_COUNT);
    add_place(out, checked_fault_place(file, fault));
    add_text_member(out, "code", "file");
    add_text_member(out, "severity", severity_name(SEVERITY_WARNING));
    add_text_member(out, "message", fault->text);
    strbuf_add_char(out, '}');
}

static void add_findings(StrBuf *out, const CheckedFile *file)
{
    const DiagList *faults = store_faults(file->resume.store);
    for (size_t i = 0; i < faults->count; i++) {
        strbuf_add(out, i > 0 ? "," : "");
        add_fault(out, file, &faults->items[i]);
    }
    for (size_t i = 0; i < file->report.finding_count; i++) {
        strbuf_add(out, i > 0 || faults->count > 0 ? "," : "");
        add_finding(out, file, &file->report.findings[i]);
    }
}

static void add_bullets(StrBuf *out, const CheckedFile *file)
{
    for (size_t i = 0; i < file->report.bullet_count; i++) {
        const BulletVerdict *bullet = &file->report.bullets[i];
        strbuf_add(out, i > 0 ? "," : "");
        add_path(out, document_find(file->resume.document, bullet->node), FIELD_TEXT);
        add_text_member(out, "verdict", verdict_name(bullet->verdict));
        strbuf_add_char(out, '}');
    }
}

void report_add_json_members(StrBuf *out, const CheckedFile *file)
{
    strbuf_add(out, "\"findings\":[");
    add_findings(out, file);
    strbuf_add(out, "],\"bullets\":[");
    add_bullets(out, file);
    strbuf_add_char(out, ']');
}

void report_add_json(StrBuf *out, const CheckedFile *file)
{
    strbuf_add(out, "{\"file\":");
    json_add_file_name(out, file->resume.name);
    strbuf_add_char(out, ',');
    report_add_json_members(out, file);
    strbuf_add(out, "}\n");
}

void report_add_json_error(StrBuf *out, const Diag *diag)
{
    strbuf_add(out, "\"error\":{");
    if (diag->place.line > 0) {
        strbuf_addf(out, "\"line\":%u,", diag->place.line);
    }
    if (diag->place.column > 0) {
        strbuf_addf(out, "\"column\":%u,", diag->place.column);
    }
    json_add_member(out, "message", view_of(diag->text));
    strbuf_add_char(out, '}');
}
