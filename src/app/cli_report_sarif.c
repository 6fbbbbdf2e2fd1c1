/* The report of `check` as a log of SARIF 2.1.0, which code hosts and editors read
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Sections in the comments are its. */
#include "config.h"

#include "app/cli_report.h"
#include "bulletproof/base/json.h"
#include "bulletproof/check/pack.h"

/* A text of a message: braces are doubled, else they would be placeholders (3.11.5). */
static void add_message(StrBuf *out, const char *key, StrView text)
{
    StrBuf message = {0};
    for (size_t i = 0; i < text.length; i++) {
        bool is_brace = text.data[i] == '{' || text.data[i] == '}';
        strbuf_add_repeated(&message, text.data[i], is_brace ? 2 : 1);
    }
    strbuf_addf(out, "\"%s\":{\"text\":", key);
    json_add_string(out, strbuf_view(&message));
    strbuf_add_char(out, '}');
    strbuf_done(&message);
}

static const char *sarif_level(Severity severity)
{
    static const char *const levels[] = {"note", "warning", "error"};
    return levels[severity];
}

/* --- the rules ------------------------------------------------------------------- */

static void add_help(StrBuf *out, const Rule *rule)
{
    StrBuf help = {0};
    strbuf_addf(&help, "%s\nBefore: %s\nAfter: %s", rule->question, rule->before, rule->after);
    add_message(out, "help", strbuf_view(&help));
    strbuf_done(&help);
}

static void add_rule(StrBuf *out, const CheckExtras *extras, const Rule *rule)
{
    bool is_off = extras && rule_pack_is_off(extras->pack, rule->code);
    strbuf_add(out, "{\"id\":");
    json_add_string(out, view_of(rule->code));
    strbuf_add_char(out, ',');
    add_message(out, "shortDescription", view_of(rule->message));
    strbuf_add_char(out, ',');
    add_message(out, "fullDescription", view_of(rule->reason));
    strbuf_add_char(out, ',');
    add_help(out, rule);
    strbuf_addf(out, ",\"defaultConfiguration\":{\"level\":\"%s\"%s}}", sarif_level(rule->severity),
                is_off ? ",\"enabled\":false" : "");
}

/* The rules of the run, built-in ones first; NULL behind the last. */
static const Rule *rule_at(const CheckExtras *extras, size_t index)
{
    size_t count;
    const Rule *const *rules = check_rules(&count);
    const RulePack *pack = extras ? extras->pack : NULL;
    if (index < count) {
        return rules[index];
    }
    return index - count < rule_pack_count(pack) ? rule_pack_rule(pack, index - count) : NULL;
}

static void add_tool(StrBuf *out, const CheckExtras *extras)
{
    strbuf_add(out, "\"tool\":{\"driver\":{\"name\":\"" PACKAGE_NAME
                    "\",\"version\":\"" PACKAGE_VERSION "\",\"rules\":[");
    for (size_t i = 0; rule_at(extras, i); i++) {
        strbuf_add(out, i > 0 ? ",\n" : "\n");
        add_rule(out, extras, rule_at(extras, i));
    }
    strbuf_add(out, "\n]}}");
}

/* --- places ----------------------------------------------------------------------- */

/* The name of a file as a reference of RFC 3986, any byte but the plain ones by its number. A
 * colon too: before it a parser would look for a scheme. */
static void add_uri(StrBuf *out, const char *name)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789-._~/";
    StrView bytes = view_make(plain, sizeof(plain) - 1);
    strbuf_add(out, name[0] == '/' ? "\"file://" : "\"");
    for (size_t i = 0; name[i]; i++) {
        if (view_find(bytes, name[i]) < bytes.length) {
            strbuf_add_char(out, name[i]);
        } else {
            strbuf_addf(out, "%%%02X", (unsigned char)name[i]);
        }
    }
    strbuf_add_char(out, '"');
}

/* What came from standard input has no name that would lead anywhere. */
void report_add_sarif_artifact(StrBuf *out, const char *name)
{
    bool is_stream = name[0] == '-' && !name[1];
    strbuf_add(out, is_stream ? "{\"description\":{\"text\":\"standard input\"}"
                              : "{\"location\":{\"uri\":");
    if (!is_stream) {
        add_uri(out, name);
        strbuf_add_char(out, '}');
    }
    strbuf_add_char(out, '}');
}

/* A piece of a file: the file and its number, and where the piece begins and ends. */
typedef struct {
    const char *name;
    size_t number;
    DiagPlace start, end;
} Region;

static void add_physical_location(StrBuf *out, const Region *region)
{
    const char *name = region->name;
    strbuf_addf(out, "\"physicalLocation\":{\"artifactLocation\":{\"index\":%zu", region->number);
    if (name[0] != '-' || name[1]) {
        strbuf_add(out, ",\"uri\":");
        add_uri(out, name);
    }
    strbuf_addf(out, "},\"region\":{\"startLine\":%u,\"startColumn\":%u", region->start.line,
                region->start.column);
    strbuf_addf(out, ",\"endLine\":%u,\"endColumn\":%u}}", region->end.line, region->end.column);
}

/* --- the results -------------------------------------------------------------------- */

static void add_rule_reference(StrBuf *out, const CheckExtras *extras, const Rule *rule)
{
    strbuf_add(out, "\n{\"ruleId\":");
    json_add_string(out, view_of(rule->code));
    for (size_t i = 0; rule_at(extras, i); i++) {
        if (rule_at(extras, i) == rule) {
            strbuf_addf(out, ",\"ruleIndex\":%zu", i);
        }
    }
}

static void add_location(StrBuf *out, const Region *region, StrView path)
{
    strbuf_add(out, ",\"locations\":[{");
    add_physical_location(out, region);
    if (path.length > 0) {
        strbuf_add(out, ",\"logicalLocations\":[{\"fullyQualifiedName\":");
        json_add_string(out, path);
        strbuf_add(out, "}]");
    }
    strbuf_add(out, "}]");
}

/* An end before the start would be none: what is written in escapes has no place inside. */
static Region region_of(const CheckedFile *file, size_t number, const Finding *finding)
{
    Region region = {file->resume.name, number, checked_place(file, finding, finding->start),
                     checked_place(file, finding, finding->end)};
    bool is_backward =
        region.end.line < region.start.line ||
        (region.end.line == region.start.line && region.end.column < region.start.column);
    region.end = is_backward ? region.start : region.end;
    return region;
}

/* The waiver stands in the resume itself. */
static void add_suppression(StrBuf *out, const char *reason)
{
    strbuf_add(out, ",\"suppressions\":[{\"kind\":\"inSource\",\"justification\":");
    json_add_string(out, view_of(reason));
    strbuf_add(out, "}]");
}

/* A file whose results are added, its number, and the rules there are. */
typedef struct {
    const CheckedFile *file;
    size_t number;
    const CheckExtras *extras;
} Results;

static void add_finding(StrBuf *out, const Results *results, const Finding *finding)
{
    StrBuf path = {0};
    Region region = region_of(results->file, results->number, finding);
    checked_add_path(&path, checked_node(results->file, finding), finding->field);
    add_rule_reference(out, results->extras, finding->rule);
    strbuf_addf(out, ",\"level\":\"%s\",", sarif_level(finding->severity));
    add_message(out, "message", view_of(finding->message));
    add_location(out, &region, strbuf_view(&path));
    if (finding->is_waived) {
        add_suppression(out, finding->waiver);
    }
    strbuf_add_char(out, '}');
    strbuf_done(&path);
}

static void add_fault(StrBuf *out, const Results *results, const Diag *fault)
{
    const Rule *rule = check_rule("file");
    DiagPlace place = checked_fault_place(results->file, fault);
    Region region = {results->file->resume.name, results->number, place, place};
    add_rule_reference(out, results->extras, rule);
    strbuf_addf(out, ",\"level\":\"%s\",", sarif_level(rule->severity));
    add_message(out, "message", view_of(fault->text));
    add_location(out, &region, view_of(""));
    strbuf_add_char(out, '}');
}

/* --- the log ------------------------------------------------------------------------ */

void report_begin_sarif(StrBuf *out, const CheckExtras *extras)
{
    strbuf_add(out, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
                    "\"version\":\"2.1.0\",\"runs\":[{\n");
    add_tool(out, extras);
    strbuf_add(out, ",\"columnKind\":\"unicodeCodePoints\",\"results\":[");
}

void report_add_sarif(StrBuf *out, const CheckedFile *file, size_t number,
                      const CheckExtras *extras)
{
    const DiagList *faults = store_faults(file->resume.store);
    Results results = {file, number, extras};
    for (size_t i = 0; i < faults->count; i++) {
        strbuf_add(out, i > 0 ? "," : "");
        add_fault(out, &results, &faults->items[i]);
    }
    for (size_t i = 0; i < file->report.finding_count; i++) {
        strbuf_add(out, i > 0 || faults->count > 0 ? "," : "");
        add_finding(out, &results, &file->report.findings[i]);
    }
}

void report_end_sarif(StrBuf *out, StrView artifacts, bool is_whole)
{
    strbuf_add(out, "\n],\"artifacts\":[");
    strbuf_add_view(out, artifacts);
    strbuf_addf(out, "],\"invocations\":[{\"executionSuccessful\":%s}]}]}\n",
                is_whole ? "true" : "false");
}
