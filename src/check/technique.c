/* Technique: a named technology, or a method or mechanism. Counts the mechanisms too: two of
 * them on a named scope make a strong bullet without a stated outcome. */
#include "judgement.h"

/* Words that name a mechanism even as verbs: "batched writes", "sharding the group". */
static bool is_mechanism_verb(const Sentence *sentence, size_t index, WordTags wanted)
{
    const Token *token = sentence_token(sentence, index);
    return token_has(token, WORD(TECHNIQUE)) && token_has(token, wanted) &&
           !token_has(token, WORD(CHANGE)) &&
           (sentence->readings[index] == READING_VERB ||
            sentence->readings[index] == READING_MODIFIER);
}

static bool is_generic_way(const Token *token)
{
    static const char *const dull[] = {"unit test",         "unit tests",     "logging",
                                       "error handling",    "filtering",      "documentation",
                                       "api documentation", "mock",           "index card",
                                       "middleware",        "permission",     "permissions",
                                       "background task",   "scheduled task", "linting"};
    for (size_t i = 0; i < sizeof(dull) / sizeof(dull[0]); i++) {
        if (token_is(token, dull[i])) {
            return true;
        }
    }
    return false;
}

static bool is_single_word(const Token *token)
{
    return view_find(token->lower, ' ') >= token->lower.length;
}

/* The lead verb changes, speeds up or looks after what is there; it makes nothing new. */
static bool leads_with_change(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *lead = sentence_token(sentence, judgement->lead);
    return sentence_clause(sentence, index)->kind == CLAUSE_MAIN &&
           sentence_phrase_start(sentence, index) <= judgement->lead + 2 &&
           !token_has(lead, WORD(MAKE) | WORD(TECHNIQUE) | WORD(USING));
}

/* A modifier of the noun at `index` tells a purpose. */
static bool has_purpose_before(const Sentence *sentence, size_t index)
{
    for (size_t i = sentence_phrase_start(sentence, index); i < index; i++) {
        if (scope_is_domain(sentence, i)) {
            return true;
        }
    }
    return false;
}

/* "the cargo-manifest check", "a milk-quota report": the thing worked on, named by a word that
 * elsewhere tells how. */
static bool is_thing_itself(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = sentence_token(sentence, index);
    if (!is_single_word(token) || !has_purpose_before(sentence, index)) {
        return false;
    }
    size_t next = index + 1;
    bool goes_on =
        next < sentence->tokens.count && sentence->readings[next] == READING_NOUN &&
        token_has(sentence_token(sentence, next), WORD(SYSTEM) | WORD(ARTEFACT)) &&
        !token_has(sentence_token(sentence, next), WORD(MECHANISM) | WORD(BASIC) | WORD(METHOD));
    bool is_plain_basic = token_has(token, WORD(BASIC)) && !token_has(token, WORD(MECHANISM)) &&
                          sentence_clause(sentence, index)->kind == CLAUSE_MAIN;
    return goes_on || is_plain_basic || leads_with_change(judgement, index);
}

static bool is_technical_adjective(const Token *token)
{
    static const char *const words[] = {"transactional", "conditional", "bounded",   "partial",
                                        "composite",     "distributed", "adaptive",  "sliding",
                                        "rolling",       "optimistic",  "monotonic", "unique",
                                        "compensating"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(token, words[i])) {
            return true;
        }
    }
    return false;
}

static bool is_means_word(const Token *token)
{
    return token_is(token, "using") || token_is(token, "with") || token_is(token, "via") ||
           token_is(token, "through");
}

/* A word that says of what kind a device is: "schema" in "schema gate". */
static bool tells_kind(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (token->kind != TOKEN_WORD || token_has(token, WORD(VAGUE) | WORD(TEAM) | WORD(TIME))) {
        return false;
    }
    if (token_has(token, WORD(GENERIC)) && !token_has(token, WORD(SYSTEM) | WORD(MECHANISM))) {
        return false;
    }
    Reading reading = sentence->readings[index];
    bool is_participle = reading == READING_MODIFIER && token_has(token, WORD(VERB));
    return reading == READING_NOUN || is_participle || is_technical_adjective(token);
}

static bool has_kind_before(const Sentence *sentence, size_t index)
{
    for (size_t i = sentence_phrase_start(sentence, index); i < index; i++) {
        if (tells_kind(sentence, i)) {
            return true;
        }
    }
    return false;
}

/* "using class-data sharing", "with statement pinning": the head of a means is something done. */
static bool is_after_means(const Sentence *sentence, size_t start)
{
    if (start == 0) {
        return false;
    }
    const Token *previous = sentence_token(sentence, start - 1);
    return is_means_word(previous) ||
           (token_is(previous, "and") && sentence_clause(sentence, start)->kind == CLAUSE_MEANS &&
            !(sentence_token(sentence, sentence_clause(sentence, start)->verb)->forms &
              FORM_GERUND));
}

static bool is_doing(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    size_t start = sentence_phrase_start(sentence, index);
    bool is_head = index + 1 >= sentence->tokens.count ||
                   (sentence->readings[index + 1] != READING_NOUN &&
                    !token_has(sentence_token(sentence, index + 1), WORD(DETERMINER)));
    return is_head && (token->forms & FORM_GERUND) && is_after_means(sentence, start) &&
           !token_has(token, WORD(GENERIC) | WORD(DOMAIN) | WORD(PURPOSE) | WORD(UPKEEP)) &&
           has_kind_before(sentence, index);
}

/* "Added a stock guard": the verb puts a part into what is there. */
static bool adds_part(const Sentence *sentence, size_t lead)
{
    static const char *const starts[] = {"add",     "introduc", "put",    "wrap",
                                         "install", "insert",   "attach", "wire",
                                         "enforc",  "embed",    "appl",   "place"};
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (view_starts_with(sentence_token(sentence, lead)->lower, starts[i])) {
            return true;
        }
    }
    return false;
}

/* "a schema gate", "per-court ranges": an open class of compounds, told by their last word. The
 * thing that was built, named by its purpose, is none: "the seat-lock service". */
static bool is_device(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = sentence_token(sentence, index);
    if (index == 0 || !token_has(token, WORD(DEVICE)) || !is_single_word(token) ||
        sentence->readings[index] != READING_NOUN || !has_kind_before(sentence, index)) {
        return false;
    }
    if (index + 1 < sentence->tokens.count && sentence->readings[index + 1] == READING_NOUN &&
        token_has(sentence_token(sentence, index + 1), WORD(SYSTEM) | WORD(ARTEFACT))) {
        return false;
    }
    bool is_object = sentence_clause(sentence, index)->kind == CLAUSE_MAIN &&
                     has_purpose_before(sentence, index);
    return !is_object || adds_part(sentence, judgement->lead);
}

/* "per-team schemas", "per-tenant queues": kept apart, which is a way to do it. */
static bool is_kept_apart(const Sentence *sentence, size_t index)
{
    return index > 1 && token_is(sentence_token(sentence, index - 2), "per") &&
           sentence_token(sentence, index - 1)->is_joined &&
           sentence->readings[index] == READING_NOUN &&
           token_has(sentence_token(sentence, index), WORD(SYSTEM) | WORD(DEVICE)) &&
           !token_has(sentence_token(sentence, index), WORD(GENERIC));
}

/* "grammar tests": tests of a kind that nobody lists. */
static bool is_rare_test(const Sentence *sentence, size_t index)
{
    return index > 0 && token_is(sentence_token(sentence, index), "tests") &&
           sentence->readings[index] == READING_NOUN &&
           sentence_token(sentence, index - 1)->tags == 0 &&
           sentence_token(sentence, index - 1)->kind == TOKEN_WORD;
}

static bool is_way(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = sentence_token(sentence, index);
    WordTags ways = WORD(MECHANISM) | WORD(BASIC) | WORD(METHOD);
    if (is_mechanism_verb(sentence, index, WORD(TECHNIQUE)) || is_device(judgement, index) ||
        is_doing(sentence, index) || is_kept_apart(sentence, index) ||
        is_rare_test(sentence, index)) {
        return true;
    }
    /* "parcel-sorting API": part of a name, no way of doing. */
    bool is_name_part = token->is_joined && token_has(token, WORD(BASIC)) &&
                        !token_has(token, WORD(MECHANISM)) && index > 0 &&
                        index + 1 < sentence->tokens.count &&
                        sentence->readings[index + 1] == READING_NOUN &&
                        !token_has(sentence_token(sentence, index - 1), ways);
    if (is_name_part) {
        return false;
    }
    /* "lock-up": another word. */
    if (index + 1 < sentence->tokens.count && sentence_token(sentence, index + 1)->is_joined &&
        token_has(sentence_token(sentence, index + 1), WORD(ADVERB) | WORD(PREPOSITION))) {
        return false;
    }
    if (token_has(token, WORD(MECHANISM)) && token_has(token, WORD(ADJECTIVE))) {
        return true;
    }
    /* "a bidder's limit" is theirs. */
    if (index > 0 && sentence_token(sentence, index - 1)->is_owner &&
        !token_has(token, WORD(MECHANISM))) {
        return false;
    }
    bool is_noun = token_has(token, WORD(NOUN)) && sentence->readings[index] != READING_VERB;
    return is_noun && token_has(token, ways) && !is_generic_way(token) &&
           !token_has(token, WORD(DOMAIN)) && !is_thing_itself(judgement, index);
}

static bool counts_as_mechanism(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = sentence_token(sentence, index);
    if (is_device(judgement, index)) {
        return !sentence_any(sentence, sentence_phrase_start(sentence, index), index,
                             WORD(MECHANISM) | WORD(TECHNOLOGY));
    }
    WordTags wanted = WORD(MECHANISM);
    if (sentence->level == LEVEL_JUNIOR) {
        wanted |= WORD(BASIC);
    }
    if (token_has(token, WORD(TECHNIQUE)) && !token_has(token, WORD(NOUN))) {
        return is_mechanism_verb(sentence, index, wanted);
    }
    return token_has(token, wanted) && sentence->readings[index] != READING_VERB &&
           !token_has(token, WORD(TECHNOLOGY));
}

static bool was_named_before(const Sentence *sentence, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (view_equal(sentence_token(sentence, i)->lower,
                       sentence_token(sentence, index)->lower)) {
            return true;
        }
    }
    return false;
}

/* Looking after Kafka is no use of Kafka: in a custodial main clause a product is the thing
 * looked after. */
static bool is_looked_after(const Judgement *judgement, size_t index)
{
    const Clause *clause = sentence_clause(judgement->sentence, index);
    return judgement->is_custodial && clause->kind == CLAUSE_MAIN;
}

/* Verbs that tell no way of their own: "by improving", "by automating", "by testing". */
static bool is_dull_means(const Token *verb)
{
    static const char *const starts[] = {"improv",  "optimi",   "enhanc",   "automat", "find",
                                         "fix",     "test",     "document", "plan",    "review",
                                         "monitor", "refactor", "organi",   "train",   "hir",
                                         "lead",    "manag",    "ensur",    "analy",   "identif",
                                         "support", "debug",    "follow",   "deliver", "develop"};
    if (token_has(verb, WORD(LIGHT) | WORD(HELPING) | WORD(WORKING) | WORD(ATTENDING) |
                            WORD(LEARNING) | WORD(STATE) | WORD(MENTOR))) {
        return true;
    }
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (view_starts_with(verb->lower, starts[i])) {
            return true;
        }
    }
    return false;
}

/* The object of a means names something: "by sending deltas", not "by writing code". */
static bool has_matter(const Sentence *sentence, const Clause *clause, WordTags dull)
{
    for (size_t i = clause->first + 1; i < clause->end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token->kind == TOKEN_MARK || token_has(token, WORD(VAGUE) | WORD(TEAM))) {
            return false;
        }
        if (sentence->readings[i] == READING_NOUN && i != clause->verb && !token_has(token, dull)) {
            return true;
        }
    }
    return false;
}

/* "by storing every change as an event", "using edge tiles": told in words nobody lists. */
static bool is_told_way(const Sentence *sentence, const Clause *clause)
{
    const WordTags thin = WORD(GENERIC) | WORD(USERS) | WORD(TIME) | WORD(MEASURE) | WORD(FAILURE) |
                          WORD(UPKEEP) | WORD(ACTIVITY) | WORD(VAGUE);
    if (clause->kind != CLAUSE_MEANS) {
        return false;
    }
    const Token *opener = sentence_token(sentence, clause->first);
    if (token_is(opener, "using") || token_is(opener, "via")) {
        return has_matter(sentence, clause, thin | WORD(SYSTEM) | WORD(ARTEFACT) | WORD(DOMAIN));
    }
    bool is_doing = (token_is(opener, "by") || token_is(opener, "through")) &&
                    clause->verb < clause->end &&
                    (sentence_token(sentence, clause->verb)->forms & FORM_GERUND);
    if (!is_doing || is_dull_means(sentence_token(sentence, clause->verb))) {
        return false;
    }
    bool makes = token_has(sentence_token(sentence, clause->verb), WORD(MAKE));
    return has_matter(sentence, clause,
                      makes ? thin | WORD(SYSTEM) | WORD(ARTEFACT) | WORD(DOMAIN)
                            : WORD(VAGUE) | WORD(UPKEEP) | WORD(USERS));
}

static void take_told_way(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    for (size_t i = 0; i < sentence->clause_count && !judgement->has_technique; i++) {
        const Clause *clause = &sentence->clauses[i];
        if (is_told_way(sentence, clause)) {
            judgement->has_technique = true;
            judgement_span(judgement, SLOT_TECHNIQUE, clause->first, clause->end);
        }
    }
}

void technique_judge(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        bool is_product = technique_is_product(sentence, i);
        if (!is_product && !is_way(judgement, i)) {
            continue;
        }
        bool is_new = !was_named_before(sentence, i);
        judgement->technologies += is_product && is_new;
        judgement->mechanisms += is_new && counts_as_mechanism(judgement, i);
        if (!(is_product && is_looked_after(judgement, i))) {
            judgement->has_technique = true;
            judgement_span(judgement, SLOT_TECHNIQUE, i, i + 1);
        }
    }
    take_told_way(judgement);
}
