#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/check/pack.h"
#include "dice.h"
#include "sample.h"

/* A rule of each kind, whole. */
static const char rules[] = "rules:\n"
                            "- code: plain-words\n"
                            "  kind: substitution\n"
                            "  find: [utilised, made use of]\n"
                            "  replace: used\n"
                            "  severity: advice\n"
                            "  message: Plain words are read faster\n"
                            "  reason: A long word for a short one hides the verb\n"
                            "  question: What did you do with it?\n"
                            "  before: Utilised Kafka for stock events.\n"
                            "  after: Used Kafka for stock events.\n"
                            "  fails: Utilised Kafka for stock events.\n"
                            "  passes: Used Kafka for stock events.\n"
                            "- code: no-acme\n"
                            "  kind: existence\n"
                            "  in: both\n"
                            "  find: [project acme]\n"
                            "  severity: error\n"
                            "  message: The project's name is under a promise of silence\n"
                            "  reason: The contract says so\n"
                            "  question: What kind of system was it?\n"
                            "  before: Moved Project Acme to Go.\n"
                            "  after: Moved the settlement system to Go.\n"
                            "  fails: Moved Project Acme to Go.\n"
                            "  passes: Moved the acme reader to Go.\n"
                            "- code: one-and\n"
                            "  kind: occurrence\n"
                            "  find: [and]\n"
                            "  most: 1\n"
                            "  severity: warning\n"
                            "  message: Two things joined are enough\n"
                            "  reason: A list is not read\n"
                            "  question: Which of these matters most?\n"
                            "  before: Built and tested and shipped it.\n"
                            "  after: Built and tested it.\n"
                            "  fails: Built and tested and shipped it.\n"
                            "  passes: Built and tested the sandbox.\n";

static RulePack *pack_of(const char *text)
{
    RulePack *pack = rule_pack_new();
    DiagList faults = {0};
    CU_ASSERT_TRUE(rule_pack_read(pack, view_of(text), &faults));
    for (size_t i = 0; i < faults.count; i++) {
        printf("# %u:%u: %s\n", faults.items[i].place.line, faults.items[i].place.column,
               faults.items[i].text);
    }
    diag_list_done(&faults);
    return pack;
}

static const Finding *find(const Finding *findings, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(findings[i].rule->code, code) == 0) {
            return &findings[i];
        }
    }
    return NULL;
}

static void own_rules_find_what_they_are_for(void)
{
    static const struct {
        const char *text, *code;
        size_t start, end; /* 0, 0: nothing is found */
    } cases[] = {
        {"Sync jobs made-use of Kafka.", "plain-words", 10, 21},
        {"Utilised Kafka.", "plain-words", 0, 8},
        {"Reutilised Kafka.", "plain-words", 0, 0},
        {"Utilisedly.", "plain-words", 0, 0},
        {"Shipped PROJECT ACME, in Go.", "no-acme", 8, 20},
        {"Shipped the acme project.", "no-acme", 0, 0},
        {"Cut it and split it and sold it and left.", "one-and", 20, 23},
        {"Cut it and left the sandbox.", "one-and", 0, 0},
        {"", "one-and", 0, 0},
    };
    Arena arena = {0};
    RulePack *pack = pack_of(rules);
    CheckExtras extras = {.pack = pack};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        BulletInput input = {.text = view_of(cases[i].text), .extras = &extras};
        BulletReport report = check_bullet(&input, &arena);
        const Finding *found = find(report.findings, report.finding_count, cases[i].code);
        bool is_good = found ? found->start == cases[i].start && found->end == cases[i].end
                             : cases[i].end == 0;
        if (!is_good) {
            printf("# \"%s\": %s at %zu-%zu\n", cases[i].text, found ? "found" : "not found",
                   found ? found->start : 0, found ? found->end : 0);
        }
        CU_ASSERT(is_good);
    }
    rule_pack_free(pack);
    arena_done(&arena);
}

static void findings_of_own_rules_teach_like_others(void)
{
    Arena arena = {0};
    RulePack *pack = pack_of(rules);
    CheckExtras extras = {.pack = pack};
    BulletInput bullet = {.text = view_of("Utilised Project Acme."), .extras = &extras};
    BulletReport report = check_bullet(&bullet, &arena);
    const Finding *plain = find(report.findings, report.finding_count, "plain-words");
    const Finding *acme = find(report.findings, report.finding_count, "no-acme");
    CU_ASSERT_FATAL(plain && acme);
    CU_ASSERT_STRING_EQUAL(plain->message, "Plain words are read faster: write \"used\"");
    CU_ASSERT_STRING_EQUAL(plain->question, "What did you do with it?");
    CU_ASSERT_EQUAL(acme->severity, SEVERITY_ERROR);
    CU_ASSERT_PTR_EQUAL(rule_pack_find(pack, "no-acme"), acme->rule);
    CU_ASSERT_PTR_EQUAL(rule_pack_find(pack, "vague"), check_rule("vague"));
    CU_ASSERT_PTR_NULL(rule_pack_find(pack, "no-such-rule"));
    SummaryInput summary = {.text = view_of("Utilised Project Acme."), .extras = &extras};
    SummaryReport other = check_summary(&summary, &arena);
    CU_ASSERT_PTR_NOT_NULL(find(other.findings, other.finding_count, "no-acme"));
    CU_ASSERT_PTR_NULL(find(other.findings, other.finding_count, "plain-words"));
    rule_pack_free(pack);
    arena_done(&arena);
}

static void a_rule_that_is_off_reports_nothing(void)
{
    static const char text[] = "basics:\n  name: Noor\nwork:\n- name: Lines\n  highlights:\n"
                               "  - Spearheaded the berth service, a synergy.\n";
    static const char *const codes[] = {"email-missing", "buzzword", "no-technique"};
    Arena arena = {0};
    Node *root = sample_read(view_of(text));
    RulePack *pack = pack_of("off: [email-missing, buzzword, no-technique]\n");
    CheckExtras extras = {.pack = pack};
    CheckOptions with = {.extras = &extras}, without = {.extras = NULL};
    ResumeReport all = check_resume(root, &without, &arena);
    ResumeReport some = check_resume(root, &with, &arena);
    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        CU_ASSERT_PTR_NOT_NULL(find(all.findings, all.finding_count, codes[i]));
        CU_ASSERT_PTR_NULL(find(some.findings, some.finding_count, codes[i]));
        CU_ASSERT_TRUE(rule_pack_is_off(pack, codes[i]));
    }
    CU_ASSERT_FALSE(rule_pack_is_off(pack, "vague"));
    CU_ASSERT_FALSE(rule_pack_is_off(NULL, "vague"));
    node_free(root);
    rule_pack_free(pack);
    arena_done(&arena);
}

static BulletReport judge(const char *text, const RulePack *pack, Arena *arena)
{
    CheckExtras extras = {.pack = pack};
    BulletInput input = {.text = view_of(text), .level = LEVEL_MID, .extras = &extras};
    return check_bullet(&input, arena);
}

static void own_words_are_read_as_their_class(void)
{
    static const struct {
        const char *pack, *text, *code; /* the code goes, or comes */
        bool comes;
    } cases[] = {
        {"words: {technology: [Zorkbase]}", "Moved the tariff index to zorkbase.", "no-technique",
         false},
        {"words: {technology: [Zork Base]}", "Moved the tariff index to zork-base.", "no-technique",
         false},
        {"words: {buzzword: [gold-plated]}", "Built a gold-plated tariff index in Go.", "buzzword",
         true},
        {"words: {mechanism: [zorking]}", "Sped the tariff index up by zorking.", "no-technique",
         false},
        {"words: {vague: [slickness]}", "Improved slickness.", "vague", true},
    };
    Arena arena = {0};
    RulePack *none = rule_pack_new();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        RulePack *pack = pack_of(cases[i].pack);
        BulletReport before = judge(cases[i].text, none, &arena);
        BulletReport after = judge(cases[i].text, pack, &arena);
        bool was = find(before.findings, before.finding_count, cases[i].code) != NULL;
        bool is = find(after.findings, after.finding_count, cases[i].code) != NULL;
        if (is != cases[i].comes || was == is) {
            printf("# %s: %s was %d, is %d\n", cases[i].pack, cases[i].code, was, is);
        }
        CU_ASSERT(is == cases[i].comes && was != is);
        rule_pack_free(pack);
    }
    rule_pack_free(none);
    arena_done(&arena);
}

static void verbs_and_nouns_come_in_all_forms(void)
{
    static const struct {
        OwnWordClass class;
        const char *word, *form;
        unsigned forms;
    } cases[] = {
        {OWN_WORD_MAKE, "zorkify", "zorkified", FORM_PAST},
        {OWN_WORD_MAKE, "zorkify", "zorkifying", FORM_GERUND},
        {OWN_WORD_MAKE, "zorkify", "zorkifies", FORM_THIRD},
        {OWN_WORD_MOVE, "Zorn", "zorned", FORM_PAST},
        {OWN_WORD_MOVE, "zeplane", "zeplaned", FORM_PAST},
        {OWN_WORD_MOVE, "zeplane", "zeplaning", FORM_GERUND},
        {OWN_WORD_MOVE, "zap", "zapped", FORM_PAST},
        {OWN_WORD_MOVE, "zap", "zapping", FORM_GERUND},
        {OWN_WORD_MOVE, "zoom-out", "zoomed out", FORM_PAST},
        {OWN_WORD_MOVE, "zorch", "zorches", FORM_THIRD},
        {OWN_WORD_SYSTEM, "zorkery", "zorkeries", FORM_PLURAL},
        {OWN_WORD_SYSTEM, "zork box", "zork boxes", FORM_PLURAL},
    };
    OwnWords *words = own_words_new();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_TRUE(own_words_add(words, cases[i].class, view_of(cases[i].word)));
        const LexiconEntry *entry = own_words_find(words, view_of(cases[i].form));
        bool is_good = entry && (entry->forms & cases[i].forms) && entry->tags;
        if (!is_good) {
            printf("# %s of %s\n", cases[i].form, cases[i].word);
        }
        CU_ASSERT(is_good);
    }
    const LexiconEntry *known = lexicon_find(view_of("cache"));
    CU_ASSERT_PTR_EQUAL(own_words_find(words, view_of("cache")), known);
    CU_ASSERT_PTR_EQUAL(own_words_find(NULL, view_of("cache")), known);
    own_words_free(words);
    own_words_free(NULL);
}

/* The whole rules with `old` replaced by `with`. */
static void set_rules(StrBuf *out, const char *old, const char *with)
{
    const char *at = strstr(rules, old);
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    strbuf_clear(out);
    strbuf_add_view(out, view_make(rules, (size_t)(at - rules)));
    strbuf_add(out, with);
    strbuf_add(out, at + strlen(old));
}

static void a_fault_is_told_where_it_is_and_the_rest_works(void)
{
    static const struct {
        const char *old, *with;
        unsigned line, column;
        const char *words;
        size_t kept; /* rules */
    } cases[] = {
        {"code: plain-words", "code: Plain Words", 2, 9, "is no code", 2},
        {"code: plain-words", "code: vague", 2, 9, "already", 2},
        {"code: one-and", "code: no-acme", 26, 9, "already", 2},
        {"  reason: The contract says so\n", "", 14, 3, "lacks \"reason\"", 2},
        {"reason: The contract says so", "reason:", 20, 10, "lacks \"reason\"", 2},
        {"  severity: error\n", "", 14, 3, "lacks \"severity\"", 2},
        {"find: [and]", "find: []", 28, 9, "lacks \"find\"", 2},
        {"  replace: used\n", "", 3, 9, "needs \"replace\"", 2},
        {"  most: 1\n", "", 27, 9, "\"least\" or \"most\"", 2},
        {"  most: 1\n", "  most: 1\n  least: 3\n", 30, 10, "is more than", 2},
        {"fails: Utilised", "fails: Used", 12, 10, "finds nothing", 2},
        {"passes: Used Kafka", "passes: Made use of", 13, 11, "is broken by", 2},
        {"kind: existence", "kind: presence", 15, 9, "one of: existence, substitution", 0},
        {"most: 1", "most: 0", 29, 9, "between 1 and 99", 0},
        {"  find: [and]", "  fnid: [and]", 28, 3, "did you mean \"find\"", 0},
        {"rules:\n", "off: [no-such]\nrules:\n", 1, 7, "to switch off", 3},
        {"rules:\n", "words: {verbs: [x]}\nrules:\n", 1, 9, "unknown key \"verbs\"", 0},
        {"rules:\n", "words: {make: ['1']}\nrules:\n", 1, 16, "is no word", 3},
        {"rules:\n", "rules: [\n", 2, 1, "", 0},
    };
    StrBuf text = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        RulePack *pack = rule_pack_new();
        DiagList faults = {0};
        set_rules(&text, cases[i].old, cases[i].with);
        CU_ASSERT_FALSE(rule_pack_read(pack, strbuf_view(&text), &faults));
        CU_ASSERT_FATAL(faults.count > 0);
        const Diag *first = &faults.items[0];
        bool is_good = first->place.line == cases[i].line &&
                       (first->place.column == cases[i].column || !*cases[i].words) &&
                       strstr(first->text, cases[i].words) &&
                       rule_pack_count(pack) == cases[i].kept;
        if (!is_good) {
            printf("# case %zu: %u:%u %s, %zu rules\n", i, first->place.line, first->place.column,
                   first->text, rule_pack_count(pack));
        }
        CU_ASSERT(is_good);
        diag_list_done(&faults);
        rule_pack_free(pack);
    }
    strbuf_done(&text);
}

/* Bytes are struck out, doubled or exchanged: whatever comes of it is told or taken. */
static void damaged_packs_are_told_or_taken(void)
{
    enum { ROUNDS = 300, WOUNDS = 3 };
    Dice dice = dice_new(7);
    Arena arena = {0};
    for (int round = 0; round < ROUNDS; round++) {
        StrBuf text = {0};
        strbuf_add(&text, rules);
        for (int i = 0; i < WOUNDS; i++) {
            text.data[dice_throw(&dice, text.length)] = "\n :-[]{}'\"#x\xC3"[dice_throw(&dice, 13)];
        }
        RulePack *pack = rule_pack_new();
        DiagList faults = {0};
        bool is_whole = rule_pack_read(pack, strbuf_view(&text), &faults);
        CU_ASSERT_EQUAL(is_whole, faults.count == 0);
        judge("Utilised Project Acme and Go and Kafka and x.", pack, &arena);
        arena_reset(&arena);
        diag_list_done(&faults);
        rule_pack_free(pack);
        strbuf_done(&text);
    }
    arena_done(&arena);
}

static void packs_add_up(void)
{
    RulePack *pack = pack_of(rules);
    DiagList faults = {0};
    CU_ASSERT_TRUE(
        rule_pack_read(pack, view_of("off: [no-acme]\nwords: {right: [frobnic]}\n"), &faults));
    CU_ASSERT_FALSE(rule_pack_read(pack, view_of("nonsense: 1\n"), &faults));
    CU_ASSERT_TRUE(rule_pack_read(pack, view_of("# nothing\n"), &faults));
    CU_ASSERT_EQUAL(faults.count, 1);
    CU_ASSERT_EQUAL(rule_pack_count(pack), 3);
    CU_ASSERT_TRUE(rule_pack_is_off(pack, "no-acme"));
    CU_ASSERT_TRUE(view_is(rule_pack_words(pack), "frobnic\n"));
    diag_list_done(&faults);
    rule_pack_free(pack);
    rule_pack_free(NULL);
}

CU_TestInfo pack_tests[] = {
    {"own rules find what they are for", own_rules_find_what_they_are_for},
    {"findings of own rules teach like others", findings_of_own_rules_teach_like_others},
    {"a rule that is off reports nothing", a_rule_that_is_off_reports_nothing},
    {"own words are read as their class", own_words_are_read_as_their_class},
    {"verbs and nouns come in all forms", verbs_and_nouns_come_in_all_forms},
    {"a fault is told where it is and the rest works",
     a_fault_is_told_where_it_is_and_the_rest_works},
    {"damaged packs are told or taken", damaged_packs_are_told_or_taken},
    {"packs add up", packs_add_up},
    CU_TEST_INFO_NULL,
};
