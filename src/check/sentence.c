#include "sentence.h"

#include "morphology.h"
#include "reading.h"

const Token *sentence_token(const Sentence *sentence, size_t index)
{
    return &sentence->tokens.items[index];
}

const Token *sentence_at(const Sentence *sentence, size_t index)
{
    static const Token nothing = {.kind = TOKEN_MARK};
    return index < sentence->tokens.count ? sentence_token(sentence, index) : &nothing;
}

const Token *sentence_before(const Sentence *sentence, size_t index)
{
    return index > 0 ? sentence_at(sentence, index - 1)
                     : sentence_at(sentence, sentence->tokens.count);
}

const Clause *sentence_clause(const Sentence *sentence, size_t index)
{
    size_t low = 0;
    size_t high = sentence->clause_count - 1; /* there is always one */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (index < sentence->clauses[middle].end) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return &sentence->clauses[low];
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

bool sentence_clause_has(const Sentence *sentence, size_t index, WordTags any)
{
    const Clause *clause = sentence_clause(sentence, index);
    return sentence_any(sentence, clause->first, clause->end, any);
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

static bool begins_in_past(const Sentence *sentence)
{
    return sentence->tokens.count > 0 && is_verb_at(sentence, 0, FORM_PAST) &&
           !(sentence->tokens.items[0].forms & FORM_BASE);
}

/* "and analysts add forms on their own": a verb in the present, where the work is told in the
 * past, has another subject. */
static bool is_present_of_other(const Sentence *sentence, size_t index)
{
    const Token *token = &sentence->tokens.items[index];
    const Token *subject = &sentence->tokens.items[index - 1];
    bool is_base = is_verb_at(sentence, index, FORM_BASE) && (subject->forms & FORM_PLURAL);
    if (is_base && token_has(token, WORD(CHANGE) | WORD(KEEP) | WORD(CONSEQUENCE))) {
        return true;
    }
    bool is_third = is_verb_at(sentence, index, FORM_THIRD) &&
                    sentence->readings[index - 1] == READING_NOUN &&
                    !(subject->forms & FORM_PLURAL);
    return (is_base || is_third) && !token_has(token, WORD(NOUN)) && begins_in_past(sentence);
}

/* A finite verb of another subject ahead: ", and its run time dropped". */
static bool states_something(const Sentence *sentence, size_t index)
{
    size_t nouns = 0;
    enum { LOOK_AHEAD = 14 };
    bool is_none = token_is(&sentence->tokens.items[index], "no") ||
                   token_is(&sentence->tokens.items[index], "nobody") ||
                   token_is(&sentence->tokens.items[index], "nothing");
    for (size_t i = index; i < sentence->tokens.count && i < index + LOOK_AHEAD; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->kind == TOKEN_MARK && token->mark != '"') {
            return false;
        }
        if (is_none && i > index && is_verb_at(sentence, i, FORM_BASE | FORM_PAST | FORM_THIRD)) {
            return true;
        }
        if (i > index && is_present_of_other(sentence, i)) {
            return true;
        }
        if (nouns > 0 && ((is_verb_at(sentence, i, FORM_PAST | FORM_THIRD) &&
                           token_has(token, WORD(CHANGE) | WORD(PREVENT))) ||
                          token_has(token, WORD(AUXILIARY)) || token_is(token, "now") ||
                          token_is(token, "no longer"))) {
            return true;
        }
        nouns += sentence->readings[i] == READING_NOUN || sentence->readings[i] == READING_NUMBER ||
                 token_is(token, "they") || token_is(token, "it") || token_is(token, "each") ||
                 token_is(token, "both");
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
    /* "; adding a form takes a day": what one does is the subject. */
    if (is_verb_at(sentence, at, FORM_GERUND) && is_hard && states_something(sentence, at + 1)) {
        *kind = CLAUSE_STATEMENT;
        return true;
    }
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
        {"so that", CLAUSE_SO},
        {"so", CLAUSE_SO},
        {"and so", CLAUSE_SO},
        {"as a result", CLAUSE_SO},
        {"such that", CLAUSE_SO},
        {"with the effect that", CLAUSE_SO},
        {"with the result that", CLAUSE_SO},
        {"which", CLAUSE_RELATIVE},
        {"who", CLAUSE_RELATIVE},
        {"whose", CLAUSE_RELATIVE},
        {"where", CLAUSE_RELATIVE},
        {"using", CLAUSE_MEANS},
        {"via", CLAUSE_MEANS},
        {"through", CLAUSE_MEANS},
        {"with", CLAUSE_MEANS},
        {"thanks to", CLAUSE_MEANS},
        {"without", CLAUSE_WITHOUT},
        {"when", CLAUSE_CIRCUMSTANCE},
        {"because", CLAUSE_CIRCUMSTANCE},
        {"until", CLAUSE_CIRCUMSTANCE},
        {"whenever", CLAUSE_CIRCUMSTANCE},
        {"if", CLAUSE_CIRCUMSTANCE},
        {"in order to", CLAUSE_PURPOSE},
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

/* "with validation, policies for roles, and seeded migrations." */
static bool is_last_of_list(const ClauseReader *reader, size_t index)
{
    const Sentence *sentence = reader->sentence;
    const Token *items = sentence->tokens.items;
    if (reader->current->kind != CLAUSE_MEANS || index < 2 || !token_is(&items[index - 1], "and") ||
        !token_is_mark(&items[index - 2], ',') || index + 1 >= sentence->tokens.count ||
        sentence->readings[index + 1] != READING_NOUN) {
        return false;
    }
    bool is_end = index + 2 >= sentence->tokens.count || token_is_mark(&items[index + 2], '.');
    for (size_t i = reader->current->first; is_end && i + 2 < index; i++) {
        if (token_is_mark(&items[i], ',')) {
            return true;
        }
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
    if (*kind == CLAUSE_NEXT && is_last_of_list(reader, index)) {
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

Sentence sentence_read(StrView text, Level level, bool is_current, const OwnWords *own,
                       Arena *arena)
{
    Sentence sentence = {.level = level, .is_current = is_current};
    sentence.tokens = tokens_read(text, own, arena);
    blank_templates(&sentence.tokens);
    morphology_guess(&sentence.tokens);
    sentence.readings = readings_read(&sentence.tokens, arena);
    read_clauses(&sentence, arena);
    return sentence;
}
