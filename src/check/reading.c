#include "reading.h"

#define SMALL_WORDS \
    (WORD(DETERMINER) | WORD(PRONOUN) | WORD(AUXILIARY) | WORD(PREPOSITION) | WORD(CONJUNCTION) | \
     WORD(NEGATION) | WORD(FIRST_PERSON))
#define NAMING_WORDS (WORD(NOUN) | WORD(TECHNOLOGY) | WORD(GENERIC_TECHNOLOGY))

/* The token before `index`, adverbs left out; NULL at the start. */
static const Token *before(const Tokens *tokens, size_t index)
{
    while (index > 0) {
        const Token *token = &tokens->items[--index];
        if (!(token_has(token, WORD(ADVERB)) && !token_has(token, SMALL_WORDS | WORD(NOUN)))) {
            return token;
        }
    }
    return NULL;
}

/* Whether what follows `index` begins an object: "the", "our", a number, a noun, an adjective. */
static bool has_object(const Tokens *tokens, size_t index)
{
    if (index + 1 >= tokens->count) {
        return false;
    }
    const Token *next = &tokens->items[index + 1];
    if (next->kind != TOKEN_WORD) {
        return next->kind == TOKEN_NUMBER;
    }
    return !token_has(next, WORD(PREPOSITION) | WORD(CONJUNCTION) | WORD(AUXILIARY));
}

/* "responsible for", "involved in": one token that ends in a preposition. */
static bool is_opener_phrase(const Token *token)
{
    return token_has(token, WORD(WORKING) | WORD(ATTENDING) | WORD(STATE)) &&
           !token_has(token, WORD(VERB));
}

/* "I", "we", "they": a verb follows, not a noun. */
static bool is_subject(const Token *token)
{
    return token_is(token, "i") || token_is(token, "we") || token_is(token, "i've") ||
           token_is(token, "we've") || token_is(token, "they") || token_is(token, "it");
}

static bool is_relative(const Token *token)
{
    return token_is(token, "that") || token_is(token, "which") || token_is(token, "who");
}

static bool begins_noun_phrase(const Token *token)
{
    if (is_subject(token) || is_opener_phrase(token)) {
        return false;
    }
    return token->kind == TOKEN_NUMBER || token->is_owner ||
           token_has(token, WORD(DETERMINER) | WORD(ADJECTIVE) | WORD(FIRST_PERSON));
}

/* "solving of issues": the noun of an action. */
static bool is_nominal(const Tokens *tokens, size_t index)
{
    return (tokens->items[index].forms & FORM_GERUND) && index + 1 < tokens->count &&
           token_is(&tokens->items[index + 1], "of");
}

/* "Design and ship": the bullet is told in the present. */
static bool begins_in_base(const Tokens *tokens)
{
    unsigned forms = tokens->items[0].forms;
    return (forms & (FORM_BASE | FORM_THIRD)) && !(forms & FORM_PAST);
}

static bool is_plural(const Token *token)
{
    bool is_unknown = token->kind == TOKEN_WORD && token->tags == 0 && !token->is_known;
    return (token->forms & FORM_PLURAL) || (is_unknown && view_ends_with(token->lower, "s"));
}

/* "Refund requests of the shop were moved": an auxiliary comes before any other verb. */
static bool is_subject_ahead(const Tokens *tokens, size_t index)
{
    enum { LOOK_AHEAD = 9 };
    if (index + 1 < tokens->count && token_has(&tokens->items[index + 1], WORD(AUXILIARY))) {
        return true;
    }
    for (size_t i = index + 1; i < tokens->count && i < index + LOOK_AHEAD; i++) {
        const Token *token = &tokens->items[i];
        bool is_other = token->kind == TOKEN_MARK || token_has(token, WORD(CONJUNCTION)) ||
                        token_is(token, "that") || token_is(token, "which") ||
                        (i == index + 1 && token_has(token, WORD(DETERMINER)));
        if (is_other) {
            return false;
        }
        if (token_is(token, "was") || token_is(token, "were")) {
            return true;
        }
    }
    return false;
}

/* "for the crew-portal deploys.": the last noun after a preposition. */
static bool is_end_of_object(const Tokens *tokens, size_t index)
{
    enum { LOOK_BACK = 5 };
    bool is_last = index + 1 >= tokens->count || token_is_mark(&tokens->items[index + 1], '.');
    for (size_t i = index; is_last && i > 0 && i + LOOK_BACK > index; i--) {
        const Token *token = &tokens->items[i - 1];
        if (token->kind == TOKEN_MARK || token_has(token, WORD(CONJUNCTION))) {
            return false;
        }
        if (token_has(token, WORD(PREPOSITION))) {
            return true;
        }
    }
    return false;
}

/* A word that can be a verb or a noun, in a place where both may stand. */
static Reading read_noun_or_verb(const Tokens *tokens, size_t index)
{
    const Token *token = &tokens->items[index];
    const Token *previous = before(tokens, index);
    if (token->is_joined) {
        return READING_NOUN;
    }
    bool is_subject_noun =
        !previous && (token->forms & FORM_SINGULAR) && is_subject_ahead(tokens, index);
    if (is_subject_noun) {
        return READING_NOUN;
    }
    if (!previous || is_subject(previous)) {
        return READING_VERB;
    }
    if (previous->kind == TOKEN_MARK) {
        bool is_plain_verb = token->forms & (FORM_PAST | FORM_GERUND);
        return is_plain_verb && has_object(tokens, index) ? READING_VERB : READING_NOUN;
    }
    if (token_has(previous, WORD(HELPING)) && (token->forms & FORM_BASE)) {
        return READING_VERB;
    }
    if (token_is(previous, "to") || view_ends_with(previous->lower, " to")) {
        return (token->forms & FORM_BASE) ? READING_VERB : READING_NOUN;
    }
    if (begins_noun_phrase(previous) && !token_has(previous, WORD(PRONOUN))) {
        return READING_NOUN;
    }
    if (token_has(previous, WORD(PREPOSITION)) || is_opener_phrase(previous)) {
        return (token->forms & FORM_GERUND) && has_object(tokens, index) ? READING_VERB
                                                                         : READING_NOUN;
    }
    if (token_has(previous, WORD(CONJUNCTION)) && !(token->forms & (FORM_PAST | FORM_GERUND)) &&
        !begins_in_base(tokens)) {
        return READING_NOUN;
    }
    if (is_relative(previous) && (token->forms & (FORM_THIRD | FORM_PAST))) {
        return READING_VERB;
    }
    if (token_has(previous, WORD(PRONOUN) | WORD(AUXILIARY) | WORD(NEGATION) | WORD(CONJUNCTION))) {
        return has_object(tokens, index) && !(token->forms & FORM_PLURAL) ? READING_VERB
                                                                          : READING_NOUN;
    }
    /* "cold pods answer their first request". */
    if (is_plural(previous) && (token->forms & FORM_BASE) && index + 1 < tokens->count &&
        token_has(&tokens->items[index + 1], WORD(DETERMINER))) {
        return READING_VERB;
    }
    /* After a noun: "a job finishes in 6" is a verb, "order export" a noun. */
    bool is_past = (token->forms & FORM_PAST) && !(token->forms & FORM_BASE);
    bool is_finite = (is_past || (token->forms & FORM_THIRD)) && !has_object(tokens, index);
    bool is_verb = is_finite && token_has(token, WORD(CHANGE)) && !is_end_of_object(tokens, index);
    return is_verb ? READING_VERB : READING_NOUN;
}

/* "Fast-tracked the", "Batch-loaded tariffs": the index of a compound verb at the beginning, or
 * 0 when there is none. */
static size_t compound_lead(const Tokens *tokens)
{
    enum { LOOK_AHEAD = 8 };
    size_t last = 0;
    while (last + 1 < tokens->count && tokens->items[last + 1].is_joined &&
           !tokens->items[last + 1].is_slashed) {
        last++;
    }
    if (last == 0 || !(tokens->items[last].forms & FORM_PAST) || !has_object(tokens, last)) {
        return 0;
    }
    /* "Event-driven services were added": the participle belongs to a subject. */
    for (size_t i = 1; i < tokens->count && i < last + LOOK_AHEAD; i++) {
        bool is_pair = i <= last && token_has(&tokens->items[i], WORD(CONJUNCTION));
        if (is_pair || token_has(&tokens->items[i], WORD(AUXILIARY))) {
            return 0;
        }
    }
    return last;
}

/* "the delivery-fee quoting service": a gerund between a noun and a system. */
static bool is_kind_of_system(const Tokens *tokens, size_t index)
{
    if (index == 0 || index + 1 >= tokens->count) {
        return false;
    }
    const Token *previous = &tokens->items[index - 1];
    const Token *next = &tokens->items[index + 1];
    return previous->kind == TOKEN_WORD && next->kind == TOKEN_WORD &&
           token_has(next, WORD(SYSTEM)) && (next->forms & FORM_SINGULAR) &&
           !token_has(previous, SMALL_WORDS | WORD(VERB) | WORD(ADVERB) | WORD(TEAM)) &&
           !token_has(&tokens->items[index], WORD(USING));
}

/* "the seed swap API": between an article with its noun and a system. */
static bool is_inside_name(const Tokens *tokens, size_t index)
{
    if (index < 2 || index + 1 >= tokens->count) {
        return false;
    }
    const Token *article = &tokens->items[index - 2];
    const Token *next = &tokens->items[index + 1];
    bool is_article = token_is(article, "the") || token_is(article, "a") || token_is(article, "an");
    return is_article && !is_plural(&tokens->items[index - 1]) && next->kind == TOKEN_WORD &&
           token_has(next, WORD(SYSTEM)) && !token_has(next, SMALL_WORDS);
}

static Reading read_verb(const Tokens *tokens, size_t index)
{
    const Token *token = &tokens->items[index];
    const Token *previous = before(tokens, index);
    bool is_participle = token->forms & (FORM_PAST | FORM_GERUND);
    /* "and draws that took a minute". */
    if ((token->forms & FORM_THIRD) && index + 1 < tokens->count &&
        token_is(&tokens->items[index + 1], "that") && previous &&
        token_has(previous, WORD(CONJUNCTION))) {
        return READING_NOUN;
    }
    if (token->is_joined) {
        return READING_MODIFIER;
    }
    if (!previous) {
        return READING_VERB;
    }
    if (!is_participle) {
        if (is_inside_name(tokens, index)) {
            return READING_NOUN;
        }
        bool is_named = begins_noun_phrase(previous) && !token_has(previous, WORD(PRONOUN)) &&
                        previous->kind == TOKEN_WORD;
        return is_named ? READING_NOUN : READING_VERB;
    }
    bool is_gerund = token->forms & FORM_GERUND;
    if (is_gerund && is_kind_of_system(tokens, index)) {
        return READING_MODIFIER;
    }
    if (begins_noun_phrase(previous) && !token_has(previous, WORD(PRONOUN))) {
        return READING_MODIFIER;
    }
    if (token_has(previous, WORD(PREPOSITION)) && !is_gerund) {
        return READING_MODIFIER;
    }
    return READING_VERB;
}

static Reading read_word(const Tokens *tokens, size_t index)
{
    const Token *token = &tokens->items[index];
    if (token->kind != TOKEN_WORD) {
        return token->kind == TOKEN_NUMBER ? READING_NUMBER : READING_MARK;
    }
    if (token_has(token, SMALL_WORDS) && !token->is_joined) {
        bool is_lead_verb = index == 0 && token_has(token, WORD(VERB)) &&
                            !token_has(token, WORD(PREPOSITION) | WORD(AUXILIARY));
        return is_lead_verb ? READING_VERB : READING_SMALL;
    }
    /* "Lost-and-found service": one noun. */
    if (index + 1 < tokens->count && tokens->items[index + 1].is_joined &&
        token_has(&tokens->items[index + 1], WORD(CONJUNCTION))) {
        return READING_NOUN;
    }
    bool is_verb = token_has(token, WORD(VERB));
    bool is_noun = token_has(token, NAMING_WORDS) && !(token->technology && token->is_capital);
    if (token->technology && token->is_capital && index > 0) {
        return READING_NOUN;
    }
    if (is_verb && is_nominal(tokens, index)) {
        return READING_NOUN;
    }
    if (is_verb && (is_noun || token_has(token, WORD(ADJECTIVE)))) {
        return read_noun_or_verb(tokens, index);
    }
    if (is_verb) {
        return read_verb(tokens, index);
    }
    if (token_has(token, WORD(ADJECTIVE)) && !is_noun) {
        return READING_MODIFIER;
    }
    return token_has(token, WORD(ADVERB)) && !is_noun ? READING_ADVERB : READING_NOUN;
}

Reading *readings_read(const Tokens *tokens, Arena *arena)
{
    Reading *readings = arena_alloc(arena, (tokens->count + 1) * sizeof(Reading));
    for (size_t i = 0; i < tokens->count; i++) {
        readings[i] = read_word(tokens, i);
    }
    size_t lead = compound_lead(tokens);
    for (size_t i = 0; i < lead; i++) {
        readings[i] = READING_ADVERB;
    }
    if (lead > 0) {
        readings[lead] = READING_VERB;
    }
    return readings;
}
