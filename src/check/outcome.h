/* Whether a verb with its object tells an outcome: something got faster, cheaper, safer, or
 * stopped failing. Knows no clause but the verb's own. */
#ifndef CHECK_OUTCOME_H
#define CHECK_OUTCOME_H

#include "sentence.h"

#define OUTCOME_VERBS \
    (WORD(LOWER) | WORD(RAISE) | WORD(IMPROVE) | WORD(PREVENT) | WORD(ENABLE) | WORD(KEEP) | \
     WORD(ENSURE) | WORD(CHANGE) | WORD(CONSEQUENCE))

typedef struct {
    const Sentence *sentence;
    const Clause *clause;
    size_t verb;
    bool has_number;
} Outcome;

/* A number that may be evidence in tokens [first, end). */
bool outcome_has_number(const Sentence *sentence, size_t first, size_t end);
/* A word such as "performance", which says nothing without what was measured. */
bool outcome_is_vague_word(const Sentence *sentence, size_t index);
/* Nothing in the object says what became better: "efficiency". */
bool outcome_is_vague(const Outcome *outcome);
/* As the verb of the main clause: "Reduced checkout errors". */
bool outcome_is_stated(const Outcome *outcome);
/* As a further predicate: "… and stopped double bookings", "… and let support replay". */
bool outcome_is_added(const Outcome *outcome);
/* As a consequence: ", cutting …", "which stopped …". */
bool outcome_follows(const Outcome *outcome);

#endif
