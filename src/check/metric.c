/* Metric: a number that is evidence, an outcome with its measure or the scale of operation.
 * Versions, years, sizes of teams and counts of what was written are none. */
#include "contrast.h"
#include "judgement.h"
#include "outcome.h"

enum { EVIDENT_COUNT = 10, LARGE_COUNT = 1000, WEEK_SECONDS = 604800 };

static const Token *token_at(const Sentence *sentence, size_t index)
{
    static const Token nothing = {.kind = TOKEN_MARK};
    return index < sentence->tokens.count ? sentence_token(sentence, index) : &nothing;
}

static const Token *token_before(const Sentence *sentence, size_t index)
{
    return index > 0 ? token_at(sentence, index - 1) : token_at(sentence, sentence->tokens.count);
}

static bool is_year(const Token *token)
{
    return token->number == NUMBER_COUNT && !token->is_spelled && token->value >= 1980 &&
           token->value <= 2050 && token->end - token->start == 4;
}

/* "Java 17", "HTTP/2", "Spring Boot 3.x", "version 2": the number belongs to the name. */
static bool is_version(const Sentence *sentence, size_t index)
{
    const Token *token = token_at(sentence, index);
    const Token *previous = token_before(sentence, index);
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

/* The head of what is counted: the first plural after the number, else the last noun. */
static const Token *counted_head(const Sentence *sentence, size_t index)
{
    size_t end = index + 1;
    size_t head = 0;
    while (end < sentence->tokens.count && (sentence->readings[end] == READING_NOUN ||
                                            sentence->readings[end] == READING_MODIFIER ||
                                            sentence->readings[end] == READING_ADVERB)) {
        head = sentence->readings[end] == READING_NOUN ? end : head;
        end++;
        bool is_plural = (token_at(sentence, head)->forms & FORM_PLURAL) ||
                         (token_at(sentence, head)->tags == 0 &&
                          view_ends_with(token_at(sentence, head)->lower, "s"));
        if (head == end - 1 && is_plural) {
            break;
        }
    }
    return head ? token_at(sentence, head) : NULL;
}

static bool clause_has(const Sentence *sentence, size_t index, WordTags any)
{
    const Clause *clause = sentence_clause(sentence, index);
    return sentence_any(sentence, clause->first, clause->end, any);
}

static bool begins_with(const Sentence *sentence, size_t lead, WordTags classes)
{
    return lead < sentence->tokens.count && token_has(token_at(sentence, lead), classes);
}

typedef enum { COUNT_NOTHING, COUNT_EVIDENCE, COUNT_ACTIVITY, COUNT_ARTEFACT } CountKind;

/* "endpoints", "contract tests", "pytest cases"; a head follows a number, so one stands before. */
static bool is_artefact(const Token *head)
{
    bool is_test = view_ends_with(head->lower, " tests") ||
                   (token_is(head, "cases") && token_has(head - 1, WORD(TECHNOLOGY)));
    return is_test || (token_has(head, WORD(ARTEFACT)) && !token_has(head, WORD(FAILURE)));
}

/* "that 22 services follow", "across 22 services": how far it reaches, not what was written. */
static bool is_reach(const Token *previous)
{
    static const char *const words[] = {"that", "which", "by",   "across", "for",  "to",
                                        "in",   "of",    "from", "into",   "among"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(previous, words[i])) {
            return true;
        }
    }
    return false;
}

static CountKind count_of_artefacts(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *number = token_at(sentence, index);
    bool is_made = !is_reach(token_before(sentence, index)) &&
                   (begins_with(sentence, judgement->lead, WORD(MAKE)) ||
                    !begins_with(sentence, judgement->lead,
                                 WORD(MOVE) | WORD(LOWER) | WORD(PREVENT) | WORD(TECHNIQUE) |
                                     WORD(CUSTODIAL)));
    if (is_made) {
        return number->value >= 2 && !number->is_spelled ? COUNT_ARTEFACT : COUNT_NOTHING;
    }
    const Token *head = counted_head(sentence, index);
    bool is_scale = token_has(head, WORD(SIZE)) && number->value >= EVIDENT_COUNT;
    return is_scale || number->value >= LARGE_COUNT ? COUNT_EVIDENCE : COUNT_NOTHING;
}

static bool follows_adoption(const Sentence *sentence, size_t index)
{
    for (size_t i = index; i > 0 && i + 5 > index; i--) {
        const Token *token = token_at(sentence, i - 1);
        if (token_is(token, "adopted") || token_is(token, "rolled out") ||
            token_is(token, "used") || token_is(token, "deployed") || token_is(token, "in use")) {
            return true;
        }
    }
    return false;
}

/* "210 client companies": who is served, though companies alone are no evidence. */
static bool counts_customers(const Sentence *sentence, size_t index)
{
    return token_at(sentence, index)->value >= EVIDENT_COUNT &&
           token_has(token_at(sentence, index + 1), WORD(USERS) | WORD(DOMAIN)) &&
           !token_has(token_at(sentence, index + 1), WORD(TEAM));
}

/* A count with its noun: 1.8 million events, 120 stores, 250 tickets, 80 endpoints. */
static CountKind count_kind(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *number = token_at(sentence, index);
    const Token *head = counted_head(sentence, index);
    if (!head) {
        return COUNT_NOTHING;
    }
    if (token_has(head, WORD(FAILURE)) && !number->is_spelled &&
        sentence_clause(sentence, index)->kind == CLAUSE_GERUND &&
        clause_has(sentence, index, WORD(PREVENT))) {
        return COUNT_EVIDENCE; /* "catching all 6 regressions" */
    }
    bool is_rate = token_has(head, WORD(MEASURE)) && view_ends_with(head->lower, " per second");
    if (is_rate || follows_adoption(sentence, index)) {
        return COUNT_EVIDENCE;
    }
    if (token_has(head, WORD(ACTIVITY)) && number->value < 1e6) {
        bool is_few = number->is_spelled && number->value < EVIDENT_COUNT;
        const Token *previous = token_before(sentence, index);
        bool is_bound = token_is(previous, "fewer than") || token_is(previous, "less than") ||
                        token_is(previous, "under") || token_is(previous, "below");
        return is_bound ? COUNT_EVIDENCE : is_few ? COUNT_NOTHING : COUNT_ACTIVITY;
    }
    if (token_has(head, WORD(TEAM))) {
        return counts_customers(sentence, index) ? COUNT_EVIDENCE : COUNT_NOTHING;
    }
    if (is_artefact(head) && number->value < 1e6) {
        return count_of_artefacts(judgement, index);
    }
    if (number->value >= LARGE_COUNT) {
        return COUNT_EVIDENCE;
    }
    if (token_has(head, WORD(USERS) | WORD(SIZE) | WORD(DOMAIN)) || !head->is_known) {
        return number->value >= EVIDENT_COUNT ||
                       (token_has(head, WORD(USERS)) && number->value >= 2)
                   ? COUNT_EVIDENCE
                   : COUNT_NOTHING;
    }
    return COUNT_NOTHING;
}

/* "20% better efficiency": the percentage is of the vague word itself. */
static bool is_of_vague(const Sentence *sentence, size_t index)
{
    size_t end = sentence_phrase_end(sentence, index + 1);
    return end > index + 1 && outcome_is_vague_word(sentence, end - 1) &&
           !token_has(token_at(sentence, end - 1), WORD(MEASURE)) &&
           !(index + 2 == end && token_is(token_at(sentence, end - 1), "availability"));
}

/* Only words like "performance" in the clause: nothing was measured. */
static bool is_undefined(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Clause *clause = sentence_clause(sentence, index);
    bool is_vague = false;
    for (size_t i = clause->first; i < clause->end; i++) {
        const Token *token = token_at(sentence, i);
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
    if (!token_is(token_before(sentence, index), "from") &&
        !token_is(token_before(sentence, index), "about")) {
        return false;
    }
    for (size_t i = index + 1; i < sentence->tokens.count && i < index + SPREAD; i++) {
        if (token_is(token_at(sentence, i), "to") || token_is_mark(token_at(sentence, i), '>')) {
            return true;
        }
    }
    return token_is(token_before(sentence, index - 1), "down");
}

/* Prepositions that make a duration an outcome: in, to, under, by, off. */
static bool is_reached(const Sentence *sentence, size_t index)
{
    static const char *const words[] = {"in",   "to",    "under", "below", "within",  "by",
                                        "than", "above", "over",  "at",    "roughly", "about"};
    const Token *previous = token_before(sentence, index);
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
        if (token_is(token_at(sentence, i), "now")) {
            return true;
        }
    }
    return clause_has(sentence, index,
                      WORD(LOWER) | WORD(RAISE) | WORD(MEASURE) | WORD(FAILURE) | WORD(CHANGE) |
                          WORD(IMPROVE) | WORD(KEEP));
}

static bool is_duration_evidence(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = token_at(sentence, index);
    const Token *next = token_at(sentence, index + 1);
    if (token_is(next, "of") && (clause_has(sentence, index, WORD(LOWER) | WORD(PREVENT)) ||
                                 token_is(token_before(sentence, index), "replacing"))) {
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
    bool is_stretch = token_is(token_before(sentence, index), "over") ||
                      token_is(token_before(sentence, index), "for") ||
                      token_is(token_before(sentence, index), "every") ||
                      token_is(token_before(sentence, index), "per") ||
                      token_is(token_before(sentence, index), "a");
    bool is_project = token->value >= WEEK_SECONDS &&
                      (token_is(token_before(sentence, index), "in") ||
                       token_is(token_before(sentence, index), "within")) &&
                      !clause_has(sentence, index, WORD(LOWER));
    return !is_stretch && !is_project && is_outcome_clause(sentence, index) &&
           (is_reached(sentence, index) || judgement->has_result);
}

static bool has_bad_word(const Sentence *sentence, const Clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++) {
        if (words_are_bad(token_at(sentence, i))) {
            return true;
        }
    }
    return false;
}

/* "dried up from a dozen a week": what failed is told by what it was. */
static bool is_former_count(const Sentence *sentence, size_t index)
{
    const Token *previous = token_before(sentence, index);
    bool is_about = token_is(previous, "a") || token_is(previous, "around") ||
                    token_is(previous, "about") || token_is(previous, "roughly");
    bool is_from = token_is(previous, "from") ||
                   (index > 1 && is_about && token_is(token_at(sentence, index - 2), "from"));
    return is_from && sentence_clause(sentence, index)->kind == CLAUSE_STATEMENT &&
           (clause_has(sentence, index, WORD(FAILURE)) ||
            has_bad_word(sentence, sentence_clause(sentence, index)));
}

static bool is_plain_count_evidence(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    if (is_change_from(sentence, index)) {
        return clause_has(sentence, index,
                          WORD(FAILURE) | WORD(MEASURE) | WORD(CHANGE) | WORD(LOWER) | WORD(RAISE));
    }
    const Token *previous = token_before(sentence, index);
    bool is_bound = token_has(previous, WORD(BOUND)) || token_is(previous, "than");
    const Token *next = token_at(sentence, index + 1);
    if (token_is(next, "instead of") || token_is(next, "rather than")) {
        return true;
    }
    if (is_former_count(sentence, index)) {
        return true;
    }
    return is_bound && is_outcome_clause(sentence, index);
}

/* "2,000 hours of development": effort, not effect. */
static bool is_time_spent(const Sentence *sentence, size_t index)
{
    const Token *after = token_at(sentence, index + 2);
    return token_at(sentence, index)->number == NUMBER_DURATION &&
           token_is(token_at(sentence, index + 1), "of") &&
           !clause_has(sentence, index, WORD(LOWER) | WORD(PREVENT)) &&
           token_has(after, WORD(GENERIC) | WORD(UPKEEP) | WORD(ACTIVITY)) &&
           !token_has(after, WORD(MEASURE));
}

static CountKind number_kind(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = token_at(sentence, index);
    bool is_hiring = begins_with(sentence, judgement->lead, WORD(VERB)) &&
                     (token_is(token_at(sentence, judgement->lead), "interviewed") ||
                      token_is(token_at(sentence, judgement->lead), "hired") ||
                      token_is(token_at(sentence, judgement->lead), "recruited"));
    if (is_hiring || is_version(sentence, index) ||
        (is_year(token) && !counted_head(sentence, index))) {
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
    if (token->number == NUMBER_TIMES && clause_has(sentence, index, WORD(ACTIVITY)) &&
        !clause_has(sentence, index, WORD(MEASURE) | WORD(LOWER))) {
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
    const Token *previous = token_before(sentence, index);
    if (!token_is(token_at(sentence, index), "half")) {
        return false;
    }
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(previous, words[i])) {
            return false;
        }
    }
    return !token_is(token_at(sentence, index + 1), "of") &&
           !token_is(token_at(sentence, index + 1), "the");
}

/* "within a minute", "a month early": one unit of time, told without a number. */
static bool is_one_span(const Sentence *sentence, size_t index)
{
    const Token *unit = token_at(sentence, index + 1);
    if (!token_is(token_at(sentence, index), "a") && !token_is(token_at(sentence, index), "an")) {
        return false;
    }
    const Token *after = token_at(sentence, index + 2);
    ClauseKind kind = sentence_clause(sentence, index)->kind;
    bool is_early = (token_is(after, "early") || token_is(after, "ahead of")) &&
                    (kind == CLAUSE_MAIN || kind == CLAUSE_NEXT);
    const Token *previous = token_before(sentence, index);
    bool is_limit = token_is(previous, "within") || token_is(previous, "under") ||
                    (token_is(previous, "in") && is_outcome_clause(sentence, index));
    return token_has(unit, WORD(TIME)) && (unit->forms & FORM_SINGULAR) &&
           !token_is(unit, "time") && !token_is(unit, "while") && (is_early || is_limit);
}

/* Words that quantify: halved, threefold, dozens of stores, weekly to daily, zero downtime. */
static bool is_word_evidence(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = token_at(sentence, index);
    const Token *next = token_at(sentence, index + 1);
    if (token_has(token, WORD(QUANTITY))) {
        return !is_bare_half(sentence, index) && !next->is_joined &&
               !is_undefined(judgement, index);
    }
    if (token_has(token, WORD(MANY))) {
        return token_is(next, "of") || sentence->readings[index] == READING_NOUN;
    }
    bool is_from = token_is(token_before(sentence, index), "from");
    bool is_from_a = token_is(token_before(sentence, index), "a") && index > 1 &&
                     token_is(token_at(sentence, index - 2), "from");
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
           token_is(token_before(sentence, index), "to");
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
        const Token *token = token_at(sentence, i);
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
