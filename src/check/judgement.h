/* What the parts of the checker find out about one bullet and hand on to each other. */
#ifndef CHECK_JUDGEMENT_H
#define CHECK_JUDGEMENT_H

#include "bulletproof/check/check.h"
#include "sentence.h"

enum { JUDGEMENT_SPANS = 64, JUDGEMENT_FAULTS = 64 };

typedef struct {
    const char *code;
    size_t start, end; /* bytes */
    const char *meant; /* of a misspelt word */
} Fault;

typedef struct {
    const Sentence *sentence;
    size_t lead; /* the first word that counts: the verb, or what stands in its place */
    bool has_action, has_scope, has_technique, has_result, has_metric;
    bool is_custodial;     /* the only action is to look after something */
    bool is_size_scope;    /* the scope is told by its size alone */
    unsigned technologies; /* distinct names */
    unsigned mechanisms;   /* distinct, of the kind that counts at this level */
    SlotSpan spans[JUDGEMENT_SPANS];
    size_t span_count;
    Fault faults[JUDGEMENT_FAULTS];
    size_t fault_count;
    bool is_fatal, is_structural;
} Judgement;

/* Tokens [first, end) fill `slot`. */
void judgement_span(Judgement *judgement, Slot slot, size_t first, size_t end);
/* Tokens [first, end) show the fault `code`; first == end: the whole text. */
void judgement_fault(Judgement *judgement, const char *code, size_t first, size_t end);
bool judgement_has_fault(const Judgement *judgement, const char *code);

/* The verdict on a sentence that was read, and the report of it. */
BulletReport bullet_judge(const BulletInput *input, const Sentence *sentence, Arena *arena);

/* Each fills its own parts, in this order. */
void scope_judge(Judgement *judgement);
void action_judge(Judgement *judgement);
void technique_judge(Judgement *judgement);
void result_judge(Judgement *judgement);
void metric_judge(Judgement *judgement);
void faults_judge(Judgement *judgement);
void specifics_judge(Judgement *judgement);

/* Blanks that were left in: fatal. */
void faults_judge_placeholders(Judgement *judgement);

/* Shared questions about words in their place. */
bool scope_is_domain(const Sentence *sentence, size_t index);
bool technique_is_product(const Sentence *sentence, size_t index);
/* "lost", "missed", "failed": with "no" before it, a failure that did not happen. */
bool words_are_bad(const Token *token);
/* The first verb that tells what the writer did. */
size_t action_lead(const Sentence *sentence);

#endif
