#include "sentence.h"

#include "morphology.h"

#define SMALL_WORDS \
    (WORD(DETERMINER) | WORD(PRONOUN) | WORD(AUXILIARY) | WORD(PREPOSITION) | WORD(CONJUNCTION) | \
     WORD(NEGATION) | WORD(FIRST_PERSON))
#define NAMING_WORDS (WORD(NOUN) | WORD(TECHNOLOGY) | WORD(GENERIC_TECHNOLOGY))

const Token *sentence_token(const Sentence *sentence, size_t index)
{
    return &sentence->tokens.items[index];
}

const Clause *sentence_clause(const Sentence *sentence, size_t index)
{
    const Clause *clause = sentence->clauses;
    while (clause + 1 < sentence->clauses + sentence->clause_count && index >= clause->end) {
        clause++;
    }
    return clause;
}

bool sentence_any(const Sentence *sentence, size_t first, size_t end, WordTags any)
{
    for (size_t i = first; i < end; i++) {
        if (token_has(sentence_token(sentence, i), any)) {
            return true;
        }
    }
    return false;
}

static bool is_of_phrase(Reading reading)
{
    return reading == READING_MODIFIER || reading == READING_NOUN || reading == READING_NUMBER ||
           reading == READING_ADVERB;
}

size_t sentence_phrase_end(const Sentence *sentence, size_t index)
{
    while (index < sentence->tokens.count && is_of_phrase(sentence->readings[index])) {
        index++;
    }
    return index;
}

size_t sentence_phrase_start(const Sentence *sentence, size_t index)
{
    while (index > 0 && is_of_phrase(sentence->readings[index - 1])) {
        index--;
    }
    return index;
}

/* --- Readings ---------------------------------------------------------------------------- */

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

/* A word that can be a verb or a noun, in a place where both may stand. */
static Reading read_noun_or_verb(const Tokens *tokens, size_t index)
{
    const Token *token = &tokens->items[index];
    const Token *previous = before(tokens, index);
    if (token->is_joined) {
        return READING_NOUN;
    }
    bool is_subject_noun = !previous && index + 1 < tokens->count &&
                           token_has(&tokens->items[index + 1], WORD(AUXILIARY)) &&
                           (token->forms & FORM_SINGULAR);
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
    if (token_is(previous, "to")) {
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
    /* After a noun: "a job finishes in 6" is a verb, "order export" a noun. */
    bool is_finite = (token->forms & (FORM_THIRD | FORM_PAST)) && !has_object(tokens, index);
    return is_finite && token_has(token, WORD(CHANGE)) ? READING_VERB : READING_NOUN;
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
    for (size_t i = last + 1; i < tokens->count && i < last + LOOK_AHEAD; i++) {
        if (token_has(&tokens->items[i], WORD(AUXILIARY))) {
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

static Reading read_verb(const Tokens *tokens, size_t index)
{
    const Token *token = &tokens->items[index];
    const Token *previous = before(tokens, index);
    bool is_participle = token->forms & (FORM_PAST | FORM_GERUND);
    if (token->is_joined) {
        return READING_MODIFIER;
    }
    if (!previous) {
        return READING_VERB;
    }
    if (!is_participle) {
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

/* --- Clauses ----------------------------------------------------------------------------- */

typedef struct {
    Sentence *sentence;
    Clause *current;
    bool is_aside; /* between parentheses, where "and" joins words alone */
} ClauseReader;

static bool is_verb_at(const Sentence *sentence, size_t index, unsigned forms)
{
    return index < sentence->tokens.count && sentence->readings[index] == READING_VERB &&
           (sentence->tokens.items[index].forms & forms);
}

static size_t skip_adverbs(const Sentence *sentence, size_t index)
{
    while (index < sentence->tokens.count &&
           token_has(&sentence->tokens.items[index], WORD(ADVERB))) {
        index++;
    }
    return index;
}

/* A finite verb of another subject ahead: ", and its run time dropped". */
static bool states_something(const Sentence *sentence, size_t index)
{
    size_t nouns = 0;
    enum { LOOK_AHEAD = 14 };
    for (size_t i = index; i < sentence->tokens.count && i < index + LOOK_AHEAD; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_MARK && token->mark != '"') {
            return false;
        }
        if (nouns > 0 && ((is_verb_at(sentence, i, FORM_PAST | FORM_THIRD) &&
                           token_has(token, WORD(CHANGE) | WORD(PREVENT))) ||
                          token_has(token, WORD(AUXILIARY)) || token_is(token, "now") ||
                          token_is(token, "no longer"))) {
            return true;
        }
        nouns += sentence->readings[i] == READING_NOUN || sentence->readings[i] == READING_NUMBER ||
                 token_is(token, "they") || token_is(token, "it");
    }
    return false;
}

/* "failed reminders fell": the participle belongs to the subject of a later verb. */
static bool is_participle_subject(const Sentence *sentence, size_t index)
{
    return index + 1 < sentence->tokens.count && sentence->readings[index + 1] == READING_NOUN &&
           (sentence->tokens.items[index].forms & FORM_PAST) &&
           states_something(sentence, index + 1);
}

/* What follows a conjunction or a mark. */
static bool kind_after_joint(const Sentence *sentence, size_t index, bool is_hard, ClauseKind *kind)
{
    size_t at = skip_adverbs(sentence, index);
    unsigned finite = FORM_PAST | (sentence->is_current ? FORM_BASE | FORM_THIRD : FORM_BASE);
    if (is_verb_at(sentence, at, FORM_GERUND)) {
        bool is_beside_lead = is_verb_at(sentence, 0, FORM_GERUND) &&
                              token_is(sentence_token(sentence, index - 1), "and");
        *kind = is_beside_lead ? CLAUSE_NEXT : CLAUSE_GERUND;
        return true;
    }
    if (is_verb_at(sentence, at, finite) && !is_participle_subject(sentence, at)) {
        *kind = CLAUSE_NEXT;
        return true;
    }
    if (states_something(sentence, index)) {
        *kind = CLAUSE_STATEMENT;
        return true;
    }
    *kind = CLAUSE_STATEMENT;
    return is_hard;
}

static bool is_hard_mark(const Token *token)
{
    return token->kind == TOKEN_MARK &&
           (token->mark == ';' || token->mark == '.' || token->mark == '-' || token->mark == ':');
}

/* "a lint rule → no raw SQL": what comes of it; before a number the arrow is a "to". */
static bool is_arrow_to_words(const Sentence *sentence, size_t index)
{
    return token_is_mark(&sentence->tokens.items[index - 1], '>') &&
           sentence->readings[index] != READING_NUMBER;
}

static bool is_soft_joint(const Token *token)
{
    return token_is_mark(token, ',') || token_is(token, "and") || token_is(token, "but") ||
           token_is(token, "then") || token_is(token, "and then") || token_is(token, "thereby") ||
           token_is(token, "thus") || token_is(token, "while") || token_is_mark(token, '&');
}

/* Words that open a clause by themselves. */
static bool kind_of_opener(const Sentence *sentence, size_t index, ClauseKind *kind)
{
    static const struct {
        const char *word;
        ClauseKind kind;
    } openers[] = {
        {"so that", CLAUSE_SO},         {"so", CLAUSE_SO},
        {"and so", CLAUSE_SO},          {"as a result", CLAUSE_SO},
        {"which", CLAUSE_RELATIVE},     {"who", CLAUSE_RELATIVE},
        {"whose", CLAUSE_RELATIVE},     {"where", CLAUSE_RELATIVE},
        {"using", CLAUSE_MEANS},        {"via", CLAUSE_MEANS},
        {"through", CLAUSE_MEANS},      {"with", CLAUSE_MEANS},
        {"thanks to", CLAUSE_MEANS},    {"without", CLAUSE_WITHOUT},
        {"when", CLAUSE_CIRCUMSTANCE},  {"because", CLAUSE_CIRCUMSTANCE},
        {"until", CLAUSE_CIRCUMSTANCE}, {"whenever", CLAUSE_CIRCUMSTANCE},
        {"if", CLAUSE_CIRCUMSTANCE},    {"in order to", CLAUSE_PURPOSE},
    };
    const Token *token = &sentence->tokens.items[index];
    for (size_t i = 0; i < sizeof(openers) / sizeof(openers[0]); i++) {
        if (token_is(token, openers[i].word)) {
            *kind = openers[i].kind;
            return true;
        }
    }
    return false;
}

static bool is_inside_outcome(ClauseKind kind)
{
    return kind == CLAUSE_GERUND || kind == CLAUSE_RELATIVE || kind == CLAUSE_SO ||
           kind == CLAUSE_STATEMENT;
}

static bool opens_by_grammar(const ClauseReader *reader, size_t index, ClauseKind *kind)
{
    const Sentence *sentence = reader->sentence;
    const Token *token = &sentence->tokens.items[index];
    if (token_is(token, "by") &&
        is_verb_at(sentence, skip_adverbs(sentence, index + 1), FORM_GERUND)) {
        *kind = CLAUSE_MEANS;
        return true;
    }
    if (token_is(token, "that") && index > 0 && sentence->readings[index - 1] == READING_NOUN) {
        *kind = CLAUSE_RELATIVE;
        return true;
    }
    if (token_is(token, "to") && is_verb_at(sentence, index + 1, FORM_BASE) &&
        !is_inside_outcome(reader->current->kind)) {
        *kind = CLAUSE_PURPOSE;
        return true;
    }
    return false;
}

/* Whether a clause begins at `index`, and of what kind. */
static bool opens_clause(const ClauseReader *reader, size_t index, ClauseKind *kind)
{
    const Sentence *sentence = reader->sentence;
    const Token *previous = &sentence->tokens.items[index - 1];
    if (kind_of_opener(sentence, index, kind) || opens_by_grammar(reader, index, kind)) {
        return true;
    }
    if (is_soft_joint(&sentence->tokens.items[index]) || reader->is_aside) {
        return false;
    }
    if (is_hard_mark(previous) || is_arrow_to_words(sentence, index)) {
        return kind_after_joint(sentence, index, true, kind);
    }
    if (!is_soft_joint(previous) || !kind_after_joint(sentence, index, false, kind)) {
        return false;
    }
    /* "let us remove X and survive Y": the outcome goes on. */
    if (*kind == CLAUSE_NEXT && is_inside_outcome(reader->current->kind) &&
        !is_verb_at(sentence, skip_adverbs(sentence, index), FORM_PAST)) {
        return false;
    }
    /* "by adding X and removing Y": the means go on. */
    bool goes_on = *kind == CLAUSE_GERUND && reader->current->kind == CLAUSE_MEANS &&
                   token_is(previous, "and");
    *kind = goes_on ? CLAUSE_MEANS : *kind;
    return true;
}

/* "; the page that used to time out loads": the relative belongs to the subject of a statement
 * whose verb is still to come. */
static bool is_of_subject(const ClauseReader *reader, size_t index, ClauseKind kind)
{
    if (kind != CLAUSE_RELATIVE || reader->current->kind != CLAUSE_STATEMENT) {
        return false;
    }
    for (size_t i = reader->current->first; i < index; i++) {
        if (reader->sentence->readings[i] == READING_VERB) {
            return false;
        }
    }
    return token_is(&reader->sentence->tokens.items[index], "that");
}

static size_t first_verb(const Sentence *sentence, const Clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++) {
        if (sentence->readings[i] == READING_VERB) {
            return i;
        }
    }
    return clause->end;
}

static void read_clauses(Sentence *sentence, Arena *arena)
{
    size_t count = sentence->tokens.count;
    sentence->clauses = arena_alloc(arena, (count + 1) * sizeof(Clause));
    ClauseReader reader = {.sentence = sentence, .current = sentence->clauses};
    sentence->clause_count = 1;
    *reader.current = (Clause){.kind = CLAUSE_MAIN};
    for (size_t i = 1; i < count; i++) {
        ClauseKind kind;
        reader.is_aside |= token_is_mark(&sentence->tokens.items[i], '(');
        reader.is_aside &= !token_is_mark(&sentence->tokens.items[i], ')');
        if (opens_clause(&reader, i, &kind) && !is_of_subject(&reader, i, kind)) {
            reader.current->end = i;
            reader.current = &sentence->clauses[sentence->clause_count++];
            *reader.current = (Clause){.kind = kind, .first = i};
        }
    }
    reader.current->end = count;
    for (size_t i = 0; i < sentence->clause_count; i++) {
        sentence->clauses[i].verb = first_verb(sentence, &sentence->clauses[i]);
    }
}

static char closing_mark(char opening)
{
    return opening == '[' ? ']' : opening == '{' ? '}' : opening == '<' ? '>' : '\0';
}

/* "[X]", "<service>", "{{name}}": what stands in a blank is read as nothing. */
static void blank_templates(Tokens *tokens)
{
    enum { TEMPLATE_WORDS = 6 };
    for (size_t i = 0; i < tokens->count; i++) {
        char closing =
            tokens->items[i].kind == TOKEN_MARK ? closing_mark(tokens->items[i].mark) : '\0';
        size_t end = i + 1;
        while (closing && end < tokens->count && end <= i + TEMPLATE_WORDS &&
               !token_is_mark(&tokens->items[end], closing)) {
            end++;
        }
        if (!closing || end >= tokens->count || !token_is_mark(&tokens->items[end], closing)) {
            continue;
        }
        for (size_t k = i + 1; k < end; k++) {
            Token *token = &tokens->items[k];
            *token = (Token){
                .start = token->start, .end = token->end, .kind = TOKEN_MARK, .mark = closing};
        }
    }
}

Sentence sentence_read(StrView text, Level level, bool is_current, Arena *arena)
{
    Sentence sentence = {.level = level, .is_current = is_current};
    sentence.tokens = tokens_read(text, arena);
    blank_templates(&sentence.tokens);
    morphology_guess(&sentence.tokens);
    sentence.readings = arena_alloc(arena, (sentence.tokens.count + 1) * sizeof(Reading));
    for (size_t i = 0; i < sentence.tokens.count; i++) {
        sentence.readings[i] = read_word(&sentence.tokens, i);
    }
    size_t lead = compound_lead(&sentence.tokens);
    for (size_t i = 0; i < lead; i++) {
        sentence.readings[i] = READING_ADVERB;
    }
    if (lead > 0) {
        sentence.readings[lead] = READING_VERB;
    }
    read_clauses(&sentence, arena);
    return sentence;
}
