/* How much a name matters: from the section it stands in and the wording of its sentence
 * (requirement wording beats description wording, "nice to have" beats the heading), and whether
 * it is not wanted at all. */
#include "section.h"

enum {
    NEGATION_REACH = 4,    /* words between a "no" and the name it denies */
    DENIAL_REACH = 10,     /* … and a whole "we do not use" */
    SENTENCE_TOKENS = 500, /* what has no end for longer is cut there */
};

static const JobToken *token_at(const Posting *posting, size_t index)
{
    return &posting->tokens.items[index];
}

static bool is_mark(const Posting *posting, size_t index, char mark)
{
    return token_at(posting, index)->mark == mark;
}

static bool phrase_says(const Posting *posting, size_t index, uint32_t classes)
{
    return (posting->phrase_says[index] & classes) != 0;
}

/* --- Wording ----------------------------------------------------------------------------- */

static bool ends_clause(const Posting *posting, size_t index)
{
    char mark = token_at(posting, index)->mark;
    return mark == ';' || mark == '(' || mark == ')' || mark == '-' ||
           job_token_ends_sentence(token_at(posting, index)) ||
           phrase_says(posting, index, SAYS_BUT);
}

static Span clause_around(const Posting *posting, Span sentence, size_t index)
{
    Span clause = {index, index};
    while (clause.first > sentence.first && !ends_clause(posting, clause.first - 1)) {
        clause.first--;
    }
    while (clause.end < sentence.end && !ends_clause(posting, clause.end)) {
        clause.end++;
    }
    return clause;
}

static void weigh(Posting *posting, Span span, JobImportance importance)
{
    for (size_t i = span.first; i < span.end; i++) {
        Mention *mention = posting_mention(posting, i);
        if (mention) {
            mention->importance = importance;
        }
    }
}

/* Where that begins of which "… is a plus" speaks: behind a requirement in the same clause. */
static size_t preferred_start(const Posting *posting, Span clause, size_t cue)
{
    size_t required = clause.first;
    for (size_t i = clause.first; i < cue; i++) {
        required = phrase_says(posting, i, SAYS_REQUIRED) ? i + 1 : required;
    }
    if (required == clause.first) {
        return clause.first;
    }
    for (size_t i = cue; i > required; i--) {
        bool parts = is_mark(posting, i - 1, ',') || job_token_is(token_at(posting, i - 1), "and");
        if (parts && span_has_mention(posting, (Span){i, cue}) &&
            span_has_mention(posting, (Span){required, i})) {
            return i;
        }
    }
    return clause.first;
}

/* "Ideally X" speaks of what follows, "X is a plus" of what the clause is about. */
static void prefer(Posting *posting, Span sentence, size_t cue)
{
    Span clause = clause_around(posting, sentence, cue);
    bool is_forward = phrase_says(posting, cue, SAYS_FORWARD);
    bool has_before = span_has_mention(posting, (Span){clause.first, cue});
    bool has_after = span_has_mention(posting, (Span){cue, sentence.end});
    if ((is_forward && has_after) || (!has_before && has_after)) {
        size_t end = cue;
        while (end < sentence.end && !is_mark(posting, end, ';')) {
            end++;
        }
        weigh(posting, (Span){cue, end}, IMPORTANCE_PREFERRED);
    } else {
        clause.first = preferred_start(posting, clause, cue);
        weigh(posting, clause, IMPORTANCE_PREFERRED);
    }
    /* "(Kafka is a plus)": what is in brackets is a clause; "Kafka (a plus)" speaks of the name. */
    bool is_remark = !span_has_mention(posting, clause) && clause.first > sentence.first;
    if (is_remark && is_mark(posting, clause.first - 1, '(') && clause.first >= 2) {
        weigh(posting, (Span){clause.first - 2, clause.first - 1}, IMPORTANCE_PREFERRED);
    }
}

static bool has_denied(const Posting *posting, Span span)
{
    for (size_t i = span.first; i < span.end; i++) {
        const Mention *mention = posting_mention(posting, i);
        if (mention && mention->is_negated) {
            return true;
        }
    }
    return false;
}

static void deny_all(Posting *posting, Span span)
{
    for (size_t i = span.first; i < span.end; i++) {
        Mention *mention = posting_mention(posting, i);
        if (mention) {
            mention->is_negated = true;
        }
    }
}

static void weigh_sentence(Posting *posting, Span sentence, Section section)
{
    JobImportance importance = section.importance;
    uint32_t wording = section.is_explicit ? SAYS_STRONG : SAYS_REQUIRED | SAYS_STRONG;
    if (importance == IMPORTANCE_MENTIONED && span_says(posting, sentence, wording)) {
        importance = IMPORTANCE_REQUIRED;
    }
    weigh(posting, sentence, importance);
    for (size_t i = sentence.first; i < sentence.end; i++) {
        if (phrase_says(posting, i, SAYS_PREFERRED) &&
            !(section.importance == IMPORTANCE_PREFERRED)) {
            prefer(posting, sentence, i);
        }
    }
}

/* --- Negation ---------------------------------------------------------------------------- */

static bool is_list_part(const Posting *posting, size_t index)
{
    const JobToken *token = token_at(posting, index);
    return token->mark == ',' || token->mark == '&' || token->mark == '/' ||
           job_token_is(token, "or") || job_token_is(token, "and") || job_token_is(token, "nor");
}

/* The mention at `index` and the rest of its list. */
static void deny_list_after(Posting *posting, size_t index, size_t end)
{
    while (index < end) {
        Mention *mention = posting_mention(posting, index);
        if (mention && (mention->is_taken || mention->is_ignored)) {
            mention->is_negated = true;
            index = mention->first + mention->count;
        } else if (is_list_part(posting, index) ||
                   phrase_says(posting, index, SAYS_NEGATED_AFTER)) {
            index++;
        } else {
            return;
        }
    }
}

static void deny_after(Posting *posting, Span sentence, size_t cue)
{
    size_t reach = posting->phrase_count[cue] > 1 ? DENIAL_REACH : NEGATION_REACH;
    size_t first = cue + posting->phrase_count[cue];
    for (size_t i = first; i < sentence.end && i < first + reach; i++) {
        const Mention *mention = posting_mention(posting, i);
        if (mention && mention->is_taken) {
            deny_list_after(posting, i, sentence.end);
            return;
        }
        bool is_colon = is_mark(posting, i, ':') && i == first;
        if (!is_colon && (ends_clause(posting, i) || is_mark(posting, i, ','))) {
            return;
        }
    }
}

static void deny_before(Posting *posting, Span sentence, size_t cue)
{
    size_t index = cue;
    for (size_t steps = 0; index > sentence.first && steps < DENIAL_REACH; steps++) {
        const Mention *mention = posting_mention(posting, index - 1);
        if ((mention && mention->is_taken) || ends_clause(posting, index - 1)) {
            break;
        }
        index--;
    }
    while (index > sentence.first) {
        Mention *mention = posting_mention(posting, index - 1);
        if (mention && mention->is_taken) {
            mention->is_negated = true;
            index = mention->first;
        } else if (is_list_part(posting, index - 1)) {
            index--;
        } else {
            return;
        }
    }
}

/* What may be a heading as well speaks of what goes before it, or else of what follows: "Java is
 * not part of this role", "Not part of this role is Java". */
static void deny_beside(Posting *posting, Span sentence, size_t cue)
{
    Span clause = clause_around(posting, sentence, cue);
    if (span_has_mention(posting, (Span){clause.first, cue})) {
        deny_before(posting, sentence, cue);
    } else {
        deny_after(posting, sentence, cue);
    }
}

/* "Kubernetes-free" */
static bool is_free_of(const Posting *posting, size_t index)
{
    const JobToken *token = token_at(posting, index);
    return index > 0 && token->join == '-' && job_token_is(token, "free");
}

static void negate_sentence(Posting *posting, Span sentence)
{
    for (size_t i = sentence.first; i < sentence.end; i++) {
        if (is_free_of(posting, i)) {
            deny_before(posting, sentence, i);
        }
        if (phrase_says(posting, i, SAYS_NOT_NEGATED)) {
            continue;
        }
        if (phrase_says(posting, i, SAYS_NEGATED_AFTER)) {
            deny_after(posting, sentence, i);
        }
        if (phrase_says(posting, i, SAYS_NEGATED_BEFORE)) {
            deny_before(posting, sentence, i);
        }
        if (phrase_says(posting, i, SAYS_HEADING_NEGATED)) {
            deny_beside(posting, sentence, i);
        }
    }
}

/* --- Lines ------------------------------------------------------------------------------- */

static void weigh_line(Posting *posting, Span line, Section section)
{
    Span sentence = {line.first, line.first};
    while (sentence.first < line.end) {
        size_t opened = section_open_inside(posting, (Span){sentence.first, line.end}, &section);
        sentence.end = opened;
        while (sentence.end < line.end && sentence.end - sentence.first < SENTENCE_TOKENS &&
               !job_token_ends_sentence(token_at(posting, sentence.end))) {
            sentence.end++;
        }
        weigh_sentence(posting, (Span){opened, sentence.end}, section);
        negate_sentence(posting, sentence);
        /* "We run Nomad rather than Kubernetes" says by itself which of the two it is. */
        if (section.is_negated && !has_denied(posting, sentence)) {
            deny_all(posting, sentence);
        }
        sentence.first = sentence.end + 1;
    }
}

typedef struct {
    Posting *posting;
    Section section;
    bool is_title;  /* no line was read yet */
    bool is_parted; /* an empty line stands before */
} LineReader;

static void read_line(LineReader *reader, Span span)
{
    Posting *posting = reader->posting;
    Line line = line_read(posting, span, reader->is_parted);
    Section opened = {.importance = IMPORTANCE_REQUIRED, .is_explicit = true};
    if (reader->is_title) {
        weigh_line(posting, line.words, opened);
        return;
    }
    if (section_open(posting, &line, &opened)) {
        reader->section = opened;
        weigh(posting, line.words, opened.importance);
        return;
    }
    if (section_closes(posting, &line, &reader->section)) {
        reader->section = (Section){.importance = IMPORTANCE_MENTIONED};
    }
    reader->section.has_items = reader->section.has_items || line.is_item;
    Section section = reader->section;
    section.is_negated = section.is_negated || line.is_crossed;
    weigh_line(posting, line.words, section);
}

void weight_decide(Posting *posting)
{
    LineReader reader = {
        .posting = posting, .section = {.importance = IMPORTANCE_MENTIONED}, .is_title = true};
    Span line = {0, 0};
    for (size_t i = 0; i < posting->tokens.count; i++) {
        if (!is_mark(posting, i, '\n')) {
            continue;
        }
        line.end = i;
        if (line.first < line.end) {
            read_line(&reader, line);
            reader.is_title = false;
        }
        reader.is_parted = line.first == line.end;
        line.first = i + 1;
    }
}
