#include "app/cli_extras.h"
#include "bulletproof/base/json.h"
#include "bulletproof/base/nearest.h"
#include "bulletproof/text/wrap.h"

enum { LINE_COLUMNS = 78 };

enum { EXPLAIN_FORMAT, EXPLAIN_RULES };

static const CliOption options[] = {
    [EXPLAIN_FORMAT] = {"format", 0, "FORMAT", "text|json", "for people, or JSON, a rule a line"},
    [EXPLAIN_RULES] = {"rules", 0, "FOLDER", NULL, "rules of your own from there, or off"},
    {0},
};

/* Wrapped, each line after `indent` blanks. */
static void add_wrapped(StrBuf *out, size_t indent, const char *text)
{
    WrapLines lines = {0};
    StrView whole = view_of(text);
    wrap_text(whole, LINE_COLUMNS - (int)indent, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        StrView line = view_trim(view_slice(whole, lines.items[i].start, lines.items[i].end));
        strbuf_add_repeated(out, ' ', indent);
        strbuf_addf(out, "%.*s\n", VIEW_ARG(line));
    }
    wrap_done(&lines);
}

static void add_part(StrBuf *out, const char *title, const char *text)
{
    if (text && *text) {
        strbuf_addf(out, "\n%s\n", title);
        add_wrapped(out, 2, text);
    }
}

static const char *note_of(const RulePack *pack, const Rule *rule)
{
    return rule_pack_is_off(pack, rule->code) ? ", switched off" : "";
}

static void add_rule(StrBuf *out, const RulePack *pack, const Rule *rule)
{
    strbuf_addf(out, "%s (%s%s)\n", rule->code, severity_name(rule->severity), note_of(pack, rule));
    add_wrapped(out, 2, rule->message);
    add_part(out, "Why it matters", rule->reason);
    add_part(out, "A question to answer", rule->question);
    add_part(out, "Before", rule->before);
    add_part(out, "After", rule->after);
}

static void add_json_part(StrBuf *out, const char *key, const char *text)
{
    if (text && *text) {
        strbuf_add_char(out, ',');
        json_add_member(out, key, view_of(text));
    }
}

static void add_json(StrBuf *out, const RulePack *pack, const Rule *rule)
{
    strbuf_add_char(out, '{');
    json_add_member(out, "code", view_of(rule->code));
    add_json_part(out, "severity", severity_name(rule->severity));
    strbuf_addf(out, ",\"enabled\":%s", rule_pack_is_off(pack, rule->code) ? "false" : "true");
    add_json_part(out, "message", rule->message);
    add_json_part(out, "reason", rule->reason);
    add_json_part(out, "question", rule->question);
    add_json_part(out, "before", rule->before);
    add_json_part(out, "after", rule->after);
    strbuf_add(out, "}\n");
}

static void add_row(StrBuf *out, const RulePack *pack, const Rule *rule)
{
    enum { CODE_COLUMNS = 22 };
    strbuf_addf(out, "%-*s %-8s %s%s\n", CODE_COLUMNS, rule->code, severity_name(rule->severity),
                rule->message, note_of(pack, rule));
}

typedef void AddRule(StrBuf *out, const RulePack *pack, const Rule *rule);

/* The user's own come last. */
static void add_list(StrBuf *out, const RulePack *pack, AddRule *add)
{
    size_t count;
    const Rule *const *rules = check_rules(&count);
    for (size_t i = 0; i < count; i++) {
        add(out, pack, rules[i]);
    }
    for (size_t i = 0; i < rule_pack_count(pack); i++) {
        add(out, pack, rule_pack_rule(pack, i));
    }
}

static CliStatus refuse_code(const CliCall *call, const RulePack *pack)
{
    size_t count;
    const Rule *const *rules = check_rules(&count);
    Nearest nearest = nearest_to(view_of(call->operands[0]));
    for (size_t i = 0; i < count; i++) {
        nearest_try(&nearest, view_of(rules[i]->code));
    }
    for (size_t i = 0; i < rule_pack_count(pack); i++) {
        nearest_try(&nearest, view_of(rule_pack_rule(pack, i)->code));
    }
    return cli_refuse(call->command, "no such code: \"%s\"%s \"bulletproof explain\" lists all",
                      call->operands[0], nearest.name.length ? nearest_question(&nearest) : ";");
}

static CliStatus explain(const CliCall *call, const RulePack *pack)
{
    StrBuf out = {0};
    const Rule *rule = call->operand_count > 0 ? rule_pack_find(pack, call->operands[0]) : NULL;
    if (call->operand_count > 0 && !rule) {
        return refuse_code(call, pack);
    }
    bool is_json = cli_is_value(call, EXPLAIN_FORMAT, "json");
    if (rule) {
        (is_json ? add_json : add_rule)(&out, pack, rule);
    } else {
        add_list(&out, pack, is_json ? add_json : add_row);
    }
    CliStatus status = cli_report(call, strbuf_view(&out));
    strbuf_done(&out);
    return status;
}

static CliStatus run(const CliCall *call)
{
    Extras extras;
    bool is_open = cli_open_extras(&extras, call->values[EXPLAIN_RULES]);
    CliStatus status = is_open ? explain(call, extras.pack) : CLI_USAGE;
    extras_close(&extras);
    return status;
}

const CliCommand cli_explain = {
    .name = "explain",
    .operands = "[CODE]",
    .least = 0,
    .most = 1,
    .summary = "tell why a finding matters; without a code, list them",
    .details =
        "Tells what a finding's code means, why it matters, which question helps, and shows an\n"
        "example. Without CODE it lists all codes.",
    .examples = "bulletproof explain no-result\n"
                "bulletproof explain\n"
                "bulletproof explain --format=json | jq -r .code\n",
    .options = options,
    .run = run,
};
