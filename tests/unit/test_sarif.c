#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/cli_report.h"
#include "bulletproof/check/pack.h"
#include "bulletproof/yaml/tree.h"
#include "strict_json.h"

static const char first[] = "basics:\n"
                            "  name: N\n"
                            "  colour: red\n"
                            "work:\n"
                            "  - position: Developer\n"
                            "    startDate: 2021-03\n"
                            "    highlights:\n"
                            "      - Fixed bugs.\n"
                            "      - >-\n"
                            "        Réduced the p95 of\n"
                            "        {{service}} by half in Redis.\n"
                            "    x-bulletproof:\n"
                            "      - bullet: 1\n"
                            "        starts: Fixed bugs\n"
                            "        waivers:\n"
                            "          - code: no-scope\n"
                            "            reason: Says \"no\" {0}.\n";
static const char second[] = "{\"basics\": {\"name\": \"O\", \"email\": \"\\u0040\"}}";

enum { FILE_COUNT = 2 };

/* A log, and the same read back. */
typedef struct {
    CheckedFile files[FILE_COUNT];
    StrBuf text;
    YamlTree tree;
    const YamlNode *log; /* its only run */
} Log;

static void check_file(CheckedFile *file, const char *name, const char *text,
                       const CheckExtras *extras)
{
    CheckOptions options = {.today = {2026, 11, 25}, .extras = extras};
    file->resume.name = name;
    file->resume.store = store_read(view_of(text), NULL, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(file->resume.store);
    file->resume.document = document_new(store_take_root(file->resume.store));
    file->report = check_resume(document_root(file->resume.document), &options, &file->arena);
}

static void log_read(Log *log, const char *name, const CheckExtras *extras)
{
    Diag diag = {0};
    StrBuf artifacts = {0};
    *log = (Log){.text = {0}};
    check_file(&log->files[0], name, first, extras);
    check_file(&log->files[1], "-", second, extras);
    report_begin_sarif(&log->text, extras);
    for (size_t i = 0; i < FILE_COUNT; i++) {
        strbuf_add(&log->text, i > 0 ? "," : "");
        report_add_sarif(&log->text, &log->files[i], i, extras);
        strbuf_add(&artifacts, i > 0 ? "," : "");
        report_add_sarif_artifact(&artifacts, log->files[i].resume.name);
    }
    report_end_sarif(&log->text, strbuf_view(&artifacts), true);
    strbuf_done(&artifacts);
    CU_ASSERT_TRUE(json_is_strict(strbuf_text(&log->text)));
    CU_ASSERT_TRUE_FATAL(yaml_tree_read(&log->tree, strbuf_view(&log->text), &diag));
    const YamlItem *runs = yaml_find(log->tree.root, "runs");
    CU_ASSERT_EQUAL_FATAL(runs->value->count, 1);
    log->log = runs->value->items[0].value;
}

static void log_done(Log *log)
{
    yaml_tree_done(&log->tree);
    strbuf_done(&log->text);
    for (size_t i = 0; i < FILE_COUNT; i++) {
        arena_done(&log->files[i].arena);
        cli_resume_close(&log->files[i].resume);
    }
}

/* What is at the end of a path of keys and numbers, "tool.driver.rules.0"; NULL when nothing. */
static const YamlNode *at(const YamlNode *node, const char *path)
{
    for (StrView rest = view_of(path); node && rest.length > 0;) {
        size_t end = view_find(rest, '.');
        char key[32] = "";
        memcpy(key, rest.data, end);
        rest = view_slice(rest, end + 1, rest.length);
        if (node->kind == YAML_SEQUENCE) {
            size_t index = (size_t)strtoul(key, NULL, 10);
            node = index < node->count ? node->items[index].value : NULL;
        } else {
            const YamlItem *item = yaml_find(node, key);
            node = item ? item->value : NULL;
        }
    }
    return node;
}

static StrView text_at(const YamlNode *node, const char *path)
{
    const YamlNode *found = at(node, path);
    return found ? found->text : view_of("");
}

static size_t number_at(const YamlNode *node, const char *path)
{
    StrView text = text_at(node, path);
    CU_ASSERT(text.length > 0);
    return text.length > 0 ? (size_t)strtoul(text.data, NULL, 10) : 0;
}

static bool is_level(StrView text)
{
    return view_is(text, "note") || view_is(text, "warning") || view_is(text, "error");
}

static void every_rule_is_described(void)
{
    Log log;
    log_read(&log, "a.yaml", NULL);
    size_t count;
    check_rules(&count);
    const YamlNode *rules = at(log.log, "tool.driver.rules");
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    CU_ASSERT_EQUAL(rules->count, count);
    for (size_t i = 0; i < rules->count; i++) {
        const YamlNode *rule = rules->items[i].value;
        CU_ASSERT(text_at(rule, "id").length > 0);
        CU_ASSERT(text_at(rule, "shortDescription.text").length > 0);
        CU_ASSERT(text_at(rule, "fullDescription.text").length > 0);
        CU_ASSERT(text_at(rule, "help.text").length > 0);
        CU_ASSERT(is_level(text_at(rule, "defaultConfiguration.level")));
    }
    log_done(&log);
}

/* Sections 3.27, 3.28 and 3.30 of the format. */
static void check_result(const Log *log, const YamlNode *result)
{
    const YamlNode *rules = at(log->log, "tool.driver.rules");
    const YamlNode *region = at(result, "locations.0.physicalLocation.region");
    size_t rule = number_at(result, "ruleIndex");
    size_t file = number_at(result, "locations.0.physicalLocation.artifactLocation.index");
    CU_ASSERT_FATAL(rule < rules->count);
    CU_ASSERT(view_equal(text_at(rules->items[rule].value, "id"), text_at(result, "ruleId")));
    CU_ASSERT(is_level(text_at(result, "level")));
    CU_ASSERT(text_at(result, "message.text").length > 0);
    CU_ASSERT(file < FILE_COUNT);
    size_t line = number_at(region, "startLine"), column = number_at(region, "startColumn");
    size_t end_line = number_at(region, "endLine"), end = number_at(region, "endColumn");
    CU_ASSERT(line > 0 && column > 0);
    CU_ASSERT(end_line > line || (end_line == line && end >= column));
}

static void every_result_has_its_rule_and_its_place(void)
{
    Log log;
    log_read(&log, "a.yaml", NULL);
    CU_ASSERT(view_is(text_at(log.tree.root, "version"), "2.1.0"));
    CU_ASSERT(view_is(text_at(log.log, "columnKind"), "unicodeCodePoints"));
    CU_ASSERT(view_is(text_at(log.log, "invocations.0.executionSuccessful"), "true"));
    const YamlNode *results = at(log.log, "results");
    CU_ASSERT_PTR_NOT_NULL_FATAL(results);
    size_t expected = store_faults(log.files[0].resume.store)->count +
                      log.files[0].report.finding_count + log.files[1].report.finding_count;
    CU_ASSERT_EQUAL(results->count, expected);
    CU_ASSERT(log.files[1].report.finding_count > 0);
    for (size_t i = 0; i < results->count; i++) {
        check_result(&log, results->items[i].value);
    }
    log_done(&log);
}

/* The first result of a rule that is, or is not, suppressed. */
static const YamlNode *result_of(const Log *log, const char *code, bool is_suppressed)
{
    const YamlNode *results = at(log->log, "results");
    for (size_t i = 0; i < results->count; i++) {
        const YamlNode *result = results->items[i].value;
        if (view_is(text_at(result, "ruleId"), code) &&
            (at(result, "suppressions") != NULL) == is_suppressed) {
            return result;
        }
    }
    return NULL;
}

/* A rule of the user's own is described behind ours; one that is switched off says so, and its
 * waiver waits until it is on again. */
static void rules_of_the_user_are_described(void)
{
    RulePack *pack = rule_pack_new();
    DiagList faults = {0};
    const char text[] = "off: [no-scope]\nrules:\n- code: no-bugs\n  kind: existence\n"
                        "  find: [bugs]\n  severity: error\n  message: One\n  reason: Two\n"
                        "  question: Three\n  before: Bugs\n  after: Five\n  fails: Fixed bugs.\n"
                        "  passes: Fixed it.\n";
    CU_ASSERT_TRUE(rule_pack_read(pack, view_of(text), &faults));
    CheckExtras extras = {.pack = pack};
    Log log;
    log_read(&log, "a.yaml", &extras);
    const YamlNode *own = result_of(&log, "no-bugs", false);
    CU_ASSERT_PTR_NOT_NULL_FATAL(own);
    check_result(&log, own);
    CU_ASSERT_PTR_NULL(result_of(&log, "waiver-stale", false));
    const YamlNode *rules = at(log.log, "tool.driver.rules");
    for (size_t i = 0; i < rules->count; i++) {
        const YamlNode *rule = rules->items[i].value;
        bool is_off = view_is(text_at(rule, "defaultConfiguration.enabled"), "false");
        CU_ASSERT_EQUAL(is_off, view_is(text_at(rule, "id"), "no-scope"));
    }
    log_done(&log);
    diag_list_done(&faults);
    rule_pack_free(pack);
}

static void waived_findings_are_suppressed_with_the_reason(void)
{
    Log log;
    log_read(&log, "a.yaml", NULL);
    const YamlNode *waived = result_of(&log, "no-scope", true);
    CU_ASSERT_PTR_NOT_NULL(waived);
    CU_ASSERT(view_is(text_at(waived, "suppressions.0.kind"), "inSource"));
    CU_ASSERT(view_is(text_at(waived, "suppressions.0.justification"), "Says \"no\" {0}."));
    CU_ASSERT_PTR_NOT_NULL(result_of(&log, "no-result", false));
    log_done(&log);
}

/* The text is folded over two lines and holds a letter of two bytes. */
static void regions_count_characters_of_the_file(void)
{
    Log log;
    log_read(&log, "a.yaml", NULL);
    const YamlNode *blank = result_of(&log, "placeholder", false);
    const YamlNode *region = at(blank, "locations.0.physicalLocation.region");
    CU_ASSERT_PTR_NOT_NULL_FATAL(region);
    CU_ASSERT_EQUAL(number_at(region, "startLine"), 11);
    CU_ASSERT_EQUAL(number_at(region, "startColumn"), 9);
    CU_ASSERT_EQUAL(number_at(region, "endLine"), 11);
    CU_ASSERT_EQUAL(number_at(region, "endColumn"), 10);
    log_done(&log);
}

static void files_are_named_as_addresses(void)
{
    static const struct {
        const char *name, *uri;
    } cases[] = {
        {"a.yaml", "a.yaml"},
        {"../cv/a b.yaml", "../cv/a%20b.yaml"},
        {"/home/é/a#1.yaml", "file:///home/%C3%A9/a%231.yaml"},
        {"c:d.yaml", "c%3Ad.yaml"},
        {"bro\xFFken.yaml", "bro%FFken.yaml"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Log log;
        log_read(&log, cases[i].name, NULL);
        StrView uri = text_at(log.log, "artifacts.0.location.uri");
        CU_ASSERT(view_is(uri, cases[i].uri));
        CU_ASSERT_PTR_NULL(at(log.log, "artifacts.1.location"));
        log_done(&log);
    }
}

CU_TestInfo sarif_tests[] = {
    {"every rule is described", every_rule_is_described},
    {"every result has its rule and its place", every_result_has_its_rule_and_its_place},
    {"rules of the user are described", rules_of_the_user_are_described},
    {"waived findings are suppressed with the reason",
     waived_findings_are_suppressed_with_the_reason},
    {"regions count characters of the file", regions_count_characters_of_the_file},
    {"files are named as addresses", files_are_named_as_addresses},
    CU_TEST_INFO_NULL,
};
