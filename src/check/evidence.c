#include "bulletproof/check/evidence.h"

#include "check/skills.h"

/* Either a skill that is listed, with the stems that show it, or a technology that no group
 * lists. */
typedef struct {
    const Skill *skill; /* NULL: the technology */
    StrView stems;
    uint16_t technology;
} Wanted;

static bool shows(const ShownBullet *bullet, const Wanted *wanted)
{
    return wanted->skill ? skill_is_shown_by(bullet, wanted->skill, wanted->stems)
                         : bullet_uses(bullet, wanted->technology);
}

static void find_bullets(const ResumePass *pass, const Wanted *wanted, Evidence *item)
{
    for (size_t i = 0; i < pass->bullet_count; i++) {
        item->bullet_count += shows(&pass->bullets[i], wanted) ? 1 : 0;
    }
    NodeId *bullets = arena_alloc(pass->arena, item->bullet_count * sizeof(*bullets));
    for (size_t i = 0, count = 0; i < pass->bullet_count; i++) {
        if (shows(&pass->bullets[i], wanted)) {
            bullets[count++] = node_id(pass->bullets[i].node);
        }
    }
    item->bullets = bullets;
}

static Evidence listed(const ResumePass *pass, const Skill *skill)
{
    StrBuf stems = {0};
    bool needs_none = skill_add_signs(&stems, skill);
    Evidence item = {.name = arena_copy(pass->arena, skill->text),
                     .listed = node_id(skill->node),
                     .field = skill->field,
                     .needs_none = needs_none};
    find_bullets(pass, &(Wanted){.skill = skill, .stems = strbuf_view(&stems)}, &item);
    strbuf_done(&stems);
    return item;
}

static Evidence unlisted(const ResumePass *pass, uint16_t technology)
{
    Evidence item = {.name = lexicon_technology(technology)->name, .field = FIELD_COUNT};
    find_bullets(pass, &(Wanted){.technology = technology}, &item);
    return item;
}

EvidenceList check_evidence(const Node *root, const CheckExtras *extras, Arena *arena)
{
    CheckOptions options = {.extras = extras};
    ResumePass pass = {.root = root, .level = level_of(root), .options = &options, .arena = arena};
    resume_read_bullets(&pass);
    Skills skills = skills_read(&pass, node_part(root, NODE_SKILLS));
    size_t unlisted_count, count = 0;
    const UnlistedSkill *used = skills_find_unlisted(&pass, &skills, &unlisted_count);
    Evidence *items = arena_alloc(arena, (skills.count + unlisted_count) * sizeof(*items));
    for (size_t i = 0; i < skills.count; i++) {
        if (!skill_is_repeated(&skills, i)) {
            items[count++] = listed(&pass, &skills.items[i]);
        }
    }
    for (size_t i = 0; i < unlisted_count; i++) {
        items[count++] = unlisted(&pass, used[i].token->technology);
    }
    return (EvidenceList){items, count};
}
