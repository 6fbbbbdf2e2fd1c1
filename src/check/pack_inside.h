/* The inside of a rule pack: what its rules look for. */
#ifndef CHECK_PACK_INSIDE_H
#define CHECK_PACK_INSIDE_H

#include "bulletproof/base/strbuf.h"
#include "bulletproof/check/pack.h"

typedef enum {
    PACK_EXISTENCE,    /* one of the phrases stands in the text */
    PACK_SUBSTITUTION, /* the same, and something better stands for it */
    PACK_OCCURRENCE,   /* the phrases stand there too often, or not often enough */
} PackKind;

typedef enum {
    PACK_IN_BULLET,
    PACK_IN_SUMMARY,
    PACK_IN_BOTH,
} PackText;

typedef struct {
    Rule rule; /* texts in the pack's arena */
    PackKind kind;
    PackText text;
    const char **phrases; /* in the arena */
    size_t phrase_count;
    const char *replacement; /* of a substitution */
    int least, most;         /* of an occurrence; most 0: any number */
} PackRule;

struct RulePack {
    Arena arena;
    PackRule **rules; /* owned list; the rules in the arena, so that they stay where they are */
    size_t rule_count, rule_capacity;
    const char **off; /* owned list; texts in the arena */
    size_t off_count, off_capacity;
    OwnWords *words; /* owned */
    StrBuf lines;    /* the same words */
};

/* Where a rule found something. */
typedef struct {
    size_t start, end; /* bytes */
} PackSpan;

/* Finds the next place at or after `*offset` where the rule is broken, and moves `*offset` behind
 * it. An occurrence is told once, as the whole text. */
bool pack_next_fault(const PackRule *rule, StrView text, size_t *offset, PackSpan *span);
/* Whether the rule is about texts of this kind. */
bool pack_is_about(const PackRule *rule, bool is_summary);

#endif
