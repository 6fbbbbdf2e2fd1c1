/* Years, seniority, place, human languages and degrees that a job description names. */
#ifndef MATCH_FACTS_H
#define MATCH_FACTS_H

#include "posting.h"

void facts_collect(const Posting *posting, Job *job, Arena *arena);

#endif
