/* Metric: a number that is evidence, an outcome with its measure or the scale of operation.
 * Versions, years, sizes of teams and counts of what was written are none. */
#include "contrast.h"
#include "count.h"
#include "judgement.h"
#include "outcome.h"

enum { LARGE_COUNT = 1000, WEEK_SECONDS = 604800 };

static bool is_year(const Token *token)
{
    return token->number == NUMBER_COUNT && !token->is_spelled && token->value >= 1980 &&
           token->value <= 2050 && token->end - token->start == 4;
}

/* "Java 17", "HTTP/2", "Spring Boot 3.x", "version 2": the number belongs to the name. */
static bool is_version(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_at(sentence, index);
    const Token *previous = sentence_before(sentence, index);
    if (token->number == NUMBER_VERSION || token->number == NUMBER_ORDINAL ||
        (token->is_joined && previous->kind == TOKEN_WORD)) {
        return true;
    }
    bool is_named = token_has(previous, WORD(TECHNOLOGY) | WORD(GENERIC_TECHNOLOGY)) ||
                    token_is(previous, "version") || token_is(previous, "v") ||
                    token_is(previous, "phase") || token_is(previous, "tier") ||
                    token_is(previous, "level") || token_is(previous, "top") ||
                    (previous->is_capital && !previous->is_known && index > 1);
    size_t end = sentence_phrase_end(sentence, index + 1);
    bool has_noun = sentence_any(sentence, index + 1, end, WORD(SIZE) | WORD(USERS));
    return is_named && token->number == NUMBER_COUNT && !has_noun && token->value < LARGE_COUNT;
}

/* "20% better efficiency": the percentage is of the vague word itself. */
static bool is_of_vague(const Sentence *sentence, size_t index)
{
    size_t end = sentence_phrase_end(sentence, index + 1);
    return end > index + 1 && outcome_is_vague_word(sentence, end - 1) &&
           !token_has(sentence_at(sentence, end - 1), WORD(MEASURE)) &&
           !(index + 2 == end && token_is(sentence_at(sentence, end - 1), "availability"));
}

/* Only words like "performance" in the clause: nothing was measured. */
static bool is_undefined(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Clause *clause = sentence_clause(sentence, index);
    bool is_vague = false;
    for (size_t i = clause->first; i < clause->end; i++) {
        const Token *token = sentence_at(sentence, i);
        if (token_has(token, WORD(MEASURE) | WORD(FAILURE)) && !token_has(token, WORD(VAGUE))) {
            return false;
        }
        is_vague |= outcome_is_vague_word(sentence, i);
    }
    return is_vague;
}

/* "from 12 s to 900 ms", "from 14 to 3", "from hours to minutes". */
static bool is_change_from(const Sentence *sentence, size_t index)
{
    enum { SPREAD = 10 };
    if (!token_is(sentence_before(sentence, index), "from") &&
        !token_is(sentence_before(sentence, index), "about")) {
        return false;
    }
    for (size_t i = index + 1; i < sentence->tokens.count && i < index + SPREAD; i++) {
        if (token_is(sentence_at(sentence, i), "to") ||
            token_is_mark(sentence_at(sentence, i), '>')) {
            return true;
        }
    }
    return token_is(sentence_before(sentence, index - 1), "down");
}

/* Prepositions that make a duration an outcome: in, to, under, by, off. */
static bool is_reached(const Sentence *sentence, size_t index)
{
    static const char *const words[] = {"in",   "to",    "under", "below", "within",  "by",
                                        "than", "above", "over",  "at",    "roughly", "about"};
    const Token *previous = sentence_before(sentence, index);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(previous, words[i])) {
            return true;
        }
    }
    return false;
}

static bool is_outcome_clause(const Sentence *sentence, size_t index)
{
    const Clause *clause = sentence_clause(sentence, index);
    for (size_t i = clause->first; i < clause->end; i++) {
        if (token_is(sentence_at(sentence, i), "now")) {
            return true;
        }
    }
    return sentence_clause_has(sentence, index,
                               WORD(LOWER) | WORD(RAISE) | WORD(MEASURE) | WORD(FAILURE) |
                                   WORD(CHANGE) | WORD(IMPROVE) | WORD(KEEP));
}

static bool is_duration_evidence(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = sentence_at(sentence, index);
    const Token *next = sentence_at(sentence, index + 1);
    if (token_is(next, "of") &&
        (sentence_clause_has(sentence, index, WORD(LOWER) | WORD(PREVENT)) ||
         token_is(sentence_before(sentence, index), "replacing"))) {
        return true;
    }
    if (token_is(next, "of") || token_is(next, "experience") || token_is(next, "old")) {
        return false;
    }
    if (is_change_from(sentence, index) || token_is(next, "early") || token_is(next, "before") ||
        token_is(next, "ahead of") || token_is(next, "sooner") || token_is(next, "faster") ||
        token_is(next, "instead of") || token_is(next, "rather than") || token_is(next, "off")) {
        return true;
    }
    if (token->is_compound) {
        return token_has(next, WORD(MEASURE) | WORD(FAILURE)) || token_is(next, "run") ||
               token_is(next, "job");
    }
    bool is_stretch = token_is(sentence_before(sentence, index), "over") ||
                      token_is(sentence_before(sentence, index), "for") ||
                      token_is(sentence_before(sentence, index), "every") ||
                      token_is(sentence_before(sentence, index), "per") ||
                      token_is(sentence_before(sentence, index), "a");
    bool is_project = token->value >= WEEK_SECONDS &&
                      (token_is(sentence_before(sentence, index), "in") ||
                       token_is(sentence_before(sentence, index), "within")) &&
                      !sentence_clause_has(sentence, index, WORD(LOWER));
    return !is_stretch && !is_project && is_outcome_clause(sentence, index) &&
           (is_reached(sentence, index) || judgement->has_result);
}

static bool has_bad_word(const Sentence *sentence, const Clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++) {
        if (words_are_bad(sentence_at(sentence, i))) {
            return true;
        }
    }
    return false;
}

/* "dried up from a dozen a week": what failed is told by what it was. */
static bool is_former_count(const Sentence *sentence, size_t index)
{
    const Token *previous = sentence_before(sentence, index);
    bool is_about = token_is(previous, "a") || token_is(previous, "around") ||
                    token_is(previous, "about") || token_is(previous, "roughly");
    bool is_from = token_is(previous, "from") ||
                   (index > 1 && is_about && token_is(sentence_at(sentence, index - 2), "from"));
    return is_from && sentence_clause(sentence, index)->kind == CLAUSE_STATEMENT &&
           (sentence_clause_has(sentence, index, WORD(FAILURE)) ||
            has_bad_word(sentence, sentence_clause(sentence, index)));
}

static bool is_plain_count_evidence(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    if (is_change_from(sentence, index)) {
        return sentence_clause_has(sentence, index,
                                   WORD(FAILURE) | WORD(MEASURE) | WORD(CHANGE) | WORD(LOWER) |
                                       WORD(RAISE));
    }
    const Token *previous = sentence_before(sentence, index);
    bool is_bound = token_has(previous, WORD(BOUND)) || token_is(previous, "than");
    const Token *next = sentence_at(sentence, index + 1);
    if (token_is(next, "instead of") || token_is(next, "rather than")) {
        return true;
    }
    /* "cut wrong labels to 3 a month". */
    bool is_rest = token_is(previous, "to") && sentence_clause_has(sentence, index, WORD(LOWER)) &&
                   (sentence_clause_has(sentence, index, WORD(FAILURE)) ||
                    has_bad_word(sentence, sentence_clause(sentence, index)));
    if (is_rest || is_former_count(sentence, index)) {
        return true;
    }
    return is_bound && is_outcome_clause(sentence, index);
}

/* "2,000 hours of development": effort, not effect. */
static bool is_time_spent(const Sentence *sentence, size_t index)
{
    const Token *after = sentence_at(sentence, index + 2);
    const Token *number = sentence_at(sentence, index);
    StrView text = view_slice(sentence->tokens.text, number->start, number->end);
    bool is_hours = view_ends_with(text, "hours") || view_ends_with(text, "h");
    return is_hours && number->number == NUMBER_DURATION &&
           token_is(sentence_at(sentence, index + 1), "of") &&
           !sentence_clause_has(sentence, index, WORD(LOWER) | WORD(PREVENT)) &&
           token_has(after, WORD(GENERIC) | WORD(UPKEEP) | WORD(ACTIVITY)) &&
           !token_has(after, WORD(MEASURE));
}

/* "Interviewed 25 candidates": whom one met is no scale. */
static bool is_of_hiring(const Judgement *judgement)
{
    const Token *lead = sentence_at(judgement->sentence, judgement->lead);
    return token_is(lead, "interviewed") || token_is(lead, "hired") || token_is(lead, "recruited");
}

static CountKind number_kind(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = sentence_at(sentence, index);
    if (is_of_hiring(judgement) || is_version(sentence, index) ||
        (is_year(token) && !count_head(sentence, index))) {
        return COUNT_NOTHING;
    }
    if (is_time_spent(sentence, index)) {
        return COUNT_ACTIVITY;
    }
    if (contrast_is_former(sentence, index)) {
        return COUNT_EVIDENCE;
    }
    CountKind counted = count_kind(judgement, index);
    if (counted == COUNT_ARTEFACT && is_change_from(sentence, index)) {
        return COUNT_EVIDENCE;
    }
    if (counted == COUNT_ACTIVITY || counted == COUNT_ARTEFACT) {
        return counted;
    }
    if (token->number == NUMBER_TIMES && sentence_clause_has(sentence, index, WORD(ACTIVITY)) &&
        !sentence_clause_has(sentence, index, WORD(MEASURE) | WORD(LOWER))) {
        return COUNT_ACTIVITY;
    }
    bool is_evidence = false;
    switch (token->number) {
    case NUMBER_PERCENT:
    case NUMBER_TIMES:
        is_evidence = !is_undefined(judgement, index) && !is_of_vague(sentence, index);
        break;
    case NUMBER_MONEY:
    case NUMBER_RATE:
    case NUMBER_BYTES:
        is_evidence = true;
        break;
    case NUMBER_DURATION:
        is_evidence = is_duration_evidence(judgement, index);
        break;
    default:
        is_evidence = counted == COUNT_EVIDENCE || is_plain_count_evidence(judgement, index);
    }
    return is_evidence ? COUNT_EVIDENCE : COUNT_NOTHING;
}

/* "half released", "half a page": no measure was halved. */
static bool is_bare_half(const Sentence *sentence, size_t index)
{
    static const char *const words[] = {"by",     "in",        "to",       "than",    "about",
                                        "nearly", "almost",    "over",     "roughly", "a",
                                        "one",    "more than", "less than"};
    const Token *previous = sentence_before(sentence, index);
    if (!token_is(sentence_at(sentence, index), "half")) {
        return false;
    }
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(previous, words[i])) {
            return false;
        }
    }
    return !token_is(sentence_at(sentence, index + 1), "of") &&
           !token_is(sentence_at(sentence, index + 1), "the");
}

/* "within a minute", "a month early": one unit of time, told without a number. */
static bool is_one_span(const Sentence *sentence, size_t index)
{
    const Token *unit = sentence_at(sentence, index + 1);
    if (!token_is(sentence_at(sentence, index), "a") &&
        !token_is(sentence_at(sentence, index), "an")) {
        return false;
    }
    const Token *after = sentence_at(sentence, index + 2);
    ClauseKind kind = sentence_clause(sentence, index)->kind;
    bool is_early = (token_is(after, "early") || token_is(after, "ahead of")) &&
                    (kind == CLAUSE_MAIN || kind == CLAUSE_NEXT);
    const Token *previous = sentence_before(sentence, index);
    bool is_limit = token_is(previous, "within") || token_is(previous, "under") ||
                    (token_is(previous, "in") && is_outcome_clause(sentence, index));
    return token_has(unit, WORD(TIME)) && (unit->forms & FORM_SINGULAR) &&
           !token_is(unit, "time") && !token_is(unit, "while") && (is_early || is_limit);
}

/* Words that quantify: halved, threefold, dozens of stores, weekly to daily, zero downtime. */
static bool is_word_evidence(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = sentence_at(sentence, index);
    const Token *next = sentence_at(sentence, index + 1);
    if (token_has(token, WORD(QUANTITY))) {
        return !is_bare_half(sentence, index) && !next->is_joined &&
               !is_undefined(judgement, index);
    }
    if (token_has(token, WORD(MANY))) {
        return token_is(next, "of") || sentence->readings[index] == READING_NOUN;
    }
    bool is_from = token_is(sentence_before(sentence, index), "from");
    bool is_from_a = token_is(sentence_before(sentence, index), "a") && index > 1 &&
                     token_is(sentence_at(sentence, index - 2), "from");
    if ((is_from || is_from_a) && token_has(token, WORD(FREQUENCY) | WORD(TIME)) &&
        token_is(next, "to")) {
        return true;
    }
    if (is_one_span(sentence, index)) {
        return true;
    }
    bool is_none = token_is(token, "no") || token_is(token, "zero") || token_is(token, "not one");
    if (is_none && next->kind == TOKEN_WORD) {
        return words_are_bad(next) ||
               sentence_any(sentence, index + 1, sentence_phrase_end(sentence, index + 1),
                            WORD(FAILURE)) ||
               token_is(next, "downtime");
    }
    return (token_is(token, "none") || token_is(token, "zero")) &&
           token_is(sentence_before(sentence, index), "to");
}

static void note_vanity(Judgement *judgement, size_t index, CountKind kind, bool *is_activity)
{
    judgement_fault(judgement, "vanity-metric", index, index + 2);
    *is_activity |= kind == COUNT_ACTIVITY;
}

static void settle_vanity(Judgement *judgement, bool is_activity)
{
    if (!judgement_has_fault(judgement, "vanity-metric") || judgement->has_result ||
        judgement->has_metric) {
        return;
    }
    judgement->is_fatal |= is_activity;
    judgement->is_structural |= !is_activity;
}

void metric_judge(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    bool is_activity = false;
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const Token *token = sentence_at(sentence, i);
        CountKind kind = COUNT_NOTHING;
        if (token->kind == TOKEN_NUMBER) {
            kind = number_kind(judgement, i);
        }
        if (kind == COUNT_ACTIVITY || kind == COUNT_ARTEFACT) {
            note_vanity(judgement, i, kind, &is_activity);
        } else if (kind == COUNT_EVIDENCE || is_word_evidence(judgement, i)) {
            judgement->has_metric = true;
            judgement_span(judgement, SLOT_RESULT, i, i + 1);
        }
    }
    settle_vanity(judgement, is_activity);
}
