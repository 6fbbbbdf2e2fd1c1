/* A resume beside a job description: what is shown, what is only listed, what is said in other
 * words, what is absent. Gives no score: no applicant system prints one. Knows no screen. */
#ifndef BULLETPROOF_MATCH_MATCH_H
#define BULLETPROOF_MATCH_MATCH_H

#include <stdbool.h>

#include "bulletproof/match/job.h"
#include "bulletproof/model/node.h"

typedef enum {
    MATCH_SHOWN,  /* a bullet, or what an entry says of itself, shows it */
    MATCH_LISTED, /* only the skills, the headline or the summary name it */
    MATCH_OTHER,  /* there, but spelt otherwise than the employer spells it */
    MATCH_ABSENT, /* to be added only if true */
    MATCH_STATE_COUNT
} MatchState;

typedef struct {
    const JobTerm *term; /* borrowed from the job */
    MatchState state;
    bool is_in_bullet;   /* shown, whichever way it is spelt */
    NodeId place;        /* where to look: the bullet, else the list item; 0: nowhere … */
    FieldId field;       /* … in which of its fields … */
    size_t start;        /* … and from which byte on it says */
    StrView spelling;    /* the resume's, as long as it is there; empty when absent */
    const char *through; /* what shows it by implication ("Spring Boot" for Spring), or NULL */
} MatchRow;

/* What the resume shows that the job does not ask for. */
typedef struct {
    const Technology *technology;
    size_t bullets; /* that name it */
    NodeId place;   /* the first of them */
} MatchExtra;

typedef struct {
    MatchRow *rows; /* one a term, in the order of the job's */
    size_t count;
    MatchExtra *extras; /* the most stressed first */
    size_t extra_count;
    size_t state_counts[MATCH_STATE_COUNT];
} Match;

/* Compares the resume below `root` with `job`; hidden bullets do not count. What it returns lives
 * in `arena` and borrows from both. */
Match match_compare(const Job *job, const Node *root, Arena *arena);

/* What the texts of a resume named at the last comparison: a key changes one of them, and the
 * others need not be read again. Owned by the caller. */
typedef struct MatchMemory MatchMemory;
MatchMemory *match_memory_new(void);
void match_memory_free(MatchMemory *memory);
/* The same as match_compare, of nodes in a document or of a variant of it. */
Match match_compare_again(const Job *job, const Node *root, MatchMemory *memory, Arena *arena);

/* Where a reader checks a fact of the job: the language that is listed, else the section that would
 * tell. Whether it is met nobody judges. `is_named`: the resume names that very language. */
const Node *match_fact_place(const JobFact *fact, const Node *root, bool *is_named);

/* "shown", "listed only", "other words", "absent". */
const char *match_state_name(MatchState state);
/* A mark of one column: ● ○ ≈ –, or its plain form: * o ~ -. */
const char *match_state_mark(MatchState state, bool is_plain);

/* Which skill groups (children of SKILLS) and which bullets of an entry (children of HIGHLIGHTS)
 * to put first for this job: fills `order` with the children's indexes, best first, equals in
 * their old order. Returns whether anything would move. `order` holds node_count(list) items. */
bool match_order(const Job *job, const Node *list, size_t *order, Arena *arena);

#endif
