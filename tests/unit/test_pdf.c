#include "suites.h"

#include <locale.h>
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

/* Takes the resume, the theme and the fonts; no fonts: those of the theme. */
static void print_in(Print *print, Node *root, const Theme *theme, Fonts *fonts)
{
    *print = (Print){.root = root, .theme = *theme, .fonts = fonts};
    Diag diag = {0};
    if (!fonts) {
        print->fonts = fonts_open(&(FontRequest){.family = theme->font});
    }
    ResumePdf input = {.root = root, .theme = &print->theme, .fonts = print->fonts};
    bool is_written = resume_pdf(&input, &print->bytes, &print->report, &diag);
    if (!is_written) {
        printf("# %s\n", diag.text);
    }
    CU_ASSERT_TRUE_FATAL(is_written);
}

static void print_with(Print *print, Node *root, Fonts *fonts)
{
    Theme theme;
    theme_init(&theme);
    print_in(print, root, &theme, fonts);
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

/* Programs that extract text, as a shell calls them; %s is the file. What they complain of is read
 * with the text, so that there may be none. More of them read more pages in tests/system/pages.sh.
 */
static const struct {
    const char *name; /* of the program, looked for in the path */
    const char *command;
} extractors[] = {
    {"pdftotext", "pdftotext %s - 2>&1"},
    {"pdftotext", "pdftotext -raw %s - 2>&1"},
    {"pdftotext", "pdftotext -layout %s - 2>&1"},
};
enum { EXTRACTOR_COUNT = sizeof(extractors) / sizeof(extractors[0]) };

static bool is_installed(const char *program)
{
    char command[64];
    snprintf(command, sizeof(command), "command -v %s >/dev/null 2>&1", program);
    return system(command) == 0;
}

static void extract(const StrBuf *bytes, const char *command, StrBuf *text)
{
    char path[] = "/tmp/bulletproof-pdf-XXXXXX";
    int descriptor = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(descriptor >= 0);
    CU_ASSERT_TRUE(file_write(path, strbuf_view(bytes), NULL, NULL, NULL));
    char line[128];
    const char *place = strstr(command, "%s");
    snprintf(line, sizeof(line), "%.*s%s%s", (int)(place - command), command, path, place + 2);
    FILE *pipe = popen(line, "r");
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
    LayoutInput input = {.root = print->root, .theme = &print->theme, .fonts = print->fonts};
    layout_add_reading(text, layout_build(&input, &arena));
    arena_done(&arena);
}

static void check_extractor(const Print *print, const char *command, const char *name)
{
    StrBuf expected = {0}, actual = {0};
    reading_of(print, &expected);
    extract(&print->bytes, command, &actual);
    squeeze(&expected);
    squeeze(&actual);
    bool is_same = view_equal(strbuf_view(&expected), strbuf_view(&actual));
    if (!is_same) {
        printf("# %s, %s\n# expected: %s\n# actual:   %s\n", name, command, strbuf_text(&expected),
               strbuf_text(&actual));
    }
    CU_ASSERT_TRUE(is_same);
    strbuf_done(&expected);
    strbuf_done(&actual);
}

static void check_all_extractors(Print *print, const char *name)
{
    for (size_t i = 0; i < EXTRACTOR_COUNT; i++) {
        if (is_installed(extractors[i].name)) {
            check_extractor(print, extractors[i].command, name);
        }
    }
    print_done(print);
}

static void check_reading(Node *root, Fonts *fonts, const char *name)
{
    Print print;
    print_with(&print, root, fonts);
    check_all_extractors(&print, name);
}

static void name_absent_extractors(void)
{
    for (size_t i = 0; i < EXTRACTOR_COUNT; i++) {
        if (!is_installed(extractors[i].name)) {
            printf("# skipped: %s is not installed\n", extractors[i].command);
        }
    }
}

static void every_word_is_read_back_in_order(void)
{
    name_absent_extractors();
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
    const char *path = "tests/golden/every-section.yaml";
    check_reading(file_resume(path), theme_fonts(), path);
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

static bool has_text(const StrBuf *bytes, const char *text)
{
    size_t length = strlen(text);
    for (size_t at = 0; at + length <= bytes->length; at++) {
        if (memcmp(bytes->data + at, text, length) == 0) {
            return true;
        }
    }
    return false;
}

/* A comma-decimal locale writes other numbers than PDF does. */
static void the_locale_does_not_matter(void)
{
    Print here, there;
    print_with(&here, sample_load(samples[0]), theme_fonts());
    bool is_set = setlocale(LC_NUMERIC, "de_DE.UTF-8") != NULL;
    print_with(&there, sample_load(samples[0]), theme_fonts());
    setlocale(LC_NUMERIC, "C");
    if (!is_set) {
        puts("# skipped: the locale de_DE.UTF-8 is not installed");
    }
    CU_ASSERT_TRUE(view_equal(strbuf_view(&here.bytes), strbuf_view(&there.bytes)));
    print_done(&here);
    print_done(&there);
}

static void the_date_is_the_one_that_is_given(void)
{
    Node *root = sample_load(samples[0]);
    Theme theme;
    theme_init(&theme);
    StrBuf bytes = {0};
    ExportReport report;
    ResumePdf input = {.root = root, .theme = &theme, .date = {2025, 1, 2}};
    CU_ASSERT_TRUE(resume_pdf(&input, &bytes, &report, NULL));
    CU_ASSERT_TRUE(has_text(&bytes, "<xmp:CreateDate>2025-01-02T"));
    CU_ASSERT_TRUE(has_text(&bytes, "D:20250102"));
    strbuf_done(&bytes);
    theme_done(&theme);
    node_free(root);
}

/* PDFBox's preflight calls such files valid; here, what it looks for. */
static void a_pdf_for_archives_defines_its_colours_and_embeds_its_fonts(void)
{
    static const char *const parts[] = {"%PDF-1.4", "/OutputIntent", "/CIDSet",
                                        "<pdfaid:part>1</pdfaid:part>"};
    Node *root = sample_load(samples[0]);
    Theme theme;
    theme_init(&theme);
    ResumePdf input = {.root = root, .theme = &theme, .is_archival = true};
    StrBuf bytes = {0};
    ExportReport report;
    Diag diag = {0};
    Fonts *builtin = fonts_open_builtin();
    bool is_written = resume_pdf(&input, &bytes, &report, &diag);
    for (size_t i = 0; is_written && i < sizeof(parts) / sizeof(parts[0]); i++) {
        CU_ASSERT_TRUE(has_text(&bytes, parts[i]));
    }
    CU_ASSERT_TRUE(is_written || strstr(diag.text, "needs font files"));
    input.fonts = builtin;
    CU_ASSERT_FALSE(resume_pdf(&input, &bytes, &report, &diag));
    fonts_free(builtin);
    strbuf_done(&bytes);
    theme_done(&theme);
    node_free(root);
}

static void links_are_kept(void)
{
    static const char *const links[] = {"mailto:tomas.ferreira@example.com",
                                        "https:\\057\\057github.example.com\\057tferreira"};
    Print print;
    print_with(&print, sample_load(samples[0]), theme_fonts());
    for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++) {
        CU_ASSERT_TRUE(has_text(&print.bytes, links[i]));
    }
    print_done(&print);
}

static void a_page_is_small(void)
{
    Print print;
    print_with(&print, sample_load(samples[0]), theme_fonts());
    printf("# %zu bytes, %zu pages, %d %% full\n", print.bytes.length, print.report.page_count,
           print.report.fill_percent);
    CU_ASSERT_TRUE(print.bytes.length < 60000 * print.report.page_count);
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
    {"the same resume gives the same bytes", the_same_resume_gives_the_same_bytes},
    {"the locale does not matter", the_locale_does_not_matter},
    {"the date is the one that is given", the_date_is_the_one_that_is_given},
    {"a pdf for archives defines its colours and embeds its fonts",
     a_pdf_for_archives_defines_its_colours_and_embeds_its_fonts},
    {"links are kept", links_are_kept},
    {"a page is small", a_page_is_small},
    {"characters without a font are told before they are missed",
     characters_without_a_font_are_told_before_they_are_missed},
    {"an empty resume is a pdf too", an_empty_resume_is_a_pdf_too},
    CU_TEST_INFO_NULL,
};
