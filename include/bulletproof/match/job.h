/* A job description, read as a careful colleague reads it: which technologies and practices it
 * asks for, how much, and in which words. Knows no resume and takes no name on trust: "go to
 * market" is no Go. What it looks for is data: rules/words/technologies.txt and rules/jobs.txt. */
#ifndef BULLETPROOF_MATCH_JOB_H
#define BULLETPROOF_MATCH_JOB_H

#include <stddef.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"
#include "bulletproof/lexicon/lexicon.h"

enum { JOB_MOST_BYTES = 1024 * 1024 }; /* of what is taken for a job description */

typedef enum {
    IMPORTANCE_MENTIONED, /* the text only describes the work or the stack */
    IMPORTANCE_PREFERRED, /* nice to have */
    IMPORTANCE_REQUIRED,
    IMPORTANCE_COUNT
} JobImportance;

/* A name in the text. Where it stands more than once, where it matters most. */
typedef struct {
    const Technology *technology; /* borrowed for the life of the program */
    JobImportance importance;
    StrView spelling; /* as written; borrowed from the text */
    StrView sentence; /* it stands in; borrowed from the text */
    size_t line;      /* from 1 */
} JobTerm;

typedef enum {
    JOB_FACT_YEARS,     /* of experience asked for */
    JOB_FACT_SENIORITY, /* junior, senior, lead … */
    JOB_FACT_PLACE,     /* where the work is done: on site, hybrid, remote */
    JOB_FACT_SPEECH,    /* a human language */
    JOB_FACT_DEGREE,
    JOB_FACT_COUNT
} JobFactKind;

/* What a vacancy says beside its terms: shown to the reader, compared with nothing. */
typedef struct {
    JobFactKind kind;
    StrView text; /* borrowed from the text */
    size_t line;  /* from 1 */
} JobFact;

typedef struct {
    JobTerm *terms; /* all in the arena; required ones first, then in the text's order */
    size_t term_count;
    JobTerm *negated; /* named as not wanted, and nowhere as wanted */
    size_t negated_count;
    JobFact *facts;
    size_t fact_count;
} Job;

/* Reads valid UTF-8 of any length; what it allocates lives in `arena`, what it returns borrows
 * from `text` too. An empty text is a job without terms. */
Job job_read(StrView text, Arena *arena);

/* What was read, in words, to show why nothing was found in it: `2 lines, 9 words: "Our office dog
 * is friendly. Come and …"`. */
void job_add_reading(StrBuf *out, StrView text);

/* "required", "preferred", "mentioned". */
const char *job_importance_name(JobImportance importance);
/* "years", "seniority", "place", "language", "degree". */
const char *job_fact_name(JobFactKind kind);
/* As vacancies are sorted: "cloud/infra". */
const char *job_category_name(TechnologyCategory category);

#endif
