/* Which names are meant. "Go", "Spring" and "Express" are everyday words and parts of company
 * names too: such a name is taken only where its neighbours say that it is one. */
#include <string.h>

#include "posting.h"

enum { NAMING_REACH = 100 /* words back to "are named after" */ };

static const JobToken *token_at(const Posting *posting, size_t index)
{
    return index < posting->tokens.count ? &posting->tokens.items[index] : NULL;
}

static const JobToken *token_before(const Posting *posting, const Mention *mention)
{
    return mention->first > 0 ? token_at(posting, mention->first - 1) : NULL;
}

static size_t end_of(const Mention *mention)
{
    return mention->first + mention->count;
}

static bool is_word(const JobToken *token)
{
    return token && token->mark == '\0';
}

static const JobToken *word_after(const Posting *posting, const Mention *mention)
{
    const JobToken *token = token_at(posting, end_of(mention));
    return is_word(token) ? token : NULL;
}

static const JobToken *word_before(const Posting *posting, const Mention *mention)
{
    const JobToken *token = token_before(posting, mention);
    return is_word(token) && token_at(posting, mention->first)->join != '\0' ? token : NULL;
}

/* A bullet or a bracket before it begins something new, as a line end does. */
static bool is_opening(const JobToken *token)
{
    return !token || (token->mark != '\0' && token->mark != ',' && token->mark != '&');
}

static bool starts_sentence(const Posting *posting, size_t index)
{
    return index == 0 || is_opening(token_at(posting, index - 1));
}

static bool says(const Posting *posting, const JobToken *token, uint32_t classes)
{
    return token && posting_says(posting, (size_t)(token - posting->tokens.items), classes);
}

static bool is_spelt_in_capitals(const char *name)
{
    while (*name && !(*name >= 'a' && *name <= 'z')) {
        name++;
    }
    return !*name;
}

/* "REST", and "GO DEVELOPER WANTED"; the SWIFT through which banks pay is another name. */
static bool is_all_capitals(const Posting *posting, const Mention *mention)
{
    const JobToken *token = token_at(posting, mention->first);
    const JobToken *before = word_before(posting, mention), *after = word_after(posting, mention);
    bool is_shouted = (before && before->is_upper) || (after && after->is_upper);
    return token->is_upper && token->lower.length > 1 &&
           (is_shouted || is_spelt_in_capitals(mention->technology->name));
}

/* Capitals of a word that is written with small letters, in a line without other capitals. */
static bool is_odd_spelling(const Posting *posting, const Mention *mention)
{
    const JobToken *token = token_at(posting, mention->first);
    return token->is_upper && token->lower.length > 2 && !is_all_capitals(posting, mention);
}

/* --- Company names ----------------------------------------------------------------------- */

static bool is_unknown_name(const Posting *posting, const JobToken *token)
{
    size_t index = (size_t)(token - posting->tokens.items);
    return token->is_capital && !posting_mention(posting, index) &&
           !posting_says(posting, index, SAYS_AFTER | SAYS_BEFORE | SAYS_SENIORITY);
}

/* "join Python Lodge", "at Kafka & Sons": the head that follows, perhaps after an ampersand. */
static bool has_company_head(const Posting *posting, const Mention *mention)
{
    size_t next = end_of(mention);
    const JobToken *token = token_at(posting, next);
    if (token && token->mark == '&') {
        token = token_at(posting, next + 1);
    }
    return is_word(token) && token->is_capital && says(posting, token, SAYS_COMPANY) &&
           !says(posting, token, SAYS_AFTER);
}

static bool is_call(const JobToken *word)
{
    return word->lower.length > 4 && view_ends_with(word->lower, "ed");
}

/* "rooms are named after trains: Express, Julia" */
static bool is_in_naming(const Posting *posting, const Mention *mention)
{
    size_t index = mention->first;
    for (; index > 0 && mention->first - index < NAMING_REACH &&
           !job_token_ends_sentence(token_at(posting, index - 1));
         index--) {
        const JobToken *token = token_at(posting, index - 1);
        if (is_word(token) && says(posting, token, SAYS_NAMING) && is_call(token)) {
            return true;
        }
    }
    return false;
}

/* "called Java" is nobody's skill; "at Flask" and "Oracle's" are employers. */
static bool is_named(const Posting *posting, const Mention *mention)
{
    const JobToken *before = word_before(posting, mention);
    if (mention->is_ordinary && is_in_naming(posting, mention)) {
        return true;
    }
    bool is_introduced = says(posting, before, SAYS_NAMING);
    return is_introduced && (is_call(before) || mention->is_ordinary);
}

/* "Designing REST interfaces": the capital is the sentence's. */
static bool is_leading_gerund(const Posting *posting, const JobToken *token)
{
    return view_ends_with(token->lower, "ing") &&
           starts_sentence(posting, (size_t)(token - posting->tokens.items));
}

/* A capital word that nobody knows, beside it: "Silver Spring", "Swift Meadow". */
static bool is_beside_name(const Posting *posting, const Mention *mention)
{
    const JobToken *before = word_before(posting, mention);
    const JobToken *after = word_after(posting, mention);
    if (after && after->join == ' ' && is_unknown_name(posting, after)) {
        return true;
    }
    bool is_title = after && says(posting, after, SAYS_AFTER);
    if (is_all_capitals(posting, mention) || (before && is_leading_gerund(posting, before))) {
        return false;
    }
    return before && !is_title && token_at(posting, mention->first)->join == ' ' &&
           is_unknown_name(posting, before) && !says(posting, before, SAYS_EVERYDAY_BEFORE);
}

/* "write to Kotlin Byrne": a first name, with a family name that nobody knows. */
static bool is_person(const Posting *posting, const Mention *mention)
{
    const JobToken *before = word_before(posting, mention);
    const JobToken *after = word_after(posting, mention);
    bool is_name = after && after->join == ' ' && !after->is_upper &&
                   is_unknown_name(posting, after) && !lexicon_find(after->lower);
    return is_name && mention->count == 1 &&
           (says(posting, before, SAYS_PERSON_BEFORE) ||
            posting_says(posting, mention->first, SAYS_GIVEN_NAME));
}

static bool is_stranger(const Posting *posting, size_t index)
{
    const JobToken *token = token_at(posting, index);
    return is_word(token) && is_unknown_name(posting, token) && !token->is_upper &&
           !lexicon_find(token->lower);
}

/* "Dara and Julia" */
static bool is_among_people(const Posting *posting, const Mention *mention)
{
    size_t first = mention->first, end = end_of(mention);
    const JobToken *before = word_before(posting, mention), *after = word_after(posting, mention);
    bool is_after =
        before && job_token_is(before, "and") && first > 1 && is_stranger(posting, first - 2);
    bool is_before = after && job_token_is(after, "and") && is_stranger(posting, end + 1);
    return mention->count == 1 && posting_says(posting, first, SAYS_GIVEN_NAME) &&
           (is_after || is_before);
}

static void find_companies(Posting *posting)
{
    for (size_t i = 0; i < posting->mention_count; i++) {
        Mention *mention = &posting->mentions[i];
        mention->is_company =
            has_company_head(posting, mention) || is_named(posting, mention) ||
            is_person(posting, mention) || is_among_people(posting, mention) ||
            (mention->is_ordinary && (token_at(posting, end_of(mention) - 1)->is_owner ||
                                      is_beside_name(posting, mention)));
    }
}

static bool names_company(const Posting *posting, const Technology *technology)
{
    for (size_t i = 0; i < posting->mention_count; i++) {
        const Mention *other = &posting->mentions[i];
        if (other->is_company && strcmp(other->technology->name, technology->name) == 0) {
            return true;
        }
    }
    return false;
}

/* --- Everyday words ---------------------------------------------------------------------- */

/* "Go-based", "Spring-style" against "go-to-market" and "C-level". */
static bool is_adjective_tail(const JobToken *token)
{
    static const char *const tails[] = {"based", "style", "like",  "native", "powered", "only",
                                        "heavy", "lang",  "first", "driven", "centric"};
    for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
        if (job_token_is(token, tails[i])) {
            return true;
        }
    }
    return false;
}

static bool is_version(const JobToken *token)
{
    return token && token->lower.length > 0 && token->lower.data[0] >= '0' &&
           token->lower.data[0] <= '9';
}

static bool is_one_letter(const Posting *posting, const Mention *mention)
{
    return token_at(posting, mention->first)->lower.length == 1;
}

/* Over what may stand between two names of one list. */
static bool is_list_word(const JobToken *token)
{
    return token->mark == ',' || token->mark == '/' || token->mark == '&' || token->mark == '+' ||
           token->mark == '(' || token->mark == ';' || token->mark == '|' ||
           job_token_is(token, "and") || job_token_is(token, "or") || job_token_is(token, "nor") ||
           job_token_is(token, "oder") || job_token_is(token, "und") ||
           job_token_is(token, "with") || job_token_is(token, "plus") || is_version(token);
}

static bool is_taken_neighbour(const Posting *posting, size_t index, bool is_beside)
{
    const Mention *other = posting_mention(posting, index);
    return other && is_beside && (other->is_taken || (other->is_ignored && !other->is_ordinary));
}

/* Whether a taken name stands in the same list, before or after. */
static bool is_in_list(const Posting *posting, const Mention *mention)
{
    size_t back = mention->first, ahead = end_of(mention);
    size_t parts = 0;
    bool is_joined = token_at(posting, mention->first)->join == '/';
    while (back > 0 && parts < 3 && is_list_word(token_at(posting, back - 1))) {
        back--;
        parts++;
    }
    if (back > 0 && is_taken_neighbour(posting, back - 1, parts > 0 || is_joined)) {
        return true;
    }
    const JobToken *next = word_after(posting, mention);
    is_joined = next && next->join == '/';
    parts = 0;
    while (parts < 3 && token_at(posting, ahead) && is_list_word(token_at(posting, ahead))) {
        ahead++;
        parts++;
    }
    return is_taken_neighbour(posting, ahead, parts > 0 || is_joined);
}

/* The whole of a bullet or of an item of a list: "- Go", "Go, some SQL". */
static bool is_whole_item(const Posting *posting, const Mention *mention)
{
    const JobToken *before = token_before(posting, mention);
    const JobToken *after = token_at(posting, end_of(mention));
    bool starts = !before || before->mark == '*' || before->mark == '+' ||
                  before->mark == JOB_MARK_NUMBER || before->mark == '-' || before->mark == '(' ||
                  before->mark == ')' || before->mark == ':' || before->mark == ',';
    bool is_cell = before && before->mark == '\n' && (after->mark == '|' || after->mark == '\n');
    return (starts || is_cell) && after->mark != '\0' && after->mark != '&' && after->mark != '!' &&
           after->mark != '?';
}

static bool is_also_spelt_out(const Posting *posting, const Mention *mention)
{
    for (size_t i = 0; i < posting->mention_count; i++) {
        const Mention *other = &posting->mentions[i];
        const char *name = other->technology->name;
        size_t length = strlen(mention->technology->name);
        if (!other->is_ordinary && strncmp(name, mention->technology->name, length) == 0 &&
            (name[length] == '\0' || name[length] == ' ')) {
            return true; /* "Golang" for Go, "Spring Boot" for Spring */
        }
    }
    return false;
}

static bool is_taken_elsewhere(const Posting *posting, const Mention *mention)
{
    for (size_t i = 0; i < posting->mention_count; i++) {
        const Mention *other = &posting->mentions[i];
        if (other->is_taken && strcmp(other->technology->name, mention->technology->name) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_everyday(const Posting *posting, const Mention *mention)
{
    const JobToken *after = word_after(posting, mention);
    const JobToken *before = word_before(posting, mention);
    bool is_introduced = says(posting, before, SAYS_BEFORE);
    if (after && after->join == '-' && !is_adjective_tail(after)) {
        return true;
    }
    if (after && says(posting, after, SAYS_COMPOUND) && !says(posting, after, SAYS_AFTER)) {
        return true;
    }
    if (says(posting, before, SAYS_EVERYDAY_BEFORE) && !is_introduced &&
        !says(posting, after, SAYS_AFTER)) {
        return true;
    }
    /* "Grafana or Jaeger to find faults" is a list first. */
    bool is_named = token_at(posting, mention->first)->is_capital && is_in_list(posting, mention);
    return !is_introduced && !is_named && !is_all_capitals(posting, mention) &&
           says(posting, after, SAYS_EVERYDAY_AFTER);
}

/* "Jest for unit tests" against "Go for it". */
static bool is_used_for(const Posting *posting, const Mention *mention)
{
    const JobToken *after = word_after(posting, mention);
    const JobToken *purpose = after ? token_at(posting, end_of(mention) + 1) : NULL;
    return after && job_token_is(after, "for") && purpose && purpose->mark == '\0' &&
           !says(posting, purpose, SAYS_EVERYDAY_AFTER);
}

/* "Gatling or a similar tool" */
static bool is_likened(const Posting *posting, const Mention *mention)
{
    static const char *const likes[] = {"similar", "comparable", "equivalent",
                                        "another", "other",      "alike"};
    size_t at = end_of(mention);
    const JobToken *token = token_at(posting, at);
    if (!token || !(job_token_is(token, "or") || job_token_is(token, "and"))) {
        return false;
    }
    for (size_t i = 0; i < 2 * sizeof(likes) / sizeof(likes[0]); i++) {
        token = token_at(posting, at + 1 + i % 2);
        if (token && job_token_is(token, likes[i / 2])) {
            return true;
        }
    }
    return false;
}

static bool has_evidence(const Posting *posting, const Mention *mention)
{
    const JobToken *after = word_after(posting, mention);
    const JobToken *before = word_before(posting, mention);
    return is_in_list(posting, mention) || says(posting, after, SAYS_AFTER) ||
           says(posting, before, SAYS_BEFORE) || is_version(after) ||
           is_used_for(posting, mention) || is_likened(posting, mention) ||
           (after && after->join == '-' && is_adjective_tail(after));
}

/* "Redis queues" */
static bool is_after_name(const Posting *posting, const Mention *mention)
{
    const JobToken *before = word_before(posting, mention);
    return before && is_taken_neighbour(posting, mention->first - 1, true);
}

/* Whether a name that is surely one is written in capitals: "JAVA, GO and PYTHON". */
static bool is_shouting(const Posting *posting)
{
    for (size_t i = 0; i < posting->mention_count; i++) {
        const Mention *other = &posting->mentions[i];
        const JobToken *token = token_at(posting, other->first);
        if (!other->is_ordinary && token->is_upper &&
            !is_spelt_in_capitals(other->technology->name)) {
            return true;
        }
    }
    return false;
}

static bool is_meant(const Posting *posting, const Mention *mention)
{
    const JobToken *token = token_at(posting, mention->first);
    if (mention->is_company || is_everyday(posting, mention)) {
        return false;
    }
    if (is_odd_spelling(posting, mention)) {
        return is_in_list(posting, mention) && is_shouting(posting);
    }
    if (!token->is_capital) {
        const JobToken *before = word_before(posting, mention);
        bool is_in_use = is_in_list(posting, mention) || is_after_name(posting, mention);
        return is_in_use && !says(posting, before, SAYS_EVERYDAY_BEFORE);
    }
    if (has_evidence(posting, mention)) {
        return true;
    }
    bool may_stand_alone =
        !is_one_letter(posting, mention) && !names_company(posting, mention->technology);
    return may_stand_alone &&
           (!starts_sentence(posting, mention->first) || is_whole_item(posting, mention) ||
            is_all_capitals(posting, mention) || is_also_spelt_out(posting, mention) ||
            is_taken_elsewhere(posting, mention));
}

void sense_decide(Posting *posting)
{
    find_companies(posting);
    for (size_t i = 0; i < posting->mention_count; i++) {
        Mention *mention = &posting->mentions[i];
        mention->is_taken = !mention->is_ordinary && !mention->is_company && !mention->is_ignored;
    }
    /* Twice, since one taken name of a list vouches for the next, on both sides. */
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < posting->mention_count; i++) {
            size_t index = pass == 0 ? i : posting->mention_count - 1 - i;
            Mention *mention = &posting->mentions[index];
            if (mention->is_ordinary && !mention->is_taken && !mention->is_ignored) {
                mention->is_taken = is_meant(posting, mention);
            }
        }
    }
}
