/* Skills and bullets, each held against the other. */
#ifndef CHECK_SKILLS_H
#define CHECK_SKILLS_H

#include "check/resume.h"

/* What somebody lists, and the technology that it is the name of; 0: none, or more than a name. */
typedef struct {
    const Node *node;
    FieldId field;
    StrView text, folded; /* as written, and without case */
    Tokens tokens;
    uint16_t technology;
} Skill;

typedef struct {
    Skill *items; /* in the arena; in the order of the resume */
    size_t count;
} Skills;

Skills skills_read(const ResumePass *pass, const Node *list);
/* Whether the same skill stands before number `index`, in any group. */
bool skill_is_repeated(const Skills *skills, size_t index);

/* Whether a bullet shows it: by its name, by words of it, or by what rules/claims.txt knows to
 * stand for it. What nobody writes a bullet about is shown, too. */
bool skill_is_shown(const ResumePass *pass, const Skill *skill);

/* The same, bullet by bullet. Appends the stems by which a bullet shows the skill; true when no
 * bullet needs to. */
bool skill_add_signs(StrBuf *stems, const Skill *skill);
bool skill_is_shown_by(const ShownBullet *bullet, const Skill *skill, StrView stems);
bool bullet_uses(const ShownBullet *bullet, uint16_t technology);

/* A technology that bullets use and no group lists, and where the first one does. */
typedef struct {
    const ShownBullet *bullet;
    const Token *token;
} UnlistedSkill;

/* In the order of the bullets, in the arena. */
const UnlistedSkill *skills_find_unlisted(const ResumePass *pass, const Skills *skills,
                                          size_t *count);

#endif
