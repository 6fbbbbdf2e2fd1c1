#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/base/file.h"
#include "bulletproof/export/proof.h"
#include "sample.h"

static Proof proof_of(const Node *root, const char *theme_name)
{
    Theme theme;
    Diag diag = {0};
    CU_ASSERT_TRUE(theme_find(&theme, theme_name, NULL, &diag));
    Fonts *fonts = fonts_open_builtin();
    Arena arena = {0};
    LayoutInput input = {.root = root, .theme = &theme, .fonts = fonts};
    Proof proof = proof_read(&input, layout_build(&input, &arena));
    arena_done(&arena);
    fonts_free(fonts);
    theme_done(&theme);
    return proof;
}

/* PROOF_FAULT_COUNT: no fault. */
static bool is_only(const Proof *proof, ProofFault expected)
{
    for (size_t i = 0; i < PROOF_FAULT_COUNT; i++) {
        if (proof->faults[i] != (i == (size_t)expected)) {
            return false;
        }
    }
    return true;
}

static void expect(const char *name, Node *root, ProofFault expected)
{
    static const char *const themes[] = {"standard-flow", "compact", "serif", "plain"};
    for (size_t i = 0; i < sizeof(themes) / sizeof(themes[0]); i++) {
        Proof proof = proof_of(root, themes[i]);
        StrBuf words = {0};
        proof_describe(&words, &proof);
        if (!is_only(&proof, expected)) {
            printf("# %s, %s: %s\n", name, themes[i], strbuf_text(&words));
        }
        CU_ASSERT_TRUE(is_only(&proof, expected));
        CU_ASSERT_EQUAL(proof_is_good(&proof), words.length == 0);
        strbuf_done(&words);
    }
    node_free(root);
}

static void all_texts_of_the_samples_are_on_the_page(void)
{
    size_t count;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++) {
        if (view_starts_with(view_of(files[i].name), "samples/")) {
            expect(files[i].name, sample_read(files[i].text), PROOF_FAULT_COUNT);
        }
    }
}

static void check_file(const char *path)
{
    StrBuf text = {0};
    CU_ASSERT_TRUE_FATAL(file_read(source_path(path), 1 << 20, &text, NULL, NULL));
    expect(path, sample_read(strbuf_view(&text)), PROOF_FAULT_COUNT);
    strbuf_done(&text);
}

static void all_texts_of_every_section_are_on_the_page(void)
{
    check_file("tests/golden/every-section.yaml");
}

static void all_texts_of_json_resume_files_are_on_the_page(void)
{
    static const char *const names[] = {"complete.json",    "complete.yaml",  "minimal.yaml",
                                        "nothing.json",     "old_names.json", "unicode.yaml",
                                        "unknown_keys.yaml"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        char path[64];
        snprintf(path, sizeof(path), "tests/data/jsonresume/%s", names[i]);
        check_file(path);
    }
}

static void a_lost_text_is_found(void)
{
    Node *root = sample_load("samples/mid.yaml");
    Theme theme;
    theme_init(&theme);
    Fonts *fonts = fonts_open_builtin();
    Arena arena = {0};
    LayoutInput input = {.root = root, .theme = &theme, .fonts = fonts};
    const Layout *layout = layout_build(&input, &arena);
    Node *other = node_copy(root);
    node_set(node_part_mutable(other, NODE_BASICS), FIELD_LABEL, view_of("Not on this page"));
    input.root = other;
    Proof proof = proof_read(&input, layout);
    CU_ASSERT_TRUE(is_only(&proof, PROOF_TEXT_IS_LOST));
    CU_ASSERT_EQUAL(proof.field, FIELD_LABEL);
    CU_ASSERT_EQUAL(proof.lost_count, 1);
    StrBuf words = {0};
    proof_describe(&words, &proof);
    CU_ASSERT_PTR_NOT_NULL(strstr(strbuf_text(&words), ": basics.label"));
    strbuf_done(&words);
    node_free(other);
    node_free(root);
    arena_done(&arena);
    fonts_free(fonts);
    theme_done(&theme);
}

static void faults_are_told(void)
{
    static const struct {
        const char *text;
        ProofFault fault;
    } cases[] = {
        {"basics: {name: A, email: nobody}", PROOF_NO_CONTACT},
        {"basics: {name: A, email: a@b.org}", PROOF_FAULT_COUNT},
        {"basics: {name: A, url: https://x.org, profiles: [{network: N, username: U}]}",
         PROOF_FAULT_COUNT},
        {"work: [{position: A, highlights: [\"a  b\"], location: \"a very long place that takes "
         "much "
         "more than its share of the line and still a little more than that\"}]",
         PROOF_FAULT_COUNT},
        {"projects: [{name: A, entity: B, type: C, keywords: [D], roles: [E, F]}]",
         PROOF_FAULT_COUNT},
        {"references: [{reference: only said}]", PROOF_FAULT_COUNT},
        {"education: [{area: only this}, {score: only that}]", PROOF_FAULT_COUNT},
        {"certificates: [{issuer: only who}]", PROOF_FAULT_COUNT},
        {"languages: [{fluency: only how}]", PROOF_FAULT_COUNT},
        {"interests: [{keywords: [only words]}]", PROOF_FAULT_COUNT},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        expect(cases[i].text, sample_read(view_of(cases[i].text)), cases[i].fault);
    }
}

static void every_fault_is_told(void)
{
    Node *root = sample_read(view_of("basics: {name: A, email: nobody}"));
    Proof proof = {.node = node_part(root, NODE_BASICS), .field = FIELD_NAME};
    for (size_t i = 0; i < PROOF_FAULT_COUNT; i++) {
        proof.faults[i] = true;
    }
    StrBuf words = {0};
    proof_describe(&words, &proof);
    CU_ASSERT_PTR_NOT_NULL(strstr(strbuf_text(&words), "basics.name. Something"));
    CU_ASSERT_PTR_NOT_NULL(strstr(strbuf_text(&words), "shorten it. Programs"));
    strbuf_done(&words);
    node_free(root);
}

static void headings_that_parsers_miss_are_advice(void)
{
    static const struct {
        const char *theme, *expected;
    } cases[] = {
        {"sections: [{section: summary, heading: Profile}]",
         "\"Summary\" may miss the heading \"Profile\""},
        {"sections: [{section: work, heading: Career}]", "\"Experience\" may miss"},
        {"sections: [{section: work, heading: Work experience}]", ""},
        {"sections: [{section: languages, heading: Tongues}]", ""},
        {"size: 10", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Theme theme;
        StrBuf words = {0};
        CU_ASSERT_TRUE(theme_read(&theme, view_of(cases[i].theme), NULL));
        proof_add_heading_advice(&words, &theme);
        bool is_as_expected = *cases[i].expected
                                  ? strstr(strbuf_text(&words), cases[i].expected) != NULL
                                  : words.length == 0;
        CU_ASSERT_TRUE(is_as_expected);
        strbuf_done(&words);
        theme_done(&theme);
    }
}

CU_TestInfo proof_tests[] = {
    {"all texts of the samples are on the page", all_texts_of_the_samples_are_on_the_page},
    {"all texts of every section are on the page", all_texts_of_every_section_are_on_the_page},
    {"all texts of JSON Resume files are on the page",
     all_texts_of_json_resume_files_are_on_the_page},
    {"a lost text is found", a_lost_text_is_found},
    {"faults are told", faults_are_told},
    {"every fault is told", every_fault_is_told},
    {"headings that parsers miss are advice", headings_that_parsers_miss_are_advice},
    CU_TEST_INFO_NULL,
};
