#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/export/format.h"
#include "bulletproof/layout/content.h"
#include "sample.h"
#include "strict_xml.h"

#define RESUME "tests/golden/every-section.yaml"

/* A resume in a theme, and one format of it. */
typedef struct {
    Node *root;
    Theme theme;
    ExportInput input;
    ExportReport report;
    StrBuf bytes;
} Export;

static void export_as(Export *export, Node *root, FormatId format)
{
    *export = (Export){.root = root};
    theme_init(&export->theme);
    export->input = (ExportInput){.root = root, .theme = &export->theme};
    Diag diag = {0};
    CU_ASSERT_TRUE(
        export_formats[format].write(&export->input, &export->bytes, &export->report, &diag));
}

/* The same once more, after the input was changed. */
static void export_again(Export *export, FormatId format)
{
    Diag diag = {0};
    strbuf_clear(&export->bytes);
    export->report = (ExportReport){0};
    CU_ASSERT_TRUE(
        export_formats[format].write(&export->input, &export->bytes, &export->report, &diag));
}

static void export_done(Export *export)
{
    strbuf_done(&export->bytes);
    theme_done(&export->theme);
    node_free(export->root);
}

static Node *read_resume(void)
{
    StrBuf text = {0};
    CU_ASSERT_TRUE_FATAL(file_read(source_path(RESUME), 1 << 20, &text, NULL, NULL));
    Node *root = sample_read(strbuf_view(&text));
    strbuf_done(&text);
    return root;
}

static void formats_are_found(void)
{
    static const struct {
        const char *path, *name; /* NULL: none */
    } cases[] = {{"a/cv.pdf", "pdf"},        {"cv.html", "html"}, {"cv.md", "markdown"},
                 {"resume.old.txt", "text"}, {"cv", NULL},        {"cv.tiff", NULL}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const ExportFormat *format = export_format_of_path(cases[i].path);
        CU_ASSERT_EQUAL(format != NULL, cases[i].name != NULL);
        CU_ASSERT_TRUE(!format || format == export_format_find(cases[i].name));
    }
    CU_ASSERT_PTR_NULL(export_format_find("tiff"));
}

static void every_section_says_what_it_said(void)
{
    static const struct {
        FormatId format;
        const char *golden;
    } cases[] = {{FORMAT_HTML, "tests/golden/every-section.html"},
                 {FORMAT_MARKDOWN, "tests/golden/every-section.md"},
                 {FORMAT_TEXT, "tests/golden/every-section.txt"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Export export;
        StrBuf golden = {0};
        export_as(&export, read_resume(), cases[i].format);
        CU_ASSERT_TRUE(file_read(source_path(cases[i].golden), 1 << 20, &golden, NULL, NULL));
        bool is_same = view_equal(strbuf_view(&golden), strbuf_view(&export.bytes));
        if (!is_same) {
            printf("# %s differs; it is now:\n%s", cases[i].golden, strbuf_text(&export.bytes));
        }
        CU_ASSERT_TRUE(is_same);
        strbuf_done(&golden);
        export_done(&export);
    }
}

/* --- Words ------------------------------------------------------------------------ */

static void add_words(StrBuf *out, StrView text)
{
    for (size_t i = 0; i < text.length; i++) {
        bool is_blank = strchr(" \n", text.data[i]) != NULL;
        bool is_again = out->length == 0 || out->data[out->length - 1] == '\n';
        if (!is_blank || !is_again) {
            strbuf_add_char(out, is_blank ? '\n' : text.data[i]);
        }
    }
    strbuf_add(out, out->length > 0 && out->data[out->length - 1] != '\n' ? "\n" : "");
}

/* A word a line: what the page says. */
static void add_content_words(StrBuf *out, Export *export)
{
    Arena arena = {0};
    Content content =
        content_build(&(LayoutInput){.root = export->root, .theme = &export->theme}, &arena);
    for (size_t i = 0; i < content.count; i++) {
        add_words(out, content_text(&content.blocks[i], &arena));
        add_words(out, content.blocks[i].right.text);
    }
    arena_done(&arena);
}

static bool says_the_same(const char *name, StrBuf *actual, const StrBuf *expected)
{
    bool is_same = view_equal(strbuf_view(actual), strbuf_view(expected));
    if (!is_same) {
        printf("# %s: expected\n%s# actual\n%s", name, strbuf_text(expected), strbuf_text(actual));
    }
    strbuf_done(actual);
    return is_same;
}

/* What stands between <body> and </body>, as a reader of XML has it. */
static void add_page_words(StrBuf *out, StrView page)
{
    StrBuf text = {0};
    CU_ASSERT_TRUE(strict_xml_read(page, &text));
    const char *body = strstr(strbuf_text(&text), "break-inside: avoid; }\n}");
    CU_ASSERT_PTR_NOT_NULL_FATAL(body);
    add_words(out, view_of(body + strlen("break-inside: avoid; }\n}")));
    strbuf_done(&text);
}

static void pages_say_the_words_of_the_page(void)
{
    static const char *const texts[] = {
        "basics: {name: \"<b>Ann</b> & 'Co' \\\"x\\\"\", email: \"a@example.com\"}\n"
        "work: [{position: \"]]> </title><script>\", name: R&D, highlights: [\"a\\nb <i>\"]}]\n",
        "work: [{highlights: [\"no title & no dates\"]}, {startDate: 2019-01, location: Here}]\n",
        "{}\n",
    };
    for (size_t i = 0; i <= sizeof(texts) / sizeof(texts[0]); i++) {
        bool is_text = i < sizeof(texts) / sizeof(texts[0]);
        Export export;
        StrBuf expected = {0}, actual = {0};
        export_as(&export, is_text ? sample_read(view_of(texts[i])) : read_resume(), FORMAT_HTML);
        add_content_words(&expected, &export);
        add_page_words(&actual, strbuf_view(&export.bytes));
        CU_ASSERT_TRUE(says_the_same("HTML", &actual, &expected));
        strbuf_done(&expected);
        export_done(&export);
    }
}

/* --- Plain text --------------------------------------------------------------------- */

/* Without the signs that stand for bullets and between parts. */
static void drop_signs(StrBuf *words)
{
    StrBuf kept = {0};
    StrView rest = strbuf_view(words), word;
    while (view_next_line(&rest, &word)) {
        if (!view_is(word, "-") && !view_is(word, "|")) {
            strbuf_addf(&kept, "%.*s\n", VIEW_ARG(word));
        }
    }
    strbuf_done(words);
    *words = kept;
}

static void expect_words(Export *export)
{
    StrBuf expected = {0}, actual = {0};
    add_content_words(&expected, export);
    add_words(&actual, strbuf_view(&export->bytes));
    drop_signs(&expected);
    drop_signs(&actual);
    CU_ASSERT_TRUE(says_the_same("text", &actual, &expected));
    strbuf_done(&expected);
}

static void text_is_set_in_lines(void)
{
    Export export;
    export_as(&export, read_resume(), FORMAT_TEXT);
    expect_words(&export);
    export.input.columns = 40;
    export_again(&export, FORMAT_TEXT);
    expect_words(&export);
    StrView rest = strbuf_view(&export.bytes), line;
    while (view_next_line(&rest, &line)) {
        bool is_one_item = view_starts_with(line, "1 Engine Street");
        if (utf8_count(line) > 40 && !is_one_item) {
            printf("# too long: %.*s\n", VIEW_ARG(line));
            CU_FAIL("a line is too long");
        }
    }
    CU_ASSERT_PTR_NOT_NULL(
        strstr(strbuf_text(&export.bytes), "\nAnalytical Ltd                    London\n"));
    export_done(&export);
}

static void text_in_ascii_tells_what_it_lost(void)
{
    Export export;
    export_as(&export, sample_read(view_of("basics: {name: Zoë, label: 日本 …}\n")), FORMAT_TEXT);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&export.bytes), "Zoë\n日本 …\n");
    CU_ASSERT_FALSE(export.report.is_faulty);
    export.input.is_ascii = true;
    export_again(&export, FORMAT_TEXT);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&export.bytes), "Zoe\n?? ...\n");
    CU_ASSERT_TRUE(export.report.is_faulty);
    CU_ASSERT_STRING_EQUAL(export.report.note,
                           "ASCII has nothing for 2 characters: question marks are written");
    export_done(&export);
}

CU_TestInfo format_tests[] = {
    {"formats are found", formats_are_found},
    {"every section says what it said", every_section_says_what_it_said},
    {"pages say the words of the page", pages_say_the_words_of_the_page},
    {"text is set in lines", text_is_set_in_lines},
    {"text in ASCII tells what it lost", text_in_ascii_tells_what_it_lost},
    CU_TEST_INFO_NULL,
};
