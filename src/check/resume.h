/* The inside of the check of a whole resume: what one pass knows, and how its parts report. */
#ifndef CHECK_RESUME_H
#define CHECK_RESUME_H

#include "bulletproof/check/check.h"
#include "check/sentence.h"

/* A bullet that is shown, read once for all rules. */
typedef struct {
    const Node *node;
    Sentence sentence;
    uint64_t initials; /* bits of how its words begin, to rule most stems out */
    Verdict verdict;
    bool has_metric;
} ShownBullet;

typedef struct {
    const Node *root;
    Level level;
    Date today; /* year 0: not known */
    const CheckOptions *options;
    Arena *arena;
    ShownBullet *bullets; /* in the arena; in the order of the resume */
    size_t bullet_count;
    Finding *findings; /* owned until the pass ends */
    size_t finding_count, finding_capacity;
} ResumePass;

/* What a finding is about: bytes [start, end) of a field, or a whole node (FIELD_COUNT). */
typedef struct {
    const Node *node;
    FieldId field;
    size_t start, end;
} Spot;

Spot spot_of_node(const Node *node);
/* The whole text of a field. */
Spot spot_of_field(const Node *node, FieldId field);

/* Reports a rule; `message` is in the arena, or NULL for the rule's own. */
void resume_report(ResumePass *pass, const char *code, Spot spot, const char *message);
/* Adds a finding of a text that was judged alone, with its place in the resume. */
void resume_add(ResumePass *pass, Finding finding, const Node *node, FieldId field);

/* Where the cursor stands in a text, as in BulletInput; 0 when it is elsewhere. */
size_t resume_cursor(const ResumePass *pass, const Node *node, FieldId field);

/* Reads the bullets that readers of the resume see; what they are worth is not judged yet. */
void resume_read_bullets(ResumePass *pass);

/* Whether a bullet names one of the stems: words that begin with one, blanks between them, or a
 * number of at least so much, "#10000". */
bool bullet_names(const ShownBullet *bullet, StrView stems);
/* Whether any bullet does; NULL when none. */
const ShownBullet *resume_find_bullet(const ResumePass *pass, StrView stems);

/* The parts, each on its own subject. */
void resume_check_contact(ResumePass *pass);
void resume_check_parsers(ResumePass *pass);
void resume_check_skills(ResumePass *pass);
void resume_check_dates(ResumePass *pass);
void resume_check_claims(ResumePass *pass);
void resume_check_style(ResumePass *pass);
void resume_check_samples(ResumePass *pass);
void resume_check_spelling(ResumePass *pass);
/* Last: knows which findings there are. */
void resume_apply_waivers(ResumePass *pass);

#endif
