/* Action: what this person did, and how the bullet begins. */
#include "judgement.h"

#define HIDING_VERBS \
    (WORD(WORKING) | WORD(HELPING) | WORD(ATTENDING) | WORD(LEARNING) | WORD(STATE))

/* Adverbs, pronouns, auxiliaries and a leading "During X," are no beginning. */
static bool is_skipped(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (token->kind == TOKEN_MARK) {
        return true;
    }
    if ((token_has(token, HIDING_VERBS) && !token_has(token, WORD(AUXILIARY))) ||
        token_has(token, WORD(LIGHT))) {
        return false;
    }
    return sentence->readings[index] == READING_ADVERB || token_is(token, "i") ||
           token_is(token, "we") || token_has(token, WORD(AUXILIARY)) || token_is(token, "i've") ||
           token_is(token, "we've") || token_is(token, "also") || token_is(token, "then");
}

/* "I", "we" or a verb: the sentence begins here. */
static bool begins_subject(const Sentence *sentence, size_t index)
{
    return index < sentence->tokens.count &&
           (sentence->readings[index] == READING_VERB || is_skipped(sentence, index) ||
            token_has(sentence_token(sentence, index),
                      WORD(FIRST_PERSON) | WORD(WORKING) | WORD(ATTENDING)));
}

/* The end of an opening phrase such as "As part of a team of four,". */
static size_t skip_opening_phrase(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    bool is_opening = token_has(token, WORD(PREPOSITION)) || token_is(token, "where") ||
                      token_is(token, "when") || token_is(token, "because") ||
                      token_is(token, "while");
    if (!is_opening || token_has(token, HIDING_VERBS)) {
        return index;
    }
    size_t first_comma = index;
    for (size_t i = index; i < sentence->tokens.count; i++) {
        bool is_past = sentence->readings[i] == READING_VERB &&
                       (sentence_token(sentence, i)->forms & FORM_PAST);
        bool is_after_comma = i > index && token_is_mark(sentence_token(sentence, i - 1), ',');
        if (is_past && (is_after_comma || first_comma == index)) {
            return i;
        }
        if (first_comma == index && token_is_mark(sentence_token(sentence, i), ',')) {
            first_comma = i + 1;
            if (begins_subject(sentence, first_comma)) {
                return first_comma;
            }
        }
    }
    return first_comma;
}

/* "Dividend run: replaced row loops": a label without a verb is no beginning. */
static size_t skip_label(const Sentence *sentence)
{
    enum { LABEL_TOKENS = 7 };
    for (size_t i = 0; i < sentence->tokens.count && i < LABEL_TOKENS; i++) {
        const Token *token = sentence_token(sentence, i);
        /* A word in capitals is a note to oneself. */
        bool is_note = i == 0 && token->is_acronym;
        bool is_verb = sentence->readings[i] == READING_VERB && !token_has(token, WORD(NOUN));
        if (is_verb || is_note || token_has(token, WORD(AUXILIARY)) ||
            (i == 0 && sentence->readings[0] == READING_VERB)) {
            return 0;
        }
        bool is_end = token_is_mark(sentence_token(sentence, i), ':') ||
                      token_is_mark(sentence_token(sentence, i), '-');
        if (is_end && i + 1 < sentence->tokens.count && sentence->readings[i + 1] == READING_VERB) {
            return i + 1;
        }
    }
    return 0;
}

size_t action_lead(const Sentence *sentence)
{
    size_t i = skip_label(sentence);
    while (i < sentence->tokens.count && is_skipped(sentence, i)) {
        i++;
    }
    if (i < sentence->tokens.count) {
        i = skip_opening_phrase(sentence, i);
    }
    while (i < sentence->tokens.count && is_skipped(sentence, i)) {
        i++;
    }
    return i;
}

/* The object of the verb at `index` names a system by its purpose. */
static bool has_specific_object(const Sentence *sentence, size_t index)
{
    const Clause *clause = sentence_clause(sentence, index);
    for (size_t i = index + 1; i < clause->end; i++) {
        if (scope_is_domain(sentence, i)) {
            return true;
        }
        const Token *token = sentence_token(sentence, i);
        if (token->kind == TOKEN_NUMBER && token->number == NUMBER_BYTES) {
            return true;
        }
        if (token->kind == TOKEN_NUMBER && token->value >= 10 &&
            sentence_any(sentence, i, sentence_phrase_end(sentence, i), WORD(SIZE))) {
            return true;
        }
    }
    return false;
}

/* "bug fixing", "load testing": a deed with an object of its own before it. */
static bool is_activity(const Sentence *sentence, size_t verb, size_t index)
{
    const Token *before = sentence_token(sentence, index - 1);
    return index > verb + 1 && (sentence_token(sentence, index)->forms & FORM_GERUND) &&
           token_has(before, WORD(NOUN)) &&
           !token_has(before, WORD(VAGUE) | WORD(DETERMINER) | WORD(ADJECTIVE));
}

/* A light verb needs an object that says more than "work" or "support". */
static bool has_concrete_object(const Sentence *sentence, size_t index)
{
    for (size_t i = index + 1; i < sentence->tokens.count; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token->kind == TOKEN_MARK || token_has(token, WORD(PREPOSITION) | WORD(CONJUNCTION))) {
            return false;
        }
        bool is_empty = token_has(token, WORD(VAGUE) | WORD(UPKEEP) | WORD(DETERMINER)) ||
                        token_is(token, "assistance") || token_is(token, "help") ||
                        token_is(token, "guidance") || token_is(token, "activity") ||
                        token_is(token, "activities") || token_is(token, "duty");
        if (is_activity(sentence, index, i) ||
            (!is_empty && sentence->readings[i] == READING_NOUN)) {
            return true;
        }
    }
    return false;
}

static bool is_action_verb(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (sentence->readings[index] != READING_VERB || !token_has(token, WORD(VERB))) {
        return false;
    }
    if (token_has(token, WORD(LIGHT))) {
        return has_concrete_object(sentence, index);
    }
    if (token_has(token, HIDING_VERBS | WORD(USING)) && !token_has(token, WORD(MENTOR))) {
        return false;
    }
    if (token_has(token, WORD(CUSTODIAL)) && !token_has(token, WORD(MAKE) | WORD(MOVE))) {
        return has_specific_object(sentence, index);
    }
    return true;
}

/* A verb after the opener: "for designing", "to create", "in adding", "that replaced". */
static size_t find_embedded(const Sentence *sentence, size_t from)
{
    for (size_t i = from; i < sentence->tokens.count; i++) {
        const Clause *clause = sentence_clause(sentence, i);
        if (clause->kind == CLAUSE_SO || clause->kind == CLAUSE_STATEMENT ||
            clause->kind == CLAUSE_CIRCUMSTANCE) {
            break;
        }
        if (token_is_mark(sentence_token(sentence, i), ',') && clause->kind != CLAUSE_NEXT &&
            i + 1 < sentence->tokens.count &&
            sentence_clause(sentence, i + 1)->kind != CLAUSE_NEXT) {
            break;
        }
        bool is_range = i > 0 && token_is(sentence_token(sentence, i - 1), "from");
        if (is_action_verb(sentence, i) && !is_range) {
            return i;
        }
    }
    return sentence->tokens.count;
}

/* "the integration of Stripe": the noun of an action with its object. */
static bool has_deed(const Sentence *sentence, size_t from)
{
    for (size_t i = from; i + 1 < sentence->tokens.count; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token->kind == TOKEN_MARK) {
            return false;
        }
        if (token_has(token, WORD(DEED)) && token_is(sentence_token(sentence, i + 1), "of")) {
            return true;
        }
        if (token_has(token, WORD(PREPOSITION))) {
            return false;
        }
    }
    return false;
}

static void take_action(Judgement *judgement, size_t index)
{
    judgement->has_action = true;
    judgement_span(judgement, SLOT_ACTION, index, index + 1);
}

static void mark_weak(Judgement *judgement, size_t first, size_t end)
{
    judgement_fault(judgement, "weak-opener", first, end);
}

/* "Dealt with", "took care of": a deed when it is done to a named system. */
static bool is_dealing(const Token *token)
{
    static const char *const starts[] = {"dealt",     "deal",       "took care",
                                         "take care", "takes care", "taking care"};
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (view_starts_with(token->lower, starts[i])) {
            return true;
        }
    }
    return false;
}

/* The bullet begins with what hides the deed; the deed may follow. */
static void judge_hidden(Judgement *judgement, size_t lead)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = sentence_token(sentence, lead);
    size_t embedded = find_embedded(sentence, lead + 1);
    if (embedded < sentence->tokens.count) {
        take_action(judgement, embedded);
    } else if (token_has(token, WORD(WORKING)) &&
               (has_deed(sentence, lead + 1) ||
                (is_dealing(token) && has_specific_object(sentence, lead)))) {
        take_action(judgement, lead + 1);
    }
    bool is_named_weak = token_has(token, WORD(WORKING) | WORD(HELPING) | WORD(ATTENDING)) ||
                         (token_has(token, WORD(STATE)) && token->kind == TOKEN_WORD &&
                          token_has(token, WORD(STATE)) && !token_has(token, WORD(VERB)));
    bool is_exposure = sentence_any(sentence, lead, sentence->tokens.count, WORD(ATTENDING));
    bool is_plain = token_is(token, "able to") || token_is(token, "managed to");
    if ((is_named_weak || is_exposure) && !is_plain) {
        mark_weak(judgement, lead, lead + 1);
    }
}

/* "Used A, B and C to build": the verb of the purpose. */
static size_t find_purpose(const Sentence *sentence)
{
    for (size_t i = 0; i < sentence->clause_count; i++) {
        const Clause *clause = &sentence->clauses[i];
        if (clause->kind == CLAUSE_PURPOSE && clause->verb < clause->end &&
            is_action_verb(sentence, clause->verb)) {
            return clause->verb;
        }
    }
    return sentence->tokens.count;
}

static void judge_using(Judgement *judgement, size_t lead)
{
    const Sentence *sentence = judgement->sentence;
    size_t embedded = find_embedded(sentence, lead + 1);
    embedded = embedded < sentence->tokens.count ? embedded : find_purpose(sentence);
    if (embedded < sentence->tokens.count) {
        take_action(judgement, embedded);
        return;
    }
    mark_weak(judgement, lead, lead + 1);
}

static bool has_means_verb(const Sentence *sentence)
{
    for (size_t i = 0; i < sentence->clause_count; i++) {
        const Clause *clause = &sentence->clauses[i];
        if ((clause->kind == CLAUSE_MEANS || clause->kind == CLAUSE_NEXT) &&
            clause->verb < clause->end) {
            return true;
        }
    }
    return false;
}

/* The verbs of the main clause and those beside it. */
static void judge_plain(Judgement *judgement, size_t lead)
{
    const Sentence *sentence = judgement->sentence;
    const Token *token = sentence_token(sentence, lead);
    bool is_custodial =
        token_has(token, WORD(CUSTODIAL)) && !token_has(token, WORD(MAKE) | WORD(MOVE));
    size_t found = find_embedded(sentence, lead);
    if (token_has(token, WORD(ENSURE)) && !has_means_verb(sentence)) {
        return;
    }
    judgement->is_custodial = is_custodial && (found == lead || found >= sentence->tokens.count);
    if (found < sentence->tokens.count) {
        take_action(judgement, found);
    }
    bool is_handling = token_is(token, "handled") || token_is(token, "handle") ||
                       token_is(token, "handles") || token_is(token, "handling");
    if (is_handling || (token->forms & (FORM_GERUND | FORM_PAST | FORM_BASE)) == FORM_GERUND) {
        mark_weak(judgement, lead, lead + 1);
    }
}

/* "The job was rewritten": returns the participle, or the count of tokens. */
static size_t find_passive(const Sentence *sentence, size_t from)
{
    const Clause *clause = sentence_clause(sentence, from);
    size_t end = clause->end;
    /* "A defect that charged guests twice was repaired." */
    if (end < sentence->tokens.count && token_is(sentence_token(sentence, end), "that")) {
        end = clause[1].end;
    }
    for (size_t i = from; i + 1 < end; i++) {
        const Token *token = sentence_token(sentence, i);
        if (!token_has(token, WORD(AUXILIARY))) {
            continue;
        }
        /* "The engine is built on X": what it is, not what was done. */
        bool is_state = (token_is(token, "is") || token_is(token, "are")) && i + 1 < end &&
                        !token_is(sentence_token(sentence, i + 1), "being");
        if (is_state) {
            return sentence->tokens.count;
        }
        size_t next = i + 1;
        while (next < end &&
               (token_has(sentence_token(sentence, next), WORD(ADVERB) | WORD(AUXILIARY)))) {
            next++;
        }
        bool is_participle = next < end && (sentence_token(sentence, next)->forms & FORM_PAST);
        return is_participle ? next : sentence->tokens.count;
    }
    return sentence->tokens.count;
}

/* "Gas-meter import moved to COPY": passive without its auxiliary. */
static size_t find_short_passive(const Sentence *sentence, size_t lead)
{
    size_t verb = sentence_phrase_end(sentence, lead);
    if (verb + 1 >= sentence->tokens.count || verb == lead ||
        sentence_any(sentence, lead, verb, WORD(TEAM) | WORD(FAILURE) | WORD(MEASURE)) ||
        sentence->readings[verb] != READING_VERB ||
        (lead > 0 && token_has(sentence_token(sentence, lead - 1), WORD(DETERMINER)))) {
        return sentence->tokens.count;
    }
    const Token *token = sentence_token(sentence, verb);
    bool is_done = token_has(token, WORD(MOVE) | WORD(MAKE)) && (token->forms & FORM_PAST) &&
                   token_has(sentence_token(sentence, verb + 1), WORD(PREPOSITION));
    return is_done ? verb : sentence->tokens.count;
}

/* "Our squad rebuilt", "My redesign of": the subject includes the writer. */
static bool includes_writer(const Sentence *sentence, size_t lead)
{
    return token_has(sentence_token(sentence, lead), WORD(FIRST_PERSON)) ||
           (lead > 0 && token_has(sentence_token(sentence, lead - 1), WORD(FIRST_PERSON)));
}

/* "Our booking service is written in Go and takes 6,000 calls": what a product is or does is no
 * deed of those who own it. */
static bool is_product_state(const Sentence *sentence, size_t lead, size_t verb)
{
    bool is_ours = token_is(sentence_token(sentence, lead), "our") ||
                   token_is(sentence_token(sentence, lead), "my");
    for (size_t i = lead + 1; is_ours && i < verb; i++) {
        is_ours = !token_has(sentence_token(sentence, i), WORD(TEAM));
    }
    const Token *before = sentence_token(sentence, verb > 0 ? verb - 1 : 0);
    return is_ours && ((sentence_token(sentence, verb)->forms & FORM_THIRD) != 0 ||
                       token_is(before, "is") || token_is(before, "are"));
}

/* "My part was to write": the deed is told as a duty. */
static bool is_own_part(const Sentence *sentence, size_t lead)
{
    static const char *const parts[] = {"part", "role",    "job",       "task", "responsibility",
                                        "duty", "duties",  "focus",     "goal", "responsibilities",
                                        "work", "mission", "assignment"};
    if (lead + 2 >= sentence->tokens.count ||
        !token_has(sentence_token(sentence, lead), WORD(FIRST_PERSON))) {
        return false;
    }
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        if (token_is(sentence_token(sentence, lead + 1), parts[i])) {
            return true;
        }
    }
    return false;
}

static void judge_noun_lead(Judgement *judgement, size_t lead)
{
    const Sentence *sentence = judgement->sentence;
    size_t passive = find_passive(sentence, lead);
    passive = passive < sentence->tokens.count ? passive : find_short_passive(sentence, lead);
    if (passive < sentence->tokens.count) {
        take_action(judgement, passive);
        judgement_fault(judgement, "passive", lead, passive + 1);
        return;
    }
    bool is_own_deed = lead + 1 < sentence->tokens.count &&
                       token_has(sentence_token(sentence, lead), WORD(FIRST_PERSON)) &&
                       token_has(sentence_token(sentence, lead + 1), WORD(DEED));
    if (is_own_deed || has_deed(sentence, lead)) {
        take_action(judgement, lead);
        mark_weak(judgement, lead, lead + 1);
        return;
    }
    size_t end = sentence->tokens.count;
    for (size_t i = lead; i < end; i++) {
        if (token_has(sentence_token(sentence, i), HIDING_VERBS) &&
            !token_has(sentence_token(sentence, i), WORD(VERB))) {
            judge_hidden(judgement, i);
            return;
        }
    }
    if (is_own_part(sentence, lead)) {
        mark_weak(judgement, lead, lead + 2);
    }
    size_t verb = find_embedded(sentence, lead);
    if (verb < end && includes_writer(sentence, lead) && !is_product_state(sentence, lead, verb)) {
        take_action(judgement, verb);
    }
}

void action_judge(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    size_t lead = judgement->lead = action_lead(sentence);
    if (lead >= sentence->tokens.count) {
        return;
    }
    const Token *token = sentence_token(sentence, lead);
    /* "Did" reads as an auxiliary. */
    if (token_has(token, WORD(LIGHT)) && sentence->readings[lead] != READING_VERB &&
        has_concrete_object(sentence, lead)) {
        take_action(judgement, lead);
        return;
    }
    bool is_deed_noun = token_has(token, WORD(DEED) | WORD(UPKEEP)) &&
                        lead + 1 < sentence->tokens.count &&
                        token_is(sentence_token(sentence, lead + 1), "of");
    if (is_deed_noun ||
        (sentence->readings[lead] != READING_VERB && !token_has(token, HIDING_VERBS))) {
        judge_noun_lead(judgement, lead);
    } else if (token_has(token, HIDING_VERBS) && !token_has(token, WORD(MENTOR))) {
        judge_hidden(judgement, lead);
    } else if (token_has(token, WORD(USING)) && !token_has(token, WORD(MOVE))) {
        judge_using(judgement, lead);
    } else {
        judge_plain(judgement, lead);
    }
}
