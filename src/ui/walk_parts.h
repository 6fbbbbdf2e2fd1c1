/* What the walkthrough is made of: composing bullets and the summary from answers, collecting
 * skills, the texts of the questions. */
#ifndef UI_WALK_PARTS_H
#define UI_WALK_PARTS_H

#include "ui/walk.h"

/* --- walk.c -------------------------------------------------------------------- */

const Node *walk_node(const Document *doc);
/* The piece of work before `entry`, in the order in which one goes back; before NULL: the last of
 * all. 0: none. */
NodeId walk_piece_before(const Document *doc, const Node *entry);

/* --- walk_bullet.c --------------------------------------------------------------- */

/* Appends a bullet made of the answers to did, target, means and change; nothing is in it that is
 * not in them but the words that join them. */
void walk_compose(StrBuf *out, const Node *answers);
bool walk_has_parts(const Node *answers);
/* Whether the bullet still says what its answers make: then they can be changed. */
bool walk_is_composed(const Node *answers, const Node *bullet);

/* --- walk_summary.c -------------------------------------------------------------- */

/* Appends a summary made of the headline, the best bullet and the skills that are there; nothing
 * when there is no bullet. */
void walk_compose_summary(StrBuf *out, const Node *root);

/* --- walk_skills.c --------------------------------------------------------------- */

/* "Data": what a group of such skills is called. */
const char *walk_capability_label(TechnologyCategory capability);
/* "database": in the file and in the guide. */
const char *walk_capability_name(TechnologyCategory capability);
/* The next capability to ask for from `capability` on (step 1) or back (-1): those that every
 * resume of the level needs, and those of which answers named something.
 * TECHNOLOGY_CATEGORY_COUNT: none. */
TechnologyCategory walk_capability_beside(const Document *doc, int from, int step);
/* The items of the group, and what the answers named and no group lists yet, commas between. */
void walk_list_skills(StrBuf *out, const Document *doc, TechnologyCategory capability);
/* Makes the group hold these items. */
void walk_store_skills(Document *doc, TechnologyCategory capability, StrView list);

/* --- walk_text.c ------------------------------------------------------------------- */

/* The block of guide/walkthrough.txt for the question in hand. */
StrView walk_text_block(const Document *doc, Walk walk);
/* The value of the line `key:` of a block; empty when there is none. */
StrView walk_text_line(StrView block, const char *key);
/* Answer number `index` of a choice: its word and its label. False behind the last. */
bool walk_text_choice(StrView block, size_t index, StrView *word, StrView *label);

#endif
