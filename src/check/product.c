/* Products: the names the lexicon knows, and those it does not, told by their shape and place. */
#include <string.h>

#include "judgement.h"

/* "Akka, Slick and sbt": in a list, what follows a product is one. */
static bool is_listed_tool(const Sentence *sentence, size_t index)
{
    if (index < 2) {
        return false;
    }
    const Token *previous = sentence_token(sentence, index - 1);
    bool is_listed = token_is(previous, "and") || token_is_mark(previous, ',');
    return is_listed && technique_is_product(sentence, index - 2);
}

/* Whether the token stands where one names a tool: "using X", "with X", "X-backed". */
static bool is_tool_place(const Sentence *sentence, size_t index)
{
    static const char *const places[] = {"using", "with", "in",   "via",  "through", "on",
                                         "to",    "from", "into", "onto", "behind",  "against"};
    if (index == 0) {
        return false;
    }
    const Token *previous = sentence_token(sentence, index - 1);
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        if (token_is(previous, places[i])) {
            return true;
        }
    }
    if (token_has(previous, WORD(USING))) {
        return true;
    }
    return is_listed_tool(sentence, index);
}

/* A name the lexicon does not have, by its shape: "OpenFeature", "libvips", "ScyllaX". */
static bool is_product_shape(const Token *token)
{
    static const char *const endings[] = {"js", "sql", "db", "mq", "orm", "kit", "grpc", "lib"};
    size_t dot = view_find(token->lower, '.');
    if (token->is_mixed || (dot > 1 && dot + 2 < token->lower.length)) {
        return true;
    }
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        if (token->lower.length > strlen(endings[i]) + 2 &&
            view_ends_with(token->lower, endings[i])) {
            return true;
        }
    }
    return false;
}

/* "Zorbit-based", "Zorbit-backed". */
static bool makes_adjective(const Token *token)
{
    return token->is_joined &&
           (token_is(token, "based") || token_is(token, "backed") || token_is(token, "powered") ||
            token_is(token, "driven") || token_is(token, "compatible") ||
            token_is(token, "style") || token_is(token, "managed"));
}

/* "the Falcon service" is a name within the house; "a Zorbit service" tells of what make. */
static bool is_house_name(const Sentence *sentence, size_t index)
{
    static const char *const words[] = {"service", "platform", "app",     "application", "system",
                                        "project", "site",     "website", "portal",      "product",
                                        "api",     "program",  "shop",    "store",       "team"};
    if (!token_has(sentence_token(sentence, index - 1), WORD(DETERMINER)) ||
        token_is(sentence_token(sentence, index - 1), "a") ||
        token_is(sentence_token(sentence, index - 1), "an")) {
        return false;
    }
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(sentence_token(sentence, index + 1), words[i])) {
            return true;
        }
    }
    return false;
}

static bool is_nationality(const Token *token)
{
    return view_ends_with(token->lower, "ish") || view_ends_with(token->lower, "ese") ||
           view_ends_with(token->lower, "ian") || token_is(token, "dutch") ||
           token_is(token, "french") || token_is(token, "german") || token_is(token, "swiss");
}

/* A capital within a sentence, where one names what a thing is made of: "a Zorbit actor",
 * "(Zorbit, Quellix)", "Adopted Zorbit". */
static bool is_named_tool(const Sentence *sentence, size_t index)
{
    if (index == 0 || is_nationality(sentence_token(sentence, index))) {
        return false;
    }
    const Token *previous = sentence_token(sentence, index - 1);
    bool has_next = index + 1 < sentence->tokens.count;
    bool has_noun = has_next && sentence->readings[index + 1] == READING_NOUN;
    if (has_next && makes_adjective(sentence_token(sentence, index + 1))) {
        return true;
    }
    if (has_noun) {
        return token_has(sentence_token(sentence, index + 1),
                         WORD(SYSTEM) | WORD(ARTEFACT) | WORD(DEVICE) | WORD(MECHANISM)) &&
               !is_house_name(sentence, index);
    }
    bool is_object = sentence->readings[index - 1] == READING_VERB &&
                     token_has(previous, WORD(MAKE) | WORD(MOVE) | WORD(TECHNIQUE));
    return is_object || token_is_mark(previous, '(');
}

bool technique_is_product(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (token->kind != TOKEN_WORD || token_has(token, WORD(NOT_TECHNIQUE))) {
        return false;
    }
    if (token_has(token, WORD(TECHNOLOGY))) {
        bool is_only_name = (token->tags & ~(WORD(TECHNOLOGY) | WORD(CAPITAL))) == 0;
        bool is_name = !token_has(token, WORD(CAPITAL)) || token->is_capital ||
                       (is_only_name && is_tool_place(sentence, index));
        bool is_lead_verb = index == 0 && token_has(token, WORD(VERB));
        return is_name && !is_lead_verb;
    }
    if (token->is_known) {
        return false;
    }
    if (is_product_shape(token)) {
        return true;
    }
    bool is_alone =
        index + 1 >= sentence->tokens.count || sentence->readings[index + 1] != READING_NOUN;
    bool is_named = token->is_capital && (is_tool_place(sentence, index) ||
                                          (!token->is_acronym && is_named_tool(sentence, index)));
    bool is_item = token->tags == 0 && is_alone && is_listed_tool(sentence, index);
    return index > 0 && (is_named || is_item);
}
