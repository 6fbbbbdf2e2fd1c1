#include "bulletproof/match/match.h"

#include <string.h>

#include "bulletproof/text/fold.h"
#include "evidence.h"
#include "job_table.h"

const char *match_state_name(MatchState state)
{
    static const char *const names[MATCH_STATE_COUNT] = {"shown", "listed only", "other words",
                                                         "absent"};
    return names[state];
}

const char *match_state_mark(MatchState state, bool is_plain)
{
    static const char *const marks[MATCH_STATE_COUNT][2] = {
        {"●", "*"}, {"○", "o"}, {"≈", "~"}, {"–", "-"}};
    return marks[state][is_plain];
}

static bool is_named(const Technology *technology, const char *name)
{
    return strcmp(technology->name, name) == 0;
}

/* What shows a term: its name, and the names of which one step, which is all that is certain,
 * leads to it. Gathered once a term, as it is asked of every word of the resume. */
typedef struct {
    const char *name;
    const char **implying; /* in an arena */
    size_t count;
} Shows;

static Shows shows_of(const char *name, Arena *arena)
{
    Shows shows = {.name = name};
    shows.implying = arena_alloc(arena, (job_implications_count + 1) * sizeof(char *));
    for (size_t i = 0; i < job_implications_count; i++) {
        if (strcmp(job_implications[i].shows, name) == 0) {
            shows.implying[shows.count++] = job_implications[i].shown;
        }
    }
    return shows;
}

/* By index of the terms. */
static Shows *all_shows(const Job *job, Arena *arena)
{
    Shows *all = arena_alloc(arena, (job->term_count + 1) * sizeof(*all));
    for (size_t i = 0; i < job->term_count; i++) {
        all[i] = shows_of(job->terms[i].technology->name, arena);
    }
    return all;
}

static bool is_shown_by(const Shows *shows, const Technology *technology)
{
    bool is_shown = is_named(technology, shows->name);
    for (size_t i = 0; i < shows->count && !is_shown; i++) {
        is_shown = is_named(technology, shows->implying[i]);
    }
    return is_shown;
}

/* Plural and case are no other words: "Webhook" is "webhooks". */
static bool is_same_spelling(StrView a, StrView b)
{
    a.length -= view_ends_with(a, "s") ? 1 : 0;
    b.length -= view_ends_with(b, "s") ? 1 : 0;
    return text_equal_folded(a, b);
}

/* --- Rows -------------------------------------------------------------------------------- */

/* Direct evidence goes before implied, shown before listed, the employer's spelling before another:
 * the lower the better. */
static int rank_of(const Evidence *evidence, const JobTerm *term)
{
    bool is_direct = is_named(evidence->technology, term->technology->name);
    bool is_alike = is_direct && is_same_spelling(evidence->spelling, term->spelling);
    return (evidence->is_shown ? 0 : 4) + (is_direct ? 0 : 2) + (is_alike ? 0 : 1);
}

static bool has_spelling(const EvidenceList *list, const JobTerm *term)
{
    for (size_t i = 0; i < list->count; i++) {
        if (is_named(list->items[i].technology, term->technology->name) &&
            (is_same_spelling(list->items[i].spelling, term->spelling) ||
             is_same_spelling(list->items[i].spelling, view_of(term->technology->name)))) {
            return true;
        }
    }
    return false;
}

static const Evidence *best_evidence(const EvidenceList *list, const JobTerm *term,
                                     const Shows *shows)
{
    const Evidence *best = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const Evidence *evidence = &list->items[i];
        bool counts = is_shown_by(shows, evidence->technology);
        if (counts && (!best || rank_of(evidence, term) < rank_of(best, term))) {
            best = evidence;
        }
    }
    return best;
}

static MatchRow row_of(const EvidenceList *list, const JobTerm *term, const Shows *shows)
{
    const Evidence *best = best_evidence(list, term, shows);
    if (!best) {
        return (MatchRow){.term = term, .state = MATCH_ABSENT};
    }
    bool is_direct = is_named(best->technology, term->technology->name);
    MatchState state = best->is_shown ? MATCH_SHOWN : MATCH_LISTED;
    if (is_direct && !has_spelling(list, term)) {
        state = MATCH_OTHER;
    }
    return (MatchRow){
        .term = term,
        .state = state,
        .is_in_bullet = best->is_shown,
        .place = node_id(best->node),
        .field = best->field,
        .start = best->start,
        .spelling = best->spelling,
        .through = is_direct ? NULL : best->technology->name,
    };
}

/* --- Beyond the job ---------------------------------------------------------------------- */

static bool is_asked(const Job *job, const Shows *shows, const Technology *technology)
{
    for (size_t i = 0; i < job->term_count; i++) {
        if (is_shown_by(&shows[i], technology)) {
            return true;
        }
    }
    return false;
}

static MatchExtra *find_extra(Match *match, const Technology *technology)
{
    for (size_t i = 0; i < match->extra_count; i++) {
        if (is_named(match->extras[i].technology, technology->name)) {
            return &match->extras[i];
        }
    }
    return NULL;
}

/* Keeps the most stressed first; equals stay in reading order. */
static void move_up(Match *match, MatchExtra *extra)
{
    while (extra > match->extras && extra[-1].bullets < extra->bullets) {
        MatchExtra swap = extra[-1];
        extra[-1] = *extra;
        *extra-- = swap;
    }
}

static void collect_extras(Match *match, const Job *job, const Shows *shows,
                           const EvidenceList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const Evidence *evidence = &list->items[i];
        MatchExtra *extra = evidence->is_shown ? find_extra(match, evidence->technology) : NULL;
        if (!evidence->is_shown || (!extra && is_asked(job, shows, evidence->technology))) {
            continue;
        }
        if (!extra) {
            extra = &match->extras[match->extra_count++];
            *extra = (MatchExtra){evidence->technology, 0, node_id(evidence->node)};
        }
        extra->bullets++;
        move_up(match, extra);
    }
}

Match match_compare(const Job *job, const Node *root, Arena *arena)
{
    return match_compare_again(job, root, NULL, arena);
}

Match match_compare_again(const Job *job, const Node *root, MatchMemory *memory, Arena *arena)
{
    EvidenceList list = evidence_collect(root, memory, arena);
    Match match = {.count = job->term_count};
    match.rows = arena_alloc(arena, (job->term_count + 1) * sizeof(MatchRow));
    match.extras = arena_alloc(arena, (list.count + 1) * sizeof(MatchExtra));
    Shows *shows = all_shows(job, arena);
    for (size_t i = 0; i < job->term_count; i++) {
        match.rows[i] = row_of(&list, &job->terms[i], &shows[i]);
        match.state_counts[match.rows[i].state]++;
    }
    collect_extras(&match, job, shows, &list);
    return match;
}

/* --- Facts ------------------------------------------------------------------------------- */

static const Node *find_language(const Node *languages, StrView text)
{
    for (size_t i = 0; i < node_count(languages); i++) {
        const Node *language = node_child(languages, i);
        StrView name = node_view(language, FIELD_LANGUAGE);
        size_t start, end;
        if (!node_is_hidden(language) && text_find_folded(text, name, 0, &start, &end)) {
            return language;
        }
    }
    return NULL;
}

const Node *match_fact_place(const JobFact *fact, const Node *root, bool *is_named)
{
    static const NodeKind sections[JOB_FACT_COUNT] = {
        [JOB_FACT_YEARS] = NODE_WORKS,       [JOB_FACT_SENIORITY] = NODE_WORKS,
        [JOB_FACT_PLACE] = NODE_BASICS,      [JOB_FACT_SPEECH] = NODE_LANGUAGES,
        [JOB_FACT_DEGREE] = NODE_EDUCATIONS,
    };
    const Node *section = node_part(root, sections[fact->kind]);
    const Node *language =
        fact->kind == JOB_FACT_SPEECH ? find_language(section, fact->text) : NULL;
    *is_named = language != NULL;
    return language ? language : section;
}

/* --- Order ------------------------------------------------------------------------------- */

/* What a group or a bullet is worth to the job: its required terms before all. */
static size_t worth_of(const Job *job, const Shows *shows, const Node *node, Arena *arena)
{
    static const size_t worth[IMPORTANCE_COUNT] = {1, 3, 9};
    EvidenceList list = evidence_collect(node, NULL, arena);
    size_t total = 0;
    for (size_t i = 0; i < job->term_count; i++) {
        if (best_evidence(&list, &job->terms[i], &shows[i])) {
            total += worth[job->terms[i].importance];
        }
    }
    return total;
}

bool match_order(const Job *job, const Node *list, size_t *order, Arena *arena)
{
    size_t count = node_count(list);
    size_t *worth = arena_alloc(arena, (count + 1) * sizeof(size_t));
    const Shows *shows = all_shows(job, arena);
    bool moves = false;
    for (size_t i = 0; i < count; i++) {
        worth[i] = worth_of(job, shows, node_child(list, i), arena);
        size_t at = i;
        while (at > 0 && worth[order[at - 1]] < worth[i]) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
        moves = moves || at != i;
    }
    return moves;
}
