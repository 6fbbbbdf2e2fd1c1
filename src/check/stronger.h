/* Verbs that a weak sentence could begin with: the one that it hides, or some that fit what it is
 * about. Asks for the one that is true, and claims none. */
#ifndef CHECK_STRONGER_H
#define CHECK_STRONGER_H

#include "judgement.h"

/* What to ask about a fault for which a verb is the cure; NULL for any other fault, and where
 * nothing fits. In the arena. */
const char *stronger_question(const Judgement *judgement, const Fault *fault, Arena *arena);

#endif
