#include "section.h"

enum {
    HEADING_WORDS = 9,  /* a longer line is no heading */
    OPENING_WORDS = 16, /* … unless a list follows */
};

static const JobToken *token_at(const Posting *posting, size_t index)
{
    return &posting->tokens.items[index];
}

static bool is_mark(const Posting *posting, size_t index, char mark)
{
    return token_at(posting, index)->mark == mark;
}

/* The first token of `span` that says one of `classes`, or its end. */
static size_t first_that_says(const Posting *posting, Span span, uint32_t classes)
{
    size_t index = span.first;
    while (index < span.end && !(posting->phrase_says[index] & classes)) {
        index++;
    }
    return index;
}

bool span_says(const Posting *posting, Span span, uint32_t classes)
{
    return first_that_says(posting, span, classes) < span.end;
}

bool span_has_mention(const Posting *posting, Span span)
{
    for (size_t i = span.first; i < span.end; i++) {
        const Mention *mention = posting_mention(posting, i);
        if (mention && mention->is_taken) {
            return true;
        }
    }
    return false;
}

/* --- What a heading says ------------------------------------------------------------------ */

/* What a heading's words make of what follows. "Nice to have skills" is not required. */
static Section section_of(const Posting *posting, Span span)
{
    if (first_that_says(posting, span, SAYS_HEADING_NEGATED) <
        first_that_says(posting, span, SAYS_HEADING_PREFERRED)) {
        return (Section){
            .importance = IMPORTANCE_MENTIONED, .is_explicit = true, .is_negated = true};
    }
    if (span_says(posting, span, SAYS_HEADING_PREFERRED)) {
        return (Section){.importance = IMPORTANCE_PREFERRED, .is_explicit = true};
    }
    if (span_says(posting, span, SAYS_HEADING_REQUIRED)) {
        return (Section){.importance = IMPORTANCE_REQUIRED, .is_explicit = true};
    }
    return (Section){.importance = IMPORTANCE_MENTIONED,
                     .is_explicit = span_says(posting, span, SAYS_HEADING_MENTIONED)};
}

static bool has_word(const Posting *posting, Span span, const char *const *words)
{
    for (size_t i = span.first; i < span.end; i++) {
        for (const char *const *word = words; *word; word++) {
            if (job_token_is(token_at(posting, i), *word)) {
                return true;
            }
        }
    }
    return false;
}

/* The same of words that surely open something, a list or what stands behind a colon: "They do
 * NOT want", "Even better if you have". */
static Section opened_section(const Posting *posting, Span span)
{
    static const char *const conditions[] = {"if", NULL};
    Section section = section_of(posting, span);
    if (first_that_says(posting, span, SAYS_NEGATED_AFTER | SAYS_NEGATED_BEFORE) <
        first_that_says(posting, span,
                        SAYS_HEADING_REQUIRED | SAYS_HEADING_PREFERRED | SAYS_PREFERRED)) {
        return (Section){.is_explicit = true, .is_negated = true};
    }
    bool is_preferred = span_says(posting, span, SAYS_PREFERRED) ||
                        (section.is_explicit && has_word(posting, span, conditions));
    if (is_preferred && !section.is_negated) {
        return (Section){.importance = IMPORTANCE_PREFERRED, .is_explicit = true};
    }
    return section;
}

/* Of a line of its own even words that are not known tell something: "What would make us smile",
 * "You tick these boxes". */
static Section guessed_section(const Posting *posting, Span span)
{
    static const char *const wishes[] = {"would", "might", "could", "if", NULL};
    static const char *const readers[] = {"you", "your", "you've", "you're", "you'll", NULL};
    Section section = opened_section(posting, span);
    if (section.is_explicit) {
        return section;
    }
    if (has_word(posting, span, wishes)) {
        return (Section){.importance = IMPORTANCE_PREFERRED, .is_explicit = true};
    }
    if (has_word(posting, span, readers)) {
        return (Section){.importance = IMPORTANCE_REQUIRED, .is_explicit = true};
    }
    return section;
}

/* --- Lines ---------------------------------------------------------------------------------- */

/* What is in brackets explains a heading and does not make it longer. */
static size_t count_words(const Posting *posting, Span span)
{
    size_t count = 0;
    bool is_inside = false;
    for (size_t i = span.first; i < span.end; i++) {
        is_inside = (is_inside || is_mark(posting, i, '(')) && !is_mark(posting, i, ')');
        count += is_mark(posting, i, '\0') && !is_inside;
    }
    return count;
}

static bool is_marker(const Posting *posting, size_t index)
{
    char mark = token_at(posting, index)->mark;
    return mark == '*' || mark == '-' || mark == '+' || mark == '>' || mark == '#' || mark == '=' ||
           mark == JOB_MARK_NUMBER || mark == JOB_MARK_PICTURE || mark == JOB_MARK_CROSS;
}

/* "**": two stars without a blank. */
static bool is_bold_mark(const Posting *posting, size_t index)
{
    return index + 1 < posting->tokens.count && is_mark(posting, index, '*') &&
           is_mark(posting, index + 1, '*') &&
           token_at(posting, index)->end == token_at(posting, index + 1)->start;
}

static bool is_upper(const Posting *posting, Span span)
{
    for (size_t i = span.first; i < span.end; i++) {
        const JobToken *token = token_at(posting, i);
        if (token->mark == '(') {
            return i > span.first;
        }
        if (token->mark == '\0' && !token->is_upper) {
            return false;
        }
    }
    return true;
}

/* Takes the marks before the words, and what they tell. */
static void take_marks(const Posting *posting, Line *line)
{
    Span *words = &line->words;
    while (words->first < words->end && is_marker(posting, words->first)) {
        bool is_bold = is_bold_mark(posting, words->first);
        char mark = token_at(posting, words->first)->mark;
        line->is_numbered = line->is_numbered || mark == JOB_MARK_NUMBER;
        line->is_pictured = line->is_pictured || mark == JOB_MARK_PICTURE || mark == JOB_MARK_CROSS;
        line->is_crossed = line->is_crossed || mark == JOB_MARK_CROSS;
        line->is_marked =
            line->is_marked || mark == '#' || (is_bold && is_bold_mark(posting, words->end - 2));
        line->is_item = line->is_item || !(is_bold || mark == '#' || mark == '=');
        words->first += is_bold ? 2 : 1;
    }
}

Line line_read(const Posting *posting, Span span, bool is_parted)
{
    Line line = {.words = span, .end = span.end, .is_parted = is_parted};
    line.is_alone =
        is_parted && span.end + 1 < posting->tokens.count && is_mark(posting, span.end + 1, '\n');
    if (span.end - span.first > 1) {
        take_marks(posting, &line);
    }
    while (line.words.end > line.words.first && is_marker(posting, line.words.end - 1)) {
        line.words.end--;
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
           !is_mark(posting, next, '#') && !is_bold_mark(posting, next);
}

/* "3. ESSENTIAL CRITERIA", and a picture behind an empty line: a heading may have these as well. */
static bool is_list_item(const Posting *posting, const Line *line)
{
    bool is_free = line->is_alone || is_upper(posting, line->words) ||
                   (line->is_parted && opens_list(posting, line->end) &&
                    !is_mark(posting, line->end + 1, JOB_MARK_NUMBER));
    bool may_be_heading = (line->is_numbered && is_free) || (line->is_pictured && line->is_parted);
    return line->is_item && !(may_be_heading && !span_has_mention(posting, line->words));
}

/* "Good grief, no. But you do need:" opens with its last sentence. */
static Span last_sentence(const Posting *posting, Span words)
{
    for (size_t i = words.end - 1; i > words.first; i--) {
        if (job_token_ends_sentence(token_at(posting, i - 1)) && i < words.end - 1) {
            return (Span){i, words.end};
        }
    }
    return words;
}

static bool is_of_length(const Posting *posting, Span words, size_t most)
{
    size_t count = count_words(posting, words);
    return count > 0 && count <= most && !has_sentence_mark(posting, words);
}

/* "What can I safely forget about?" */
static bool is_question(const Posting *posting, const Line *line)
{
    return line->is_parted && is_mark(posting, line->words.end - 1, '?');
}

/* Of a short line that is no item what it opens, whatever it says; false: it may be text. */
static bool open_surely(const Posting *posting, const Line *line, Section *section)
{
    Span words = line->words;
    bool is_opening = opens_list(posting, line->end);
    if (is_opening || is_mark(posting, words.end - 1, ':')) {
        Span opening = last_sentence(posting, words);
        if (is_of_length(posting, opening, is_opening ? OPENING_WORDS : HEADING_WORDS)) {
            *section = guessed_section(posting, opening);
            return true;
        }
    }
    if (!is_of_length(posting, words, HEADING_WORDS)) {
        return false;
    }
    if (line->is_marked || line->is_numbered || line->is_pictured) {
        *section = guessed_section(posting, words);
        return true;
    }
    *section = opened_section(posting, words);
    return is_question(posting, line);
}

bool section_open(const Posting *posting, const Line *line, Section *section)
{
    Span words = line->words;
    if (words.first >= words.end) {
        return false;
    }
    if (is_list_item(posting, line)) {
        bool has_colon = is_mark(posting, words.end - 1, ':');
        *section = guessed_section(posting, words);
        return has_colon && is_of_length(posting, words, HEADING_WORDS);
    }
    if (open_surely(posting, line, section)) {
        return true;
    }
    *section = section_of(posting, words);
    return is_of_length(posting, words, HEADING_WORDS) && section->is_explicit &&
           !span_has_mention(posting, words);
}

bool section_closes(const Posting *posting, const Line *line, const Section *section)
{
    bool is_paragraph = !line->is_item && line->is_parted;
    bool is_short = is_of_length(posting, line->words, HEADING_WORDS) &&
                    !span_has_mention(posting, line->words);
    return is_paragraph && (section->has_items || (section->is_negated && is_short));
}

size_t section_open_inside(const Posting *posting, Span span, Section *section)
{
    for (size_t i = span.first; i < span.end && i - span.first <= HEADING_WORDS; i++) {
        const Mention *mention = posting_mention(posting, i);
        if ((mention && mention->is_taken) || is_mark(posting, i, '.')) {
            return span.first;
        }
        bool parts = is_mark(posting, i, ':') || is_mark(posting, i, '-');
        Section opened = parts ? opened_section(posting, (Span){span.first, i}) : *section;
        if (parts && opened.is_explicit) {
            *section = opened;
            return i + 1;
        }
    }
    return span.first;
}
