/* Claims of some kind that say nothing without their particular. */
#include "judgement.h"
#include "rule_table.h"
#include "topic.h"

/* "test data", "security cameras", "a monitoring service": the word names a kind of something else,
 * unless that is one of `heads`. */
static bool is_kind_of_other(const Sentence *sentence, size_t index, const char *heads)
{
    bool has_noun = sentence->readings[index] != READING_VERB &&
                    index + 1 < sentence->tokens.count &&
                    sentence->readings[index + 1] == READING_NOUN;
    return has_noun && !topic_has(sentence_token(sentence, index + 1)->lower, heads);
}

static bool claims(const Specific *specific, const Sentence *sentence)
{
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token->kind != TOKEN_MARK && topic_has(token->lower, specific->claims) &&
            !is_kind_of_other(sentence, i, specific->heads)) {
            return true;
        }
    }
    return false;
}

static bool is_wanted(const Specific *specific, const Sentence *sentence)
{
    return claims(specific, sentence) && topic_count(sentence, specific->wants) == 0 &&
           topic_count(sentence, specific->spares) == 0;
}

/* "by 40%" with nothing that was measured. */
static bool has_bare_percentage(const Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    for (size_t i = 0; i < sentence->tokens.count && !judgement->has_metric; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token->kind == TOKEN_NUMBER && token->number == NUMBER_PERCENT) {
            return true;
        }
    }
    return false;
}

void specifics_judge(Judgement *judgement)
{
    bool is_bare = judgement->has_action && !judgement->has_result && !judgement->has_metric &&
                   judgement->mechanisms < 2;
    for (size_t i = 0; is_bare && i < specific_count; i++) {
        if (is_wanted(&specifics[i], judgement->sentence)) {
            judgement_fault(judgement, specifics[i].code, 0, 0);
        }
    }
    if (has_bare_percentage(judgement)) {
        judgement_fault(judgement, "percent-of-what", 0, 0);
    }
}
