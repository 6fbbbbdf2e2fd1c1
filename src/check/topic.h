/* What a text is about, told by the beginnings of its words. */
#ifndef CHECK_TOPIC_H
#define CHECK_TOPIC_H

#include "sentence.h"

/* Whether a word, or a phrase, begins with a stem: "database-optim" begins "database
 * optimisation". */
bool topic_begins_as(StrView word, StrView stem);

/* Whether a word or a phrase begins as one of `stems`, with blanks between them. */
bool topic_has(StrView word, const char *stems);

/* Whether a word of the sentence begins as one of `stems` (blanks between them, a hyphen stands
 * for a blank inside a phrase). An empty list is about everything. */
bool topic_is_about(const Sentence *sentence, const char *stems);
/* How many words do. */
size_t topic_count(const Sentence *sentence, const char *stems);

#endif
