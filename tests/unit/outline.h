/* A resume as lines of text, for tests: a path for every item, a path and a text for every field
 * that has one. */
#ifndef TESTS_UNIT_OUTLINE_H
#define TESTS_UNIT_OUTLINE_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/node.h"

void outline_add(StrBuf *out, const Node *root);
/* Whether both are the same; prints the first lines that differ, under `name`, when not. */
bool outline_is_same(const char *name, StrView found, StrView expected);

#endif
