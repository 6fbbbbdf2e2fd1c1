/* Summaries: systems built, primary technology, engineering outcomes, and the level of
 * experience; for juniors concrete fundamentals with the setting they were practised in. */
#include "bulletproof/text/word.h"
#include "judgement.h"
#include "report.h"

enum { SUMMARY_WORDS_MOST = 70, CLAIMED_TECHNOLOGIES_MOST = 12 };

typedef struct {
    Judgement judgement;
    const Sentence *sentence;
    bool has_cliche, is_cliche_led, is_over_claim;
} SummaryState;

static bool has_phrase(const Sentence *sentence, const char *const *phrases, size_t count)
{
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        for (size_t k = 0; k < count; k++) {
            if (token_is(sentence_token(sentence, i), phrases[k])) {
                return true;
            }
        }
    }
    return false;
}

#define HAS_PHRASE(sentence, list) has_phrase(sentence, list, sizeof(list) / sizeof((list)[0]))

/* Years, a word of seniority, or the setting of one who begins. */
static bool tells_level(const Sentence *sentence)
{
    static const char *const words[] = {
        "junior",          "graduate",       "senior",     "lead",
        "principal",       "staff",          "mid-level",  "mid level",
        "intern",          "trainee",        "apprentice", "entry-level",
        "entry level",     "internship",     "head",       "chief",
        "student",         "bootcamp",       "architect",  "junior developer",
        "senior engineer", "coursework",     "tech lead",  "senior developer",
        "recent graduate", "career changer", "cto",        "placement"};
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        const Token *token = sentence_token(sentence, i);
        bool is_years = token->kind == TOKEN_NUMBER && token->number == NUMBER_DURATION &&
                        token->value >= 2.6e6;
        bool is_short = token->kind == TOKEN_NUMBER && i + 1 < sentence->tokens.count &&
                        (token_is(sentence_token(sentence, i + 1), "yrs") ||
                         token_is(sentence_token(sentence, i + 1), "yr"));
        if (is_years || is_short) {
            return true;
        }
    }
    return HAS_PHRASE(sentence, words);
}

/* Where a junior practised: internship, course, portfolio. */
static bool tells_setting(const Sentence *sentence)
{
    static const char *const words[] = {
        "internship", "internships", "coursework", "university", "academic",    "portfolio",
        "bootcamp",   "course",      "courses",    "placement",  "student",     "graduate",
        "volunteer",  "hackathon",   "degree",     "thesis",     "open-source", "open source"};
    return HAS_PHRASE(sentence, words);
}

/* Areas of design stand for technology in a senior summary. */
static unsigned count_design_areas(const Sentence *sentence)
{
    static const char *const areas[] = {"data consistency",     "api standard",
                                        "api standards",        "technical pattern",
                                        "technical patterns",   "design pattern",
                                        "api design",           "system design",
                                        "distributed systems",  "event-driven architecture",
                                        "event driven",         "domain-driven design",
                                        "data modelling",       "data modeling",
                                        "service boundaries",   "integration pattern",
                                        "integration patterns", "observability",
                                        "resilience",           "capacity planning",
                                        "schema design",        "security design",
                                        "platform engineering", "service design",
                                        "consistency",          "reliability engineering",
                                        "technical patterns",   "deployment standards",
                                        "incident response",    "data integrity"};
    unsigned count = 0;
    for (size_t k = 0; k < sizeof(areas) / sizeof(areas[0]); k++) {
        count += has_phrase(sentence, &areas[k], 1);
    }
    return count;
}

static bool has_comparative(const Sentence *sentence)
{
    static const char *const words[] = {"dependable", "smoother",    "quieter",
                                        "steadier",   "predictable", "repeatable"};
    return sentence_any(sentence, 0, sentence->tokens.count, WORD(COMPARATIVE) & ~WORD(ADVERB)) ||
           HAS_PHRASE(sentence, words);
}

/* Years of experience are no outcome; what remains is judged as in a bullet. */
static bool tells_outcome(const SummaryState *state)
{
    const Sentence *sentence = state->sentence;
    static const char *const reputations[] = {"known for"};
    if (state->judgement.has_result ||
        (HAS_PHRASE(sentence, reputations) && sentence->tokens.count > 12)) {
        return true;
    }
    if (sentence->level == LEVEL_JUNIOR && tells_setting(sentence)) {
        return state->judgement.mechanisms >= 2;
    }
    return state->judgement.has_metric || has_comparative(sentence);
}

static void judge_claims(SummaryState *state)
{
    static const char *const boasts[] = {
        "world-class", "world class",    "guarantee",     "guaranteeing",     "guarantees",
        "flawless",    "any scale",      "expert in all", "all technologies", "every technology",
        "ninja",       "guru",           "rockstar",      "best in class",    "unlimited",
        "any company", "any technology", "perfect",       "unparalleled",     "unmatched",
        "10x"};
    const Sentence *sentence = state->sentence;
    static const char *const expertise[] = {"expert",       "experts",          "expert in",
                                            "expertise in", "expert knowledge", "expertise",
                                            "master"};
    static const char *const leadership[] = {"architecture", "architect", "lead", "cto"};
    static const char *const universals[] = {"everything", "anything", "all areas", "all aspects"};
    bool is_expert = HAS_PHRASE(sentence, expertise);
    bool is_junior = sentence->level == LEVEL_JUNIOR;
    state->is_over_claim =
        HAS_PHRASE(sentence, boasts) ||
        (is_expert && (is_junior || HAS_PHRASE(sentence, universals) ||
                       state->judgement.technologies > CLAIMED_TECHNOLOGIES_MOST)) ||
        (is_junior && HAS_PHRASE(sentence, leadership) && !tells_setting(sentence));
}

static void judge_cliches(SummaryState *state)
{
    enum { LEADING_TOKENS = 3 };
    const Sentence *sentence = state->sentence;
    for (size_t i = 0; i < sentence->tokens.count; i++) {
        if (token_has(sentence_token(sentence, i), WORD(BUZZWORD))) {
            judgement_fault(&state->judgement, "cliche", i, i + 1);
            state->has_cliche = true;
            state->is_cliche_led |= i < LEADING_TOKENS;
        }
        if (token_has(sentence_token(sentence, i), WORD(FIRST_PERSON))) {
            judgement_fault(&state->judgement, "first-person", i, i + 1);
        }
    }
}

static Verdict summary_verdict(const SummaryState *state, const SummaryReport *report)
{
    int filled = report->slots[SUMMARY_SYSTEMS] + report->slots[SUMMARY_TECHNOLOGY] +
                 report->slots[SUMMARY_OUTCOME];
    if (state->judgement.is_fatal || state->is_over_claim || filled < 2) {
        return VERDICT_WEAK;
    }
    if (filled == 2) {
        return state->is_cliche_led ? VERDICT_WEAK : VERDICT_FAIR;
    }
    bool is_clean = report->slots[SUMMARY_LEVEL] && !state->has_cliche &&
                    !judgement_has_fault(&state->judgement, "first-person") &&
                    !judgement_has_fault(&state->judgement, "too-long");
    return is_clean ? VERDICT_STRONG : VERDICT_FAIR;
}

static void note_summary_faults(SummaryState *state, const SummaryReport *report)
{
    static const char *const missing[SUMMARY_SLOT_COUNT] = {"no-systems", "no-tech", "no-outcome",
                                                            "no-experience-level"};
    Judgement *judgement = &state->judgement;
    for (int slot = 0; slot < SUMMARY_SLOT_COUNT; slot++) {
        if (!report->slots[slot]) {
            judgement_fault(judgement, missing[slot], 0, 0);
        }
    }
    if (!report->slots[SUMMARY_TECHNOLOGY] && !report->slots[SUMMARY_OUTCOME]) {
        judgement_fault(judgement, "generic", 0, 0);
    }
    if (state->is_over_claim) {
        judgement_fault(judgement, "over-claim", 0, 0);
    }
    if (word_count(state->sentence->tokens.text) > SUMMARY_WORDS_MOST) {
        judgement_fault(judgement, "too-long", 0, 0);
    }
}

static void fill_slots(SummaryReport *report, const SummaryState *state)
{
    const Judgement *judgement = &state->judgement;
    report->slots[SUMMARY_SYSTEMS] = judgement->has_scope;
    report->slots[SUMMARY_TECHNOLOGY] =
        judgement->technologies > 0 ||
        (state->sentence->level == LEVEL_SENIOR &&
         count_design_areas(state->sentence) + judgement->mechanisms >= 2);
    report->slots[SUMMARY_OUTCOME] = tells_outcome(state);
    report->slots[SUMMARY_LEVEL] = tells_level(state->sentence);
}

static const char *summary_question(const SummaryReport *report)
{
    static const char *const codes[SUMMARY_SLOT_COUNT] = {"no-systems", "no-tech", "no-outcome",
                                                          "no-experience-level"};
    for (int slot = 0; slot < SUMMARY_SLOT_COUNT; slot++) {
        const Rule *rule = report->slots[slot] ? NULL : check_rule(codes[slot]);
        if (rule) {
            return rule->question;
        }
    }
    return NULL;
}

SummaryReport check_summary(const SummaryInput *input, Arena *arena)
{
    Sentence sentence =
        sentence_read(input->text, input->level, true, extras_words(input->extras), arena);
    SummaryState state = {.judgement = {.sentence = &sentence}, .sentence = &sentence};
    scope_judge(&state.judgement);
    technique_judge(&state.judgement);
    result_judge(&state.judgement);
    metric_judge(&state.judgement);
    state.judgement.fault_count = 0;
    state.judgement.is_fatal = false;
    faults_judge_placeholders(&state.judgement);
    judge_cliches(&state);
    judge_claims(&state);

    SummaryReport report = {0};
    fill_slots(&report, &state);
    note_summary_faults(&state, &report);
    report.verdict = summary_verdict(&state, &report);
    ReportInput found = {&state.judgement, input->extras, input->cursor, true};
    report.findings = report_findings(&found, arena, &report.finding_count);
    report.question = summary_question(&report);
    return report;
}
