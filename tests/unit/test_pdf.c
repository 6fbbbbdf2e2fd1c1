#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/export/resume_pdf.h"
#include "sample.h"

static const char *const samples[] = {"samples/junior.yaml", "samples/mid.yaml",
                                      "samples/senior.yaml"};
enum { SAMPLE_COUNT = sizeof(samples) / sizeof(samples[0]) };

/* The PDF of a resume, with its layout kept for comparison. */
typedef struct {
    Node *root;
    Theme theme;
    Fonts *fonts;
    StrBuf bytes;
    ExportReport report;
} Print;

static void print_with(Print *print, Node *root, Fonts *fonts)
{
    *print = (Print){.root = root, .fonts = fonts};
    Diag diag = {0};
    theme_init(&print->theme);
    ResumePdf input = {.root = root, .theme = &print->theme, .fonts = fonts};
    bool is_written = resume_pdf(&input, &print->bytes, &print->report, &diag);
    if (!is_written) {
        printf("# %s\n", diag.text);
    }
    CU_ASSERT_TRUE_FATAL(is_written);
}

static Fonts *theme_fonts(void)
{
    return fonts_open(&(FontRequest){.family = "Carlito"});
}

static void print_done(Print *print)
{
    strbuf_done(&print->bytes);
    theme_done(&print->theme);
    fonts_free(print->fonts);
    node_free(print->root);
}

static bool has_pdftotext(void)
{
    bool is_there = system("pdftotext -v >/dev/null 2>&1") == 0;
    if (!is_there) {
        puts("# skipped: pdftotext (poppler-utils) is not installed");
    }
    return is_there;
}

/* What pdftotext reads out of the bytes; "complaints" of its own come first. */
static void extract(const StrBuf *bytes, const char *mode, StrBuf *text)
{
    char path[] = "/tmp/bulletproof-pdf-XXXXXX";
    int descriptor = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(descriptor >= 0);
    CU_ASSERT_TRUE(file_write(path, strbuf_view(bytes), NULL, NULL, NULL));
    char command[128];
    snprintf(command, sizeof(command), "pdftotext %s %s - 2>&1", mode, path);
    FILE *pipe = popen(command, "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(pipe);
    CU_ASSERT_TRUE(file_read_stream(fileno(pipe), 1 << 20, text, NULL));
    CU_ASSERT_EQUAL(pclose(pipe), 0);
    close(descriptor);
    unlink(path);
}

/* Words, one blank between them: line ends and page ends are blanks too. */
static void squeeze(StrBuf *text)
{
    size_t length = 0;
    for (size_t i = 0; i < text->length; i++) {
        char byte = strchr(" \n\f\r\t", text->data[i]) ? ' ' : text->data[i];
        if (byte != ' ' || (length > 0 && text->data[length - 1] != ' ')) {
            text->data[length++] = byte;
        }
    }
    while (length > 0 && text->data[length - 1] == ' ') {
        length--;
    }
    strbuf_truncate(text, length);
}

static void reading_of(const Print *print, StrBuf *text)
{
    Arena arena = {0};
    LayoutInput input = {print->root, &print->theme, print->fonts};
    layout_add_reading(text, layout_build(&input, &arena));
    arena_done(&arena);
}

static bool is_read_back(const Print *print, const char *mode, const char *name)
{
    StrBuf expected = {0}, actual = {0};
    reading_of(print, &expected);
    extract(&print->bytes, mode, &actual);
    squeeze(&expected);
    squeeze(&actual);
    bool is_same = view_equal(strbuf_view(&expected), strbuf_view(&actual));
    if (!is_same) {
        printf("# %s, pdftotext %s\n# expected: %s\n# actual:   %s\n", name, mode,
               strbuf_text(&expected), strbuf_text(&actual));
    }
    strbuf_done(&expected);
    strbuf_done(&actual);
    return is_same;
}

static void check_reading(Node *root, Fonts *fonts, const char *name)
{
    static const char *const modes[] = {"", "-raw", "-layout"};
    Print print;
    print_with(&print, root, fonts);
    for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
        CU_ASSERT_TRUE(is_read_back(&print, modes[i], name));
    }
    print_done(&print);
}

static void every_word_is_read_back_in_order(void)
{
    if (!has_pdftotext()) {
        return;
    }
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        check_reading(sample_load(samples[i]), theme_fonts(), samples[i]);
        check_reading(sample_load(samples[i]), fonts_open_builtin(), samples[i]);
    }
}

static Node *file_resume(const char *path)
{
    StrBuf text = {0};
    CU_ASSERT_TRUE_FATAL(file_read(source_path(path), 1 << 20, &text, NULL, NULL));
    Node *root = sample_read(strbuf_view(&text));
    strbuf_done(&text);
    return root;
}

static void every_section_is_read_back(void)
{
    if (has_pdftotext()) {
        const char *path = "tests/golden/every-section.yaml";
        check_reading(file_resume(path), theme_fonts(), path);
    }
}

static void names_of_all_alphabets_are_read_back(void)
{
    static const char *const names[] = {
        "Łukasz Żółć",      "Nguyễn Thị Hằng", "Ольга Иванова",    "Ελένη Παπαδοπούλου",
        "Zoë O’Neil-Große", "İstanbul ğş",     "fi fl ffi office",
    };
    if (!has_pdftotext()) {
        return;
    }
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        Node *root = node_new(NODE_RESUME);
        node_set(node_part_mutable(root, NODE_BASICS), FIELD_NAME, view_of(names[i]));
        node_set(node_part_mutable(root, NODE_BASICS), FIELD_SUMMARY, view_of(names[i]));
        check_reading(root, theme_fonts(), names[i]);
    }
}

static void the_same_resume_gives_the_same_bytes(void)
{
    Print first, second;
    print_with(&first, sample_load(samples[1]), theme_fonts());
    print_with(&second, sample_load(samples[1]), theme_fonts());
    CU_ASSERT_TRUE(view_equal(strbuf_view(&first.bytes), strbuf_view(&second.bytes)));
    print_done(&first);
    print_done(&second);
}

static void a_page_is_small(void)
{
    Print print;
    print_with(&print, sample_load(samples[0]), theme_fonts());
    printf("# %zu bytes, %zu pages, %d %% full\n", print.bytes.length, print.report.page_count,
           print.report.fill_percent);
    CU_ASSERT_TRUE(print.bytes.length < 60 * 1024 * print.report.page_count);
    print_done(&print);
}

static void characters_without_a_font_are_told_before_they_are_missed(void)
{
    Print print;
    Node *root = node_new(NODE_RESUME);
    node_set(node_part_mutable(root, NODE_BASICS), FIELD_NAME, view_of("Łukasz"));
    print_with(&print, root, fonts_open_builtin());
    CU_ASSERT_PTR_NOT_NULL(strstr(print.report.note, "Ł (U+0141)"));
    print_done(&print);
}

static void an_empty_resume_is_a_pdf_too(void)
{
    Print print;
    print_with(&print, node_new(NODE_RESUME), theme_fonts());
    CU_ASSERT_TRUE(view_starts_with(strbuf_view(&print.bytes), "%PDF-1.7"));
    CU_ASSERT_EQUAL(print.report.page_count, 1);
    print_done(&print);
}

CU_TestInfo pdf_tests[] = {
    {"every word is read back in order", every_word_is_read_back_in_order},
    {"every section is read back", every_section_is_read_back},
    {"names of all alphabets are read back", names_of_all_alphabets_are_read_back},
    {"the same resume gives the same bytes", the_same_resume_gives_the_same_bytes},
    {"a page is small", a_page_is_small},
    {"characters without a font are told before they are missed",
     characters_without_a_font_are_told_before_they_are_missed},
    {"an empty resume is a pdf too", an_empty_resume_is_a_pdf_too},
    CU_TEST_INFO_NULL,
};
