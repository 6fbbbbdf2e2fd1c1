/* A bullet from four answers: "built the order endpoint", "the shop API", "Flask", "orders are no
 * longer lost" become one sentence. Only words that join, and the tense of a first verb, are ours.
 */
#include <string.h>

#include "bulletproof/lexicon/verb.h"
#include "bulletproof/text/fold.h"
#include "ui/walk_parts.h"

#define COUNT_OF(items) (sizeof(items) / sizeof((items)[0]))

enum { WORD_MAX_BYTES = 40 };

/* --- words of an answer ------------------------------------------------------------------ */

/* The first word, in lower case; empty when it is long or no plain word. */
typedef struct {
    char bytes[WORD_MAX_BYTES];
    StrView lower;
    size_t length; /* bytes in the answer */
} FirstWord;

static char lower_of(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static void read_word(StrView text, FirstWord *word)
{
    size_t length = view_find(text, ' ');
    word->length = length;
    size_t kept = length < WORD_MAX_BYTES ? length : 0;
    while (kept > 0 && (text.data[kept - 1] == ',' || text.data[kept - 1] == ';')) {
        kept--;
    }
    for (size_t i = 0; i < kept; i++) {
        word->bytes[i] = lower_of(text.data[i]);
    }
    word->lower = view_make(word->bytes, kept);
}

static unsigned forms_of(StrView lower)
{
    const LexiconEntry *entry = lexicon_find(lower);
    return entry ? entry->forms : 0;
}

static bool has_tags(StrView lower, WordTags tags)
{
    const LexiconEntry *entry = lexicon_find(lower);
    return entry && (entry->tags & tags);
}

static bool is_one_of(StrView word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (view_is(word, words[i])) {
            return true;
        }
    }
    return false;
}

static bool starts_folded(StrView text, const char *prefix)
{
    size_t length = strlen(prefix);
    for (size_t i = 0; i < length; i++) {
        if (i >= text.length || lower_of(text.data[i]) != prefix[i]) {
            return false;
        }
    }
    return true;
}

/* Without the writer in front and the mark at the end: a bullet has no "I". */
static StrView bare(StrView answer)
{
    static const char *const openings[] = {"i have ", "we have ", "i've ", "we've ", "i also ",
                                           "i ",      "we ",      "•",     "- "};
    answer = view_trim(answer);
    for (size_t i = 0; i < COUNT_OF(openings); i++) {
        if (starts_folded(answer, openings[i])) {
            answer = view_trim(view_slice(answer, strlen(openings[i]), answer.length));
            break;
        }
    }
    while (answer.length > 0 && strchr(".,;:", answer.data[answer.length - 1])) {
        answer = view_trim(view_slice(answer, 0, answer.length - 1));
    }
    return answer;
}

/* A capital that only begins a sentence: "The" but neither "PostgreSQL" nor "Go". */
static bool is_plain_capital(StrView answer, const FirstWord *first)
{
    bool is_capital = answer.length > 0 && answer.data[0] >= 'A' && answer.data[0] <= 'Z';
    for (size_t i = 1; i < first->length; i++) {
        bool is_other = answer.data[i] >= 'A' && answer.data[i] <= 'Z';
        is_capital = is_capital && !is_other;
    }
    const LexiconEntry *entry = lexicon_find(first->lower);
    return is_capital && entry && entry->technology == 0;
}

/* Appends the answer as it stands inside a sentence. */
static void add_inside(StrBuf *out, StrView answer)
{
    FirstWord first;
    read_word(answer, &first);
    size_t start = out->length;
    strbuf_add_view(out, answer);
    if (is_plain_capital(answer, &first)) {
        out->data[start] = lower_of(out->data[start]);
    }
}

/* Appends the answer with another form of its first verb. */
static void add_with_verb(StrBuf *out, StrView answer, bool (*add)(StrBuf *out, StrView word))
{
    FirstWord first;
    read_word(answer, &first);
    if (add(out, first.lower)) {
        strbuf_add_view(out, view_slice(answer, first.lower.length, answer.length));
    } else {
        add_inside(out, answer);
    }
}

/* --- what kind of words ------------------------------------------------------------------- */

static StrView second_word(StrView answer, FirstWord *word)
{
    FirstWord first;
    read_word(answer, &first);
    StrView rest = view_trim(view_slice(answer, first.length, answer.length));
    read_word(rest, word);
    return word->lower;
}

/* "test the API" begins with a verb, "test suite" with a noun. */
static bool begins_with_verb(StrView answer)
{
    FirstWord first, second;
    read_word(answer, &first);
    unsigned forms = forms_of(first.lower);
    bool is_verb = forms & (FORM_BASE | FORM_THIRD | FORM_PAST | FORM_GERUND);
    bool is_noun = forms & (FORM_SINGULAR | FORM_PLURAL);
    StrView next = second_word(answer, &second);
    bool has_object = has_tags(next, WORD(DETERMINER) | WORD(PRONOUN) | WORD(NUMBER));
    bool is_name = has_tags(first.lower, WORD(TECHNOLOGY)) && answer.data[0] != first.bytes[0];
    return is_verb && !is_name && (!is_noun || has_object);
}

/* A verb behind the first word, so that the answer is a sentence: "orders arrive once". */
static bool has_predicate(StrView answer)
{
    StrView rest = answer;
    size_t start, end;
    bool is_after_noun = false;
    if (text_find_folded(answer, view_of(" no longer "), 0, &start, &end)) {
        return true;
    }
    while (rest.length > 0) {
        FirstWord word;
        read_word(rest, &word);
        unsigned forms = forms_of(word.lower);
        bool is_verb = forms & (FORM_BASE | FORM_THIRD | FORM_PAST);
        bool is_noun = forms & (FORM_SINGULAR | FORM_PLURAL);
        bool is_auxiliary = has_tags(word.lower, WORD(AUXILIARY));
        if (is_auxiliary || (is_verb && (!is_noun || is_after_noun) && is_after_noun)) {
            return true;
        }
        is_after_noun =
            !has_tags(word.lower, WORD(DETERMINER) | WORD(PREPOSITION) | WORD(ADJECTIVE) |
                                      WORD(NEGATION) | WORD(QUANTITY) | WORD(COMPARATIVE));
        rest = view_trim(view_slice(rest, word.length, rest.length));
    }
    return false;
}

/* --- the parts -------------------------------------------------------------------------------- */

/* The lead: a verb in the past tense, with a capital. */
static void add_lead(StrBuf *out, StrView answer)
{
    if (begins_with_verb(answer) || view_find(answer, ' ') == answer.length) {
        add_with_verb(out, answer, verb_add_past);
    } else {
        strbuf_add_view(out, answer);
    }
    if (out->length > 0 && out->data[0] >= 'a' && out->data[0] <= 'z') {
        out->data[0] = (char)(out->data[0] - 'a' + 'A');
    }
}

/* "the shop API" stands behind a bare verb, and behind more words with "for". */
static void add_target(StrBuf *out, StrView answer)
{
    FirstWord first;
    read_word(answer, &first);
    bool is_joined = has_tags(first.lower, WORD(PREPOSITION) | WORD(CONJUNCTION));
    bool is_object = view_find(strbuf_view(out), ' ') == out->length;
    strbuf_add(out, out->length == 0 ? "" : is_joined || is_object ? " " : " for ");
    if (out->length == 0) {
        add_lead(out, answer);
    } else {
        add_inside(out, answer);
    }
}

static bool is_language(StrView lower)
{
    const LexiconEntry *entry = lexicon_find(lower);
    return entry && entry->technology > 0 &&
           lexicon_technology(entry->technology)->category == TECHNOLOGY_LANGUAGE;
}

/* "Flask" comes with "with", "Python" with "in", "adding an index" with "by". */
static void add_means(StrBuf *out, StrView answer)
{
    static const char *const joins[] = {"by", "with", "using",  "through", "via",     "in",
                                        "on", "over", "behind", "from",    "without", "and"};
    FirstWord first;
    read_word(answer, &first);
    if (is_one_of(first.lower, joins, COUNT_OF(joins))) {
        strbuf_add(out, " ");
        add_inside(out, answer);
    } else if (begins_with_verb(answer)) {
        strbuf_add(out, " by ");
        add_with_verb(out, answer, verb_add_gerund);
    } else {
        strbuf_add(out, is_language(first.lower) ? " in " : " with ");
        add_inside(out, answer);
    }
}

/* "cut the wait" comes with "which", "orders arrive once" with "so that". */
static void add_change(StrBuf *out, StrView answer)
{
    static const char *const joins[] = {"so", "which", "and", "that", "thus", "now", "but"};
    static const char *const close_joins[] = {"to", "because", "without", "from", "for", "after"};
    static const char *const less[] = {"no", "fewer", "less", "zero", "more", "a", "an", "the"};
    FirstWord first;
    read_word(answer, &first);
    unsigned forms = forms_of(first.lower);
    if (is_one_of(first.lower, joins, COUNT_OF(joins)) ||
        (begins_with_verb(answer) && (forms & FORM_GERUND))) {
        strbuf_add(out, ", ");
    } else if (is_one_of(first.lower, close_joins, COUNT_OF(close_joins))) {
        strbuf_add(out, " ");
    } else if (begins_with_verb(answer) && (forms & (FORM_PAST | FORM_THIRD))) {
        strbuf_add(out, ", which ");
    } else if (has_predicate(answer)) {
        strbuf_add(out, ", so that ");
    } else {
        strbuf_add(out, is_one_of(first.lower, less, COUNT_OF(less)) ? ", with " : ", ");
    }
    add_inside(out, answer);
}

bool walk_has_parts(const Node *answers)
{
    return node_has(answers, FIELD_DID) || node_has(answers, FIELD_TARGET) ||
           node_has(answers, FIELD_MEANS) || node_has(answers, FIELD_CHANGE);
}

static const struct {
    FieldId field;
    void (*add)(StrBuf *out, StrView answer);
} parts[] = {{FIELD_DID, add_lead},
             {FIELD_TARGET, add_target},
             {FIELD_MEANS, add_means},
             {FIELD_CHANGE, add_change}};

/* Of the first `count` answers. */
static void compose(StrBuf *out, const Node *answers, size_t count)
{
    StrBuf bullet = {0};
    for (size_t i = 0; i < count; i++) {
        StrView answer = bare(node_view(answers, parts[i].field));
        if (answer.length > 0) {
            parts[i].add(&bullet, answer);
        }
    }
    strbuf_add(&bullet, bullet.length > 0 ? "." : "");
    strbuf_add_view(out, view_trim(strbuf_view(&bullet)));
    strbuf_done(&bullet);
}

void walk_compose(StrBuf *out, const Node *answers)
{
    compose(out, answers, COUNT_OF(parts));
}

/* The bullet may be behind: the answer in hand goes into it when its question is left. */
bool walk_is_composed(const Node *answers, const Node *bullet)
{
    bool is_same = false;
    for (size_t count = 0; walk_has_parts(answers) && count <= COUNT_OF(parts); count++) {
        StrBuf composed = {0};
        compose(&composed, answers, count);
        is_same = is_same || view_equal(strbuf_view(&composed), node_view(bullet, FIELD_TEXT));
        strbuf_done(&composed);
    }
    return is_same;
}
