#include "morphology.h"

#include <string.h>

#include "misspelling.h"

/* "re-priced", "co-designed", "unbundled": the class of the verb below stays. */
static const char *const prefixes[] = {"re",   "co",    "un",   "over",  "de",    "pre",
                                       "auto", "mis",   "out",  "cross", "multi", "inter",
                                       "sub",  "under", "hand", "back",  "up",    "down"};

static const char *const adjective_endings[] = {
    "able",  "ible",   "ful",   "less",     "ous",   "ive",   "wise",  "like", "proof",
    "based", "driven", "aware", "friendly", "heavy", "bound", "ready", "wide", "ical"};

static bool ends_with_any(StrView word, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (word.length > strlen(endings[i]) + 1 && view_ends_with(word, endings[i])) {
            return true;
        }
    }
    return false;
}

/* The verb under a prefix, when the rest is one the lexicon has. */
static const LexiconEntry *find_prefixed(StrView word)
{
    for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
        size_t length = strlen(prefixes[i]);
        if (word.length < length + 3 || !view_starts_with(word, prefixes[i])) {
            continue;
        }
        const LexiconEntry *entry = lexicon_find(view_slice(word, length, word.length));
        if (entry && (entry->tags & WORD(VERB))) {
            return entry;
        }
    }
    return NULL;
}

static void guess_word(Token *token)
{
    StrView word = token->lower;
    const LexiconEntry *entry = find_prefixed(word);
    if (entry) {
        token->tags |= entry->tags & ~WORD(CAPITAL);
        token->forms |= entry->forms;
    } else if (word.length > 4 && view_ends_with(word, "ed")) {
        bool is_moved = view_starts_with(word, "trans") || view_starts_with(word, "re");
        token->tags |= WORD(VERB) | (is_moved ? WORD(MOVE) : 0);
        token->forms |= FORM_PAST;
    } else if (word.length > 5 && view_ends_with(word, "ing")) {
        token->tags |= WORD(VERB);
        token->forms |= FORM_GERUND;
    } else if (word.length > 6 && view_ends_with(word, "fold")) {
        token->tags |= WORD(QUANTITY);
    } else if (word.length > 4 && view_ends_with(word, "ly")) {
        token->tags |= WORD(ADVERB);
    } else if (ends_with_any(word, adjective_endings,
                             sizeof(adjective_endings) / sizeof(adjective_endings[0]))) {
        token->tags |= WORD(ADJECTIVE);
    }
}

/* "re-platformed", "co-designed": what follows the prefix is the word. */
static void guess_prefix(Tokens *tokens, size_t index)
{
    Token *token = &tokens->items[index];
    if (index + 1 >= tokens->count || !tokens->items[index + 1].is_joined) {
        return;
    }
    static const char *const loose[] = {"re",   "co",   "un",    "de",    "pre",
                                        "non",  "anti", "multi", "cross", "self",
                                        "semi", "sub",  "super", "ex",    "auto"};
    for (size_t i = 0; i < sizeof(loose) / sizeof(loose[0]); i++) {
        if (token_is(token, loose[i])) {
            token->tags = WORD(ADVERB);
            token->is_known = true;
            tokens->items[index + 1].is_joined = false;
            if (token_has(&tokens->items[index + 1], WORD(USING))) {
                tokens->items[index + 1].tags = WORD(VERB) | WORD(MOVE); /* "re-used" */
            }
        }
    }
}

/* A misspelt word is read as the one that was meant. */
static bool take_meant(Token *token)
{
    const char *meant =
        token->is_acronym || token->is_mixed ? NULL : misspelling_find(token->lower);
    if (!meant) {
        return false;
    }
    token->correction = meant;
    token->lower = view_of(meant);
    const LexiconEntry *entry = lexicon_find(token->lower);
    if (entry) {
        token->tags = entry->tags;
        token->forms = entry->forms;
        token->technology = entry->technology;
    }
    return entry != NULL;
}

static bool begins_object(const Token *token)
{
    return token->kind == TOKEN_NUMBER ||
           (token->kind == TOKEN_WORD &&
            !token_has(token, WORD(PREPOSITION) | WORD(CONJUNCTION) | WORD(AUXILIARY)));
}

static bool is_before_finite(const Token *token)
{
    return token_is(token, "now") || token_is(token, "that") || token_is(token, "which") ||
           token_is(token, "who") || token_is(token, "it");
}

/* "Evolve the ingest", "now edits a campaign", "used to abort month-end": only a verb stands at the
 * beginning before an article, or between "to" and an object. */
static void guess_by_place(Tokens *tokens, size_t index)
{
    Token *token = &tokens->items[index];
    if (token->tags != 0 || token->is_known || token->is_mixed || token->is_acronym ||
        index + 1 >= tokens->count) {
        return;
    }
    const Token *next = &tokens->items[index + 1];
    bool is_lead = index == 0 && token_has(next, WORD(DETERMINER));
    bool is_infinitive = index > 0 && token_is(&tokens->items[index - 1], "to") &&
                         !token->is_capital && !next->is_joined &&
                         !view_ends_with(token->lower, "s") && begins_object(next);
    /* "bursts no longer exhaust the database". */
    bool is_denied = index > 0 && token_has(next, WORD(DETERMINER)) && !token->is_capital &&
                     (token_has(&tokens->items[index - 1], WORD(NEGATION)) ||
                      token_is(&tokens->items[index - 1], "cannot") ||
                      token_is(&tokens->items[index - 1], "can") ||
                      token_is(&tokens->items[index - 1], "could"));
    bool is_finite = index > 0 && view_ends_with(token->lower, "s") &&
                     token_has(next, WORD(DETERMINER)) &&
                     is_before_finite(&tokens->items[index - 1]);
    if (is_lead || is_infinitive || is_denied || is_finite) {
        token->tags = WORD(VERB);
        token->forms = is_finite ? FORM_THIRD : FORM_BASE;
    }
}

/* "Stamp each prescription": a noun before an article at the beginning is a verb. */
static void guess_lead(Tokens *tokens)
{
    if (tokens->count < 3) {
        return;
    }
    Token *token = &tokens->items[0];
    const Token *next = &tokens->items[1];
    bool is_article = token_is(next, "each") || token_is(next, "every") || token_is(next, "the") ||
                      token_is(next, "a") || token_is(next, "an");
    if (is_article && token_has(token, WORD(NOUN)) && (token->forms & FORM_SINGULAR) &&
        !token_has(token, WORD(VERB) | WORD(WORKING) | WORD(ATTENDING) | WORD(STATE))) {
        token->tags = WORD(VERB) | WORD(MAKE);
        token->forms = FORM_BASE;
    }
}

void morphology_guess(Tokens *tokens)
{
    guess_lead(tokens);
    for (size_t i = 0; i < tokens->count; i++) {
        Token *token = &tokens->items[i];
        if (token->kind != TOKEN_WORD || token->tags != 0) {
            continue;
        }
        guess_prefix(tokens, i);
        if (!token->is_known && take_meant(token)) {
            token->is_known = true;
        } else if (!token->is_known && !token->is_mixed && !token->is_acronym) {
            guess_word(token);
            guess_by_place(tokens, i);
        }
    }
}
