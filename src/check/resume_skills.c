/* Skills: in groups, each once, each spelled as its makers spell it, each shown by a bullet; and
 * the other way round, what bullets use and no group lists. */
#include <string.h>

#include "bulletproof/text/fold.h"
#include "check/judgement.h"
#include "check/resume.h"

/* So many words in one group are a list, not a capability. */
enum { LONG_GROUP_WORDS = 10 };

/* --- one keyword ------------------------------------------------------------- */

/* A keyword and the technology that it is the name of; 0: none, or more than a name. */
typedef struct {
    const Node *node;
    StrView text;
    Tokens tokens;
    uint16_t technology;
} Skill;

typedef struct {
    Skill *items; /* in the arena; in the order of the resume */
    size_t count;
} Skills;

static Skill skill_of(const ResumePass *pass, const Node *keyword)
{
    Skill skill = {.node = keyword, .text = view_trim(node_view(keyword, FIELD_TEXT))};
    skill.tokens = tokens_read(skill.text, pass->arena);
    skill.technology = skill.tokens.count == 1 ? skill.tokens.items[0].technology : 0;
    return skill;
}

static Skills read_skills(const ResumePass *pass, const Node *list)
{
    Skills skills = {0};
    size_t count = 0;
    for (const Node *node = list; node; node = node_next(node, list)) {
        count += node_kind(node) == NODE_KEYWORD ? 1 : 0;
    }
    skills.items = arena_alloc(pass->arena, count * sizeof(*skills.items));
    for (const Node *node = list; node; node = node_next(node, list)) {
        if (node_kind(node) == NODE_KEYWORD && node_has(node, FIELD_TEXT)) {
            skills.items[skills.count++] = skill_of(pass, node);
        }
    }
    return skills;
}

static bool uses_technology(const Sentence *sentence, uint16_t technology)
{
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        if (sentence->tokens.items[i].technology == technology) {
            return true;
        }
    }
    return false;
}

/* Words that tell nothing by themselves: "Structured logs" is shown by "logs", "API design" by
 * "API". */
static bool is_filler(StrView word)
{
    static const char *const fillers[] = {"and",   "of",      "with",    "for",       "in",
                                          "the",   "design",  "testing", "databases", "systems",
                                          "based", "service", "services"};
    for (size_t i = 0; i < sizeof(fillers) / sizeof(fillers[0]); i++) {
        if (view_is(word, fillers[i])) {
            return true;
        }
    }
    return false;
}

/* A word without the ending of its number or tense: enough to meet itself in a bullet. */
static StrView stem_of(StrView word)
{
    static const char *const endings[] = {"ations", "ation", "ings", "ing", "ies",
                                          "ed",     "es",    "s",    "y",   "e"};
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        size_t length = strlen(endings[i]);
        if (word.length > length + 2 && view_ends_with(word, endings[i])) {
            return view_slice(word, 0, word.length - length);
        }
    }
    return word;
}

/* Appends the stems of the words that count. */
static void add_stems(StrBuf *stems, const Tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->items[i];
        if (token->kind == TOKEN_WORD && !is_filler(token->lower)) {
            StrView rest = token->lower;
            while (rest.length > 0) {
                size_t end = view_find(rest, ' ');
                strbuf_add_view(stems, stem_of(view_slice(rest, 0, end)));
                strbuf_add_char(stems, ' ');
                rest = view_slice(rest, end + 1, rest.length);
            }
        }
    }
}

static bool ends_name(const Sentence *sentence, const char *ending)
{
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const Token *token = &sentence->tokens.items[i];
        if (token->technology && view_ends_with(token->lower, ending)) {
            return true;
        }
    }
    return false;
}

/* PostgreSQL and MySQL show SQL: their makers put it into the name. */
static bool is_part_of_name(const ResumePass *pass, const Skill *skill)
{
    if (skill->tokens.count != 1 || !token_is(&skill->tokens.items[0], "sql")) {
        return false;
    }
    for (size_t i = 0; i < pass->bullet_count; i++) {
        if (ends_name(&pass->bullets[i].sentence, "sql")) {
            return true;
        }
    }
    return false;
}

static bool is_shown(const ResumePass *pass, const Skill *skill)
{
    for (size_t i = 0; i < skill->tokens.count; i++) {
        uint16_t technology = skill->tokens.items[i].technology;
        for (size_t b = 0; technology && b < pass->bullet_count; b++) {
            if (uses_technology(&pass->bullets[b].sentence, technology)) {
                return true;
            }
        }
    }
    StrBuf stems = {0};
    add_stems(&stems, &skill->tokens);
    bool is_found = stems.length == 0 || resume_find_bullet(pass, strbuf_view(&stems)) ||
                    is_part_of_name(pass, skill);
    strbuf_done(&stems);
    return is_found;
}

static void check_spelling(ResumePass *pass, const Skill *skill)
{
    const char *name = skill->technology ? lexicon_technology(skill->technology)->name : NULL;
    if (name && !view_is(skill->text, name) && text_equal_folded(skill->text, view_of(name))) {
        resume_report(pass, "skill-spelling", spot_of_field(skill->node, FIELD_TEXT),
                      arena_format(pass->arena, "Its makers write it \"%s\"", name));
    }
}

/* Whether the same skill stands before number `index`, in any group. */
static bool is_repeated(const Skills *skills, size_t index)
{
    const Skill *skill = &skills->items[index];
    for (size_t i = 0; i < index; i++) {
        const Skill *other = &skills->items[i];
        bool is_same = skill->technology && skill->technology == other->technology;
        if (is_same || text_equal_folded(skill->text, other->text)) {
            return true;
        }
    }
    return false;
}

static void check_skill(ResumePass *pass, const Skills *skills, size_t index)
{
    const Skill *skill = &skills->items[index];
    if (is_repeated(skills, index)) {
        resume_report(pass, "skill-duplicate", spot_of_field(skill->node, FIELD_TEXT), NULL);
        return;
    }
    check_spelling(pass, skill);
    if (pass->bullet_count > 0 && !is_shown(pass, skill)) {
        resume_report(pass, "skill-unshown", spot_of_field(skill->node, FIELD_TEXT), NULL);
    }
}

/* --- groups ---------------------------------------------------------------------- */

static void check_groups(ResumePass *pass, const Node *skills)
{
    size_t bare = 0;
    for (size_t i = 0; i < node_count(skills); i++) {
        const Node *group = node_child(skills, i);
        size_t words = node_count(node_part(group, NODE_KEYWORDS));
        bare += words == 0 && node_has(group, FIELD_NAME) ? 1 : 0;
        bool is_list = words > LONG_GROUP_WORDS && node_count(skills) == 1;
        if (is_list || (words > 1 && !node_has(group, FIELD_NAME))) {
            resume_report(pass, "skills-ungrouped", spot_of_field(group, FIELD_NAME), NULL);
        }
    }
    if (bare > 3 && bare == node_count(skills)) {
        resume_report(pass, "skills-ungrouped", spot_of_node(skills), NULL);
    }
}

/* --- what bullets use --------------------------------------------------------------- */

static void mark_technologies(const Tokens *tokens, bool *is_known)
{
    for (size_t i = 0; i < tokens->count; i++) {
        is_known[tokens->items[i].technology] = true;
    }
}

/* Marks each technology that is listed, or too common to be listed. */
static bool *known_technologies(const ResumePass *pass, const Node *list, const Skills *skills)
{
    size_t count = lexicon_technology_count();
    bool *is_known = arena_alloc(pass->arena, (count + 1) * sizeof(*is_known));
    for (size_t index = 1; index <= count; index++) {
        is_known[index] = lexicon_technology((uint16_t)index)->is_generic;
    }
    for (size_t i = 0; i < skills->count; i++) {
        mark_technologies(&skills->items[i].tokens, is_known);
    }
    for (size_t i = 0; i < node_count(list); i++) {
        Tokens tokens = tokens_read(node_view(node_child(list, i), FIELD_NAME), pass->arena);
        mark_technologies(&tokens, is_known);
    }
    return is_known;
}

static void check_unlisted_in(ResumePass *pass, const ShownBullet *bullet, bool *is_known)
{
    for (size_t i = 0; i < bullet->sentence.tokens.count; i++) {
        const Token *token = &bullet->sentence.tokens.items[i];
        if (!token->technology || is_known[token->technology] ||
            !technique_is_product(&bullet->sentence, i)) {
            continue;
        }
        is_known[token->technology] = true;
        resume_report(pass, "skill-unlisted",
                      (Spot){bullet->node, FIELD_TEXT, token->start, token->end},
                      arena_format(pass->arena, "%s is used here and no skills group lists it",
                                   lexicon_technology(token->technology)->name));
    }
}

void resume_check_skills(ResumePass *pass)
{
    const Node *list = node_part(pass->root, NODE_SKILLS);
    if (node_is_blank(list)) {
        return;
    }
    check_groups(pass, list);
    Skills skills = read_skills(pass, list);
    for (size_t i = 0; i < skills.count; i++) {
        check_skill(pass, &skills, i);
    }
    bool *is_known = known_technologies(pass, list, &skills);
    for (size_t i = 0; i < pass->bullet_count; i++) {
        check_unlisted_in(pass, &pass->bullets[i], is_known);
    }
}
