/* The checker: judges bullets, summaries, skills and whole resumes by the rules in rules/.
 * Deterministic, offline, no state between calls. Knows no screen and no file. */
#ifndef BULLETPROOF_CHECK_CHECK_H
#define BULLETPROOF_CHECK_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strview.h"
#include "bulletproof/model/date.h"
#include "bulletproof/model/level.h"
#include "bulletproof/model/node.h"

/* The four parts of a strong bullet. */
typedef enum { SLOT_ACTION, SLOT_SCOPE, SLOT_TECHNIQUE, SLOT_RESULT, SLOT_COUNT } Slot;

typedef enum {
    VERDICT_WEAK,
    VERDICT_FAIR,
    VERDICT_STRONG,
} Verdict;

typedef enum {
    SEVERITY_ADVICE,
    SEVERITY_WARNING,
    SEVERITY_ERROR,
} Severity;

/* What a code means to the reader; from rules/. Borrowed for the life of the program. */
typedef struct {
    const char *code; /* stable: "no-result" */
    Severity severity;
    const char *message;        /* one line */
    const char *reason;         /* why it matters to the reader of a resume */
    const char *question;       /* leads to evidence the writer may have; never offers a fact */
    const char *before, *after; /* an example */
    bool is_of_pages;           /* found on the pages, not by the checker */
} Rule;

/* Bytes [start, end) of the text that was judged. */
typedef struct {
    size_t start, end;
    const Rule *rule;
    Severity severity;
    const char *message;  /* in the arena: the rule's own, or about these words */
    const char *question; /* in the arena or the rule's */
    NodeId node;          /* 0 when a bare text was judged */
    FieldId field;
    bool is_of_pages;   /* of what to cut where they are too many; these come first */
    bool is_of_resume;  /* shows in the whole resume only, not in this text alone */
    bool is_waived;     /* looked at by the writer, and kept */
    const char *waiver; /* the reason of that: the resume's text */
} Finding;

typedef struct {
    size_t start, end; /* bytes */
    Slot slot;
} SlotSpan;

typedef struct {
    Verdict verdict;
    bool has_action, has_scope, has_technique;
    bool has_result; /* a stated consequence */
    bool has_metric; /* a number that is evidence; the slot "result" is filled by either */
    bool slots[SLOT_COUNT];
    const SlotSpan *spans; /* in the arena; sorted, not overlapping */
    size_t span_count;
    const Finding *findings; /* in the arena; the most serious first, then by place */
    size_t finding_count;
    Slot missing;         /* the first empty slot; SLOT_COUNT when all are filled */
    const char *question; /* about it, concrete, chosen by what the bullet is about; NULL */
} BulletReport;

/* What the user's machine adds to the rules. Borrowed; each may be NULL. */
typedef struct {
    struct Speller *speller;     /* spelling.h */
    const struct RulePack *pack; /* pack.h */
} CheckExtras;

typedef struct {
    StrView text; /* valid UTF-8 */
    Level level;
    bool is_current;           /* the position goes on: the present tense is right too */
    const CheckExtras *extras; /* NULL: the rules alone */
    size_t cursor; /* bytes: the word that ends there is still being written; 0: none is */
} BulletInput;

/* Microseconds: made to run at every key. Results live in `arena`. */
BulletReport check_bullet(const BulletInput *input, Arena *arena);

/* Whether a bullet belongs to an entry that goes on: one without an end. */
bool check_is_current(const Node *bullet);

typedef enum {
    SUMMARY_SYSTEMS,
    SUMMARY_TECHNOLOGY,
    SUMMARY_OUTCOME,
    SUMMARY_LEVEL,
    SUMMARY_SLOT_COUNT
} SummarySlot;

typedef struct {
    Verdict verdict;
    bool slots[SUMMARY_SLOT_COUNT];
    const Finding *findings;
    size_t finding_count;
    const char *question; /* about the first missing part; NULL */
} SummaryReport;

typedef struct {
    StrView text; /* valid UTF-8 */
    Level level;
    const CheckExtras *extras; /* NULL: the rules alone */
    size_t cursor;             /* as in BulletInput */
} SummaryInput;

SummaryReport check_summary(const SummaryInput *input, Arena *arena);

typedef struct {
    NodeId node;
    Verdict verdict;
} BulletVerdict;

typedef struct {
    const Finding *findings; /* in the order of the resume */
    size_t finding_count;
    const BulletVerdict *bullets; /* every bullet that is not hidden */
    size_t bullet_count;
    Verdict summary;    /* VERDICT_WEAK when there is none */
    bool has_open_word; /* one at the cursor, perhaps misspelt, was passed over: it is written */
} ResumeReport;

typedef struct {
    Date today;
    const CheckExtras *extras; /* NULL: the rules alone */
    NodeId written;            /* the text that the cursor is in; 0: none */
    FieldId written_field;
    size_t cursor; /* in it, as in BulletInput */
} CheckOptions;

ResumeReport check_resume(const Node *root, const CheckOptions *options, Arena *arena);

/* Findings of a text of `node`, those marked that its bullet or its resume waives: a copy in the
 * arena, as check_resume has them. */
const Finding *check_waived(const Finding *findings, size_t count, const Node *node, Arena *arena);

/* The rule on its form that the text of a field breaks: an address, a link, a date. NULL when it
 * breaks none, and for an empty text. */
const Rule *check_form(FieldType type, StrView text);

/* NULL when there is no such code. */
const Rule *check_rule(const char *code);
/* All rules, sorted by code. */
const Rule *const *check_rules(size_t *count);
const char *verdict_name(Verdict verdict);    /* "weak", "fair", "strong" */
const char *severity_name(Severity severity); /* "error", "warning", "advice" */

#endif
