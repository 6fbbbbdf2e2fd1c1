/* The compiled wording of job descriptions (rules/jobs.txt): phrases sorted by key, what they
 * tell, and the terms that only a vacancy asks for. */
#ifndef MATCH_JOB_TABLE_H
#define MATCH_JOB_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "bulletproof/lexicon/lexicon.h"

/* The classes of rules/jobs.txt, where each is described. */
enum {
    SAYS_IGNORE = 1 << 0,
    SAYS_ORDINARY = 1 << 1,
    SAYS_BEFORE = 1 << 2,
    SAYS_AFTER = 1 << 3,
    SAYS_EVERYDAY_AFTER = 1 << 4,
    SAYS_EVERYDAY_BEFORE = 1 << 5,
    SAYS_COMPANY = 1 << 6,
    SAYS_HEADING_REQUIRED = 1 << 7,
    SAYS_HEADING_PREFERRED = 1 << 8,
    SAYS_HEADING_MENTIONED = 1 << 9,
    SAYS_REQUIRED = 1 << 10,
    SAYS_STRONG = 1 << 11,
    SAYS_PREFERRED = 1 << 12,
    SAYS_FORWARD = 1 << 13,
    SAYS_NEGATED_AFTER = 1 << 14,
    SAYS_NEGATED_BEFORE = 1 << 15,
    SAYS_NOT_NEGATED = 1 << 16,
    SAYS_BUT = 1 << 17,
    SAYS_COMPOUND = 1 << 18,
    SAYS_YEARS = 1 << 19,
    SAYS_SENIORITY = 1 << 20,
    SAYS_PLACE = 1 << 21,
    SAYS_SPEECH = 1 << 22,
    SAYS_DEGREE = 1 << 23,
    SAYS_NAMING = 1 << 24,
    SAYS_PERSON_BEFORE = 1 << 25,
    SAYS_TEST_KIND = 1 << 26,
    SAYS_TEST_HEAD = 1 << 27,
    SAYS_HEADING_NEGATED = 1 << 28,
    SAYS_GIVEN_NAME = 1 << 29,
};

typedef struct {
    const char *key;  /* lower case, words parted by one blank */
    uint32_t classes; /* SAYS_… */
    uint16_t term;    /* index + 1 into job_terms; 0: none */
} JobWord;

typedef struct {
    const char *shown, *shows; /* canonical names */
} JobImplication;

extern const JobWord job_words[];
extern const size_t job_words_count;
extern const Technology job_terms[];
extern const JobImplication job_implications[];
extern const size_t job_implications_count;

#endif
