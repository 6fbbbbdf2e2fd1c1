/* What libyaml found wrong, in words that say what to do. */
#ifndef YAML_PROBLEM_H
#define YAML_PROBLEM_H

#include <yaml.h>

#include "bulletproof/base/diag.h"

typedef struct {
    const char *text; /* borrowed; what is wrong and what to do */
    yaml_mark_t mark; /* where the user has to look */
} Problem;

/* Of a parser that has failed. For an open quote or bracket the place is where it opened. */
Problem problem_of(const yaml_parser_t *parser);

/* More faults than anyone reads are not kept: a hostile file must not fill the memory. */
void fault_add(DiagList *faults, const Diag *diag);

#endif
