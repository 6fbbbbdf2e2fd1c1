/* The guided walkthrough as a machine of steps: which question is in hand, what it is about, where
 * its answer is kept, and which one comes next. All of its state is in the document, so it can be
 * left at any step, saved, undone and resumed. Knows no screen and no key. */
#ifndef UI_WALK_H
#define UI_WALK_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/lexicon/lexicon.h"
#include "bulletproof/model/document.h"
#include "bulletproof/ui/editor.h"

/* The parts of the walkthrough, as "3 of 8" counts them. */
/* clang-format off */
#define WALK_STAGES(X) \
    X(AIM,       "Your aim")         \
    X(CONTACT,   "Contact")          \
    X(WORK,      "Your work")        \
    X(BULLETS,   "What you achieved") \
    X(EDUCATION, "Education")        \
    X(SKILLS,    "Skills")           \
    X(SUMMARY,   "Summary")          \
    X(PDF,       "PDF")

/* In the order of asking.   id, name in the file and in the guide, stage, answer, node, field */
#define WALK_STEPS(X) \
    X(LEVEL,          "level",              AIM,       CHOICE, SETTINGS,    LEVEL)        \
    X(ROLE,           "role",               AIM,       TEXT,   BASICS,      LABEL)        \
    X(NAME,           "name",               CONTACT,   TEXT,   BASICS,      NAME)         \
    X(EMAIL,          "email",              CONTACT,   TEXT,   BASICS,      EMAIL)        \
    X(PHONE,          "phone",              CONTACT,   TEXT,   BASICS,      PHONE)        \
    X(CITY,           "city",               CONTACT,   TEXT,   LOCATION,    CITY)         \
    X(PAGE,           "page",               CONTACT,   TEXT,   BASICS,      URL)          \
    X(PIECE,          "piece",              WORK,      CHOICE, RESUME,      COUNT)        \
    X(POSITION,       "position",           WORK,      TEXT,   WORK,        POSITION)     \
    X(EMPLOYER,       "employer",           WORK,      TEXT,   WORK,        NAME)         \
    X(WORK_START,     "work-start",         WORK,      TEXT,   WORK,        START_DATE)   \
    X(WORK_END,       "work-end",           WORK,      TEXT,   WORK,        END_DATE)     \
    X(HELPED_AS,      "volunteer-position", WORK,      TEXT,   VOLUNTEER,   POSITION)     \
    X(HELPED_WHOM,    "organization",       WORK,      TEXT,   VOLUNTEER,   ORGANIZATION) \
    X(HELPED_START,   "volunteer-start",    WORK,      TEXT,   VOLUNTEER,   START_DATE)   \
    X(HELPED_END,     "volunteer-end",      WORK,      TEXT,   VOLUNTEER,   END_DATE)     \
    X(PROJECT,        "project",            WORK,      TEXT,   PROJECT,     NAME)         \
    X(DESCRIPTION,    "description",        WORK,      TEXT,   PROJECT,     DESCRIPTION)  \
    X(PROJECT_PAGE,   "project-page",       WORK,      TEXT,   PROJECT,     URL)          \
    X(PROJECT_END,    "project-end",        WORK,      TEXT,   PROJECT,     END_DATE)     \
    X(DID,            "did",                BULLETS,   TEXT,   WALKTHROUGH, DID)          \
    X(TARGET,         "target",             BULLETS,   TEXT,   WALKTHROUGH, TARGET)       \
    X(MEANS,          "means",              BULLETS,   TEXT,   WALKTHROUGH, MEANS)        \
    X(CHANGE,         "change",             BULLETS,   TEXT,   WALKTHROUGH, CHANGE)       \
    X(BULLET,         "bullet",             BULLETS,   TEXT,   BULLET,      TEXT)         \
    X(MORE,           "more",               BULLETS,   CHOICE, RESUME,      COUNT)        \
    X(STUDIES,        "studies",            EDUCATION, CHOICE, RESUME,      COUNT)        \
    X(INSTITUTION,    "institution",        EDUCATION, TEXT,   EDUCATION,   INSTITUTION)  \
    X(DEGREE,         "degree",             EDUCATION, TEXT,   EDUCATION,   STUDY_TYPE)   \
    X(SUBJECT,        "subject",            EDUCATION, TEXT,   EDUCATION,   AREA)         \
    X(STUDY_END,      "study-end",          EDUCATION, TEXT,   EDUCATION,   END_DATE)     \
    X(CERTIFICATE,    "certificate",        EDUCATION, TEXT,   CERTIFICATE, NAME)         \
    X(ISSUER,         "issuer",             EDUCATION, TEXT,   CERTIFICATE, ISSUER)       \
    X(CERTIFIED,      "certified",          EDUCATION, TEXT,   CERTIFICATE, DATE)         \
    X(SKILLS,         "skills",             SKILLS,    TEXT,   WALKTHROUGH, ANSWER)       \
    X(SUMMARY,        "summary",            SUMMARY,   TEXT,   BASICS,      SUMMARY)      \
    X(PDF,            "pdf",                PDF,       CHOICE, RESUME,      COUNT)
/* clang-format on */

typedef enum {
#define X(id, label) WALK_STAGE_##id,
    WALK_STAGES(X)
#undef X
        WALK_STAGE_COUNT
} WalkStage;

typedef enum {
#define X(id, name, stage, answer, kind, field) WALK_##id,
    WALK_STEPS(X)
#undef X
        WALK_STEP_COUNT
} WalkStep;

typedef enum {
    WALK_ANSWER_TEXT,   /* kept in a field */
    WALK_ANSWER_CHOICE, /* one of a few, by a word */
} WalkAnswer;

typedef struct {
    const char *name;
    WalkStage stage;
    WalkAnswer answer;
    NodeKind kind; /* of the node that keeps the answer; NODE_RESUME: none does */
    FieldId field;
} WalkStepInfo;

/* The question in hand. */
typedef struct {
    WalkStep step;
    NodeId about; /* the entry or bullet; of a choice, what was finished before; 0: nothing */
    TechnologyCategory capability; /* of the step for skills */
} Walk;

const WalkStepInfo *walk_step_info(WalkStep step);
const char *walk_stage_label(WalkStage stage);

/* The question that the document says is in hand. False when no walkthrough is under way. */
bool walk_read(const Document *doc, Walk *walk);
/* The first question that has no answer yet: where a walkthrough begins. */
Walk walk_first_open(const Document *doc);
/* Makes it the question in hand and prepares its answer. */
void walk_enter(Document *doc, Walk walk);
/* Where the answer is written; node 0 for a choice. */
Place walk_answer(const Document *doc, Walk walk);
/* The bullet that is being composed or edited; NULL in other steps. */
const Node *walk_bullet(const Document *doc, Walk walk);
/* Whether the step asks for a part of a bullet that is composed from answers. */
bool walk_is_composing(WalkStep step);
/* What was answered goes to where it belongs: call it when the question is left. */
void walk_commit(Document *doc, Walk walk);

/* Keeps the answer and goes on; `choice` is the word of the answer to a choice. One step of undo.
 * False, with the walkthrough at its end, after the last question. */
bool walk_next(Document *doc, StrView choice);
/* Keeps the answer and goes back; false at the first question. */
bool walk_back(Document *doc);
/* Goes on where the walkthrough was left, or begins one. A bullet that was edited meanwhile is
 * taken as it is. */
void walk_resume(Document *doc);
/* Forgets that there was a walkthrough: the file keeps no trace of it. */
void walk_finish(Document *doc);

#endif
