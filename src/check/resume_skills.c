/* Skills: in groups, each once, each spelled as its makers spell it, each shown by a bullet; and
 * the other way round, what bullets use and no group lists. */
#include <string.h>

#include "bulletproof/text/fold.h"
#include "check/skills.h"

/* So many words in one group are a list, not a capability. */
enum { LONG_GROUP_WORDS = 10 };

/* --- one skill --------------------------------------------------------------- */

typedef struct {
    Skill *items; /* in the arena; in the order of the resume */
    size_t count;
} Skills;

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

static Skills read_skills(const ResumePass *pass, const Node *list)
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

static void check_spelling(ResumePass *pass, const Skill *skill)
{
    const char *name = skill->technology ? lexicon_technology(skill->technology)->name : NULL;
    if (name && !view_is(skill->text, name) && text_equal_folded(skill->text, view_of(name))) {
        report_skill(pass, "skill-spelling", skill,
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
        if (is_same || view_equal(skill->folded, other->folded)) {
            return true;
        }
    }
    return false;
}

static void check_skill(ResumePass *pass, const Skills *skills, size_t index)
{
    const Skill *skill = &skills->items[index];
    if (is_repeated(skills, index)) {
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
    skills_check_unlisted(pass, skills.items, skills.count);
}
