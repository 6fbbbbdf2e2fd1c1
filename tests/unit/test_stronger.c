#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/check/check.h"
#include "bulletproof/lexicon/lexicon.h"
#include "check/rule_table.h"

static const char *question_of(const char *text, bool is_current, const char *code, Arena *arena)
{
    BulletInput input = {.text = view_of(text), .level = LEVEL_MID, .is_current = is_current};
    BulletReport report = check_bullet(&input, arena);
    for (size_t i = 0; i < report.finding_count; i++) {
        if (strcmp(report.findings[i].rule->code, code) == 0) {
            return report.findings[i].question;
        }
    }
    return NULL;
}

static void a_weak_opener_is_asked_for_a_verb_that_fits(void)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"Responsible for migrating the ledger to Aurora.", "If the migrating was yours"},
        {"Responsible for migrating the ledger to Aurora.", "\"Migrated …\""},
        {"Helped build the cart service in Go.", "\"Built …\""},
        {"Responsible for writing unit tests in JUnit.", "\"Wrote …\""},
        {"Tasked with simplifying the parser.", "\"Simplified …\""},
        {"Assisted the team in rewriting the search.", "\"Rewrote …\""},
        {"Worked on Kafka consumers.", "(Kafka)"},
        {"Worked on Kafka consumers.", "published, partitioned, deduplicated or retried"},
        {"Responsible for the message queue.", "deduplicated"},
        {"Dealt with slow queries.", "indexed, rewrote, profiled or batched"},
        {"Was involved in database migrations.", "migrated, backfilled"},
        {"Helped with tests for the cart service.", "covered, automated"},
        {"Dealt with incidents.", "diagnosed"},
        {"Participated in code reviews.", "mentored"},
        {"Worked on the login tokens.", "restricted"},
        {"Tasked with the nightly export.", "scheduled"},
        {"Assisted in maintaining the API.", "versioned"},
        {"Worked in a team of five.", "Which part was yours?"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *question = question_of(cases[i].text, false, "weak-opener", &arena);
        bool is_good = question && strstr(question, cases[i].words);
        if (!is_good) {
            printf("# %s: %s\n", cases[i].text, question ? question : "(no question)");
        }
        CU_ASSERT(is_good);
    }
    arena_done(&arena);
}

static void a_verb_that_stands_there_is_not_suggested(void)
{
    Arena arena = {0};
    const char *question =
        question_of("Dealt with slow queries, indexed two.", false, "weak-opener", &arena);
    CU_ASSERT(question && strstr(question, "rewrote, profiled or batched"));
    CU_ASSERT(question && !strstr(question, "indexed"));
    arena_done(&arena);
}

static void the_present_is_suggested_where_the_work_goes_on(void)
{
    Arena arena = {0};
    const char *question =
        question_of("Responsible for the message queue.", true, "weak-opener", &arena);
    CU_ASSERT(question && strstr(question, "publish, partition"));
    arena_done(&arena);
}

static void vague_verbs_are_asked_about_and_vague_words_are_not(void)
{
    Arena arena = {0};
    const char *verb = question_of("Improved efficiency of the queries.", false, "vague", &arena);
    const char *word = question_of("Ported various services to Go.", false, "vague", &arena);
    CU_ASSERT(verb && strstr(verb, "indexed"));
    CU_ASSERT(word && strcmp(word, check_rule("vague")->question) == 0);
    arena_done(&arena);
}

/* Nobody is told that something was done. */
static void verbs_are_asked_for_and_never_claimed(void)
{
    Arena arena = {0};
    for (size_t i = 0; i < stronger_stem_count; i++) {
        const StrongerStem *stem = &stronger_stems[i];
        if (stem->text[0] == '@') {
            continue;
        }
        char text[128];
        snprintf(text, sizeof(text), "Responsible for the %s.", stem->text);
        const char *question = question_of(text, false, "weak-opener", &arena);
        bool is_good = question && (strstr(question, "the verb that is true") ||
                                    strncmp(question, "If ", 3) == 0);
        if (!is_good) {
            printf("# %s: %s\n", text, question ? question : "(no question)");
        }
        CU_ASSERT(is_good);
    }
    arena_done(&arena);
}

static bool is_verb(const char *word, unsigned form)
{
    StrView whole = view_of(word);
    const LexiconEntry *phrase = lexicon_find(whole);
    const LexiconEntry *entry =
        phrase ? phrase : lexicon_find(view_slice(whole, 0, view_find(whole, ' ')));
    return entry && (entry->tags & WORD(VERB)) && (entry->forms & form);
}

static void all_suggestions_are_verbs_that_count_as_work(void)
{
    for (size_t i = 0; i < stronger_row_count; i++) {
        for (size_t k = 0; k < STRONGER_VERBS && stronger_rows[i].verbs[k].base; k++) {
            const StrongerVerb *verb = &stronger_rows[i].verbs[k];
            bool is_good = is_verb(verb->base, FORM_BASE) && is_verb(verb->past, FORM_PAST);
            if (!is_good) {
                printf("# %s/%s\n", verb->base, verb->past);
            }
            CU_ASSERT(is_good);
        }
    }
}

CU_TestInfo stronger_tests[] = {
    {"a weak opener is asked for a verb that fits", a_weak_opener_is_asked_for_a_verb_that_fits},
    {"a verb that stands there is not suggested", a_verb_that_stands_there_is_not_suggested},
    {"the present is suggested where the work goes on",
     the_present_is_suggested_where_the_work_goes_on},
    {"vague verbs are asked about and vague words are not",
     vague_verbs_are_asked_about_and_vague_words_are_not},
    {"verbs are asked for and never claimed", verbs_are_asked_for_and_never_claimed},
    {"all suggestions are verbs that count as work", all_suggestions_are_verbs_that_count_as_work},
    CU_TEST_INFO_NULL,
};
