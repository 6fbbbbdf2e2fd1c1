#include "bulletproof/check/spelling.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/lexicon/lexicon.h"
#include "check/dictionary.h"
#include "check/rule_table.h"
#include "check/slip.h"

#define COUNT_OF(items) (sizeof(items) / sizeof((items)[0]))

enum {
    WORD_MOST = 64,    /* bytes; what is longer is no word */
    MEMORY_MOST = 256, /* words; enough for a resume, and soon searched */
    JUDGED_SLOTS = 1024,
    JUDGED_MOST = 30, /* bytes of a word */
};

/* A word that was looked up: the same ones come again at every key. */
typedef struct {
    char word[JUDGED_MOST];
    uint8_t length; /* 0: no word */
    bool is_right;
} Judged;

/* What was found out about a wrong word. */
typedef struct {
    const char *word, *meant; /* in the arena of the memory; `meant` NULL: nothing is near */
} Remembered;

struct Speller {
    Dictionaries dictionaries;
    bool is_loaded;
    Arena arena;
    const char **words; /* owned, the texts in the arena: the user's, lower case, sorted */
    size_t word_count, word_capacity;
    Judged judged[JUDGED_SLOTS]; /* by hash; a later word takes the place of an earlier one */
    Arena memory_arena;
    Remembered memory[MEMORY_MOST];
    size_t memory_count;
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
    arena_done(&speller->memory_arena);
    free(speller->words);
    free(speller);
}

/* What was found out does not hold any more. */
static void forget(Speller *speller)
{
    speller->memory_count = 0;
    memset(speller->judged, 0, sizeof(speller->judged));
}

bool speller_load_next(Speller *speller, const char *const *folders)
{
    forget(speller);
    speller->is_loaded = !dictionaries_open_next(&speller->dictionaries, folders);
    return !speller->is_loaded;
}

bool speller_is_ready(const Speller *speller)
{
    return speller && speller->is_loaded && speller->dictionaries.count > 0;
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

/* Pasts and gerunds of the lexicon are made by rule, with the last letter doubled and not doubled:
 * "droped" is read as a verb, but it is wrong where only "dropped" is in a dictionary. */
static bool is_wrong_form(const Speller *speller, const LexiconEntry *entry)
{
    bool is_made = (entry->tags & WORD(VERB)) && (entry->forms & (FORM_PAST | FORM_GERUND));
    return is_made && !find_spelt(lexicon_word(entry), speller) &&
           slip_find_doubled(view_of(lexicon_word(entry)), find_spelt, speller) != NULL;
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

static bool accepts_word(const Speller *speller, StrView letters)
{
    enum { WORD_LEAST = 3 };
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

bool speller_accepts(Speller *speller, StrView word)
{
    if (!speller_is_ready(speller)) {
        return true;
    }
    if (word.length == 0 || word.length > JUDGED_MOST) {
        return accepts_word(speller, word);
    }
    Judged *judged = &speller->judged[bytes_hash(word.data, word.length) % JUDGED_SLOTS];
    if (!view_equal(word, view_make(judged->word, judged->length))) {
        judged->is_right = accepts_word(speller, word);
        judged->length = (uint8_t)word.length;
        memcpy(judged->word, word.data, word.length);
    }
    return judged->is_right;
}

/* --- what was meant ---------------------------------------------------------------------- */

static Remembered *find_remembered(Speller *speller, const char *lower)
{
    for (size_t i = 0; i < speller->memory_count; i++) {
        if (strcmp(speller->memory[i].word, lower) == 0) {
            return &speller->memory[i];
        }
    }
    return NULL;
}

static Remembered *add_remembered(Speller *speller, const char *lower)
{
    if (speller->memory_count == MEMORY_MOST || speller->memory_count == 0) {
        speller->memory_count = 0;
        arena_reset(&speller->memory_arena);
    }
    Remembered *remembered = &speller->memory[speller->memory_count++];
    *remembered = (Remembered){.word = arena_copy(&speller->memory_arena, view_of(lower))};
    return remembered;
}

/* A SlipTest that keeps what it finds. */
static const char *find_in_dictionary(const char *candidate, const void *context)
{
    Speller *const *speller = context;
    bool is_there = dictionaries_have(&(*speller)->dictionaries, candidate);
    return is_there ? arena_copy(&(*speller)->memory_arena, view_of(candidate)) : NULL;
}

static const char *find_meant(Speller *speller, const char *lower)
{
    const char *known = slip_find(view_of(lower), find_known, speller);
    return known ? known : slip_find(view_of(lower), find_in_dictionary, &speller);
}

const char *speller_meant(Speller *speller, StrView word)
{
    char lower[WORD_MOST];
    if (!speller_is_ready(speller) || !lower_word(word, lower)) {
        return NULL;
    }
    Remembered *remembered = find_remembered(speller, lower);
    if (!remembered) {
        remembered = add_remembered(speller, lower);
        remembered->meant = find_meant(speller, remembered->word);
    }
    return remembered->meant;
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
    bool is_common = entry && entry->technology == 0 && !is_wrong_form(context, entry);
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
