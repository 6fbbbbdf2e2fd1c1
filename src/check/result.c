/* Result: a consequence beyond the action itself, stated and not merely intended. Each clause
 * is asked whether it tells one. */
#include "judgement.h"

#define OUTCOME_VERBS \
    (WORD(LOWER) | WORD(RAISE) | WORD(IMPROVE) | WORD(PREVENT) | WORD(ENABLE) | WORD(KEEP) | \
     WORD(ENSURE) | WORD(CHANGE))
#define NOT_MEASURES (WORD(VAGUE) | WORD(GENERIC))

typedef struct {
    const Sentence *sentence;
    const Clause *clause;
    size_t verb;
    bool has_number;
} Outcome;

static bool is_evidence_shape(const Token *token)
{
    return (token->kind == TOKEN_NUMBER && token->number != NUMBER_VERSION &&
            token->number != NUMBER_ORDINAL) ||
           token_has(token, WORD(QUANTITY));
}

static bool has_number(const Sentence *sentence, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        if (is_evidence_shape(sentence_token(sentence, i))) {
            return true;
        }
    }
    return false;
}

static bool has_measure(const Outcome *outcome)
{
    return sentence_any(outcome->sentence, outcome->verb + 1, outcome->clause->end,
                        WORD(MEASURE) | WORD(FAILURE));
}

/* "availability" after a noun is of that noun: "hotel availability". */
static bool is_vague_word(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    bool is_of_noun = token_is(token, "availability") && index > 0 &&
                      sentence->readings[index - 1] == READING_NOUN;
    return token_has(token, WORD(VAGUE)) && !is_of_noun;
}

/* "efficiency", "the user experience": nothing in the object says what became better. */
static bool is_vague(const Outcome *outcome)
{
    const Sentence *sentence = outcome->sentence;
    bool is_vague = false;
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token_has(token, WORD(MEASURE) | WORD(FAILURE)) && !token_has(token, WORD(VAGUE))) {
            return false;
        }
        is_vague |= is_vague_word(sentence, i);
    }
    return is_vague;
}

/* A number of times, days or percent that fell or rose belongs to its clause. */
static bool tells_change(const Outcome *outcome)
{
    return outcome->has_number || has_measure(outcome) ||
           sentence_any(outcome->sentence, outcome->clause->first, outcome->clause->end,
                        WORD(FREQUENCY) | WORD(COMPARATIVE) | WORD(QUANTITY) | WORD(NEGATION));
}

/* Something of the object is neither generic nor the system itself: "requests", "paper forms". */
static bool has_own_object(const Outcome *outcome)
{
    const Sentence *sentence = outcome->sentence;
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token_has(token, WORD(PREPOSITION))) {
            return false;
        }
        if (sentence->readings[i] == READING_NOUN &&
            !token_has(token, WORD(GENERIC) | WORD(TEAM) | WORD(TECHNOLOGY) | WORD(METHOD))) {
            return true;
        }
    }
    return false;
}

/* A fix tells a result when it names what users saw, not only its cause. */
static bool names_effect(const Outcome *outcome)
{
    static const char *const causes[] = {"bug",
                                         "bugs",
                                         "defect",
                                         "defects",
                                         "error",
                                         "errors",
                                         "exception",
                                         "exceptions",
                                         "issue",
                                         "race condition",
                                         "race conditions",
                                         "memory leak",
                                         "memory leaks",
                                         "deadlock",
                                         "deadlocks",
                                         "vulnerability",
                                         "vulnerabilities",
                                         "fault",
                                         "faults",
                                         "regression",
                                         "ticket",
                                         "tickets",
                                         "misconfiguration",
                                         "n+1 query",
                                         "bottleneck",
                                         "bottlenecks"};
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        const Token *token = sentence_token(outcome->sentence, i);
        bool is_cause = !token_has(token, WORD(FAILURE));
        for (size_t k = 0; !is_cause && k < sizeof(causes) / sizeof(causes[0]); k++) {
            is_cause = token_is(token, causes[k]);
        }
        if (!is_cause) {
            return true;
        }
    }
    return false;
}

static bool is_fixing(const Token *verb)
{
    static const char *const starts[] = {"fix", "resolv", "solv", "patch", "repair", "cure"};
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (view_starts_with(verb->lower, starts[i])) {
            return true;
        }
    }
    return false;
}

/* Work by hand that goes away: "manual checks", "hand editing", "spreadsheets". */
static bool has_toil(const Outcome *outcome)
{
    static const char *const words[] = {
        "manual",    "hand",     "manually",  "by hand",  "paper",   "spreadsheet", "spreadsheets",
        "paperwork", "rekeying", "re-keying", "retyping", "copying", "toil",        "guesswork"};
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
            if (token_is(sentence_token(outcome->sentence, i), words[k])) {
                return true;
            }
        }
    }
    return false;
}

static bool has_word(const Outcome *outcome, const char *word)
{
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        if (token_is(sentence_token(outcome->sentence, i), word)) {
            return true;
        }
    }
    return false;
}

/* "stopped the app from showing another member's balance". */
static bool is_kept_from(const Outcome *outcome)
{
    const Sentence *sentence = outcome->sentence;
    for (size_t i = outcome->verb + 1; i + 1 < sentence->tokens.count; i++) {
        if (token_is(sentence_token(sentence, i), "from") &&
            (sentence_token(sentence, i + 1)->forms & FORM_GERUND)) {
            return true;
        }
    }
    return false;
}

static bool is_main_prevention(const Outcome *outcome)
{
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    if (is_fixing(verb)) {
        return names_effect(outcome) && !is_vague(outcome);
    }
    bool is_failure =
        sentence_any(outcome->sentence, outcome->verb + 1, outcome->clause->end, WORD(FAILURE));
    return ((is_failure && !token_has(verb, WORD(MOVE))) || has_toil(outcome) ||
            is_kept_from(outcome)) &&
           !is_vague(outcome);
}

/* As the verb of the main clause: "Reduced checkout errors", "Eliminated double bookings". */
static bool is_main_outcome(const Outcome *outcome)
{
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    if (token_has(verb, WORD(LOWER) | WORD(RAISE)) && !is_vague(outcome)) {
        return outcome->has_number || has_measure(outcome) || has_toil(outcome) ||
               (!token_has(verb, WORD(MOVE)) && has_own_object(outcome));
    }
    if (token_has(verb, WORD(PREVENT))) {
        return is_main_prevention(outcome);
    }
    if (token_has(verb, WORD(IMPROVE))) {
        return has_measure(outcome) && !is_vague(outcome);
    }
    if (has_toil(outcome) && has_word(outcome, "out of")) {
        return true;
    }
    if (token_has(verb, WORD(ENABLE) | WORD(KEEP))) {
        return outcome->has_number && has_measure(outcome);
    }
    return false;
}

/* As a consequence: ", cutting …", "which stopped …", "letting support replay …". */
static bool is_following_outcome(const Outcome *outcome)
{
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    if (is_vague(outcome) || (is_fixing(verb) && !names_effect(outcome))) {
        return false;
    }
    if (token_has(verb, WORD(ENSURE))) {
        return sentence_any(outcome->sentence, outcome->verb, outcome->clause->end,
                            WORD(NEGATION) | WORD(FAILURE) | WORD(MEASURE)) ||
               outcome->has_number;
    }
    if (token_has(verb, WORD(LOWER) | WORD(RAISE) | WORD(PREVENT) | WORD(ENABLE) | WORD(KEEP))) {
        return true;
    }
    if (token_has(verb, WORD(IMPROVE))) {
        return has_measure(outcome);
    }
    return token_has(verb, WORD(CHANGE)) && tells_change(outcome);
}

static bool is_lead_clause(const Clause *clause)
{
    return clause->kind == CLAUSE_MAIN || clause->kind == CLAUSE_NEXT;
}

static bool is_any_outcome(const Sentence *sentence, const Clause *clause,
                           bool (*is_outcome)(const Outcome *))
{
    for (size_t i = clause->first; i < clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (sentence->readings[i] != READING_VERB || !token_has(token, OUTCOME_VERBS)) {
            continue;
        }
        Outcome outcome = {sentence, clause, i, has_number(sentence, i, clause->end)};
        if (is_outcome(&outcome)) {
            return true;
        }
    }
    return false;
}

/* "so a bad upload no longer evicts the pods": any clause that says more than a vague wish. */
static bool is_told_so(const Sentence *sentence, const Clause *clause)
{
    Outcome outcome = {sentence, clause, clause->first, false};
    bool has_verb = clause->verb < clause->end ||
                    sentence_any(sentence, clause->first, clause->end, WORD(AUXILIARY));
    return has_verb && clause->end - clause->first > 3 && !is_vague(&outcome);
}

static bool is_statement(const Sentence *sentence, const Clause *clause)
{
    Outcome outcome = {sentence, clause, clause->first,
                       has_number(sentence, clause->first, clause->end)};
    if (is_vague(&outcome)) {
        return false;
    }
    bool is_turn = sentence_any(sentence, clause->first, clause->end,
                                WORD(CHANGE) | WORD(PREVENT) | WORD(LOWER) | WORD(NEGATION));
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
    return has_verb && is_lead_clause(main) &&
           sentence_any(sentence, main->first, main->end, WORD(FAILURE)) &&
           sentence_any(sentence, main->first, main->end, WORD(PREVENT) | WORD(MOVE));
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
           is_any_outcome(sentence, clause, is_following_outcome);
}

/* "no lost contract", "no rejected file". */
bool words_are_bad(const Token *token)
{
    static const char *const words[] = {
        "lost",      "missed",    "failed",     "dropped", "duplicate", "broken",   "late",
        "rejected",  "stuck",     "duplicated", "corrupt", "wrong",     "orphaned", "missing",
        "corrupted", "unplanned", "incorrect",  "stale",   "double"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(token, words[i])) {
            return true;
        }
    }
    return false;
}

/* Words that tell a change wherever they stand: "no longer", "down from", "3x faster". */
static bool is_told_by_words(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    size_t next = index + 1;
    if (token_is(token, "no longer")) {
        return true;
    }
    if (next >= sentence->tokens.count) {
        return false;
    }
    const Token *after = sentence_token(sentence, next);
    if (token_is(token, "down") && token_is(after, "from")) {
        return true;
    }
    if (token->kind == TOKEN_NUMBER && token_has(after, WORD(COMPARATIVE)) &&
        !token_has(after, WORD(PREPOSITION))) {
        return true;
    }
    bool is_none = token_is(token, "no") || token_is(token, "zero") || token_is(token, "not one");
    if (is_none && words_are_bad(after)) {
        return true;
    }
    return is_none &&
           sentence_any(sentence, next,
                        next + 3 < sentence->tokens.count ? next + 3 : sentence->tokens.count,
                        WORD(FAILURE));
}

/* A quantity that can be told apart from a version or a bare count. */
static bool is_quantity(const Token *token)
{
    bool is_measured = token->kind == TOKEN_NUMBER &&
                       (token->number == NUMBER_DURATION || token->number == NUMBER_PERCENT ||
                        token->number == NUMBER_MONEY || token->number == NUMBER_BYTES ||
                        token->number == NUMBER_RATE);
    return is_measured || token_has(token, WORD(FREQUENCY));
}

/* "from weekly to daily", "down to 180 ms", "under 250 ms": where a measure came to. */
static bool is_told_by_pair(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (index + 1 >= sentence->tokens.count) {
        return false;
    }
    const Token *after = sentence_token(sentence, index + 1);
    const Clause *clause = sentence_clause(sentence, index);
    bool is_measured = is_quantity(after) || (after->kind == TOKEN_NUMBER &&
                                              sentence_any(sentence, clause->first, clause->end,
                                                           WORD(MEASURE) | WORD(FAILURE)));
    if (token_has(token, WORD(BOUND)) && token_has(token, WORD(PREPOSITION))) {
        return is_quantity(after) && !after->is_compound && after->value < 86400 &&
               !token_is(token, "over") && !token_is(token, "above") && !token_is(token, "within");
    }
    if (token_is(token, "down") && token_is(after, "to")) {
        return true;
    }
    bool is_span = token_has(after, WORD(TIME)) ||
                   (token_is(after, "a") && index + 2 < sentence->tokens.count &&
                    token_has(sentence_token(sentence, index + 2), WORD(TIME)));
    if (!token_is(token, "from") || !(is_measured || is_span)) {
        return false;
    }
    enum { SPREAD = 9 };
    for (size_t i = index + 2; i < sentence->tokens.count && i < index + SPREAD; i++) {
        if (token_is(sentence_token(sentence, i), "to")) {
            return true;
        }
    }
    return index > 1 && token_is(sentence_token(sentence, index - 2), "to");
}

/* "six weeks before support ended", "two months early", "ahead of schedule". */
static bool is_told_early(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (index == 0) {
        return token_is(token, "ahead of");
    }
    const Token *previous = sentence_token(sentence, index - 1);
    bool is_early =
        token_is(token, "early") || token_is(token, "before") || token_is(token, "ahead of");
    return is_early && previous->kind == TOKEN_NUMBER && previous->number == NUMBER_DURATION;
}

static bool is_result_clause(const Sentence *sentence, const Clause *clause)
{
    switch (clause->kind) {
    case CLAUSE_MAIN:
    case CLAUSE_NEXT:
        return is_any_outcome(sentence, clause, is_main_outcome);
    case CLAUSE_GERUND:
        return is_any_outcome(sentence, clause, is_following_outcome);
    case CLAUSE_RELATIVE:
        return is_seen_failure(sentence, clause) ||
               is_any_outcome(sentence, clause, is_following_outcome);
    case CLAUSE_SO:
        return is_told_so(sentence, clause);
    case CLAUSE_STATEMENT:
        return is_statement(sentence, clause);
    case CLAUSE_WITHOUT:
        return is_without_harm(sentence, clause);
    case CLAUSE_PURPOSE:
        return has_number(sentence, clause->first, clause->end) &&
               is_any_outcome(sentence, clause, is_main_outcome);
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
        if (is_told_by_words(sentence, i) || is_told_early(sentence, i) ||
            is_told_by_pair(sentence, i)) {
            take_result(judgement, i, i + 1);
        }
    }
}
