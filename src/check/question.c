#include "question.h"

#include "rule_table.h"
#include "topic.h"

const char *question_for(const Sentence *sentence, Slot missing)
{
    for (size_t i = 0; missing < SLOT_COUNT && i < topic_question_count; i++) {
        const TopicQuestion *question = &topic_questions[i];
        if (question->slot == missing && topic_is_about(sentence, question->words)) {
            return question->text;
        }
    }
    return NULL;
}
