/* The faults that are judged word by word, and those that follow from the length. */
#include <string.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/text/word.h"
#include "judgement.h"

enum { WORDS_MOST = 45, WORDS_FEWEST = 4, WORDS_FEW = 6 };

static void judge_length(Judgement *judgement)
{
    size_t words = word_count(judgement->sentence->tokens.text);
    int filled = judgement->has_scope + judgement->has_technique +
                 (judgement->has_result || judgement->has_metric);
    if (words > WORDS_MOST) {
        judgement_fault(judgement, "too-long", 0, 0);
    } else if (words <= WORDS_FEWEST || (words <= WORDS_FEW && filled < 2)) {
        judgement_fault(judgement, "too-short", 0, 0);
    }
}

/* A blank to fill in: [X]%, <service>, {{x}}, ___, ??, XX, notes to oneself, "insert …". */
static bool is_blank_mark(const Sentence *sentence, size_t index)
{
    const Token *token = sentence_token(sentence, index);
    const Token *next =
        index + 1 < sentence->tokens.count ? sentence_token(sentence, index + 1) : NULL;
    if (token->kind != TOKEN_MARK || !next) {
        return false;
    }
    if (token->mark == '[' || token->mark == '{' || token->mark == '<') {
        return next->kind == TOKEN_WORD || next->kind == TOKEN_MARK;
    }
    return token->mark == '?' && token_is_mark(next, '?');
}

static bool is_blank_word(const Token *token)
{
    static const char *const words[] = {"todo", "tbc",  "tbd",    "fixme",      "xx",
                                        "xxx",  "xyz",  "lorem",  "n a",        "___",
                                        "__",   "____", "insert", "placeholder"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (token_is(token, words[i])) {
            return true;
        }
    }
    return false;
}

/* "(ask Piet)", "add figure for the rewrite": a note to oneself. */
static bool is_note(const Sentence *sentence, size_t index)
{
    static const char *const wanted[] = {"figure", "number", "numbers", "metric", "percentage"};
    const Token *token = sentence_token(sentence, index);
    bool is_aside = index > 0 && token_is_mark(sentence_token(sentence, index - 1), '(');
    if (is_aside && (token_is(token, "ask") || token_is(token, "check"))) {
        return true;
    }
    bool is_adding = index == 0 && token_is(token, "add") && sentence->tokens.count > 1;
    for (size_t i = 0; is_adding && i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        if (token_is(sentence_token(sentence, 1), wanted[i])) {
            return true;
        }
    }
    return false;
}

void faults_judge_placeholders(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const Token *token = sentence_token(sentence, i);
        bool is_not_applicable = token_is(token, "n") && i + 1 < sentence->tokens.count &&
                                 token_is(sentence_token(sentence, i + 1), "a") &&
                                 sentence_token(sentence, i + 1)->is_slashed;
        bool is_insert = token_is(token, "insert") && i + 1 < sentence->tokens.count && i > 0;
        bool is_word = is_blank_word(token) && (!token_is(token, "insert") || is_insert);
        if (is_blank_mark(sentence, i) || is_word || is_not_applicable || is_note(sentence, i)) {
            judgement_fault(judgement, "placeholder", i, i + 1);
            judgement->is_fatal = true;
        }
    }
}

/* Three technologies and nothing they were used on is a list, however it is put. */
static void judge_list(Judgement *judgement)
{
    unsigned least = judgement->has_scope ? 4 : 3;
    bool has_evidence = judgement->has_result || judgement->has_metric;
    if (judgement->technologies >= least && judgement->mechanisms == 0 && !has_evidence) {
        judgement_fault(judgement, "framework-list", 0, 0);
        judgement->is_fatal = true;
    }
}

/* "performance" beside a number with its measure is no gap. */
static void judge_words(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    bool is_full = judgement->has_scope && judgement->has_technique &&
                   (judgement->has_result || judgement->has_metric);
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const Token *token = sentence_token(sentence, i);
        bool is_measured = token_is(token, "availability") && i > 0 &&
                           sentence_token(sentence, i - 1)->kind == TOKEN_NUMBER;
        if (token_has(token, WORD(VAGUE)) && !is_full && !is_measured) {
            judgement_fault(judgement, "vague", i, i + 1);
        }
        if (token_has(token, WORD(BUZZWORD))) {
            judgement_fault(judgement, "buzzword", i, i + 1);
        }
        bool is_region = token_is(token, "us") && token->is_acronym;
        if (token_has(token, WORD(FIRST_PERSON)) && !is_region) {
            judgement_fault(judgement, "first-person", i, i + 1);
        }
    }
}

static void judge_spelling(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const char *meant = sentence_token(sentence, i)->correction;
        if (meant) {
            judgement_fault(judgement, "spelling", i, i + 1);
            judgement->faults[judgement->fault_count - 1].meant = meant;
        }
    }
}

/* "Redesign of the pipeline": the noun of an action, which looks like a verb in the present. */
static bool is_deed_lead(const Sentence *sentence, size_t lead)
{
    return token_has(sentence_token(sentence, lead), WORD(DEED)) &&
           lead + 1 < sentence->tokens.count && token_is(sentence_token(sentence, lead + 1), "of");
}

/* In a past job the work is told in the past. */
static void judge_tense(Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    if (sentence->is_current) {
        return;
    }
    for (size_t i = 0; i < sentence->clause_count; i++) {
        const Clause *clause = &sentence->clauses[i];
        bool is_lead = clause->kind == CLAUSE_MAIN && judgement->lead < clause->end;
        size_t verb = is_lead ? judgement->lead : clause->verb;
        if ((!is_lead && clause->kind != CLAUSE_NEXT) || verb >= clause->end ||
            sentence->readings[verb] != READING_VERB || is_deed_lead(sentence, verb)) {
            continue;
        }
        unsigned forms = sentence_token(sentence, verb)->forms;
        if ((forms & (FORM_BASE | FORM_THIRD)) && !(forms & FORM_PAST)) {
            judgement_fault(judgement, "tense", verb, verb + 1);
        }
    }
}

void faults_judge(Judgement *judgement)
{
    faults_judge_placeholders(judgement);
    judge_list(judgement);
    judge_length(judgement);
    judge_words(judgement);
    judge_tense(judgement);
    judge_spelling(judgement);
    judgement->is_structural |= judgement_has_fault(judgement, "weak-opener") ||
                                judgement_has_fault(judgement, "passive") ||
                                judgement_has_fault(judgement, "too-long");
}
