#include "bulletproof/check/spelling.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/lexicon/lexicon.h"
#include "check/dictionary.h"
#include "check/judged.h"
#include "check/rule_table.h"
#include "check/slip.h"

#define COUNT_OF(items) (sizeof(items) / sizeof((items)[0]))

enum {
    WORD_LEAST = 3,
    WORD_MOST = 64, /* bytes; what is longer is no word */
};

struct Speller {
    Dictionaries dictionaries;
    bool is_deferring;
    Arena arena;
    const char **words; /* owned, the texts in the arena: the user's, lower case, sorted */
    size_t word_count, word_capacity;
    Judged judged;
    size_t question_count; /* of the judged words that are open */
};

/* A word in lower case, NUL-terminated; false when it is too long for one. */
static bool lower_word(StrView word, char lower[WORD_MOST])
{
    if (word.length >= WORD_MOST) {
        return false;
    }
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.data[i];
        lower[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
    }
    lower[word.length] = '\0';
    return true;
}

Speller *speller_new(void)
{
    return xalloc(sizeof(Speller));
}

void speller_free(Speller *speller)
{
    if (!speller) {
        return;
    }
    dictionaries_done(&speller->dictionaries);
    arena_done(&speller->arena);
    judged_forget(&speller->judged);
    free(speller->words);
    free(speller);
}

/* What was found out does not hold any more. */
static void forget(Speller *speller)
{
    judged_forget(&speller->judged);
    speller->question_count = 0;
}

void speller_use(Speller *speller, const char *const *folders)
{
    forget(speller);
    dictionaries_find(&speller->dictionaries, folders);
}

void speller_use_none(Speller *speller)
{
    forget(speller);
    dictionaries_done(&speller->dictionaries);
}

bool speller_is_ready(const Speller *speller)
{
    const Dictionaries *dictionaries = speller ? &speller->dictionaries : NULL;
    return dictionaries && dictionaries->are_found &&
           (dictionaries->count > 0 || !dictionaries->are_open);
}

/* --- words of the user's and of our own ----------------------------------------------- */

static int compare_words(const void *a, const void *b)
{
    const char *const *left = a, *const *right = b;
    return strcmp(*left, *right);
}

static bool is_in_list(const char *const *words, size_t count, const char *lower)
{
    return count > 0 && bsearch(&lower, words, count, sizeof(words[0]), compare_words) != NULL;
}

static void add_word(Speller *speller, StrView word)
{
    char lower[WORD_MOST];
    if (word.length == 0 || word.data[0] == '#' || !lower_word(word, lower)) {
        return;
    }
    speller->words = vector_grow(speller->words, speller->word_count, &speller->word_capacity,
                                 sizeof(*speller->words));
    speller->words[speller->word_count++] = arena_copy(&speller->arena, view_of(lower));
}

void speller_add_words(Speller *speller, StrView lines)
{
    StrView line;
    while (view_next_line(&lines, &line)) {
        add_word(speller, view_trim(line));
    }
    if (speller->word_count > 0) {
        qsort(speller->words, speller->word_count, sizeof(*speller->words), compare_words);
    }
    forget(speller);
}

static bool is_own(const Speller *speller, const char *lower)
{
    return is_in_list(speller->words, speller->word_count, lower);
}

bool speller_is_own(const Speller *speller, StrView word)
{
    char lower[WORD_MOST];
    return speller && lower_word(word, lower) && is_own(speller, lower);
}

static const LexiconEntry *find_in_lexicon(const char *lower)
{
    const LexiconEntry *entry = lexicon_find(view_of(lower));
    return entry && entry->tags ? entry : NULL;
}

static bool is_technical(const char *lower)
{
    return is_in_list(technical_words, technical_word_count, lower);
}

/* A SlipTest: what the dictionaries or the technical words have. */
static const char *find_spelt(const char *candidate, const void *context)
{
    const Speller *speller = context;
    bool is_there = is_technical(candidate) || dictionaries_have(&speller->dictionaries, candidate);
    return is_there ? candidate : NULL;
}

static bool is_made(const LexiconEntry *entry)
{
    return (entry->tags & WORD(VERB)) && (entry->forms & (FORM_PAST | FORM_GERUND));
}

/* A SlipTest: a form of a verb. */
static const char *find_made(const char *candidate, const void *context)
{
    (void)context;
    const LexiconEntry *entry = find_in_lexicon(candidate);
    return entry && is_made(entry) ? lexicon_word(entry) : NULL;
}

/* Pasts and gerunds of the lexicon are made by rule, with the last letter doubled and not doubled:
 * "droped" is read as a verb, but it is wrong where only "dropped" is in a dictionary. Before one
 * is open, both may be wrong. */
static bool is_wrong_form(const Speller *speller, const LexiconEntry *entry)
{
    StrView word = view_of(lexicon_word(entry));
    if (!is_made(entry) || !slip_find_doubled(word, find_made, NULL)) {
        return false;
    }
    return !speller->dictionaries.are_open ||
           (!find_spelt(word.data, speller) && slip_find_doubled(word, find_spelt, speller));
}

/* A SlipTest: a right word of our own, a technology by its own spelling. */
static const char *find_known(const char *candidate, const void *context)
{
    const LexiconEntry *entry = find_in_lexicon(candidate);
    if (entry && entry->technology > 0) {
        return lexicon_technology(entry->technology)->name;
    }
    if (entry && !is_wrong_form(context, entry)) {
        return lexicon_word(entry);
    }
    const char *const *technical = bsearch(&candidate, technical_words, technical_word_count,
                                           sizeof(technical_words[0]), compare_words);
    return technical ? *technical : NULL;
}

/* --- words made of others --------------------------------------------------------------- */

static bool is_spelt_verb(const Speller *speller, const char *stem)
{
    const LexiconEntry *entry = find_in_lexicon(stem);
    bool is_known = entry && (entry->tags & WORD(VERB)) && !is_wrong_form(speller, entry);
    StrView form = view_of(stem);
    bool is_form = view_ends_with(form, "ed") || view_ends_with(form, "ing");
    return is_known || (is_form && dictionaries_have(&speller->dictionaries, stem));
}

static bool is_spelt_noun(const Speller *speller, const char *stem)
{
    enum { STEM_FEWEST = 5 };
    return strlen(stem) >= STEM_FEWEST && (find_known(stem, speller) || find_spelt(stem, speller));
}

/* "resharded", "microservices". What stands before verbs joins verbs only; with other words it
 * would let slips through ("recurrant"). */
static bool has_prefix(const Speller *speller, const char *lower)
{
    static const struct {
        const char *text;
        bool (*fits)(const Speller *speller, const char *stem);
    } prefixes[] = {
        {"re", is_spelt_verb},    {"de", is_spelt_verb},    {"un", is_spelt_verb},
        {"pre", is_spelt_verb},   {"mis", is_spelt_verb},   {"co", is_spelt_verb},
        {"over", is_spelt_verb},  {"under", is_spelt_verb}, {"auto", is_spelt_noun},
        {"cross", is_spelt_noun}, {"geo", is_spelt_noun},   {"hyper", is_spelt_noun},
        {"inter", is_spelt_noun}, {"meta", is_spelt_noun},  {"micro", is_spelt_noun},
        {"multi", is_spelt_noun}, {"non", is_spelt_noun},   {"sub", is_spelt_noun},
        {"super", is_spelt_noun}, {"anti", is_spelt_noun},  {"cyber", is_spelt_noun},
        {"intra", is_spelt_noun}, {"post", is_spelt_noun},  {"pseudo", is_spelt_noun},
        {"semi", is_spelt_noun},  {"tele", is_spelt_noun},
    };
    for (size_t i = 0; i < COUNT_OF(prefixes); i++) {
        size_t length = strlen(prefixes[i].text);
        if (strncmp(lower, prefixes[i].text, length) == 0 &&
            prefixes[i].fits(speller, lower + length)) {
            return true;
        }
    }
    return false;
}

/* A plain noun or verb of our own; "eachother" is a slip, and so is "successfull". */
static bool is_part(StrView part)
{
    const LexiconEntry *entry = lexicon_find(part);
    return entry && !view_is(part, "full") && (entry->tags & (WORD(NOUN) | WORD(VERB))) &&
           entry->technology == 0;
}

/* "worklists", "carpark": two words that grew together. */
static bool is_compound(const char *lower)
{
    enum { PART_FEWEST = 4 };
    StrView word = view_of(lower);
    for (size_t i = PART_FEWEST; i + PART_FEWEST <= word.length; i++) {
        if (is_part(view_slice(word, 0, i)) && is_part(view_slice(word, i, word.length))) {
            return true;
        }
    }
    return false;
}

static bool is_plural_of_technical(char lower[WORD_MOST])
{
    size_t length = strlen(lower);
    bool is_plural = length > 3 && lower[length - 1] == 's';
    lower[length - 1] = is_plural ? '\0' : lower[length - 1];
    bool is_known = is_plural && is_technical(lower);
    lower[length - 1] = is_plural ? 's' : lower[length - 1];
    return is_known;
}

/* By our own words, and by the dictionaries where they are open. Who is right by the first is right
 * by both. */
static bool is_right(const Speller *speller, StrView letters)
{
    char lower[WORD_MOST], word[WORD_MOST];
    if (letters.length < WORD_LEAST || !lower_word(letters, lower)) {
        return true;
    }
    memcpy(word, letters.data, letters.length);
    word[letters.length] = '\0';
    return find_known(lower, speller) || is_own(speller, lower) ||
           dictionaries_have(&speller->dictionaries, word) || has_prefix(speller, lower) ||
           is_plural_of_technical(lower) || is_compound(lower);
}

static bool is_right_by_dictionaries(Speller *speller, StrView word)
{
    dictionaries_open(&speller->dictionaries);
    return !speller_is_ready(speller) || is_right(speller, word);
}

/* NULL: there are too many to be remembered, and all of them are forgotten for the next. */
static JudgedWord *judge(Speller *speller, StrView word)
{
    bool is_open = speller->dictionaries.are_open || !speller->is_deferring;
    bool is_known = is_right(speller, word) || (is_open && is_right_by_dictionaries(speller, word));
    JudgedState state = is_known ? JUDGED_RIGHT : is_open ? JUDGED_WRONG : JUDGED_OPEN;
    JudgedWord *judged = judged_add(&speller->judged, word, state);
    if (!judged && is_open) {
        forget(speller);
        judged = judged_add(&speller->judged, word, state);
    }
    speller->question_count += judged && state == JUDGED_OPEN ? 1 : 0;
    return judged;
}

static JudgedWord *find_or_judge(Speller *speller, StrView word)
{
    JudgedWord *judged = judged_find(&speller->judged, word);
    return judged ? judged : judge(speller, word);
}

bool speller_accepts(Speller *speller, StrView word)
{
    if (!speller_is_ready(speller)) {
        return true;
    }
    const JudgedWord *judged = find_or_judge(speller, word);
    return !judged || judged->state != JUDGED_WRONG;
}

bool speller_doubts(const Speller *speller, StrView word)
{
    if (!speller_is_ready(speller)) {
        return false;
    }
    const JudgedWord *judged = judged_find(&speller->judged, word);
    return judged ? judged->state != JUDGED_RIGHT : !is_right(speller, word);
}

/* --- what was meant ---------------------------------------------------------------------- */

/* A SlipTest that keeps what it finds. */
static const char *find_in_dictionary(const char *candidate, const void *context)
{
    Speller *const *speller = context;
    bool is_there = dictionaries_have(&(*speller)->dictionaries, candidate);
    return is_there ? arena_copy(&(*speller)->judged.arena, view_of(candidate)) : NULL;
}

static const char *find_meant(Speller *speller, StrView word)
{
    char lower[WORD_MOST];
    if (!lower_word(word, lower)) {
        return NULL;
    }
    const char *known = slip_find(view_of(lower), find_known, speller);
    return known ? known : slip_find(view_of(lower), find_in_dictionary, &speller);
}

static const char *meant_by(Speller *speller, JudgedWord *judged)
{
    if (!judged->is_meant_known) {
        judged->meant = find_meant(speller, judged->word);
        judged->is_meant_known = true;
    }
    return judged->meant;
}

const char *speller_meant(Speller *speller, StrView word)
{
    JudgedWord *judged = speller_is_ready(speller) ? find_or_judge(speller, word) : NULL;
    return judged && judged->state == JUDGED_WRONG ? meant_by(speller, judged) : NULL;
}

/* --- questions for another process --------------------------------------------------------- */

/* An answer is a line: what the word is, the word, and behind a blank what it is meant for. */
enum { ANSWER_RIGHT = '+', ANSWER_WRONG = '-' };

void speller_defer(Speller *speller)
{
    speller->is_deferring = true;
}

bool speller_has_questions(const Speller *speller)
{
    return speller->question_count > 0;
}

static void answer(Speller *speller, JudgedWord *judged, StrBuf *answers)
{
    bool is_known = is_right_by_dictionaries(speller, judged->word);
    const char *meant = is_known ? NULL : meant_by(speller, judged);
    strbuf_addf(answers, "%c%.*s %s\n", is_known ? ANSWER_RIGHT : ANSWER_WRONG,
                VIEW_ARG(judged->word), meant ? meant : "");
}

void speller_open(Speller *speller)
{
    dictionaries_open(&speller->dictionaries);
}

void speller_answer(Speller *speller, StrBuf *answers)
{
    for (size_t i = 0; i < speller->judged.capacity; i++) {
        JudgedWord *judged = speller->judged.slots[i];
        if (judged && judged->state == JUDGED_OPEN) {
            answer(speller, judged, answers);
        }
    }
}

static void close_question(Speller *speller, JudgedWord *judged, JudgedState state)
{
    judged->state = state;
    speller->question_count--;
}

/* True when the word is wrong. */
static bool take_answer(Speller *speller, StrView line)
{
    size_t blank = view_find(line, ' ');
    StrView meant = view_slice(line, blank + 1, line.length);
    JudgedWord *judged = judged_find(&speller->judged, view_slice(line, 1, blank));
    if (!judged || judged->state != JUDGED_OPEN) {
        return false;
    }
    bool is_wrong = line.data[0] == ANSWER_WRONG;
    close_question(speller, judged, is_wrong ? JUDGED_WRONG : JUDGED_RIGHT);
    judged->meant = meant.length > 0 ? arena_copy(&speller->judged.arena, meant) : NULL;
    judged->is_meant_known = true;
    return is_wrong;
}

bool speller_take(Speller *speller, StrView answers)
{
    bool has_wrong = false;
    StrView line;
    while (view_next_line(&answers, &line)) {
        has_wrong |= take_answer(speller, line);
    }
    return has_wrong;
}

void speller_give_up(Speller *speller)
{
    for (size_t i = 0; i < speller->judged.capacity; i++) {
        JudgedWord *judged = speller->judged.slots[i];
        if (judged && judged->state == JUDGED_OPEN) {
            close_question(speller, judged, JUDGED_RIGHT);
        }
    }
}

/* --- names, or what looks like one ---------------------------------------------------------- */

static const char *find_technology(const char *candidate, const void *context)
{
    (void)context;
    const LexiconEntry *entry = find_in_lexicon(candidate);
    return entry && entry->technology > 0 ? lexicon_word(entry) : NULL;
}

static const char *find_common(const char *candidate, const void *context)
{
    const LexiconEntry *entry = find_in_lexicon(candidate);
    const Speller *speller = context;
    bool is_wrong = entry && speller->dictionaries.are_open && is_wrong_form(speller, entry);
    bool is_common = entry && entry->technology == 0 && !is_wrong;
    return is_common ? lexicon_word(entry) : NULL;
}

static bool is_near(const Speller *speller, StrView word, SlipTest *test)
{
    char lower[WORD_MOST];
    return speller_is_ready(speller) && lower_word(word, lower) &&
           slip_find(view_of(lower), test, speller) != NULL;
}

bool speller_is_near_technology(const Speller *speller, StrView word)
{
    enum { NAME_FEWEST = 7 }; /* letters: Monzo is a bank, not MongoDB's short name */
    return word.length >= NAME_FEWEST && is_near(speller, word, find_technology);
}

bool speller_is_near_word(const Speller *speller, StrView word)
{
    return is_near(speller, word, find_common);
}
