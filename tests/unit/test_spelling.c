#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/check/check.h"
#include "bulletproof/check/spelling.h"
#include "check/misspelling.h"
#include "check/rule_table.h"
#include "check/spelling_words.h"
#include "check/variant.h"
#include "sample.h"

static void only_plain_words_are_judged(void)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"Cut the API's p95 from 900ms to 1.2s.", "Cut the from "},
        {"Ported C++, C#, .NET, Node.js and CI/CD", "Ported and "},
        {"See https://example.com/jane/code or github.com/jane today", "See today "},
        {"Mailed jane@example.com a read/write split", "Mailed read write split "},
        {"the team's re-index; \xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x80\x94 OpenFeature k8s",
         "the team index quoted "},
        {"the users\xE2\x80\x99 carts didn\xE2\x80\x99t", "the users carts didn\xE2\x80\x99t "},
        {"Zo\xC3\xAB ran_it a_b x=1 SLOs VMs", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrView text = view_of(cases[i].text);
        StrBuf words = {0};
        SpellingWord word;
        for (size_t offset = 0; spelling_next_word(text, &offset, &word);) {
            strbuf_add_view(&words, view_slice(text, word.start, word.end));
            strbuf_add_char(&words, ' ');
        }
        if (strcmp(strbuf_text(&words), cases[i].words) != 0) {
            printf("# %s: expected \"%s\", got \"%s\"\n", cases[i].text, cases[i].words,
                   strbuf_text(&words));
        }
        CU_ASSERT_STRING_EQUAL(strbuf_text(&words), cases[i].words);
        strbuf_done(&words);
    }
}

static void a_capital_inside_a_sentence_is_a_name(void)
{
    StrView text = view_of("Moved Zalando. Then Berlin");
    static const struct {
        bool is_capital, is_name;
    } cases[] = {{true, false}, {true, true}, {true, false}, {true, true}};
    SpellingWord word;
    size_t offset = 0;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_TRUE_FATAL(spelling_next_word(text, &offset, &word));
        CU_ASSERT_EQUAL(word.is_capital, cases[i].is_capital);
        CU_ASSERT_EQUAL(word.is_name, cases[i].is_name);
    }
}

static void technical_words_are_many_and_sorted(void)
{
    CU_ASSERT(technical_word_count >= 500);
    for (size_t i = 1; i < technical_word_count; i++) {
        CU_ASSERT(strcmp(technical_words[i - 1], technical_words[i]) < 0);
    }
}

static void without_a_dictionary_every_word_is_right(void)
{
    static const char *const nowhere[] = {"/nonexistent", NULL};
    Speller *speller = speller_new();
    CU_ASSERT_TRUE(speller_accepts(speller, view_of("qwrtz")));
    speller_use(speller, nowhere);
    speller_defer(speller);
    CU_ASSERT_FALSE(speller_is_ready(speller));
    CU_ASSERT_TRUE(speller_accepts(speller, view_of("qwrtz")));
    CU_ASSERT_FALSE(speller_has_questions(speller));
    CU_ASSERT_TRUE(speller_accepts(NULL, view_of("qwrtz")));
    speller_free(speller);
    speller_free(NULL);
}

/* Dictionaries may be there without the library that reads them. */
static bool can_judge(void)
{
    static bool is_asked, is_ready;
    if (!is_asked) {
        Speller *speller = speller_new();
        speller_use(speller, NULL);
        speller_open(speller);
        is_ready = speller_is_ready(speller);
        is_asked = true;
        speller_free(speller);
    }
    return is_ready;
}

/* Skips, by name, where no dictionary is installed. Owned by the caller. */
static Speller *new_or_skip(const char *test)
{
    if (!can_judge()) {
        printf("# skipped, no dictionary of English is installed: %s\n", test);
        return NULL;
    }
    Speller *speller = speller_new();
    speller_use(speller, NULL);
    return speller;
}

/* Opened once, which takes long with the sanitizers. */
static Speller *load_or_skip(const char *test)
{
    static Speller *speller;
    speller = speller ? speller : new_or_skip(test);
    return speller;
}

/* What only a dictionary can tell is noted. */
/* clang-format off */
static const struct {
    const char *word;
    bool is_noted, is_right;
    const char *meant;
} asked[] = {
    {"kubernetes",   false, true,  NULL},         {"deployed",   false, true, NULL},
    {"microservice", false, true,  NULL},         {"worklists",  false, true, NULL},
    {"hodgepoge",    true,  false, "hodgepodge"}, {"hodgepodge", true,  true, NULL},
    {"droped",       true,  false, "dropped"},    {"Zalando",    true,  false, NULL},
};
/* clang-format on */
enum { ASKED = sizeof(asked) / sizeof(asked[0]) };

/* A speller that has been asked for all these words. Owned by the caller; NULL: no dictionary. */
static Speller *new_with_questions(const char *test)
{
    Speller *speller = new_or_skip(test);
    for (size_t i = 0; speller && i < ASKED; i++) {
        speller_defer(speller);
        CU_ASSERT_TRUE(speller_accepts(speller, view_of(asked[i].word)));
    }
    CU_ASSERT(!speller || speller_has_questions(speller));
    return speller;
}

static void only_what_a_dictionary_must_tell_is_noted(void)
{
    for (size_t i = 0; i < ASKED; i++) {
        Speller *speller = new_or_skip("only what a dictionary must tell is noted");
        if (!speller) {
            return;
        }
        speller_defer(speller);
        CU_ASSERT_EQUAL(speller_doubts(speller, view_of(asked[i].word)), asked[i].is_noted);
        CU_ASSERT_FALSE(speller_has_questions(speller));
        CU_ASSERT_TRUE(speller_accepts(speller, view_of(asked[i].word)));
        if (speller_has_questions(speller) != asked[i].is_noted) {
            printf("# %s should %sbe noted\n", asked[i].word, asked[i].is_noted ? "" : "not ");
        }
        CU_ASSERT_EQUAL(speller_has_questions(speller), asked[i].is_noted);
        speller_free(speller);
    }
}

static void words_are_wrong_when_another_has_answered(void)
{
    Speller *speller = new_with_questions("words are wrong when another has answered");
    Speller *other = new_with_questions("words are wrong when another has answered");
    StrBuf answers = {0};
    if (!speller) {
        return;
    }
    speller_answer(other, &answers);
    CU_ASSERT_TRUE(speller_take(speller, strbuf_view(&answers)));
    CU_ASSERT_FALSE(speller_has_questions(speller));
    CU_ASSERT_FALSE(speller_take(speller, strbuf_view(&answers)));
    for (size_t i = 0; i < ASKED; i++) {
        const char *meant = speller_meant(speller, view_of(asked[i].word)),
                   *wanted = asked[i].meant;
        CU_ASSERT_EQUAL(speller_accepts(speller, view_of(asked[i].word)), asked[i].is_right);
        CU_ASSERT(meant && wanted ? strcmp(meant, wanted) == 0 : meant == wanted);
    }
    CU_ASSERT_FALSE(speller_has_questions(speller));
    strbuf_done(&answers);
    speller_free(other);
    speller_free(speller);
}

static void words_are_right_when_nobody_answers(void)
{
    Speller *speller = new_with_questions("words are right when nobody answers");
    if (speller) {
        speller_give_up(speller);
        CU_ASSERT_FALSE(speller_has_questions(speller));
        CU_ASSERT_TRUE(speller_accepts(speller, view_of("hodgepoge")));
        CU_ASSERT_FALSE(speller_has_questions(speller));
        speller_free(speller);
    }
}

static void words_are_judged_by_both_sides_of_the_atlantic(void)
{
    static const struct {
        const char *word;
        bool is_right;
    } cases[] = {
        {"colour", true},       {"color", true},        {"modelled", true},
        {"modeled", true},      {"kubernetes", true},   {"Idempotent", true},
        {"resharded", true},    {"microservice", true}, {"didn\xE2\x80\x99t", true},
        {"custmer", false},     {"recieve", false},     {"resposible", false},
        {"depoyed", false},     {"recurrant", false},   {"refetching", true},
        {"worklists", true},    {"switchovers", true},  {"successfull", false},
        {"eachother", false},   {"commited", false},    {"droped", false},
        {"recomending", false},
    };
    Speller *speller = load_or_skip("words are judged by both sides of the Atlantic");
    for (size_t i = 0; speller && i < sizeof(cases) / sizeof(cases[0]); i++) {
        bool is_right = speller_accepts(speller, view_of(cases[i].word));
        if (is_right != cases[i].is_right) {
            printf("# %s should be %s\n", cases[i].word, cases[i].is_right ? "right" : "wrong");
        }
        CU_ASSERT_EQUAL(is_right, cases[i].is_right);
    }
}

static void words_of_the_user_are_right(void)
{
    Speller *speller = load_or_skip("words of the user are right");
    if (speller) {
        CU_ASSERT_FALSE(speller_accepts(speller, view_of("Frobnicator")));
        speller_add_words(speller, view_of("# mine\nzork\n  frobnicator \n"));
        speller_add_words(speller, view_of("blort"));
        CU_ASSERT_TRUE(speller_accepts(speller, view_of("Frobnicator")));
        CU_ASSERT_TRUE(speller_accepts(speller, view_of("blort")));
        CU_ASSERT_FALSE(speller_accepts(speller, view_of("zorkk")));
    }
}

static void what_was_meant_is_one_slip_away(void)
{
    static const struct {
        const char *word, *meant;
    } cases[] = {
        {"kubernets", "Kubernetes"},
        {"postgersql", "PostgreSQL"},
        {"custmer", "customer"},
        {"Resposible", "responsible"},
        {"developped", "developed"},
        {"droped", "dropped"},
        {"servise", "service"},
        {"idempotensy", "idempotency"},
        {"hodgepoge", "hodgepodge"},
        {"zalando", NULL},
        {"jva", NULL},
    };
    Speller *speller = load_or_skip("what was meant is one slip away");
    for (size_t i = 0; speller && i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *meant = speller_meant(speller, view_of(cases[i].word));
        const char *expected = cases[i].meant;
        bool is_equal = meant && expected ? strcmp(meant, expected) == 0 : meant == expected;
        if (!is_equal) {
            printf("# %s: expected %s, got %s\n", cases[i].word, expected ? expected : "nothing",
                   meant ? meant : "nothing");
        }
        CU_ASSERT(is_equal);
    }
}

static void more_words_than_are_remembered_are_told(void)
{
    static const char right[] = "reconciliation";
    enum { LETTERS = sizeof(right) - 1 };
    Speller *speller = load_or_skip("more words than are remembered are told");
    for (size_t i = 0; speller && i < LETTERS * 26; i++) {
        char word[LETTERS + 2] = "";
        size_t at = i / 26;
        memcpy(word, right, at);
        word[at] = (char)('a' + i % 26);
        memcpy(word + at + 1, right + at, LETTERS - at);
        const char *meant = speller_meant(speller, view_of(word));
        CU_ASSERT(meant && strncmp(meant, right, LETTERS) == 0);
    }
}

static const Finding *find_code(const BulletReport *report, const char *code)
{
    for (size_t i = 0; i < report->finding_count; i++) {
        if (strcmp(report->findings[i].rule->code, code) == 0) {
            return &report->findings[i];
        }
    }
    return NULL;
}

static size_t count_code(const BulletReport *report, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < report->finding_count; i++) {
        count += strcmp(report->findings[i].rule->code, code) == 0 ? 1 : 0;
    }
    return count;
}

static void a_bullet_tells_each_misspelt_word_once(void)
{
    static const struct {
        const char *text;
        size_t count;
    } cases[] = {
        {"Developped the voucher servise for custmers in Go.", 3},
        {"Moved the stock import of Zalando to Kubernets.", 1},
        {"Halved tariff lookup time with a partial index.", 0},
        {"Raised the fillfactor, ended dogpile locks.", 0},
        {"Vermittelte Aufträge zwischen Lagern und Kunden für hundert Kurierdienste.", 0},
    };
    Speller *speller = load_or_skip("a bullet tells each misspelt word once");
    Arena arena = {0};
    CheckExtras extras = {.speller = speller};
    for (size_t i = 0; speller && i < sizeof(cases) / sizeof(cases[0]); i++) {
        BulletInput input = {.text = view_of(cases[i].text), .level = LEVEL_MID, .extras = &extras};
        BulletReport report = check_bullet(&input, &arena);
        CU_ASSERT_EQUAL(count_code(&report, "spelling"), cases[i].count);
        const Finding *finding = find_code(&report, "spelling");
        CU_ASSERT(!finding ||
                  (finding->severity == SEVERITY_ADVICE && finding->end > finding->start));
    }
    arena_done(&arena);
}

static void plain_words_are_no_slips_of_the_lexicon(void)
{
    static const struct {
        const char *word, *meant;
    } cases[] = {
        {"trails", NULL},     {"sparse", NULL},
        {"causal", NULL},     {"complied", NULL},
        {"formatted", NULL},  {"equipped", NULL},
        {"filled", NULL},     {"implementd", "implemented"},
        {"pyhton", "python"}, {"diferent", "different"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *meant = misspelling_find(view_of(cases[i].word));
        bool is_equal =
            meant && cases[i].meant ? strcmp(meant, cases[i].meant) == 0 : meant == cases[i].meant;
        if (!is_equal) {
            printf("# %s: %s\n", cases[i].word, meant ? meant : "nothing");
        }
        CU_ASSERT(is_equal);
    }
}

static void a_technology_is_told_by_its_own_spelling(void)
{
    Arena arena = {0};
    BulletInput input = {.text = view_of("Moved the carts to pyhton.")};
    BulletReport report = check_bullet(&input, &arena);
    const Finding *finding = find_code(&report, "spelling");
    CU_ASSERT_FATAL(finding != NULL);
    CU_ASSERT_STRING_EQUAL(finding->message, "Spelling: did you mean \"Python\"?");
    arena_done(&arena);
}

static void variants_are_told_apart(void)
{
    static const struct {
        const char *word;
        Variant variant;
    } cases[] = {
        {"colours", VARIANT_BRITISH},   {"coloring", VARIANT_AMERICAN},
        {"optimised", VARIANT_ISE},     {"optimization", VARIANT_IZE},
        {"modelled", VARIANT_BRITISH},  {"modeling", VARIANT_AMERICAN},
        {"size", VARIANT_NONE},         {"advise", VARIANT_NONE},
        {"artifactory", VARIANT_NONE},  {"enterprise", VARIANT_NONE},
        {"emphasis", VARIANT_NONE},     {"analyses", VARIANT_NONE},
        {"analyzer", VARIANT_AMERICAN}, {"reorganisation", VARIANT_ISE},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        if (variant_of(view_of(cases[i].word)) != cases[i].variant) {
            printf("# %s\n", cases[i].word);
        }
        CU_ASSERT_EQUAL(variant_of(view_of(cases[i].word)), cases[i].variant);
    }
}

static void the_word_that_is_written_is_not_judged(void)
{
    static const struct {
        const char *text;
        size_t cursor, count;
    } cases[] = {
        {"Moved the custmer", 17, 0},  {"Moved the custmer", 12, 0}, {"Moved the custmer", 10, 1},
        {"Moved the custmer ", 18, 1}, {"Moved the custmer", 0, 1},  {"Moved the custmer", 5, 1},
        {"Moved the pyhton", 16, 0},   {"Moved the pyhton", 0, 1},
    };
    Speller *speller = load_or_skip("the word that is written is not judged");
    Arena arena = {0};
    CheckExtras extras = {.speller = speller};
    for (size_t i = 0; speller && i < sizeof(cases) / sizeof(cases[0]); i++) {
        BulletInput input = {
            .text = view_of(cases[i].text), .extras = &extras, .cursor = cases[i].cursor};
        BulletReport report = check_bullet(&input, &arena);
        CU_ASSERT_EQUAL(count_code(&report, "spelling"), cases[i].count);
    }
    arena_done(&arena);
}

/* --- whole resumes ---------------------------------------------------------------------- */

/* A resume with a headline and two bullets. */
static Node *resume_with(const char *headline, const char *first, const char *second)
{
    StrBuf text = {0};
    strbuf_addf(&text,
                "basics:\n  name: Qwvx Zrtk\n  label: %s\n"
                "work:\n- name: Zrtkwv Gmbh\n  position: Devlper at Zrtkwv\n"
                "  highlights:\n  - %s\n  - %s\n",
                headline, first, second);
    Node *root = sample_read(strbuf_view(&text));
    strbuf_done(&text);
    return root;
}

static size_t count_in_resume(const ResumeReport *report, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < report->finding_count; i++) {
        count += strcmp(report->findings[i].rule->code, code) == 0 ? 1 : 0;
    }
    return count;
}

static void mixed_sides_are_told_once(void)
{
    static const struct {
        const char *first, *second;
        size_t count;
    } cases[] = {
        {"Optimised the colour index.", "Modelled the behaviour of the queue.", 0},
        {"Optimized the color index.", "Modeled the behavior of the queue.", 0},
        {"Optimised the tariff index.", "Organized the move and normalized it.", 1},
        {"Optimized the colour index.", "Organized the centre's move.", 0},
        {"Optimised the tariff index.", "Modeled the queue.", 1},
        {"Modelled the tariff index.", "Modeled the queue.", 1},
        {"Joined the Optimise team, wrote an emphasis parser.", "Optimized the analyses.", 0},
    };
    Arena arena = {0};
    CheckOptions options = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Node *root = resume_with("Developer", cases[i].first, cases[i].second);
        ResumeReport report = check_resume(root, &options, &arena);
        CU_ASSERT_EQUAL(count_in_resume(&report, "spelling-mixed"), cases[i].count);
        node_free(root);
    }
    arena_done(&arena);
}

static void names_in_a_resume_are_not_judged(void)
{
    Speller *speller = load_or_skip("names in a resume are not judged");
    Arena arena = {0};
    CheckExtras extras = {.speller = speller};
    CheckOptions options = {.extras = &extras};
    Node *right = resume_with("Back-End Developer", "Moved carts to Go.", "Wrote the Zrtkwv API.");
    Node *wrong = resume_with("Back-End Develper", "Moved custmers to Go.", "Wrote the servise.");
    if (speller) {
        ResumeReport report = check_resume(right, &options, &arena);
        CU_ASSERT_EQUAL(count_in_resume(&report, "spelling"), 0);
        report = check_resume(wrong, &options, &arena);
        CU_ASSERT_EQUAL(count_in_resume(&report, "spelling"), 2);
    }
    node_free(right);
    node_free(wrong);
    arena_done(&arena);
}

CU_TestInfo spelling_tests[] = {
    {"only plain words are judged", only_plain_words_are_judged},
    {"a capital inside a sentence is a name", a_capital_inside_a_sentence_is_a_name},
    {"technical words are many and sorted", technical_words_are_many_and_sorted},
    {"without a dictionary every word is right", without_a_dictionary_every_word_is_right},
    {"only what a dictionary must tell is noted", only_what_a_dictionary_must_tell_is_noted},
    {"words are wrong when another has answered", words_are_wrong_when_another_has_answered},
    {"words are right when nobody answers", words_are_right_when_nobody_answers},
    {"words are judged by both sides of the Atlantic",
     words_are_judged_by_both_sides_of_the_atlantic},
    {"words of the user are right", words_of_the_user_are_right},
    {"what was meant is one slip away", what_was_meant_is_one_slip_away},
    {"more words than are remembered are told", more_words_than_are_remembered_are_told},
    {"a bullet tells each misspelt word once", a_bullet_tells_each_misspelt_word_once},
    {"plain words are no slips of the lexicon", plain_words_are_no_slips_of_the_lexicon},
    {"a technology is told by its own spelling", a_technology_is_told_by_its_own_spelling},
    {"variants are told apart", variants_are_told_apart},
    {"the word that is written is not judged", the_word_that_is_written_is_not_judged},
    {"mixed sides are told once", mixed_sides_are_told_once},
    {"names in a resume are not judged", names_in_a_resume_are_not_judged},
    CU_TEST_INFO_NULL,
};
