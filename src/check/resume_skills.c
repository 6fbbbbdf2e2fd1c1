/* Skills: in groups, each once, each spelled as its makers spell it, each shown by a bullet; and
 * the other way round, what bullets use and no group lists. */
#include <string.h>

#include "bulletproof/text/fold.h"
#include "check/skills.h"

/* So many words in one group are a list, not a capability. */
enum { LONG_GROUP_WORDS = 10 };

/* So many words of so many kinds are one as well. */
enum { LIST_WORDS = 6, LIST_KINDS = 3 };

/* --- one skill --------------------------------------------------------------- */

/* A skill is a keyword; and where somebody lists bare names, the name of an empty group. */
static FieldId skill_field(const Node *node)
{
    bool is_bare = node_kind(node) == NODE_SKILL && node_count(node_part(node, NODE_KEYWORDS)) == 0;
    return node_kind(node) == NODE_KEYWORD ? FIELD_TEXT : is_bare ? FIELD_NAME : FIELD_COUNT;
}

static StrView folded(const ResumePass *pass, StrView text)
{
    StrBuf out = {0};
    text_fold(&out, text);
    StrView kept = view_make(arena_copy(pass->arena, strbuf_view(&out)), out.length);
    strbuf_done(&out);
    return kept;
}

static bool read_skill(const ResumePass *pass, const Node *node, Skill *skill)
{
    FieldId field = skill_field(node);
    if (field == FIELD_COUNT || !node_has(node, field)) {
        return false;
    }
    *skill = (Skill){.node = node, .field = field, .text = view_trim(node_view(node, field))};
    skill->folded = folded(pass, skill->text);
    skill->tokens = tokens_read(skill->text, extras_words(pass->options->extras), pass->arena);
    skill->technology = skill->tokens.count == 1 ? skill->tokens.items[0].technology : 0;
    return field == FIELD_TEXT || skill->technology;
}

Skills skills_read(const ResumePass *pass, const Node *list)
{
    Skills skills = {0};
    size_t count = 0;
    for (const Node *node = list; node; node = node_next(node, list)) {
        count += skill_field(node) != FIELD_COUNT ? 1 : 0;
    }
    skills.items = arena_alloc(pass->arena, count * sizeof(*skills.items));
    for (const Node *node = list; node; node = node_next(node, list)) {
        Skill skill;
        if (read_skill(pass, node, &skill)) {
            skills.items[skills.count++] = skill;
        }
    }
    return skills;
}

static void report_skill(ResumePass *pass, const char *code, const Skill *skill,
                         const char *message)
{
    resume_report(pass, code, spot_of_field(skill->node, skill->field), message);
}

/* Past what is neither letter nor digit nor a sign that parts C, C++ and C#. */
static size_t skip_marks(StrView text, size_t at)
{
    while (at < text.length && memchr(" .-_/", text.data[at], 5)) {
        at++;
    }
    return at;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
}

/* "NodeJS" and "Node.js": the same letters, whatever stands between them. */
static bool has_same_letters(StrView a, StrView b)
{
    size_t i = skip_marks(a, 0), k = skip_marks(b, 0);
    while (i < a.length && k < b.length && lower(a.data[i]) == lower(b.data[k])) {
        i = skip_marks(a, i + 1);
        k = skip_marks(b, k + 1);
    }
    return i == a.length && k == b.length;
}

static void check_spelling(ResumePass *pass, const Skill *skill)
{
    const char *name = skill->technology ? lexicon_technology(skill->technology)->name : NULL;
    if (name && !view_is(skill->text, name) && has_same_letters(skill->text, view_of(name))) {
        report_skill(pass, "skill-spelling", skill,
                     arena_format(pass->arena, "Its makers write it \"%s\"", name));
    }
}

bool skill_is_repeated(const Skills *skills, size_t index)
{
    const Skill *skill = &skills->items[index];
    for (size_t i = 0; i < index; i++) {
        const Skill *other = &skills->items[i];
        bool is_same = skill->technology && skill->technology == other->technology;
        if (is_same || view_equal(skill->folded, other->folded)) {
            return true;
        }
    }
    return false;
}

static void check_skill(ResumePass *pass, const Skills *skills, size_t index)
{
    const Skill *skill = &skills->items[index];
    if (skill_is_repeated(skills, index)) {
        report_skill(pass, "skill-duplicate", skill, NULL);
        return;
    }
    check_spelling(pass, skill);
    if (pass->bullet_count > 0 && !skill_is_shown(pass, skill)) {
        report_skill(pass, "skill-unshown", skill,
                     arena_format(pass->arena,
                                  "No bullet shows %.*s: add the work behind it, or take it out",
                                  VIEW_ARG(skill->text)));
    }
}

/* --- groups ---------------------------------------------------------------------- */

static size_t count_bits(unsigned bits)
{
    size_t count = 0;
    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

/* Kinds of technologies in a group: languages, databases, testing … */
static size_t kinds_in(const Skills *skills, const Node *group)
{
    unsigned kinds = 0;
    for (size_t i = 0; i < skills->count; i++) {
        const Skill *skill = &skills->items[i];
        bool is_here = skill->technology && node_is_within(skill->node, group);
        const Technology *technology = is_here ? lexicon_technology(skill->technology) : NULL;
        kinds |= technology && !technology->is_generic ? 1u << technology->category : 0;
    }
    return count_bits(kinds);
}

/* All that somebody knows under one heading or two, rather than what each of it is for. */
static bool is_one_list(const Skills *skills, const Node *group, size_t groups)
{
    size_t words = node_count(node_part(group, NODE_KEYWORDS));
    size_t kinds = groups == 1 ? LIST_KINDS : LIST_KINDS + 1;
    return (groups == 1 && words > LONG_GROUP_WORDS) ||
           (groups <= 2 && words >= LIST_WORDS && kinds_in(skills, group) >= kinds);
}

static void check_groups(ResumePass *pass, const Node *list, const Skills *skills)
{
    size_t bare = 0, groups = node_count(list);
    for (size_t i = 0; i < groups; i++) {
        const Node *group = node_child(list, i);
        size_t words = node_count(node_part(group, NODE_KEYWORDS));
        bare += words == 0 && node_has(group, FIELD_NAME) ? 1 : 0;
        bool is_nameless = words > 1 && !node_has(group, FIELD_NAME);
        if (is_nameless || is_one_list(skills, group, groups)) {
            resume_report(pass, "skills-ungrouped", spot_of_field(group, FIELD_NAME), NULL);
        }
    }
    if (bare > 3 && bare == groups) {
        resume_report(pass, "skills-ungrouped", spot_of_node(list), NULL);
    }
}

static void report_unlisted(ResumePass *pass, const UnlistedSkill *skill)
{
    const Token *token = skill->token;
    resume_report(pass, "skill-unlisted",
                  (Spot){skill->bullet->node, FIELD_TEXT, token->start, token->end},
                  arena_format(pass->arena, "%s is used here and no skills group lists it",
                               lexicon_technology(token->technology)->name));
}

void resume_check_skills(ResumePass *pass)
{
    const Node *list = node_part(pass->root, NODE_SKILLS);
    if (node_is_blank(list)) {
        return;
    }
    Skills skills = skills_read(pass, list);
    check_groups(pass, list, &skills);
    for (size_t i = 0; i < skills.count; i++) {
        check_skill(pass, &skills, i);
    }
    size_t count;
    const UnlistedSkill *unlisted = skills_find_unlisted(pass, &skills, &count);
    for (size_t i = 0; i < count; i++) {
        report_unlisted(pass, &unlisted[i]);
    }
}
