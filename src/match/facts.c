#include "facts.h"

enum {
    MOST_FACTS = 40,
    FACT_REACH = 30, /* words to either side that still tell of it */
};

static const struct {
    uint32_t says;
    JobFactKind kind;
    const char *name;
} kinds[] = {
    {SAYS_YEARS, JOB_FACT_YEARS, "years"},    {SAYS_SENIORITY, JOB_FACT_SENIORITY, "seniority"},
    {SAYS_PLACE, JOB_FACT_PLACE, "place"},    {SAYS_SPEECH, JOB_FACT_SPEECH, "language"},
    {SAYS_DEGREE, JOB_FACT_DEGREE, "degree"},
};

const char *job_fact_name(JobFactKind kind)
{
    return kinds[kind].name;
}

static bool is_number(const JobToken *token)
{
    static const char *const words[] = {"one",   "two",   "three", "four",    "five", "six",
                                        "seven", "eight", "ten",   "several", "some", "many"};
    if (token->mark != '\0' || token->lower.length == 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (view_is(token->lower, words[i])) {
            return true;
        }
    }
    return token->lower.data[0] >= '0' && token->lower.data[0] <= '9';
}

/* "5+ years", "three or more years": a number stands close before, in the same sentence. */
static bool counts_years(const Posting *posting, size_t index)
{
    for (size_t i = index; i > 0 && index - i < 4; i--) {
        const JobToken *before = &posting->tokens.items[i - 1];
        if (job_token_ends_sentence(before)) {
            return false;
        }
        if (is_number(before)) {
            return true;
        }
    }
    return false;
}

static bool is_fact(const Posting *posting, size_t index, size_t kind)
{
    const JobToken *token = &posting->tokens.items[index];
    if (token->mark != '\0' ||
        ((posting->phrase_says[index] | posting->word_says[index]) & kinds[kind].says) == 0 ||
        posting_mention(posting, index)) {
        return false;
    }
    if (kinds[kind].kind == JOB_FACT_YEARS) {
        return counts_years(posting, index);
    }
    return kinds[kind].kind != JOB_FACT_SPEECH || token->is_capital;
}

/* The part of the sentence between commas, brackets and the like. */
static StrView part_around(const Posting *posting, size_t index)
{
    size_t first = index, end = index;
    const JobToken *items = posting->tokens.items;
    while (first > 0 && index - first < FACT_REACH &&
           (items[first - 1].mark == '\0' || items[first - 1].mark == '+')) {
        first--;
    }
    while (items[end + 1].mark == '\0' && end - index < FACT_REACH) {
        end++;
    }
    return view_slice(posting->tokens.text, items[first].start, items[end].end);
}

static bool is_told(const Job *job, JobFactKind kind, StrView text)
{
    for (size_t i = 0; i < job->fact_count; i++) {
        const JobFact *fact = &job->facts[i];
        if (fact->kind == kind && (fact->text.data == text.data || view_equal(fact->text, text))) {
            return true;
        }
    }
    return false;
}

void facts_collect(const Posting *posting, Job *job, Arena *arena)
{
    enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };
    job->facts = arena_alloc(arena, MOST_FACTS * sizeof(JobFact));
    for (size_t i = 0; i + 1 < posting->tokens.count; i++) {
        for (size_t kind = 0; kind < KIND_COUNT; kind++) {
            if (!is_fact(posting, i, kind)) {
                continue;
            }
            StrView text = part_around(posting, i);
            if (job->fact_count < MOST_FACTS && !is_told(job, kinds[kind].kind, text)) {
                job->facts[job->fact_count++] = (JobFact){
                    .kind = kinds[kind].kind, .text = text, .line = posting->tokens.items[i].line};
            }
        }
    }
}
