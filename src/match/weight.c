/* How much a name matters: from the heading it stands under and the wording of its sentence
 * (requirement wording beats description wording, "nice to have" beats the heading), and whether
 * it is not wanted at all. */
#include "posting.h"

enum {
    HEADING_WORDS = 9,     /* a longer line is no heading */
    OPENING_WORDS = 14,    /* … unless a list follows */
    NEGATION_REACH = 4,    /* words between a "no" and the name it denies */
    DENIAL_REACH = 8,      /* … and a whole "we do not use" */
    SENTENCE_TOKENS = 500, /* what has no end for longer is cut there */
};

typedef struct {
    size_t first, end; /* tokens */
} Span;

typedef struct {
    JobImportance importance;
    bool is_explicit; /* a heading that was understood */
    bool has_items;   /* a list stood under it: a paragraph after that is about something else */
    bool is_negated;  /* "Deal-breakers" */
} Section;

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

static bool any_says(const Posting *posting, Span span, uint32_t classes)
{
    for (size_t i = span.first; i < span.end; i++) {
        if (phrase_says(posting, i, classes)) {
            return true;
        }
    }
    return false;
}

static bool has_mention(const Posting *posting, Span span)
{
    for (size_t i = span.first; i < span.end; i++) {
        const Mention *mention = posting_mention(posting, i);
        if (mention && mention->is_taken) {
            return true;
        }
    }
    return false;
}

/* --- Headings ---------------------------------------------------------------------------- */

/* What a heading's words make of what follows. "Nice to have skills" is not required. */
static Section section_of(const Posting *posting, Span span)
{
    if (any_says(posting, span, SAYS_HEADING_NEGATED)) {
        return (Section){
            .importance = IMPORTANCE_MENTIONED, .is_explicit = true, .is_negated = true};
    }
    if (any_says(posting, span, SAYS_HEADING_PREFERRED)) {
        return (Section){.importance = IMPORTANCE_PREFERRED, .is_explicit = true};
    }
    if (any_says(posting, span, SAYS_HEADING_REQUIRED)) {
        return (Section){.importance = IMPORTANCE_REQUIRED, .is_explicit = true};
    }
    return (Section){IMPORTANCE_MENTIONED, any_says(posting, span, SAYS_HEADING_MENTIONED), false,
                     false};
}

static bool speaks_to_reader(const Posting *posting, Span span)
{
    for (size_t i = span.first; i < span.end; i++) {
        const JobToken *token = token_at(posting, i);
        if (job_token_is(token, "you") || job_token_is(token, "your") ||
            job_token_is(token, "you've") || job_token_is(token, "you're")) {
            return true;
        }
    }
    return false;
}

/* The same of words that surely open something, a list or what stands behind a colon: "They do
 * NOT want", "You tick these boxes". */
static Section opened_section(const Posting *posting, Span span)
{
    Section section = section_of(posting, span);
    bool is_wish = any_says(posting, span, SAYS_HEADING_REQUIRED | SAYS_HEADING_PREFERRED);
    if (!is_wish && any_says(posting, span, SAYS_NEGATED_AFTER | SAYS_NEGATED_BEFORE)) {
        section = (Section){.is_explicit = true, .is_negated = true};
    } else if (!section.is_explicit && speaks_to_reader(posting, span)) {
        section = (Section){.importance = IMPORTANCE_REQUIRED, .is_explicit = true};
    }
    return section;
}

static size_t count_words(const Posting *posting, Span span)
{
    size_t count = 0;
    for (size_t i = span.first; i < span.end; i++) {
        count += is_mark(posting, i, '\0');
    }
    return count;
}

static bool is_marker(const Posting *posting, size_t index)
{
    char mark = token_at(posting, index)->mark;
    return mark == '*' || mark == '-' || mark == '+' || mark == '>' || mark == '#' || mark == '=';
}

/* A line without the marks around it; `is_item` when it was a bullet's. */
static Span inside_line(const Posting *posting, Span line, bool *is_item)
{
    *is_item = false;
    while (line.first < line.end && is_marker(posting, line.first)) {
        *is_item =
            *is_item || !(is_mark(posting, line.first, '#') || is_mark(posting, line.first, '=') ||
                          (line.first + 1 < line.end && is_mark(posting, line.first + 1, '*')));
        line.first++;
    }
    while (line.end > line.first && (is_marker(posting, line.end - 1))) {
        line.end--;
    }
    return line;
}

static bool has_sentence_mark(const Posting *posting, Span span)
{
    for (size_t i = span.first; i < span.end; i++) {
        char mark = token_at(posting, i)->mark;
        if (mark == '.' || mark == ';' || mark == '!') {
            return true;
        }
    }
    return false;
}

/* Whether the next line that is not empty is an item of a list. */
static bool opens_list(const Posting *posting, size_t line_end)
{
    size_t next = line_end;
    while (next < posting->tokens.count && is_mark(posting, next, '\n')) {
        next++;
    }
    return next < posting->tokens.count && next - line_end <= 2 && is_marker(posting, next) &&
           !is_mark(posting, next, '#');
}

/* A short line of its own, understood as a heading or closed by a colon, or what opens a list. */
static bool is_heading(const Posting *posting, Span line, bool is_item)
{
    size_t words = count_words(posting, line);
    bool is_opening = !is_item && opens_list(posting, line.end);
    size_t most = is_opening ? OPENING_WORDS : HEADING_WORDS;
    if (words == 0 || words > most || has_sentence_mark(posting, line)) {
        return false;
    }
    if (is_opening) {
        return true; /* whatever it says */
    }
    bool has_colon = is_mark(posting, line.end - 1, ':');
    if (is_item && !has_colon) {
        return false;
    }
    Section section = section_of(posting, line);
    return has_colon || (section.is_explicit && !has_mention(posting, line));
}

/* The end of an opening such as "Must have:" or "Bonus -", or span.first. */
static size_t opening_end(const Posting *posting, Span span)
{
    for (size_t i = span.first; i < span.end && i - span.first <= HEADING_WORDS; i++) {
        const Mention *mention = posting_mention(posting, i);
        if ((mention && mention->is_taken) || is_mark(posting, i, ',') ||
            is_mark(posting, i, '.')) {
            return span.first;
        }
        bool parts = is_mark(posting, i, ':') || is_mark(posting, i, '-');
        Span opening = {span.first, i};
        if (parts && opened_section(posting, opening).is_explicit) {
            return i + 1;
        }
    }
    return span.first;
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
        if (parts && has_mention(posting, (Span){i, cue}) &&
            has_mention(posting, (Span){required, i})) {
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
    bool has_before = has_mention(posting, (Span){clause.first, cue});
    bool has_after = has_mention(posting, (Span){cue, sentence.end});
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
    bool is_remark = !has_mention(posting, clause) && clause.first > sentence.first;
    if (is_remark && is_mark(posting, clause.first - 1, '(') && clause.first >= 2) {
        weigh(posting, (Span){clause.first - 2, clause.first - 1}, IMPORTANCE_PREFERRED);
    }
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
    if (importance == IMPORTANCE_MENTIONED && any_says(posting, sentence, wording)) {
        importance = IMPORTANCE_REQUIRED;
    }
    weigh(posting, sentence, importance);
    if (section.is_negated) {
        deny_all(posting, sentence);
        return;
    }
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

static void negate_sentence(Posting *posting, Span sentence)
{
    for (size_t i = sentence.first; i < sentence.end; i++) {
        if (phrase_says(posting, i, SAYS_NOT_NEGATED)) {
            continue;
        }
        if (phrase_says(posting, i, SAYS_NEGATED_AFTER)) {
            deny_after(posting, sentence, i);
        }
        if (phrase_says(posting, i, SAYS_NEGATED_BEFORE)) {
            deny_before(posting, sentence, i);
        }
    }
}

/* --- Lines ------------------------------------------------------------------------------- */

static void weigh_line(Posting *posting, Span line, Section section)
{
    Span sentence = {line.first, line.first};
    while (sentence.first < line.end) {
        size_t opened = opening_end(posting, (Span){sentence.first, line.end});
        if (opened > sentence.first) {
            section = opened_section(posting, (Span){sentence.first, opened});
        }
        sentence.end = sentence.first;
        while (sentence.end < line.end && sentence.end - sentence.first < SENTENCE_TOKENS &&
               !job_token_ends_sentence(token_at(posting, sentence.end))) {
            sentence.end++;
        }
        weigh_sentence(posting, sentence, section);
        negate_sentence(posting, sentence);
        sentence.first = sentence.end + 1;
    }
}

typedef struct {
    Posting *posting;
    Section section;
    bool is_title;  /* no line was read yet */
    bool is_parted; /* an empty line stands before */
} LineReader;

static void read_line(LineReader *reader, Span line)
{
    bool is_item;
    Posting *posting = reader->posting;
    Section title = {.importance = IMPORTANCE_REQUIRED, .is_explicit = true};
    if (reader->is_title) {
        weigh_line(posting, inside_line(posting, line, &is_item), title);
        return;
    }
    line = inside_line(posting, line, &is_item);
    if (is_heading(posting, line, is_item)) {
        bool is_open = is_mark(posting, line.end - 1, ':') || opens_list(posting, line.end);
        reader->section = is_open ? opened_section(posting, line) : section_of(posting, line);
        weigh(posting, line, reader->section.importance);
        return;
    }
    if (!is_item && reader->section.has_items && reader->is_parted) {
        reader->section = (Section){.importance = IMPORTANCE_MENTIONED, .is_explicit = false};
    }
    reader->section.has_items = reader->section.has_items || is_item;
    weigh_line(posting, line, reader->section);
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
