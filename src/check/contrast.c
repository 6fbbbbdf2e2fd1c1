#include "contrast.h"

#include "judgement.h"

/* "noon", "two days", "hours". */
static bool is_point_in_time(const Token *token)
{
    return token_has(token, WORD(TIME)) || token_is(token, "noon") || token_is(token, "midnight") ||
           token_is(token, "overnight") ||
           (token->kind == TOKEN_NUMBER && token->number == NUMBER_DURATION);
}

/* A quantity that can be told apart from a version or a bare count. */
static bool is_quantity(const Token *token)
{
    bool is_measured = token->kind == TOKEN_NUMBER &&
                       (token->number == NUMBER_DURATION || token->number == NUMBER_PERCENT ||
                        token->number == NUMBER_MONEY || token->number == NUMBER_BYTES ||
                        token->number == NUMBER_RATE);
    return is_measured || token_has(token, WORD(FREQUENCY));
}

/* "in 4 minutes rather than 35", "by noon instead of at night". */
static bool is_told_instead(const Sentence *sentence, size_t index)
{
    enum { NEAR = 3 };
    const Token *after = sentence_token(sentence, index + 1);
    if (is_point_in_time(after) || (index + 2 < sentence->tokens.count &&
                                    is_point_in_time(sentence_token(sentence, index + 2)))) {
        return true;
    }
    for (size_t i = index; i > 0 && i + NEAR > index && after->kind == TOKEN_NUMBER; i--) {
        if (sentence_token(sentence, i - 1)->kind == TOKEN_NUMBER) {
            return true;
        }
    }
    return false;
}

static bool is_word_of_old(const Token *token)
{
    return token_is(token, "before") || token_is(token, "earlier") ||
           token_is(token, "previously") || token_is(token, "formerly");
}

/* "formerly 06:45", "37 before, 2 after", "earlier there had been about 20". */
bool contrast_is_former(const Sentence *sentence, size_t index)
{
    enum { NEAR = 5 };
    if (sentence_token(sentence, index)->kind != TOKEN_NUMBER) {
        return false;
    }
    size_t next = index + 1;
    if (next < sentence->tokens.count && is_word_of_old(sentence_token(sentence, next))) {
        return next + 1 >= sentence->tokens.count ||
               sentence_token(sentence, next + 1)->kind == TOKEN_MARK;
    }
    bool has_been = false;
    for (size_t i = index; i > 0 && i + NEAR > index; i--) {
        const Token *token = sentence_token(sentence, i - 1);
        has_been |= token_has(token, WORD(AUXILIARY)) || token_is(token, "took");
        if (is_word_of_old(token)) {
            return i == index ? !token_is(token, "before") : has_been;
        }
    }
    return false;
}

/* "where it used to take minutes". */
static bool is_told_used_to(const Sentence *sentence, size_t index)
{
    enum { NEAR = 3 };
    const Token *token = sentence_token(sentence, index);
    if (!token_is(token, "where") && !is_word_of_old(token)) {
        return false;
    }
    for (size_t i = index + 1; i + 1 < sentence->tokens.count && i <= index + NEAR; i++) {
        if (token_is(sentence_token(sentence, i), "used") &&
            token_is(sentence_token(sentence, i + 1), "to")) {
            return true;
        }
    }
    return false;
}

/* "down from", "forward by two hours", "up 12%". */
static bool is_told_moved(const Token *token, const Token *after)
{
    bool is_moved = token_is(token, "down") || token_is(token, "up") || token_is(token, "forward");
    return is_moved && (token_is(after, "from") || token_is(after, "by") || is_quantity(after));
}

/* "no lost order", "zero incidents". */
static bool is_told_none(const Sentence *sentence, size_t index)
{
    enum { REACH = 4 };
    const Token *token = sentence_token(sentence, index);
    if (!token_is(token, "no") && !token_is(token, "zero") && !token_is(token, "not one")) {
        return false;
    }
    size_t end = index + REACH < sentence->tokens.count ? index + REACH : sentence->tokens.count;
    return words_are_bad(sentence_token(sentence, index + 1)) ||
           sentence_any(sentence, index + 1, end, WORD(FAILURE));
}

/* Words that tell a change wherever they stand: "no longer", "down from", "3x faster". */
static bool is_told_by_words(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (token_is(token, "no longer") || contrast_is_former(sentence, index) ||
        is_told_used_to(sentence, index)) {
        return true;
    }
    if (index + 1 >= sentence->tokens.count) {
        return false;
    }
    const Token *after = sentence_token(sentence, index + 1);
    bool is_arrow =
        token_is_mark(token, '>') && index > 0 && sentence->readings[index - 1] == READING_NUMBER;
    if (is_arrow && after->kind == TOKEN_NUMBER) {
        return true;
    }
    if (token_is(token, "instead of") || token_is(token, "rather than")) {
        return is_told_instead(sentence, index);
    }
    if (is_told_moved(token, after) || (token_is(token, "a") && token_is(after, "saving"))) {
        return true;
    }
    if (token->kind == TOKEN_NUMBER && token_has(after, WORD(COMPARATIVE)) &&
        !token_has(after, WORD(PREPOSITION))) {
        return true;
    }
    return is_told_none(sentence, index);
}

/* "from weekly to daily", "down to 180 ms", "under 250 ms": where a measure came to. */
enum { DAY_SECONDS = 86400 };

static bool is_told_by_pair(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (index + 1 >= sentence->tokens.count) {
        return false;
    }
    const Token *after = sentence_token(sentence, index + 1);
    const Clause *clause = sentence_clause(sentence, index);
    bool is_measured = is_quantity(after) || (after->kind == TOKEN_NUMBER &&
                                              sentence_any(sentence, clause->first, clause->end,
                                                           WORD(MEASURE) | WORD(FAILURE)));
    if (token_has(token, WORD(BOUND)) && token_has(token, WORD(PREPOSITION))) {
        return is_quantity(after) && !after->is_compound && after->value < DAY_SECONDS &&
               !token_is(token, "over") && !token_is(token, "above") && !token_is(token, "within");
    }
    if (token_is(token, "down") && token_is(after, "to")) {
        return true;
    }
    if (token_is(token, "to") && after->kind == TOKEN_NUMBER && after->number == NUMBER_DURATION) {
        return after->value < DAY_SECONDS && !after->is_compound;
    }
    bool is_span = token_has(after, WORD(TIME)) ||
                   (token_is(after, "a") && index + 2 < sentence->tokens.count &&
                    token_has(sentence_token(sentence, index + 2), WORD(TIME)));
    if (!token_is(token, "from") || !(is_measured || is_span)) {
        return false;
    }
    enum { SPREAD = 9 };
    for (size_t i = index + 2; i < sentence->tokens.count && i < index + SPREAD; i++) {
        if (token_is(sentence_token(sentence, i), "to")) {
            return true;
        }
    }
    return index > 1 && token_is(sentence_token(sentence, index - 2), "to");
}

/* "six weeks before support ended", "two months early", "ahead of schedule". */
static bool is_told_early(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    if (index == 0) {
        return token_is(token, "ahead of");
    }
    const Token *previous = sentence_token(sentence, index - 1);
    bool is_early =
        token_is(token, "early") || token_is(token, "before") || token_is(token, "ahead of");
    return is_early && (token_has(previous, WORD(TIME)) ||
                        (previous->kind == TOKEN_NUMBER && previous->number == NUMBER_DURATION));
}

bool contrast_is_told(const Sentence *sentence, size_t index)
{
    return is_told_by_words(sentence, index) || is_told_early(sentence, index) ||
           is_told_by_pair(sentence, index);
}
