#include "stronger.h"

#include <string.h>

#include "bulletproof/base/strbuf.h"
#include "rule_table.h"
#include "topic.h"

enum { HIDDEN_WITHIN = 4 }; /* words behind the opener; a verb farther on is about something else */

/* A vague word is cured by a verb where the verb in the lead is as vague: "Improved performance".
 */
static bool is_led_by_vague_verb(const Judgement *judgement)
{
    const Tokens *tokens = &judgement->sentence->tokens;
    return judgement->lead < tokens->count &&
           token_has(&tokens->items[judgement->lead],
                     WORD(IMPROVE) | WORD(ENSURE) | WORD(CUSTODIAL) | WORD(LIGHT));
}

/* Where there is a weak opener, it alone asks for the verb. */
static bool is_cured_by_verb(const Judgement *judgement, const Fault *fault)
{
    if (strcmp(fault->code, "no-action") == 0) {
        return !judgement_has_fault(judgement, "weak-opener");
    }
    return strcmp(fault->code, "weak-opener") == 0 ||
           (strcmp(fault->code, "vague") == 0 && is_led_by_vague_verb(judgement));
}

/* The first token behind the weak opener, or of all where there is none. */
static size_t first_behind_opener(const Judgement *judgement)
{
    const Tokens *tokens = &judgement->sentence->tokens;
    size_t end = 0, first = 0;
    for (size_t i = 0; i < judgement->fault_count; i++) {
        bool is_opener = strcmp(judgement->faults[i].code, "weak-opener") == 0;
        end = is_opener ? judgement->faults[i].end : end;
    }
    while (first < tokens->count && tokens->items[first].start < end) {
        first++;
    }
    return first;
}

/* --- the verb that the sentence hides ---------------------------------------------------- */

/* A verb that tells no more than the opener does. */
static bool is_weak_verb(const Token *token)
{
    return token_has(token, WORD(CUSTODIAL) | WORD(LIGHT) | WORD(HELPING) | WORD(WORKING) |
                                WORD(ATTENDING) | WORD(USING) | WORD(LEARNING) | WORD(STATE) |
                                WORD(VAGUE) | WORD(AUXILIARY));
}

/* "migrating"; and "migrate" where it follows the opener at once, or else it may be a noun. */
static bool is_hidden_verb(const Token *token, bool is_next)
{
    unsigned forms = FORM_GERUND | (is_next ? FORM_BASE : 0);
    return token->kind == TOKEN_WORD && token_has(token, WORD(VERB)) && !is_weak_verb(token) &&
           (token->forms & forms) && !(token->forms & FORM_PAST) &&
           view_find(token->lower, ' ') == token->lower.length;
}

/* What the table has as the past of `base`; NULL when it lacks the verb. */
static const char *past_in_table(StrView base)
{
    for (size_t i = 0; i < stronger_row_count; i++) {
        for (size_t k = 0; k < STRONGER_VERBS && stronger_rows[i].verbs[k].base; k++) {
            if (view_is(base, stronger_rows[i].verbs[k].base)) {
                return stronger_rows[i].verbs[k].past;
            }
        }
    }
    return NULL;
}

static bool is_past(StrView word)
{
    const LexiconEntry *entry = lexicon_find(word);
    return entry && (entry->tags & WORD(VERB)) && (entry->forms & FORM_PAST);
}

/* `stem` with an ending, when `fits` it; NULL otherwise. */
static const char *try_ending(StrView stem, const char *ending, Arena *arena)
{
    const char *word = arena_format(arena, "%.*s%s", VIEW_ARG(stem), ending);
    return is_past(view_of(word)) ? word : NULL;
}

/* "migrating" and "migrate": "migrated"; "building": "built". NULL when it is not certain. */
static const char *past_of(const Token *token, Arena *arena)
{
    static const char *const endings[] = {"ed", "d"};
    bool is_gerund = (token->forms & FORM_GERUND) != 0;
    StrView stem = token->lower;
    stem.length -= is_gerund ? strlen("ing") : 0;
    const char *base = is_gerund ? arena_format(arena, "%.*se", VIEW_ARG(stem)) : NULL;
    const char *past = past_in_table(stem);
    past = past || !base ? past : past_in_table(view_of(base));
    for (size_t i = 0; !past && i < sizeof(endings) / sizeof(endings[0]); i++) {
        past = try_ending(stem, endings[i], arena);
    }
    if (!past && view_ends_with(stem, "y")) {
        past = try_ending(view_slice(stem, 0, stem.length - 1), "ied", arena);
    }
    return past;
}

static const char *ask_about_hidden(const Judgement *judgement, size_t first, Arena *arena)
{
    const Tokens *tokens = &judgement->sentence->tokens;
    for (size_t i = first; i < tokens->count && i < first + HIDDEN_WITHIN; i++) {
        const Token *token = &tokens->items[i];
        const char *past = is_hidden_verb(token, i == first) ? past_of(token, arena) : NULL;
        if (past) {
            StrView word = view_slice(tokens->text, token->start, token->end);
            return arena_format(arena, "If the %.*s was yours, begin with it: \"%c%s …\"",
                                VIEW_ARG(word), past[0] & ~0x20, past + 1);
        }
        if (token->kind == TOKEN_MARK) {
            break;
        }
    }
    return NULL;
}

/* --- verbs that fit what it is about ------------------------------------------------------- */

static const char *const categories[TECHNOLOGY_CATEGORY_COUNT] = {
    [TECHNOLOGY_LANGUAGE] = "@language",
    [TECHNOLOGY_FRAMEWORK] = "@framework",
    [TECHNOLOGY_API] = "@api",
    [TECHNOLOGY_DATABASE] = "@database",
    [TECHNOLOGY_MESSAGING] = "@messaging",
    [TECHNOLOGY_CLOUD] = "@cloud",
    [TECHNOLOGY_SECURITY] = "@security",
    [TECHNOLOGY_TESTING] = "@testing",
    [TECHNOLOGY_OBSERVABILITY] = "@observability",
    [TECHNOLOGY_PRACTICES] = "@practices",
};

/* The first stem that begins with `initial` or a later letter. */
static size_t stems_from(char initial)
{
    size_t low = 0, high = stronger_stem_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (stronger_stems[middle].text[0] < initial) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* `words` is one, or the rest of a phrase. */
static bool has_stem(StrView words, const StrongerStem *stem)
{
    if (stem->is_whole) {
        return view_is(view_slice(words, 0, view_find(words, ' ')), stem->text);
    }
    return topic_begins_as(words, view_of(stem->text));
}

/* The first row that the word is about; the count of rows when there is none. */
static size_t row_of_words(StrView words)
{
    size_t row = stronger_row_count;
    for (size_t i = stems_from(words.data[0]);
         i < stronger_stem_count && stronger_stems[i].text[0] == words.data[0]; i++) {
        if (stronger_stems[i].row < row && has_stem(words, &stronger_stems[i])) {
            row = stronger_stems[i].row;
        }
    }
    return row;
}

static size_t row_of_technology(const Token *token)
{
    TechnologyCategory category = lexicon_technology(token->technology)->category;
    size_t row = stronger_row_count;
    for (size_t i = stems_from('@'); i < stronger_stem_count && stronger_stems[i].text[0] == '@';
         i++) {
        bool is_it = strcmp(stronger_stems[i].text, categories[category]) == 0;
        row = is_it && stronger_stems[i].row < row ? stronger_stems[i].row : row;
    }
    return row;
}

/* "indexed" tells what was done, not to what. */
static size_t row_of_token(const Token *token)
{
    bool is_deed = (token->forms & FORM_PAST) && !(token->forms & (FORM_BASE | FORM_SINGULAR));
    size_t row = token->technology > 0 ? row_of_technology(token) : stronger_row_count;
    if (token->kind == TOKEN_MARK || is_deed) {
        return stronger_row_count;
    }
    for (StrView rest = token->lower; rest.length > 0;) {
        size_t other = row_of_words(rest);
        row = other < row ? other : row;
        rest = view_slice(rest, view_find(rest, ' ') + 1, rest.length);
    }
    return row;
}

static bool stands_there(const Tokens *tokens, const char *verb)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (view_is(tokens->items[i].lower, verb)) {
            return true;
        }
    }
    return false;
}

/* "traced, measured or alerted on"; what the sentence says already is left out. */
static void add_verbs(StrBuf *out, const Sentence *sentence, const StrongerRow *row)
{
    const char *verbs[STRONGER_VERBS];
    size_t count = 0;
    for (size_t i = 0; i < STRONGER_VERBS && row->verbs[i].base; i++) {
        const StrongerVerb *verb = &row->verbs[i];
        if (!stands_there(&sentence->tokens, verb->past)) {
            verbs[count++] = sentence->is_current ? verb->base : verb->past;
        }
    }
    for (size_t i = 0; i < count; i++) {
        strbuf_addf(out, "%s%s", i == 0 ? "" : i + 1 == count ? " or " : ", ", verbs[i]);
    }
}

static const char *ask_about_topic(const Judgement *judgement, size_t first, Arena *arena)
{
    const Tokens *tokens = &judgement->sentence->tokens;
    size_t row = stronger_row_count, topic = 0;
    for (size_t i = first; i < tokens->count; i++) {
        size_t other = row_of_token(&tokens->items[i]);
        topic = other < row ? i : topic;
        row = other < row ? other : row;
    }
    if (row == stronger_row_count) {
        return NULL;
    }
    const Token *token = &tokens->items[topic];
    StrView word = view_slice(tokens->text, token->start, token->end);
    StrBuf verbs = {0};
    add_verbs(&verbs, judgement->sentence, &stronger_rows[row]);
    const char *question = arena_format(
        arena, "What did you do there (%.*s)? Begin with the verb that is true, perhaps %s.",
        VIEW_ARG(word), strbuf_text(&verbs));
    strbuf_done(&verbs);
    return question;
}

const char *stronger_question(const Judgement *judgement, const Fault *fault, Arena *arena)
{
    if (!is_cured_by_verb(judgement, fault)) {
        return NULL;
    }
    size_t first = first_behind_opener(judgement);
    bool is_hidden = first > 0 && strcmp(fault->code, "vague") != 0;
    const char *hidden = is_hidden ? ask_about_hidden(judgement, first, arena) : NULL;
    return hidden ? hidden : ask_about_topic(judgement, first, arena);
}
