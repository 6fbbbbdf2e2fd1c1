#include "bulletproof/match/job.h"

#include <string.h>

#include "bulletproof/base/utf8.h"
#include "facts.h"
#include "posting.h"

const char *job_importance_name(JobImportance importance)
{
    static const char *const names[IMPORTANCE_COUNT] = {"mentioned", "preferred", "required"};
    return names[importance];
}

const char *job_category_name(TechnologyCategory category)
{
    static const char *const names[TECHNOLOGY_CATEGORY_COUNT] = {
        "language",    "framework", "api",     "database",      "messaging",
        "cloud/infra", "security",  "testing", "observability", "practices"};
    return names[category];
}

static StrView sentence_around(const Posting *posting, size_t index)
{
    size_t first = index, end = index;
    const JobToken *items = posting->tokens.items;
    while (first > 0 && !job_token_ends_sentence(&items[first - 1])) {
        first--;
    }
    while (!job_token_ends_sentence(&items[end])) {
        end++;
    }
    bool has_mark = items[end].mark != '\n';
    return view_trim(view_slice(posting->tokens.text, items[first].start,
                                has_mark ? items[end].end : items[end].start));
}

static JobTerm term_of(const Posting *posting, const Mention *mention)
{
    const JobToken *first = &posting->tokens.items[mention->first];
    const JobToken *last = first + mention->count - 1;
    return (JobTerm){
        .technology = mention->technology,
        .importance = mention->importance,
        .spelling = view_slice(posting->tokens.text, first->start, last->end),
        .sentence = sentence_around(posting, mention->first),
        .line = first->line,
    };
}

static JobTerm *find_term(JobTerm *terms, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(terms[i].technology->name, name) == 0) {
            return &terms[i];
        }
    }
    return NULL;
}

static size_t line_of(const Posting *posting, const Mention *mention)
{
    return posting->tokens.items[mention->first].line;
}

/* A "we do not use X" weighs more than an X that is only mentioned, or stands beside it. */
static bool is_outweighed(const Posting *posting, const Mention *mention)
{
    for (size_t i = 0; i < posting->mention_count; i++) {
        const Mention *other = &posting->mentions[i];
        bool is_weak = mention->importance == IMPORTANCE_MENTIONED ||
                       (mention->importance == IMPORTANCE_PREFERRED &&
                        line_of(posting, mention) == line_of(posting, other));
        if (other->is_taken && other->is_negated && is_weak &&
            strcmp(other->technology->name, mention->technology->name) == 0) {
            return true;
        }
    }
    return false;
}

static void collect(const Posting *posting, Job *job)
{
    for (size_t i = 0; i < posting->mention_count; i++) {
        const Mention *mention = &posting->mentions[i];
        if (!mention->is_taken || mention->is_negated || is_outweighed(posting, mention)) {
            continue;
        }
        JobTerm *known = find_term(job->terms, job->term_count, mention->technology->name);
        if (!known) {
            job->terms[job->term_count++] = term_of(posting, mention);
        } else if (mention->importance > known->importance) {
            *known = term_of(posting, mention);
        }
    }
}

/* What is not wanted in one place and wanted in another is wanted. */
static void collect_negated(const Posting *posting, Job *job)
{
    for (size_t i = 0; i < posting->mention_count; i++) {
        const Mention *mention = &posting->mentions[i];
        const char *name = mention->technology->name;
        if (mention->is_taken && mention->is_negated &&
            !find_term(job->terms, job->term_count, name) &&
            !find_term(job->negated, job->negated_count, name)) {
            job->negated[job->negated_count++] = term_of(posting, mention);
        }
    }
}

static bool goes_before(const JobTerm *a, const JobTerm *b)
{
    if (a->importance != b->importance) {
        return a->importance > b->importance;
    }
    return a->spelling.data < b->spelling.data;
}

/* Required ones first; within each the order of the text. */
static void sort_terms(Job *job)
{
    for (size_t i = 1; i < job->term_count; i++) {
        JobTerm term = job->terms[i];
        size_t at = i;
        while (at > 0 && goes_before(&term, &job->terms[at - 1])) {
            job->terms[at] = job->terms[at - 1];
            at--;
        }
        job->terms[at] = term;
    }
}

/* --- What was read ----------------------------------------------------------------------- */

static bool next_word(StrView *rest, StrView *word)
{
    *rest = view_trim(*rest);
    size_t blank = view_find(*rest, ' '), line_end = view_find(*rest, '\n');
    *word = view_slice(*rest, 0, blank < line_end ? blank : line_end);
    *rest = view_slice(*rest, word->length, rest->length);
    return word->length > 0;
}

static size_t count_lines(StrView text)
{
    size_t count = 0;
    StrView line;
    while (view_next_line(&text, &line)) {
        count += view_trim(line).length > 0;
    }
    return count;
}

static void add_count(StrBuf *out, size_t count, const char *name)
{
    strbuf_addf(out, "%zu %s%s", count, name, count == 1 ? "" : "s");
}

void job_add_reading(StrBuf *out, StrView text)
{
    enum { SHOWN_BYTES = 120 };
    StrBuf opening = {0};
    StrView rest = text, word;
    size_t words = 0;
    bool is_cut = false;
    for (; next_word(&rest, &word); words++) {
        is_cut = is_cut || opening.length + word.length > SHOWN_BYTES;
        if (!is_cut) {
            strbuf_add(&opening, words > 0 ? " " : "");
            utf8_add_printable(&opening, word);
        }
    }
    add_count(out, count_lines(text), "line");
    strbuf_add(out, ", ");
    add_count(out, words, "word");
    strbuf_addf(out, words > 0 ? ": “%s%s”" : "%s%s", strbuf_text(&opening), is_cut ? " …" : "");
    strbuf_done(&opening);
}

Job job_read(StrView text, Arena *arena)
{
    Posting posting = posting_make(text, arena);
    sense_decide(&posting);
    weight_decide(&posting);
    Job job = {0};
    job.terms = arena_alloc(arena, (posting.mention_count + 1) * sizeof(JobTerm));
    job.negated = arena_alloc(arena, (posting.mention_count + 1) * sizeof(JobTerm));
    collect(&posting, &job);
    collect_negated(&posting, &job);
    sort_terms(&job);
    facts_collect(&posting, &job, arena);
    return job;
}
