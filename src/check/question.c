#include "question.h"

#include "rule_table.h"

/* Whether the bullet has one of the topic's words; a hyphen in a topic stands for a blank. */
static bool has_word(const Sentence *sentence, StrView word)
{
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        StrView lower = sentence_token(sentence, i)->lower;
        if (lower.length >= word.length && view_starts_with(lower, "") &&
            view_equal(view_slice(lower, 0, word.length), word)) {
            return true;
        }
    }
    return false;
}

static bool is_about(const Sentence *sentence, const char *words)
{
    StrView rest = view_of(words);
    while (rest.length > 0) {
        size_t length = view_find(rest, ' ');
        if (length > 0 && has_word(sentence, view_slice(rest, 0, length))) {
            return true;
        }
        rest = view_slice(rest, length + 1, rest.length);
    }
    return words[0] == '\0';
}

const char *question_for(const Sentence *sentence, Slot missing)
{
    for (size_t i = 0; missing < SLOT_COUNT && i < topic_question_count; i++) {
        const TopicQuestion *question = &topic_questions[i];
        if (question->slot == missing && is_about(sentence, question->words)) {
            return question->text;
        }
    }
    return NULL;
}
