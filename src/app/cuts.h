/* Which bullets to cut when a resume takes more pages than it should. Joins what the checker knows
 * of evidence with what the layout knows of room; they do not know each other. */
#ifndef APP_CUTS_H
#define APP_CUTS_H

#include "bulletproof/check/check.h"
#include "bulletproof/layout/layout.h"

/* The rule of the findings: a bullet on which it is waived is kept. */
#define CUTS_RULE "over-length"

typedef struct {
    const Finding *findings; /* in the arena: the bullet to cut first stands first */
    size_t count;            /* 0: the resume is too long even without its bullets */
} Cuts;

/* A bullet to cut. */
typedef struct {
    NodeId node;
    size_t bytes; /* of its text */
} CutBullet;

/* As they are told; the bullet to cut first stands first. */
Cuts cuts_make(const CutBullet *bullets, size_t count, size_t most_pages, Arena *arena);
/* As few as are needed; `input` is one whose layout is too long. The bullets with the least
 * evidence go first, of equal ones the oldest; the best one of each entry goes last. */
Cuts cuts_find(const LayoutInput *input, Arena *arena);
/* The same for a resume by itself: its own theme, from `theme_folder` or built in, and its own
 * number of pages. No cuts where it names none, or a theme that cannot be read. */
Cuts cuts_of_resume(const Node *root, const char *theme_folder, Arena *arena);
/* The report with the bullets to cut, which come first. */
ResumeReport cuts_join(const Cuts *cuts, const ResumeReport *report, Arena *arena);

#endif
