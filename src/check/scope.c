/* Scope: a system named by its purpose or its size. The words of purposes are an open class, so
 * a noun counts unless it is known to be generic, a technology, a mechanism or a measure. */
#include "judgement.h"

#define DULL_WORDS \
    (WORD(GENERIC) | WORD(MECHANISM) | WORD(METHOD) | WORD(BASIC) | WORD(MEASURE) | \
     WORD(FAILURE) | WORD(TEAM) | WORD(TIME) | WORD(UNIT) | WORD(VAGUE) | WORD(BUZZWORD) | \
     WORD(ACTIVITY) | WORD(FREQUENCY) | WORD(QUANTITY) | WORD(MANY) | WORD(COMPARATIVE) | \
     WORD(RATE) | WORD(NUMBER) | WORD(TECHNOLOGY) | WORD(GENERIC_TECHNOLOGY) | WORD(ADVERB) | \
     WORD(WORKING) | WORD(STATE) | WORD(ATTENDING) | WORD(NOT_TECHNIQUE) | WORD(USERS) | \
     WORD(SIZE) | WORD(SYSTEM) | WORD(DEED) | WORD(ADJECTIVE) | WORD(ARTEFACT) | WORD(UPKEEP))
#define HEAD_WORDS (WORD(SYSTEM) | WORD(DEED) | WORD(ARTEFACT))

static unsigned verb_form(const Token *token)
{
    return token->forms & (FORM_BASE | FORM_THIRD | FORM_PAST | FORM_GERUND);
}

/* Within the noun phrase, the nearest noun after `index` that a purpose can modify. */
static bool has_head_after(const Sentence *sentence, size_t index)
{
    for (size_t i = index + 1; i < sentence->tokens.count; i++) {
        const Token *token = sentence_token(sentence, i);
        Reading reading = sentence->readings[i];
        if (token_has(token, HEAD_WORDS) && reading != READING_VERB) {
            return true;
        }
        if ((reading != READING_NOUN && reading != READING_MODIFIER) ||
            token_has(token, WORD(TEAM))) {
            return false;
        }
    }
    return false;
}

/* "virtualisation", "readiness": a quality or an activity, and of no system by itself. */
static bool is_abstract(const Token *token)
{
    static const char *const endings[] = {"isation", "ization", "ability",
                                          "ibility", "ness",    "ivity"};
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        if (view_ends_with(token->lower, endings[i])) {
            return true;
        }
    }
    return false;
}

static bool is_unknown_purpose(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    bool is_plain =
        token->tags == 0 || (verb_form(token) == FORM_GERUND && token->tags == WORD(VERB));
    if (token->is_known || !is_plain || token->lower.length < 3) {
        return false;
    }
    bool is_thin = token->is_acronym || is_abstract(token);
    if (is_thin && !has_head_after(sentence, index)) {
        return false;
    }
    return !technique_is_product(sentence, index);
}

/* "land registry", "care plan": a verb's word that stands as a noun before a system. */
static bool is_verb_as_name(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    return sentence->readings[index] == READING_NOUN && verb_form(token) == FORM_BASE &&
           token_has(token, WORD(VERB)) &&
           !token_has(token, DULL_WORDS | WORD(NOUN) | WORD(TECHNIQUE)) &&
           has_head_after(sentence, index);
}

/* "a logistics company": where the writer worked, not what on. */
static bool is_employer(const Sentence *sentence, size_t index)
{
    static const char *const words[] = {
        "company", "firm",       "startup",  "start-up",  "start up",     "agency",      "industry",
        "sector",  "enterprise", "employer", "companies", "organisation", "organization"};
    for (size_t i = 0; index < sentence->tokens.count && i < sizeof(words) / sizeof(words[0]);
         i++) {
        if (token_is(sentence_token(sentence, index), words[i])) {
            return true;
        }
    }
    return false;
}

/* "enterprise-level", "client-side": the second word makes an adjective of the first. */
static bool is_suffix_word(const Token *token)
{
    static const char *const words[] = {
        "level", "side",     "end",   "scale",   "wide",    "grade",   "style",  "party",
        "stack", "value",    "tier",  "purpose", "class",   "quality", "facing", "only",
        "ready", "friendly", "speed", "source",  "growing", "type",    "leading"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(token, words[i])) {
            return true;
        }
    }
    return false;
}

/* "smart-lock platform": a compound noun before the system it names. */
static bool is_compound_name(const Sentence *sentence, size_t index)
{
    size_t last = index + 1;
    if (last + 1 >= sentence->tokens.count || !sentence_token(sentence, last)->is_joined ||
        sentence_token(sentence, last)->is_slashed) {
        return false;
    }
    const Token *first = sentence_token(sentence, index);
    const Token *second = sentence_token(sentence, last);
    unsigned forms = verb_form(second);
    bool is_verb = token_has(second, WORD(VERB)) && forms != FORM_BASE &&
                   (forms != FORM_GERUND || token_has(second, WORD(USING)));
    bool is_noun =
        !is_verb && !is_suffix_word(second) &&
        !token_has(second, WORD(TIME) | WORD(MEASURE) | WORD(TEAM) | WORD(SYSTEM) | WORD(BASIC) |
                               WORD(ADJECTIVE) | WORD(ADVERB) | WORD(PREPOSITION) | WORD(NUMBER));
    bool is_dull = token_has(first, WORD(TECHNOLOGY) | WORD(MECHANISM) | WORD(PREPOSITION) |
                                        WORD(ADVERB) | WORD(NUMBER)) ||
                   (token_has(first, WORD(ADJECTIVE)) && !(second->forms & FORM_PLURAL));
    return is_noun && !is_dull && first->kind == TOKEN_WORD &&
           token_has(sentence_token(sentence, last + 1), HEAD_WORDS);
}

/* "a recruiting portal": what people do with the system. */
static bool is_doing_name(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    return sentence->readings[index] == READING_MODIFIER && verb_form(token) == FORM_GERUND &&
           (token->tags & ~(WORD(VERB) | WORD(MOVE) | WORD(MAKE))) == 0 &&
           has_head_after(sentence, index);
}

/* "APIs for user management": the purpose stands after its system. */
static bool is_purpose_after(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (!token_has(token, WORD(PURPOSE)) || sentence->readings[index] != READING_NOUN ||
        token_has(token, WORD(GENERIC) | WORD(UPKEEP) | WORD(USERS) | WORD(TEAM) | WORD(ADJECTIVE) |
                             WORD(MECHANISM) | WORD(MEASURE) | WORD(SYSTEM))) {
        return false;
    }
    size_t start = sentence_phrase_start(sentence, index);
    while (start > 0 && token_has(sentence_token(sentence, start - 1), WORD(DETERMINER))) {
        start--;
    }
    return start > 1 && token_is(sentence_token(sentence, start - 1), "for") &&
           token_has(sentence_token(sentence, start - 2), WORD(SYSTEM) | WORD(ARTEFACT));
}

bool scope_is_domain(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    Reading reading = sentence->readings[index];
    if (is_employer(sentence, index + 1)) {
        return false;
    }
    if (token->kind != TOKEN_WORD || reading == READING_VERB || reading == READING_SMALL) {
        return false;
    }
    /* "the audit table" is there already; "an audit table" is a way to do it. */
    if (view_starts_with(token->lower, "audit ") && index > 0 &&
        token_is(sentence_token(sentence, index - 1), "the")) {
        return true;
    }
    /* "cargo" is freight; the tool of that name has a capital. */
    WordTags names = token_has(token, WORD(CAPITAL)) && !token->is_capital ? WORD(TECHNOLOGY) : 0;
    if (token_has(token, WORD(DOMAIN)) &&
        !token_has(token, DULL_WORDS & ~names &
                              ~(WORD(SIZE) | WORD(USERS) | WORD(FAILURE) | WORD(DEED) |
                                WORD(NOT_TECHNIQUE)))) {
        return true;
    }
    if (token_has(token, WORD(DOMAIN) | WORD(PURPOSE) | WORD(USERS)) &&
        has_head_after(sentence, index)) {
        return true;
    }
    /* "the collection search": what is searched tells the purpose. */
    if (token_is(token, "search") && index > 0 && reading == READING_NOUN &&
        sentence->readings[index - 1] == READING_NOUN &&
        !token_has(sentence_token(sentence, index - 1), WORD(MECHANISM) | WORD(TECHNOLOGY))) {
        return true;
    }
    /* "the price cache", "the notification outbox". */
    if (token_has(token, WORD(DOMAIN)) && index + 1 < sentence->tokens.count &&
        sentence->readings[index + 1] == READING_NOUN &&
        token_has(sentence_token(sentence, index + 1), WORD(DEVICE))) {
        return true;
    }
    return is_unknown_purpose(sentence, index) || is_verb_as_name(sentence, index) ||
           is_compound_name(sentence, index) || is_doing_name(sentence, index) ||
           is_purpose_after(sentence, index);
}

/* "from 1.2 GB to 140 MB": what was measured, not what was carried. */
static bool is_end_of_change(const Token *previous)
{
    return token_is(previous, "from") || token_is(previous, "to") || token_is(previous, "by") ||
           token_is(previous, "under") || token_is(previous, "below") || token_is(previous, "than");
}

/* "22 million rows", "35 services", "6 TB": how much was carried, not how often a day. */
static bool is_size(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (token->kind != TOKEN_NUMBER || token->is_compound) {
        return false;
    }
    size_t end = sentence_phrase_end(sentence, index + 1);
    if (end < sentence->tokens.count && sentence->readings[end] == READING_SMALL) {
        const Token *after = sentence_token(sentence, end);
        bool is_rate = (token_is(after, "a") || token_is(after, "per") || token_is(after, "an") ||
                        token_is(after, "each") || token_is(after, "every")) &&
                       end + 1 < sentence->tokens.count &&
                       token_has(sentence_token(sentence, end + 1), WORD(TIME));
        if (is_rate) {
            return false;
        }
    }
    if (token->number == NUMBER_BYTES) {
        if (index > 0 && is_end_of_change(sentence_token(sentence, index - 1))) {
            return false;
        }
        return token_is(sentence_token(sentence, index), "tb") || token->value >= 1;
    }
    bool is_much = token->number == NUMBER_COUNT && token->value >= 3;
    return is_much && sentence_any(sentence, index + 1, end, WORD(SIZE)) &&
           !sentence_any(sentence, index + 1, end, WORD(ACTIVITY) | WORD(FAILURE));
}

static bool is_mentoring(const Sentence *sentence)
{
    return sentence_any(sentence, 0, sentence->tokens.count, WORD(MENTOR));
}

/* "adopted by 31 services", "across 26 services": what was there already. */
static bool is_reach(const Sentence *sentence, size_t index)
{
    return index > 0 && (token_is(sentence_token(sentence, index - 1), "by") ||
                         token_is(sentence_token(sentence, index - 1), "across"));
}

/* People, counted or named, are the scope of teaching. */
static bool is_people(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    size_t end = sentence_phrase_end(sentence, index);
    return token->kind == TOKEN_NUMBER && sentence_any(sentence, index, end, WORD(TEAM)) &&
           is_mentoring(sentence);
}

/* From the first modifier of the phrase to its head. */
static size_t phrase_from(const Sentence *sentence, size_t index)
{
    size_t end = index + 1;
    while (end < sentence->tokens.count && sentence->readings[end] == READING_NOUN) {
        end++;
    }
    return end;
}

static bool makes_things(const Sentence *sentence)
{
    return sentence_any(sentence, 0, sentence->tokens.count < 2 ? sentence->tokens.count : 2,
                        WORD(MAKE));
}

void scope_judge(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        if (scope_is_domain(sentence, i)) {
            size_t end = phrase_from(sentence, i);
            judgement->has_scope = true;
            judgement_span(judgement, SLOT_SCOPE, i, end);
            i = end - 1;
        } else if (is_people(sentence, i) ||
                   (is_size(sentence, i) && (is_reach(sentence, i) || !makes_things(sentence)))) {
            judgement->has_scope = true;
            judgement_span(judgement, SLOT_SCOPE, i, sentence_phrase_end(sentence, i));
        }
    }
}
