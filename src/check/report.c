#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/check/spelling.h"
#include "check/pack_inside.h"
#include "check/spelling_judge.h"
#include "check/stronger.h"

static int compare_findings(const void *a, const void *b)
{
    const Finding *first = a, *second = b;
    if (first->severity != second->severity) {
        return first->severity < second->severity ? 1 : -1;
    }
    if (first->start != second->start) {
        return first->start < second->start ? -1 : 1;
    }
    return strcmp(first->rule->code, second->rule->code);
}

/* A technology by its own spelling: "Python". */
static const char *as_written(const char *word)
{
    const LexiconEntry *entry = lexicon_find(view_of(word));
    return entry && entry->technology > 0 ? lexicon_technology(entry->technology)->name : word;
}

static const char *message_of(const Fault *fault, const Rule *rule, Arena *arena)
{
    if (fault->meant) {
        return arena_format(arena, SPELLING_MESSAGE, as_written(fault->meant));
    }
    return rule->message;
}

static Finding make_finding(const Rule *rule, size_t start, size_t end, const char *message)
{
    return (Finding){.start = start,
                     .end = end,
                     .rule = rule,
                     .severity = rule->severity,
                     .message = message,
                     .question = rule->question};
}

/* --- what grows while a text is read ------------------------------------------------- */

typedef struct {
    Finding *items; /* in the arena */
    size_t count, capacity;
    Arena *arena;
} Findings;

static void push(Findings *findings, Finding finding)
{
    if (findings->count == findings->capacity) {
        findings->capacity = findings->capacity * 2 + 8;
        Finding *items = arena_alloc(findings->arena, findings->capacity * sizeof(*items));
        if (findings->count > 0) {
            memcpy(items, findings->items, findings->count * sizeof(*items));
        }
        findings->items = items;
    }
    findings->items[findings->count++] = finding;
}

/* A word of the user's own is right whatever it looks like, and one that is still being written
 * is not judged. */
static bool is_excused(const Fault *fault, const ReportInput *input)
{
    const CheckExtras *extras = input->extras;
    StrView word = view_slice(input->judgement->sentence->tokens.text, fault->start, fault->end);
    bool is_open = fault->start < input->cursor && input->cursor <= fault->end;
    return fault->meant && (is_open || (extras && speller_is_own(extras->speller, word)));
}

static bool is_off(const ReportInput *input, const char *code)
{
    return input->extras && rule_pack_is_off(input->extras->pack, code);
}

static void add_faults(Findings *findings, const ReportInput *input)
{
    const Judgement *judgement = input->judgement;
    for (size_t i = 0; i < judgement->fault_count; i++) {
        const Fault *fault = &judgement->faults[i];
        const Rule *rule = check_rule(fault->code);
        if (!rule || is_excused(fault, input) || is_off(input, rule->code)) {
            continue;
        }
        Finding finding =
            make_finding(rule, fault->start, fault->end, message_of(fault, rule, findings->arena));
        const char *question = stronger_question(judgement, fault, findings->arena);
        finding.question = question ? question : rule->question;
        push(findings, finding);
    }
}

/* --- words that no dictionary has ------------------------------------------------------ */

static bool has_at(const Findings *findings, const Rule *rule, const MisspeltWord *word)
{
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        if (finding->rule == rule && finding->start < word->end && word->start < finding->end) {
            return true;
        }
    }
    return false;
}

static void add_misspelt(Findings *findings, const ReportInput *input)
{
    const Rule *rule = check_rule("spelling");
    SpellingPass pass = {.text = input->judgement->sentence->tokens.text,
                         .cursor = input->cursor,
                         .extras = input->extras,
                         .arena = findings->arena};
    MisspeltWord word;
    while (!is_off(input, rule->code) && spelling_next_fault(&pass, &word)) {
        if (!has_at(findings, rule, &word)) {
            push(findings, make_finding(rule, word.start, word.end, word.message));
        }
    }
}

/* --- the user's own rules ---------------------------------------------------------------- */

static const char *message_of_pack(const PackRule *rule, Arena *arena)
{
    return rule->replacement
               ? arena_format(arena, "%s: write \"%s\"", rule->rule.message, rule->replacement)
               : rule->rule.message;
}

static void add_own_rules(Findings *findings, const ReportInput *input)
{
    const RulePack *pack = input->extras ? input->extras->pack : NULL;
    for (size_t i = 0; i < rule_pack_count(pack); i++) {
        const PackRule *rule = pack->rules[i];
        PackSpan span;
        size_t offset = 0;
        bool is_wanted = pack_is_about(rule, input->is_summary) && !is_off(input, rule->rule.code);
        while (is_wanted &&
               pack_next_fault(rule, input->judgement->sentence->tokens.text, &offset, &span)) {
            push(findings, make_finding(&rule->rule, span.start, span.end,
                                        message_of_pack(rule, findings->arena)));
        }
    }
}

Finding *report_findings(const ReportInput *input, Arena *arena, size_t *count)
{
    Findings findings = {.arena = arena};
    add_faults(&findings, input);
    add_misspelt(&findings, input);
    add_own_rules(&findings, input);
    if (findings.count > 0) {
        qsort(findings.items, findings.count, sizeof(*findings.items), compare_findings);
    }
    *count = findings.count;
    return findings.items;
}
