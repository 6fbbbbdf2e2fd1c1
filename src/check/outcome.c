#include "outcome.h"

#include "judgement.h"

static bool is_evidence_shape(const Token *token)
{
    return (token->kind == TOKEN_NUMBER && token->number != NUMBER_VERSION &&
            token->number != NUMBER_ORDINAL) ||
           token_has(token, WORD(QUANTITY));
}

bool outcome_has_number(const Sentence *sentence, size_t first, size_t end)
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

/* "availability" after a noun is of that noun, "hotel availability", and after a number it is
 * measured. */
bool outcome_is_vague_word(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    bool is_of_noun = token_is(token, "availability") && index > 0 &&
                      (sentence->readings[index - 1] == READING_NOUN ||
                       sentence->readings[index - 1] == READING_NUMBER);
    return token_has(token, WORD(VAGUE)) && !is_of_noun && !token_has(token, WORD(DETERMINER));
}

/* "efficiency", "the user experience": nothing in the object says what became better. */
bool outcome_is_vague(const Outcome *outcome)
{
    const Sentence *sentence = outcome->sentence;
    bool is_vague = false;
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token_has(token, WORD(MEASURE) | WORD(FAILURE)) && !token_has(token, WORD(VAGUE))) {
            return false;
        }
        is_vague |= outcome_is_vague_word(sentence, i);
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

/* "shortened the transaction"; a "lock-up" is none. */
static bool is_bare_mechanism(const Sentence *sentence, size_t index)
{
    bool is_part =
        index + 1 < sentence->tokens.count && sentence_token(sentence, index + 1)->is_joined;
    return token_has(sentence_token(sentence, index), WORD(MECHANISM)) && !is_part;
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
            !token_has(token, WORD(GENERIC) | WORD(TEAM) | WORD(TECHNOLOGY) | WORD(METHOD)) &&
            !is_bare_mechanism(sentence, i)) {
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
        bool is_cause = !token_has(token, WORD(FAILURE)) && !words_are_bad(token);
        for (size_t k = 0; !is_cause && k < sizeof(causes) / sizeof(causes[0]); k++) {
            is_cause = token_is(token, causes[k]);
        }
        if (!is_cause) {
            return true;
        }
    }
    return false;
}

/* "fixed the app crashing on start-up". */
static bool names_behaviour(const Outcome *outcome)
{
    const Sentence *sentence = outcome->sentence;
    for (size_t i = outcome->verb + 2; i < outcome->clause->end; i++) {
        if (sentence->readings[i] == READING_VERB &&
            (sentence_token(sentence, i)->forms & FORM_GERUND) &&
            sentence->readings[i - 1] == READING_NOUN) {
            return true;
        }
    }
    return false;
}

static bool is_fixing(const Token *verb)
{
    static const char *const starts[] = {"fix",    "resolv", "solv",   "patch",
                                         "repair", "cure",   "correct"};
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
        if (view_starts_with(sentence_token(outcome->sentence, i)->lower, "manual ")) {
            return true;
        }
    }
    return false;
}

/* "replacing six hours of copying a week". */
static bool takes_time(const Outcome *outcome)
{
    const Sentence *sentence = outcome->sentence;
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token->kind == TOKEN_NUMBER && token->number == NUMBER_DURATION) {
            return true;
        }
    }
    return has_toil(outcome);
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

static bool is_shielding(const Outcome *outcome)
{
    static const char *const starts[] = {"protect", "guard",  "shield", "insulat",
                                         "isolat",  "defend", "spar"};
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (view_starts_with(verb->lower, starts[i])) {
            return true;
        }
    }
    return false;
}

/* "ended the weekly lock-up": what ends is unwelcome by the verb alone. */
static bool is_ending(const Token *verb)
{
    static const char *const starts[] = {"end", "eliminat", "eradicat", "abolish", "halt", "avert"};
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (view_starts_with(verb->lower, starts[i])) {
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
        const Token *token = sentence_token(sentence, i);
        if (token_is(token, "against") || (token_is(token, "from") && is_shielding(outcome)) ||
            (token_is(token, "from") && (sentence_token(sentence, i + 1)->forms & FORM_GERUND))) {
            return true;
        }
    }
    return false;
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
    /* "mislabelled", "mispriced". */
    return view_starts_with(token->lower, "mis") && (token->forms & FORM_PAST);
}

static bool is_main_prevention(const Outcome *outcome)
{
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    if (is_fixing(verb)) {
        return (names_effect(outcome) || names_behaviour(outcome)) && !outcome_is_vague(outcome);
    }
    bool is_failure =
        sentence_any(outcome->sentence, outcome->verb + 1, outcome->clause->end, WORD(FAILURE));
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        is_failure |= words_are_bad(sentence_token(outcome->sentence, i));
    }
    return ((is_failure && !token_has(verb, WORD(MOVE))) || has_toil(outcome) ||
            is_kept_from(outcome) || (is_ending(verb) && has_own_object(outcome))) &&
           !outcome_is_vague(outcome);
}

static bool has_purpose_next(const Outcome *outcome)
{
    const Clause *next = outcome->clause + 1;
    return next < outcome->sentence->clauses + outcome->sentence->clause_count &&
           next->kind == CLAUSE_PURPOSE;
}

/* "Allowed dispatchers to …": what others can do now. */
static bool lets_do(const Outcome *outcome)
{
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    bool is_letting =
        view_starts_with(verb->lower, "allow") || view_starts_with(verb->lower, "enabl") ||
        view_starts_with(verb->lower, "permit") || view_starts_with(verb->lower, "empower") ||
        token_is(verb, "made it possible") || token_is(verb, "make it possible");
    return is_letting && has_purpose_next(outcome);
}

/* "Gave HR a way to …", "handed support a button": what others have now. */
static bool gives_people(const Outcome *outcome)
{
    static const char *const starts[] = {"gave", "give", "giving", "hand", "grant", "offer"};
    const Sentence *sentence = outcome->sentence;
    const Token *verb = sentence_token(sentence, outcome->verb);
    bool is_giving = false;
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        is_giving |= view_starts_with(verb->lower, starts[i]);
    }
    size_t people = outcome->verb + 1;
    while (people < outcome->clause->end && sentence->readings[people] == READING_SMALL) {
        people++;
    }
    size_t end = sentence_phrase_end(sentence, people);
    return is_giving && end > people && end < outcome->clause->end && has_purpose_next(outcome) &&
           token_has(sentence_token(sentence, end), WORD(DETERMINER));
}

/* "Ensured card numbers never reach the logs": the action is told by its means. */
static bool ensures_never(const Outcome *outcome)
{
    return sentence_any(outcome->sentence, outcome->verb, outcome->clause->end, WORD(NEGATION));
}

/* "Kept the portal up on results day", "kept the planner answering". */
static bool keeps_going(const Outcome *outcome)
{
    static const char *const states[] = {"up",     "alive",      "available", "online",
                                         "usable", "responsive", "open",      "reachable"};
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    if (!token_is(verb, "kept") && !token_is(verb, "keep")) {
        return false;
    }
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        if (has_word(outcome, states[i])) {
            return true;
        }
    }
    return names_behaviour(outcome);
}

/* "Made rollbacks possible without calling operations". */
static bool makes_possible(const Outcome *outcome)
{
    static const char *const states[] = {"possible",    "impossible", "unnecessary", "obsolete",
                                         "superfluous", "bearable",   "reversible",  "redundant"};
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    if (!token_is(verb, "made")) {
        return false;
    }
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        if (has_word(outcome, states[i])) {
            return true;
        }
    }
    /* "made the calendar open instantly", "made reports load before noon". */
    for (size_t i = outcome->verb + 2; i < outcome->clause->end; i++) {
        const Token *token = sentence_token(outcome->sentence, i);
        bool is_doing = outcome->sentence->readings[i] == READING_VERB &&
                        (token->forms & FORM_BASE) && token_has(token, WORD(CHANGE));
        if (is_doing || token_is(token, "instantly")) {
            return true;
        }
    }
    return false;
}

/* What one closes for good; tickets are only closed. */
static bool names_hole(const Outcome *outcome)
{
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        const Token *token = sentence_token(outcome->sentence, i);
        if (token_has(token, WORD(FAILURE)) && !token_has(token, WORD(ACTIVITY))) {
            return true;
        }
    }
    return false;
}

/* As the verb of the main clause: "Reduced checkout errors", "Eliminated double bookings". */
bool outcome_is_stated(const Outcome *outcome)
{
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    if (token_is(verb, "cut") && has_word(outcome, "over")) {
        return false; /* "cut the site over to Kubernetes" */
    }
    if (token_has(verb, WORD(ENSURE))) {
        return ensures_never(outcome);
    }
    bool is_reaching = view_starts_with(verb->lower, "achiev") ||
                       view_starts_with(verb->lower, "attain") || token_is(verb, "reached");
    if (is_reaching && !outcome->has_number) {
        return false;
    }
    if (token_has(verb, WORD(LOWER) | WORD(RAISE)) && !outcome_is_vague(outcome)) {
        return outcome->has_number || has_measure(outcome) || has_toil(outcome) ||
               (!token_has(verb, WORD(MOVE)) && has_own_object(outcome));
    }
    if (token_has(verb, WORD(PREVENT))) {
        return is_main_prevention(outcome);
    }
    if (token_has(verb, WORD(IMPROVE))) {
        return has_measure(outcome) && !outcome_is_vague(outcome);
    }
    if (view_starts_with(verb->lower, "let") || lets_do(outcome) || gives_people(outcome)) {
        return !outcome_is_vague(outcome);
    }
    if (has_toil(outcome) && has_word(outcome, "out of")) {
        return true;
    }
    if (view_starts_with(verb->lower, "clos") && names_hole(outcome)) {
        return !outcome_is_vague(outcome);
    }
    bool is_rescue =
        view_starts_with(verb->lower, "rescu") || view_starts_with(verb->lower, "salvag");
    if (keeps_going(outcome) || makes_possible(outcome) || is_rescue) {
        return true;
    }
    return token_has(verb, WORD(ENABLE) | WORD(KEEP)) && outcome->has_number &&
           has_measure(outcome);
}

/* "making it scalable": praise, not a change. */
static bool is_plain_praise(const Outcome *outcome)
{
    static const char *const words[] = {"scalable", "robust",   "maintainable", "efficient",
                                        "flexible", "reliable", "reusable",     "modular",
                                        "cleaner",  "clean",    "better",       "secure",
                                        "stable",   "modern",   "easy"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (has_word(outcome, words[i])) {
            return true;
        }
    }
    return false;
}

/* "making a failed import visible", "made reports load faster"; "made a quiz app" is building. */
static bool makes_it_so(const Outcome *outcome)
{
    const Sentence *sentence = outcome->sentence;
    for (size_t i = outcome->verb + 1; i < outcome->clause->end; i++) {
        Reading reading = sentence->readings[i];
        Reading next = i + 1 < outcome->clause->end ? sentence->readings[i + 1] : READING_MARK;
        bool is_left_over = reading == READING_MODIFIER && next != READING_NOUN &&
                            next != READING_MODIFIER && next != READING_NUMBER;
        if (reading == READING_VERB || is_left_over ||
            token_has(sentence_token(sentence, i), WORD(COMPARATIVE))) {
            return true;
        }
    }
    return outcome->has_number || has_purpose_next(outcome);
}

/* As a consequence: ", cutting …", "which stopped …", "letting support replay …". */
bool outcome_follows(const Outcome *outcome)
{
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    if (outcome_is_vague(outcome) || (is_fixing(verb) && !names_effect(outcome))) {
        return false;
    }
    if (token_has(verb, WORD(ENSURE))) {
        return sentence_any(outcome->sentence, outcome->verb, outcome->clause->end,
                            WORD(NEGATION) | WORD(FAILURE) | WORD(MEASURE)) ||
               outcome->has_number;
    }
    if (view_starts_with(verb->lower, "maintain")) {
        return tells_change(outcome);
    }
    if (token_has(verb, WORD(LOWER) | WORD(RAISE) | WORD(PREVENT) | WORD(ENABLE) | WORD(KEEP))) {
        return true;
    }
    if (token_has(verb, WORD(IMPROVE))) {
        return has_measure(outcome);
    }
    if (has_word(outcome, "out of") && token_has(verb, WORD(CHANGE) | WORD(MOVE))) {
        return true;
    }
    bool is_turn = view_starts_with(verb->lower, "turn") && has_word(outcome, "into");
    bool is_toil = view_starts_with(verb->lower, "replac") && takes_time(outcome);
    if (is_turn || is_toil) {
        return true;
    }
    bool is_making = view_starts_with(verb->lower, "mak") || token_is(verb, "made");
    if (token_has(verb, WORD(CONSEQUENCE))) {
        return !is_plain_praise(outcome) && (!is_making || makes_it_so(outcome));
    }
    return token_has(verb, WORD(CHANGE)) && tells_change(outcome);
}

bool outcome_is_added(const Outcome *outcome)
{
    static const char *const starts[] = {
        "let",  "allow", "enabl", "end",  "stop",       "prevent",          "avoid",  "elimin",
        "spar", "freed", "kept",  "keep", "put an end", "made it possible", "unblock"};
    const Token *verb = sentence_token(outcome->sentence, outcome->verb);
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (view_starts_with(verb->lower, starts[i])) {
            return outcome_follows(outcome);
        }
    }
    return false;
}
