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

/* Whether a bullet shows it: by its name, by words of it, or by what rules/claims.txt knows to
 * stand for it. What nobody writes a bullet about is shown, too. */
bool skill_is_shown(const ResumePass *pass, const Skill *skill);

/* Reports what bullets use and no group lists. */
void skills_check_unlisted(ResumePass *pass, const Skill *skills, size_t count);

#endif
