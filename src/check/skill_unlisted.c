/* Technologies that bullets use and no group of skills lists. */
#include <string.h>

#include "check/claim_lines.h"
#include "check/judgement.h"
#include "check/skills.h"

/* "Spring Boot" in a list makes "Spring" and "Spring Batch" no surprise. */
static void mark_family(uint16_t technology, bool *is_known)
{
    const char *name = lexicon_technology(technology)->name;
    size_t length = strcspn(name, " ");
    for (size_t i = 1; i <= lexicon_technology_count(); i++) {
        const char *other = lexicon_technology((uint16_t)i)->name;
        bool is_like = other[0] == name[0] && strncmp(other, name, length) == 0;
        if (is_like && (other[length] == ' ' || !other[length])) {
            is_known[i] = true;
        }
    }
}

static void mark_technologies(const Tokens *tokens, bool *is_known)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].technology) {
            mark_family(tokens->items[i].technology, is_known);
        }
    }
}

/* A hyphen stands for a blank. */
static const LexiconEntry *find_stem(StrView stem)
{
    char phrase[32];
    if (stem.length > sizeof(phrase)) {
        return NULL;
    }
    for (size_t i = 0; i < stem.length; i++) {
        phrase[i] = stem.data[i] == '-' ? ' ' : stem.data[i];
    }
    return lexicon_find(view_make(phrase, stem.length));
}

static void mark_words(StrView words, bool *is_known)
{
    while (words.length > 0) {
        size_t end = view_find(words, ' ');
        const LexiconEntry *entry = find_stem(view_slice(words, 0, end));
        is_known[entry ? entry->technology : 0] = true;
        words = view_slice(words, end + 1, words.length);
    }
}

/* What a vendor offers is looked for under the vendor's name. */
static void mark_offers(bool *is_known)
{
    StrView rest = claim_lines();
    for (ClaimLine line; claim_next_line(&rest, &line);) {
        StrView head = line.head, phrase;
        bool is_vendor = view_is(line.kind, "vendor");
        while (is_vendor && claim_next_phrase(&head, &phrase)) {
            const LexiconEntry *entry = lexicon_find(phrase);
            if (entry && entry->technology && is_known[entry->technology]) {
                mark_words(line.stems, is_known);
            }
        }
    }
}

/* Those that are a way of working or a mechanism, rather than something to be hired for. */
static bool is_common(const Technology *technology)
{
    return technology->is_generic || technology->category == TECHNOLOGY_PRACTICES ||
           technology->category == TECHNOLOGY_SECURITY;
}

/* Marks each technology that is listed, or too common to be listed. */
static bool *known_technologies(const ResumePass *pass, const Skill *skills, size_t skill_count)
{
    size_t count = lexicon_technology_count();
    bool *is_known = arena_alloc(pass->arena, (count + 1) * sizeof(*is_known));
    for (size_t index = 1; index <= count; index++) {
        is_known[index] = is_common(lexicon_technology((uint16_t)index));
    }
    for (size_t i = 0; i < skill_count; i++) {
        mark_technologies(&skills[i].tokens, is_known);
    }
    const Node *list = node_part(pass->root, NODE_SKILLS);
    for (size_t i = 0; i < node_count(list); i++) {
        Tokens tokens = tokens_read(node_view(node_child(list, i), FIELD_NAME),
                                    extras_words(pass->options->extras), pass->arena);
        mark_technologies(&tokens, is_known);
    }
    mark_offers(is_known);
    return is_known;
}

/* "from MySQL", "replaced the SOAP gateway with": what the writer has left behind. */
static bool is_left_behind(const Sentence *sentence, size_t index)
{
    static const char *const leaving[] = {"replaced", "retired", "removed", "decommissioned",
                                          "dropped"};
    for (size_t i = index; i-- > 0;) {
        const Token *token = sentence_token(sentence, i);
        if (token_is(token, "with") || token_is(token, "by") || token->kind == TOKEN_MARK) {
            return false;
        }
        if (token_is(token, "from") && i + 2 >= index) {
            return true;
        }
        for (size_t k = 0; k < sizeof(leaving) / sizeof(leaving[0]); k++) {
            if (token_is(token, leaving[k])) {
                return true;
            }
        }
    }
    return false;
}

static bool is_unlisted(const Sentence *sentence, size_t index, const bool *is_known)
{
    uint16_t technology = sentence->tokens.items[index].technology;
    return technology && !is_known[technology] && technique_is_product(sentence, index) &&
           !is_left_behind(sentence, index);
}

const UnlistedSkill *skills_find_unlisted(const ResumePass *pass, const Skills *skills,
                                          size_t *count)
{
    bool *is_known = known_technologies(pass, skills->items, skills->count);
    UnlistedSkill *found = arena_alloc(pass->arena, lexicon_technology_count() * sizeof(*found));
    *count = 0;
    for (size_t b = 0; b < pass->bullet_count; b++) {
        const Sentence *sentence = &pass->bullets[b].sentence;
        for (size_t i = 0; i < sentence->tokens.count; i++) {
            if (is_unlisted(sentence, i, is_known)) {
                const Token *token = &sentence->tokens.items[i];
                is_known[token->technology] = true;
                found[(*count)++] = (UnlistedSkill){&pass->bullets[b], token};
            }
        }
    }
    return found;
}
