/* One resume, many targets: a variant leaves out what is tagged for others and puts its own
 * headline, summary, theme and order in place. The resume itself is never changed.
 *
 * A bullet, an entry or a group of skills without tags is in every variant; one with tags is in
 * those that name one of them. A variant that names no tag has everything. */
#ifndef BULLETPROOF_MODEL_VARIANT_H
#define BULLETPROOF_MODEL_VARIANT_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/node.h"
#include "bulletproof/model/theme.h"

/* The list of them, in the settings of the resume. */
const Node *variant_list(const Node *root);
/* By name, without regard to case; NULL when there is none. */
const Node *variant_find(const Node *root, const char *name);

/* The list of tags of `node`, or of the nearest of what it is in that can have tags; of a variant
 * those that it takes. NULL when there is none. */
const Node *variant_tags(const Node *node);
/* How many bullets, entries and groups the variant leaves out, what is in them not counted. */
size_t variant_count_out(const Node *root, const Node *variant);

/* Whether `node` and all that it is in are in the variant. `variant` NULL: the whole resume. */
bool variant_has(const Node *variant, const Node *node);

/* The resume as the variant has it; ids and origins are those of `root`, so places in it are
 * places in the resume. Owned by the caller. `variant` may be NULL: a plain copy. */
Node *variant_make(const Node *root, const Node *variant);

/* Puts the sections that the resume's settings name first, in their order, and those before them
 * that the variant names, if there is one; the others follow as they were. Names are keys of the
 * file: "skills", "work"; "summary" or "basics" is the summary. */
void variant_order(const Node *root, const Node *variant, Theme *theme);

/* Appends what `b` has otherwise than `a`, a line each: what comes in (+), goes out (-) and is
 * replaced (~). Either may be NULL: the whole resume. Returns the number of lines. */
size_t variant_add_difference(StrBuf *out, const Node *root, const Node *a, const Node *b);

#endif
