#include "app/cli.h"

#include "bulletproof/check/check.h"
#include "bulletproof/text/wrap.h"

enum { LINE_COLUMNS = 78 };

static const CliOption options[] = {{0}};

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

static void add_rule(StrBuf *out, const Rule *rule)
{
    strbuf_addf(out, "%s (%s)\n", rule->code, severity_name(rule->severity));
    add_wrapped(out, 2, rule->message);
    add_part(out, "Why it matters", rule->reason);
    add_part(out, "A question to answer", rule->question);
    add_part(out, "Before", rule->before);
    add_part(out, "After", rule->after);
}

static void add_list(StrBuf *out)
{
    enum { CODE_COLUMNS = 22 };
    size_t count;
    const Rule *const *rules = check_rules(&count);
    for (size_t i = 0; i < count; i++) {
        strbuf_addf(out, "%-*s %-8s %s\n", CODE_COLUMNS, rules[i]->code,
                    severity_name(rules[i]->severity), rules[i]->message);
    }
}

static CliStatus run(const CliCall *call)
{
    StrBuf out = {0};
    if (call->operand_count == 0) {
        add_list(&out);
    } else {
        const Rule *rule = check_rule(call->operands[0]);
        if (!rule) {
            return cli_refuse(call->command,
                              "no such code: \"%s\"; \"bulletproof explain\" lists all",
                              call->operands[0]);
        }
        add_rule(&out, rule);
    }
    CliStatus status = cli_print(strbuf_view(&out));
    strbuf_done(&out);
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
                "bulletproof explain\n",
    .options = options,
    .run = run,
};
