/* Counts: the scale of operation is evidence; colleagues are none, and what was done or written
 * a number of times is vanity. */
#include "count.h"

enum { EVIDENT_COUNT = 10, LARGE_COUNT = 1000 };

const Token *count_head(const Sentence *sentence, size_t index)
{
    size_t end = index + 1;
    size_t head = 0;
    while (end < sentence->tokens.count && (sentence->readings[end] == READING_NOUN ||
                                            sentence->readings[end] == READING_MODIFIER ||
                                            sentence->readings[end] == READING_ADVERB)) {
        head = sentence->readings[end] == READING_NOUN ? end : head;
        end++;
        bool is_plural = (sentence_at(sentence, head)->forms & FORM_PLURAL) ||
                         (sentence_at(sentence, head)->tags == 0 &&
                          view_ends_with(sentence_at(sentence, head)->lower, "s"));
        if (head == end - 1 && is_plural) {
            break;
        }
    }
    return head ? sentence_at(sentence, head) : NULL;
}

/* "endpoints", "contract tests", "pytest cases"; a head follows a number, so one stands before. */
static bool is_artefact(const Token *head)
{
    bool is_test = view_ends_with(head->lower, " tests") ||
                   (token_is(head, "cases") && token_has(head - 1, WORD(TECHNOLOGY)));
    return is_test || (token_has(head, WORD(ARTEFACT)) && !token_has(head, WORD(FAILURE)));
}

/* "that 22 services follow", "across 22 services": how far it reaches, not what was written. */
static bool is_reach(const Token *previous)
{
    static const char *const words[] = {"that", "which", "by",   "across", "for",  "to",
                                        "in",   "of",    "from", "into",   "among"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(previous, words[i])) {
            return true;
        }
    }
    /* "the group's 12 services" are there already. */
    return previous->is_owner || token_is(previous, "the") || token_is(previous, "its") ||
           token_is(previous, "their") || token_is(previous, "our");
}

static bool begins_with(const Sentence *sentence, size_t lead, WordTags classes)
{
    return lead < sentence->tokens.count && token_has(sentence_at(sentence, lead), classes);
}

static CountKind count_of_artefacts(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *number = sentence_at(sentence, index);
    bool is_made = sentence_clause(sentence, index)->kind != CLAUSE_RELATIVE &&
                   !is_reach(sentence_before(sentence, index)) &&
                   (begins_with(sentence, judgement->lead, WORD(MAKE)) ||
                    !begins_with(sentence, judgement->lead,
                                 WORD(MOVE) | WORD(LOWER) | WORD(PREVENT) | WORD(TECHNIQUE) |
                                     WORD(CUSTODIAL)));
    if (is_made) {
        return number->value >= 2 && !number->is_spelled ? COUNT_ARTEFACT : COUNT_NOTHING;
    }
    const Token *head = count_head(sentence, index);
    bool is_scale = token_has(head, WORD(SIZE)) && number->value >= EVIDENT_COUNT;
    return is_scale || number->value >= LARGE_COUNT ? COUNT_EVIDENCE : COUNT_NOTHING;
}

static bool follows_adoption(const Sentence *sentence, size_t index)
{
    for (size_t i = index; i > 0 && i + 5 > index; i--) {
        const Token *token = sentence_at(sentence, i - 1);
        if (token_is(token, "adopted") || token_is(token, "rolled out") ||
            token_is(token, "used") || token_is(token, "deployed") || token_is(token, "in use")) {
            return true;
        }
    }
    return false;
}

/* "210 client companies": who is served, though companies alone are no evidence. */
static bool counts_customers(const Sentence *sentence, size_t index)
{
    return sentence_at(sentence, index)->value >= EVIDENT_COUNT &&
           token_has(sentence_at(sentence, index + 1), WORD(USERS) | WORD(DOMAIN)) &&
           !token_has(sentence_at(sentence, index + 1), WORD(TEAM));
}

CountKind count_kind(const Judgement *judgement, size_t index)
{
    const Sentence *sentence = judgement->sentence;
    const Token *number = sentence_at(sentence, index);
    const Token *head = count_head(sentence, index);
    if (!head) {
        return COUNT_NOTHING;
    }
    if (token_has(head, WORD(FAILURE)) && !number->is_spelled &&
        sentence_clause(sentence, index)->kind == CLAUSE_GERUND &&
        sentence_clause_has(sentence, index, WORD(PREVENT))) {
        return COUNT_EVIDENCE; /* "catching all 6 regressions" */
    }
    bool is_rate = token_has(head, WORD(MEASURE)) && view_ends_with(head->lower, " per second");
    if (is_rate || follows_adoption(sentence, index)) {
        return COUNT_EVIDENCE;
    }
    if (token_has(head, WORD(ACTIVITY)) && number->value < 1e6) {
        bool is_few = number->is_spelled && number->value < EVIDENT_COUNT;
        const Token *previous = sentence_before(sentence, index);
        bool is_bound = token_is(previous, "fewer than") || token_is(previous, "less than") ||
                        token_is(previous, "under") || token_is(previous, "below");
        return is_bound ? COUNT_EVIDENCE : is_few ? COUNT_NOTHING : COUNT_ACTIVITY;
    }
    if (token_has(head, WORD(TEAM))) {
        return counts_customers(sentence, index) ? COUNT_EVIDENCE : COUNT_NOTHING;
    }
    if (is_artefact(head) && number->value < 1e6) {
        return count_of_artefacts(judgement, index);
    }
    if (number->value >= LARGE_COUNT) {
        return COUNT_EVIDENCE;
    }
    if (token_has(head, WORD(USERS) | WORD(SIZE) | WORD(DOMAIN)) || !head->is_known) {
        return number->value >= EVIDENT_COUNT ||
                       (token_has(head, WORD(USERS)) && number->value >= 2)
                   ? COUNT_EVIDENCE
                   : COUNT_NOTHING;
    }
    return COUNT_NOTHING;
}
