/* What the word data know of each word of a job description, and the names found in it. */
#ifndef MATCH_POSTING_H
#define MATCH_POSTING_H

#include <stdint.h>

#include "bulletproof/match/job.h"
#include "job_table.h"
#include "words.h"

typedef struct {
    const Technology *technology;
    size_t first, count; /* its tokens */
    JobImportance importance;
    bool is_ordinary; /* an everyday word too: taken only where the neighbours say so */
    bool is_ignored;  /* too general to be asked for; still a neighbour in a list */
    bool is_company;  /* part of a company's name */
    bool is_taken;
    bool is_negated;
} Mention;

typedef struct {
    JobTokens tokens;
    uint32_t *word_says;   /* by token: SAYS_… of the word alone */
    uint32_t *phrase_says; /* … of the longest phrase that begins here; 0 inside one */
    uint8_t *phrase_count; /* its tokens */
    uint16_t *mention_at;  /* by token: index + 1 of the mention it belongs to; 0: none */
    Mention *mentions;
    size_t mention_count;
} Posting;

Posting posting_make(StrView text, Arena *arena);

/* Marks which mentions are meant as technologies (is_taken). */
void sense_decide(Posting *posting);
/* Weighs the taken ones: importance, is_negated. */
void weight_decide(Posting *posting);

/* NULL when token `index` belongs to no mention, or is beyond the text. */
Mention *posting_mention(const Posting *posting, size_t index);
bool posting_says(const Posting *posting, size_t index, uint32_t classes);

#endif
