/* The technologies that a text names, whatever else it says. */
#include "bulletproof/check/named.h"

#include "check/judgement.h"

static bool is_found(const Technology *const *found, size_t count, const Technology *technology)
{
    for (size_t i = 0; i < count; i++) {
        if (found[i] == technology) {
            return true;
        }
    }
    return false;
}

/* A name that stands alone, such as an item of a list, needs no sentence around it. */
static const Technology *named_by(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    bool is_alone = sentence->tokens.count == 1;
    bool is_generic = token_has(token, WORD(GENERIC_TECHNOLOGY));
    if (!token->technology || !(is_alone || is_generic || technique_is_product(sentence, index))) {
        return NULL;
    }
    return lexicon_technology(token->technology);
}

size_t check_named_technologies(StrView text, const Technology **found, size_t most)
{
    Arena arena = {0};
    Sentence sentence = sentence_read(text, LEVEL_MID, false, NULL, &arena);
    size_t count = 0;
    for (size_t i = 0; i < sentence.tokens.count && count < most; i++) {
        const Technology *technology = named_by(&sentence, i);
        if (technology && !is_found(found, count, technology)) {
            found[count++] = technology;
        }
    }
    arena_done(&arena);
    return count;
}
