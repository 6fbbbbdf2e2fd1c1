#include "topic.h"

bool topic_begins_as(StrView word, StrView stem)
{
    if (word.length < stem.length) {
        return false;
    }
    for (size_t i = 0; i < stem.length; i++) {
        char wanted = stem.data[i] == '-' ? ' ' : stem.data[i];
        if (word.data[i] != wanted) {
            return false;
        }
    }
    return true;
}

bool topic_has(StrView word, const char *stems)
{
    for (StrView rest = view_of(stems); rest.length > 0;) {
        size_t length = view_find(rest, ' ');
        if (length > 0 && topic_begins_as(word, view_slice(rest, 0, length))) {
            return true;
        }
        rest = view_slice(rest, length + 1, rest.length);
    }
    return false;
}

size_t topic_count(const Sentence *sentence, const char *stems)
{
    size_t count = 0;
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const Token *token = sentence_token(sentence, i);
        count += token->kind != TOKEN_MARK && topic_has(token->lower, stems);
    }
    return count;
}

bool topic_is_about(const Sentence *sentence, const char *stems)
{
    return stems[0] == '\0' || topic_count(sentence, stems) > 0;
}
