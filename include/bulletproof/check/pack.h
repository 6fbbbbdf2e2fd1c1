/* A user's own rules: words for the classes of the lexicon, rules switched off, and new rules of
 * simple kinds. Each new rule is tried on its own sentences when it is read. Knows no file. */
#ifndef BULLETPROOF_CHECK_PACK_H
#define BULLETPROOF_CHECK_PACK_H

#include "bulletproof/base/diag.h"
#include "bulletproof/check/check.h"
#include "bulletproof/lexicon/own_words.h"

typedef struct RulePack RulePack;

/* Empty. Owned by the caller. */
RulePack *rule_pack_new(void);
/* NULL is fine. */
void rule_pack_free(RulePack *pack);

/* Adds what the YAML text of one file has. What is wrong is added to `faults`, each with its place
 * and what to do, and left out; a text that is no YAML, or has a key that nobody knows, is left out
 * whole. What was read before stays. True when nothing was wrong. */
bool rule_pack_read(RulePack *pack, StrView text, DiagList *faults);

/* All words it adds, one a line. Borrowed until the next rule_pack_read. */
StrView rule_pack_words(const RulePack *pack);

/* The rule of that code: the user's, else a built-in one; NULL when there is none. The pack may be
 * NULL. The rule lives as long as the pack. */
const Rule *rule_pack_find(const RulePack *pack, const char *code);
/* The user's own rules, in the order they were read. */
size_t rule_pack_count(const RulePack *pack);
const Rule *rule_pack_rule(const RulePack *pack, size_t index);
/* Whether the pack switches that rule off. */
bool rule_pack_is_off(const RulePack *pack, const char *code);

#endif
