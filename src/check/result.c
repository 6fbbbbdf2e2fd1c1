/* Result: a consequence beyond the action itself, stated and not merely intended. Each clause
 * is asked whether it tells one. */
#include "contrast.h"
#include "judgement.h"
#include "outcome.h"

static bool is_lead_clause(const Clause *clause)
{
    return clause->kind == CLAUSE_MAIN || clause->kind == CLAUSE_NEXT;
}

static bool is_any_outcome(const Sentence *sentence, const Clause *clause,
                           bool (*is_outcome)(const Outcome *))
{
    bool is_wish = clause->verb < clause->end &&
                   token_has(sentence_token(sentence, clause->verb), WORD(STATE)) &&
                   !token_has(sentence_token(sentence, clause->verb), WORD(CONSEQUENCE));
    for (size_t i = clause->first; i < clause->end && !is_wish; i++) {
        const Token *token = sentence_token(sentence, i);
        if (sentence->readings[i] != READING_VERB || !token_has(token, OUTCOME_VERBS)) {
            continue;
        }
        Outcome outcome = {sentence, clause, i, outcome_has_number(sentence, i, clause->end)};
        if (is_outcome(&outcome)) {
            return true;
        }
    }
    return false;
}

static bool is_named_before(const Sentence *sentence, size_t index, size_t end)
{
    for (size_t i = 0; i < end; i++) {
        if (view_equal(sentence_token(sentence, i)->lower,
                       sentence_token(sentence, index)->lower)) {
            return true;
        }
    }
    return false;
}

/* "Moved it to Kubernetes, so it runs on Kubernetes": the work said twice. */
static bool is_said_twice(const Sentence *sentence, const Clause *clause)
{
    bool is_again = false;
    for (size_t i = clause->first; i < clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token->kind == TOKEN_NUMBER ||
            token_has(token, WORD(NEGATION) | WORD(FAILURE) | WORD(COMPARATIVE) | WORD(MEASURE) |
                                 WORD(USERS) | WORD(TEAM))) {
            return false;
        }
        is_again |=
            token_has(token, WORD(TECHNOLOGY)) && is_named_before(sentence, i, clause->first);
    }
    return is_again;
}

/* "so a bad upload no longer evicts the pods": any clause that says more than a vague wish. */
static bool is_told_so(const Sentence *sentence, const Clause *clause)
{
    Outcome outcome = {sentence, clause, clause->first, false};
    bool goes_on = clause->end < sentence->tokens.count &&
                   sentence->tokens.items[clause->end].kind != TOKEN_MARK;
    size_t least = goes_on ? 3 : 4; /* "so arrivals change" | "without a reload" */
    return clause->end - clause->first >= least && !outcome_is_vague(&outcome);
}

static bool is_steady(const Token *verb)
{
    static const char *const steady[] = {
        "used",      "serves",   "handles",   "processes", "ingests",  "carries", "records",
        "runs",      "supports", "powers",    "stores",    "receives", "holds",   "covers",
        "has",       "is",       "contains",  "sends",     "manages",  "counts",  "handled",
        "processed", "carried",  "served",    "peaks",     "collects", "reads",   "writes",
        "takes",     "uses",     "use",       "serve",     "handle",   "process", "run",
        "support",   "store",    "carry",     "hold",      "send",     "call",    "calls",
        "consumes",  "consume",  "publishes", "publish",   "takes in"};
    for (size_t i = 0; i < sizeof(steady) / sizeof(steady[0]); i++) {
        if (token_is(verb, steady[i])) {
            return true;
        }
    }
    return false;
}

/* "and analysts add forms on their own": what is so now, unless it only tells the scale. */
static bool is_told_of_now(const Sentence *sentence, const Clause *clause)
{
    if (clause->verb >= clause->end || clause->verb == clause->first) {
        return false;
    }
    const Token *lead = sentence_token(sentence, 0);
    const Token *verb = sentence_token(sentence, clause->verb);
    if (outcome_has_number(sentence, clause->first, clause->verb)) {
        return false; /* "350 students reserve courts on it": how many do */
    }
    bool is_present = (verb->forms & (FORM_BASE | FORM_THIRD)) && !(verb->forms & FORM_PAST);
    return is_present && !token_has(verb, WORD(NOUN) | WORD(USING) | WORD(CUSTODIAL)) &&
           (lead->forms & FORM_PAST) && !is_steady(verb);
}

/* "duplicate parcels dried up": whatever the past verb, a failure is no subject of praise. */
static bool is_failure_told(const Sentence *sentence, const Clause *clause)
{
    bool is_bad = false;
    for (size_t i = clause->first; i < clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (is_bad && sentence->readings[i] == READING_VERB && (token->forms & FORM_PAST)) {
            return true;
        }
        is_bad |= token_has(token, WORD(FAILURE)) || words_are_bad(token);
    }
    return false;
}

static bool is_kept_up(const Sentence *sentence, const Clause *clause);

static bool is_statement(const Sentence *sentence, const Clause *clause)
{
    Outcome outcome = {sentence, clause, clause->first,
                       outcome_has_number(sentence, clause->first, clause->end)};
    if (outcome_is_vague(&outcome)) {
        return false;
    }
    size_t subject = clause->first;
    while (subject < clause->end &&
           token_has(sentence_token(sentence, subject), WORD(CONJUNCTION))) {
        subject++;
    }
    if (subject < clause->end && token_is(sentence_token(sentence, subject), "no")) {
        return true;
    }
    if (is_failure_told(sentence, clause) || is_kept_up(sentence, clause) ||
        is_told_of_now(sentence, clause)) {
        return true;
    }
    bool is_growth = clause->verb < clause->end && sentence_any(sentence, 0, 2, WORD(MENTOR));
    bool is_turn = is_growth || sentence_any(sentence, clause->first, clause->end,
                                             WORD(CHANGE) | WORD(PREVENT) | WORD(LOWER) |
                                                 WORD(NEGATION) | WORD(QUANTITY));
    for (size_t i = clause->first; i < clause->end; i++) {
        is_turn |= token_is(sentence_token(sentence, i), "now");
    }
    return is_turn && clause->end - clause->first >= 3;
}

/* "a bug in the planner that had sent drivers out early": the failure that users saw. */
static bool is_seen_failure(const Sentence *sentence, const Clause *clause)
{
    if (clause->kind != CLAUSE_RELATIVE || clause == sentence->clauses) {
        return false;
    }
    const Clause *main = clause - 1;
    bool has_verb = clause->verb < clause->end ||
                    sentence_any(sentence, clause->first, clause->end, WORD(AUXILIARY));
    bool is_failure = has_verb && is_lead_clause(main) &&
                      sentence_any(sentence, main->first, main->end, WORD(FAILURE));
    /* "A bug that hid notes was fixed." */
    bool is_passive = sentence->readings[0] != READING_VERB &&
                      sentence_any(sentence, clause->first + 1, clause->end, WORD(AUXILIARY)) &&
                      sentence_any(sentence, clause->first + 1, clause->end, WORD(PREVENT));
    return is_failure && (is_passive || sentence_any(sentence, main->first, main->end,
                                                     WORD(PREVENT) | WORD(MOVE)));
}

/* ", thereby shutting out old tokens": the word says that it is a consequence. */
static bool is_called_consequence(const Sentence *sentence, const Clause *clause)
{
    for (size_t i = clause->first > 0 ? clause->first - 1 : 0; i < clause->verb; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token_is(token, "thereby") || token_is(token, "thus") || token_is(token, "hence")) {
            return is_told_so(sentence, clause);
        }
    }
    return false;
}

/* ", throttling nobody": what follows in a verb nobody lists is rarely the work itself. */
static bool is_rare_gerund(const Sentence *sentence, const Clause *clause)
{
    return clause->verb < clause->end && clause->first > 0 &&
           token_is_mark(sentence_token(sentence, clause->first - 1), ',') &&
           !sentence_token(sentence, clause->verb)->is_known && is_told_so(sentence, clause);
}

/* "tills keep selling while the line is down". */
static bool is_kept_up(const Sentence *sentence, const Clause *clause)
{
    for (size_t i = clause->first; i + 1 < clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        bool is_keeping = token_is(token, "keep") || token_is(token, "keeps") ||
                          token_is(token, "kept") || token_is(token, "stay") ||
                          token_is(token, "stays") || token_is(token, "continue");
        if (is_keeping && sentence->readings[i] == READING_VERB) {
            return true;
        }
    }
    return false;
}

/* "after which orders arrived once". */
static bool is_told_after(const Sentence *sentence, const Clause *clause)
{
    return clause->first > 0 && token_is(sentence_token(sentence, clause->first - 1), "after") &&
           is_told_so(sentence, clause);
}

/* "that takes 3,200 calls a day": what the system is, not what came of the work. */
static bool tells_scale(const Sentence *sentence, const Clause *clause)
{
    if (clause->verb >= clause->end || clause->verb != clause->first + 1 ||
        !token_is(sentence_token(sentence, clause->first), "that")) {
        return false;
    }
    const Token *verb = sentence_token(sentence, clause->verb);
    bool is_rate = false;
    for (size_t i = clause->verb; i + 1 < clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        is_rate |= (token_is(token, "a") || token_is(token, "per") || token_is(token, "an")) &&
                   token_has(sentence_token(sentence, i + 1), WORD(TIME));
    }
    bool is_better = token_has(verb, WORD(LOWER) | WORD(RAISE) | WORD(PREVENT) | WORD(ENABLE));
    return is_steady(verb) || (is_rate && (verb->forms & FORM_THIRD) && !is_better);
}

/* "which now flags mismatches"; "which now carries" and "now used by" tell scale alone. */
static bool is_new_behaviour(const Sentence *sentence, const Clause *clause)
{
    size_t now = clause->first;
    while (now < clause->end && !token_is(sentence_token(sentence, now), "now")) {
        now++;
    }
    if (now + 2 >= clause->end) {
        return false;
    }
    return !is_steady(sentence_token(sentence, now + 1));
}

/* ", which found nine regressions": what came of the whole, unless it tells what the thing is. */
static bool is_what_came(const Sentence *sentence, const Clause *clause)
{
    const Token *opener = sentence_token(sentence, clause->first);
    if (!token_is(opener, "which") || clause->first == 0 || clause->verb >= clause->end ||
        !token_is_mark(sentence_token(sentence, clause->first - 1), ',')) {
        return false;
    }
    const Token *verb = sentence_token(sentence, clause->verb);
    bool is_first = clause->verb <= clause->first + 2;
    return is_first && (verb->forms & (FORM_PAST | FORM_THIRD)) && !is_steady(verb) &&
           !token_has(verb, WORD(USING) | WORD(CUSTODIAL) | WORD(STATE)) &&
           (token_has(verb, WORD(MOVE)) || !token_has(verb, WORD(MAKE))) &&
           is_told_so(sentence, clause);
}

/* "until both could carry the pager alone". */
static bool is_reached_state(const Sentence *sentence, const Clause *clause)
{
    if (!token_is(sentence_token(sentence, clause->first), "until")) {
        return false;
    }
    for (size_t i = clause->first; i < clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token_is(token, "could") || token_is(token, "can") || token_is(token, "no longer")) {
            return true;
        }
    }
    return false;
}

/* "without raising p99 above 40 ms". */
static bool is_without_harm(const Sentence *sentence, const Clause *clause)
{
    return sentence_any(sentence, clause->first + 1, clause->end, WORD(FAILURE) | WORD(MEASURE)) ||
           is_any_outcome(sentence, clause, outcome_follows);
}

static bool is_result_clause(const Sentence *sentence, const Clause *clause)
{
    if (!is_lead_clause(clause) && is_said_twice(sentence, clause)) {
        return false;
    }
    switch (clause->kind) {
    case CLAUSE_NEXT:
        return is_any_outcome(sentence, clause, outcome_is_stated) ||
               is_any_outcome(sentence, clause, outcome_is_added) ||
               is_called_consequence(sentence, clause);
    case CLAUSE_MAIN:
        return is_any_outcome(sentence, clause, outcome_is_stated) ||
               (sentence->readings[0] != READING_VERB && is_failure_told(sentence, clause) &&
                clause->verb < clause->end &&
                token_has(sentence_token(sentence, clause->verb), WORD(CHANGE) | WORD(LOWER)) &&
                !sentence_any(sentence, clause->first, clause->verb, WORD(AUXILIARY)));
    case CLAUSE_GERUND:
        return is_any_outcome(sentence, clause, outcome_follows) ||
               is_called_consequence(sentence, clause) || is_rare_gerund(sentence, clause);
    case CLAUSE_RELATIVE:
        return is_seen_failure(sentence, clause) || is_told_after(sentence, clause) ||
               is_new_behaviour(sentence, clause) || is_what_came(sentence, clause) ||
               (!tells_scale(sentence, clause) &&
                is_any_outcome(sentence, clause, outcome_follows));
    case CLAUSE_SO:
        return is_told_so(sentence, clause);
    case CLAUSE_STATEMENT:
        return is_statement(sentence, clause);
    case CLAUSE_WITHOUT:
        return is_without_harm(sentence, clause);
    case CLAUSE_PURPOSE:
        return outcome_has_number(sentence, clause->first, clause->end) &&
               is_any_outcome(sentence, clause, outcome_is_stated);
    case CLAUSE_CIRCUMSTANCE:
        return is_reached_state(sentence, clause);
    case CLAUSE_MEANS:
        break;
    }
    return false;
}

static void take_result(Judgement *judgement, size_t first, size_t end)
{
    judgement->has_result = true;
    judgement_span(judgement, SLOT_RESULT, first, end);
}

void result_judge(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    for (size_t i = 0; i < sentence->clause_count; i++) {
        const Clause *clause = &sentence->clauses[i];
        if (is_result_clause(sentence, clause)) {
            size_t first = is_lead_clause(clause) ? clause->verb : clause->first;
            take_result(judgement, first, clause->end);
        }
    }
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        if (contrast_is_told(sentence, i)) {
            take_result(judgement, i, i + 1);
        }
    }
}
