#include "suites.h"

#include "bulletproof/lexicon/verb.h"

static void any_form_leads_to_the_others(void)
{
    static const struct {
        const char *word, *base, *past, *gerund;
    } cases[] = {
        {"build", "build", "built", "building"},
        {"built", "build", "built", "building"},
        {"writing", "write", "wrote", "writing"},
        {"writes", "write", "wrote", "writing"},
        {"add", "add", "added", "adding"},
        {"added", "add", "added", "adding"},
        {"moved", "move", "moved", "moving"},
        {"plan", "plan", "planned", "planning"},
        {"planning", "plan", "planned", "planning"},
        {"verify", "verify", "verified", "verifying"},
        {"verified", "verify", "verified", "verifying"},
        {"tied", "tie", "tied", "tying"},
        {"model", "model", "modelled", "modelling"},
        {"filter", "filter", "filtered", "filtering"},
        {"commit", "commit", "committed", "committing"},
        {"fix", "fix", "fixed", "fixing"},
        {"clean", "clean", "cleaned", "cleaning"},
        {"design", "design", "designed", "designing"},
        {"cut", "cut", "cut", "cutting"},
        {"set", "set", "set", "setting"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf base = {0}, past = {0}, gerund = {0};
        CU_ASSERT(verb_add_base(&base, view_of(cases[i].word)));
        CU_ASSERT(verb_add_past(&past, view_of(cases[i].word)));
        CU_ASSERT(verb_add_gerund(&gerund, view_of(cases[i].word)));
        CU_ASSERT_STRING_EQUAL(strbuf_text(&base), cases[i].base);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&past), cases[i].past);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&gerund), cases[i].gerund);
        strbuf_done(&base);
        strbuf_done(&past);
        strbuf_done(&gerund);
    }
}

static void what_is_no_verb_gives_nothing(void)
{
    static const char *const words[] = {"", "the", "postgresql", "ing", "s", "zzzed"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        StrBuf out = {0};
        CU_ASSERT_FALSE(verb_add_base(&out, view_of(words[i])));
        CU_ASSERT_FALSE(verb_add_past(&out, view_of(words[i])));
        CU_ASSERT_FALSE(verb_add_gerund(&out, view_of(words[i])));
        CU_ASSERT_EQUAL(out.length, 0);
        strbuf_done(&out);
    }
}

CU_TestInfo verb_tests[] = {
    {"any form leads to the others", any_form_leads_to_the_others},
    {"what is no verb gives nothing", what_is_no_verb_gives_nothing},
    CU_TEST_INFO_NULL,
};
