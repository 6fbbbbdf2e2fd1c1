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

static void expect(const char *name, Node *root, ProofFault expected)
{
    static const char *const themes[] = {"standard-flow", "compact", "serif", "plain"};
    for (size_t i = 0; i < sizeof(themes) / sizeof(themes[0]); i++) {
        Proof proof = proof_of(root, themes[i]);
        if (proof.fault != expected) {
            printf("# %s, %s: fault %d in node %u, field %s\n", name, themes[i], (int)proof.fault,
                   proof.node, proof.field < FIELD_COUNT ? field_key(proof.field) : "-");
        }
        CU_ASSERT_EQUAL(proof.fault, expected);
    }
    node_free(root);
}

static void all_texts_of_the_samples_are_on_the_page(void)
{
    size_t count;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++) {
        if (view_starts_with(view_of(files[i].name), "samples/")) {
            expect(files[i].name, sample_read(files[i].text), PROOF_GOOD);
        }
    }
}

static void check_file(const char *path)
{
    StrBuf text = {0};
    CU_ASSERT_TRUE_FATAL(file_read(source_path(path), 1 << 20, &text, NULL, NULL));
    expect(path, sample_read(strbuf_view(&text)), PROOF_GOOD);
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
    CU_ASSERT_EQUAL(proof.fault, PROOF_TEXT_IS_LOST);
    CU_ASSERT_EQUAL(proof.field, FIELD_LABEL);
    CU_ASSERT_EQUAL(proof.lost_count, 1);
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
        {"basics: {name: A, email: a@b.org}", PROOF_GOOD},
        {"basics: {name: A, url: https://x.org, profiles: [{network: N, username: U}]}",
         PROOF_GOOD},
        {"work: [{position: A, highlights: [\"a  b\"], location: \"a very long place that takes "
         "much "
         "more than its share of the line and still a little more than that\"}]",
         PROOF_GOOD},
        {"projects: [{name: A, entity: B, type: C, keywords: [D], roles: [E, F]}]", PROOF_GOOD},
        {"references: [{reference: only said}]", PROOF_GOOD},
        {"education: [{area: only this}, {score: only that}]", PROOF_GOOD},
        {"certificates: [{issuer: only who}]", PROOF_GOOD},
        {"languages: [{fluency: only how}]", PROOF_GOOD},
        {"interests: [{keywords: [only words]}]", PROOF_GOOD},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        expect(cases[i].text, sample_read(view_of(cases[i].text)), cases[i].fault);
    }
}

CU_TestInfo proof_tests[] = {
    {"all texts of the samples are on the page", all_texts_of_the_samples_are_on_the_page},
    {"all texts of every section are on the page", all_texts_of_every_section_are_on_the_page},
    {"all texts of JSON Resume files are on the page",
     all_texts_of_json_resume_files_are_on_the_page},
    {"a lost text is found", a_lost_text_is_found},
    {"faults are told", faults_are_told},
    CU_TEST_INFO_NULL,
};
