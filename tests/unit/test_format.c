#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/export/format.h"
#include "bulletproof/layout/content.h"
#include "sample.h"
#include "strict_json.h"
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

/* Bytes that may hold anything. */
static bool holds(const StrBuf *bytes, const char *text)
{
    for (size_t at = 0; at < bytes->length; at++) {
        if (view_starts_with(view_slice(strbuf_view(bytes), at, bytes->length), text)) {
            return true;
        }
    }
    return false;
}

static void formats_are_found(void)
{
    static const struct {
        const char *path, *name; /* NULL: none */
    } cases[] = {
        {"a/cv.pdf", "pdf"}, {"cv.html", "html"}, {"cv.md", "markdown"}, {"resume.old.txt", "text"},
        {"cv", NULL},        {"cv.tiff", NULL},   {"cv.docx", "docx"},   {"cv.json", "jsonresume"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const ExportFormat *format = export_format_of_path(cases[i].path);
        CU_ASSERT_EQUAL(format != NULL, cases[i].name != NULL);
        CU_ASSERT_TRUE(!format || format == export_format_find(cases[i].name));
    }
    CU_ASSERT_PTR_NULL(export_format_find("tiff"));
}

static void what_is_made_bears_its_mark(void)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        Export export;
        export_as(&export, read_resume(), (FormatId)i);
        const char *mark = export_formats[i].mark;
        CU_ASSERT_TRUE(!mark || holds(&export.bytes, mark));
        export_done(&export);
    }
}

static void every_section_says_what_it_said(void)
{
    static const struct {
        FormatId format;
        const char *golden;
    } cases[] = {{FORMAT_HTML, "tests/golden/every-section.html"},
                 {FORMAT_MARKDOWN, "tests/golden/every-section.md"},
                 {FORMAT_TEXT, "tests/golden/every-section.txt"},
                 {FORMAT_JSONRESUME, "tests/golden/every-section.json"}};
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

static const char *const odd_resumes[] = {
    ("basics: {name: \"<b>Ann</b> & 'Co' \\\"x\\\"\", email: \"a@example.com\"}\n"
     "work: [{position: \"]]> </title><script>\", name: R&D, highlights: [\"a\\nb <i>\"]}]\n"),
    "work: [{highlights: [\"no title & no dates\"]}, {startDate: 2019-01, location: Here}]\n",
    "basics: {name: אדה לב, label: Backend}\nwork: [{position: مهندسة, name: Acme}]\n",
    "{}\n",
};

enum { ODD_COUNT = sizeof(odd_resumes) / sizeof(odd_resumes[0]) };

/* The odd ones, and after them the one with every section. */
static Node *odd_resume(size_t index)
{
    return index < ODD_COUNT ? sample_read(view_of(odd_resumes[index])) : read_resume();
}

static void pages_say_the_words_of_the_page(void)
{
    for (size_t i = 0; i <= ODD_COUNT; i++) {
        Export export;
        StrBuf expected = {0}, actual = {0};
        export_as(&export, odd_resume(i), FORMAT_HTML);
        add_content_words(&expected, &export);
        add_page_words(&actual, strbuf_view(&export.bytes));
        CU_ASSERT_TRUE(says_the_same("HTML", &actual, &expected));
        strbuf_done(&expected);
        export_done(&export);
    }
}

static void pages_take_nothing_from_elsewhere(void)
{
    static const char *const loads[] = {"<script", "<link", "<img", "src=", "@import", "url("};
    for (size_t i = 0; i <= ODD_COUNT; i++) {
        Export export;
        export_as(&export, odd_resume(i), FORMAT_HTML);
        for (size_t load = 0; load < sizeof(loads) / sizeof(loads[0]); load++) {
            CU_ASSERT_PTR_NULL(strstr(strbuf_text(&export.bytes), loads[load]));
        }
        export_done(&export);
    }
}

/* --- Word documents ------------------------------------------------------------------ */

static uint32_t number_at(StrView bytes, size_t at, size_t length)
{
    uint32_t number = 0;
    for (size_t i = length; i-- > 0;) {
        number = number << 8 | (unsigned char)view_slice(bytes, at + i, at + i + 1).data[0];
    }
    return number;
}

enum { LOCAL_BYTES = 30, LOCAL_SIGNATURE = 0x04034b50 };

/* The next stored file of an archive, by its own head. */
static bool next_part(StrView *rest, StrView *name, StrView *part)
{
    if (rest->length < LOCAL_BYTES || number_at(*rest, 0, 4) != LOCAL_SIGNATURE) {
        return false;
    }
    size_t size = number_at(*rest, 18, 4), name_length = number_at(*rest, 26, 2);
    size_t start = LOCAL_BYTES + name_length;
    *name = view_slice(*rest, LOCAL_BYTES, start);
    *part = view_slice(*rest, start, start + size);
    *rest = view_slice(*rest, start + size, rest->length);
    return true;
}

static void every_part_of_a_document_is_xml(void)
{
    for (size_t i = 0; i <= ODD_COUNT; i++) {
        Export export;
        StrBuf expected = {0}, actual = {0};
        size_t count = 0;
        export_as(&export, odd_resume(i), FORMAT_DOCX);
        StrView rest = strbuf_view(&export.bytes), name, part;
        for (; next_part(&rest, &name, &part); count++) {
            StrBuf text = {0};
            CU_ASSERT_TRUE(strict_xml_read(part, &text));
            if (view_is(name, "word/document.xml")) {
                add_words(&actual, strbuf_view(&text));
            }
            strbuf_done(&text);
        }
        add_content_words(&expected, &export);
        CU_ASSERT_EQUAL(count, 10);
        CU_ASSERT_TRUE(says_the_same("document.xml", &actual, &expected));
        strbuf_done(&expected);
        export_done(&export);
    }
}

/* The end of the archive tells how many files there are and where their directory begins. */
static void an_archive_tells_what_is_in_it(void)
{
    enum { END_BYTES = 22, ENTRY_SIGNATURE = 0x02014b50 };
    Export export;
    export_as(&export, read_resume(), FORMAT_DOCX);
    StrView bytes = strbuf_view(&export.bytes);
    size_t end = bytes.length - END_BYTES;
    size_t directory = number_at(bytes, end + 16, 4);
    CU_ASSERT_EQUAL(number_at(bytes, end, 4), 0x06054b50);
    CU_ASSERT_EQUAL(number_at(bytes, end + 10, 2), 10);
    CU_ASSERT_EQUAL(directory + number_at(bytes, end + 12, 4), end);
    CU_ASSERT_EQUAL(number_at(bytes, directory, 4), ENTRY_SIGNATURE);
    export_done(&export);
}

static void documents_have_real_headings_lists_and_links(void)
{
    static const char *const needed[] = {
        "<w:pStyle w:val=\"Heading1\"/>",
        "<w:pStyle w:val=\"Heading2\"/>",
        "<w:pStyle w:val=\"Heading3\"/>",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
        "<w:hyperlink r:id=\"link1\" w:history=\"1\">",
        "Target=\"mailto:ada@example.com\" TargetMode=\"External\"/>",
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
        "<dc:title>Ada Byron – Resume</dc:title>",
        "<dc:creator>Ada Byron</dc:creator>",
        "<w:lang w:val=\"en-GB\"/>",
        "<w:tab w:val=\"right\" w:pos=\"9626\"/>",
    };
    Export export;
    export_as(&export, read_resume(), FORMAT_DOCX);
    for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++) {
        bool has = holds(&export.bytes, needed[i]);
        if (!has) {
            printf("# missing: %s\n", needed[i]);
        }
        CU_ASSERT_TRUE(has);
    }
    export_done(&export);
}

/* --- JSON Resume ------------------------------------------------------------------------ */

static void json_resume_keeps_to_its_schema(void)
{
    static const struct {
        const char *resume, *has, *has_not, *note;
    } cases[] = {
        {"work: [{name: A, startDate: Mar 2021, endDate: present, url: a.example.com}]\n",
         "\"startDate\": \"2021-03\"", "endDate", ""},
        {"work: [{name: A, url: a.example.com}]\n", "\"url\": \"https://a.example.com\"", "x-", ""},
        {"work: [{name: A, startDate: long ago}]\n", "\"name\": \"A\"", "ago",
         "JSON Resume has no form for work[0].startDate: left out"},
        {"basics: {name: A, email: a at b, url: \"file:///x\"}\n", "\"name\": \"A\"", "at b",
         "JSON Resume has no form for basics.email and others: left out"},
        {"work: [{name: Shown}, {name: Secret, x-hidden: true}]\n", "Shown", "Secret", ""},
        {"meta: {version: v1.2.0, bulletproof: {level: senior}}\n", "v1.2.0", "senior", ""},
        {"{}\n", "\"$schema\": \"https://", "basics", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Export export;
        export_as(&export, sample_read(view_of(cases[i].resume)), FORMAT_JSONRESUME);
        const char *text = strbuf_text(&export.bytes);
        bool is_good = json_is_strict(text) && strstr(text, cases[i].has) &&
                       !strstr(text, cases[i].has_not) &&
                       strcmp(export.report.note, cases[i].note) == 0;
        if (!is_good) {
            printf("# %s# gives %s# note: %s\n", cases[i].resume, text, export.report.note);
        }
        CU_ASSERT_TRUE(is_good);
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
    {"what is made bears its mark", what_is_made_bears_its_mark},
    {"pages take nothing from elsewhere", pages_take_nothing_from_elsewhere},
    {"every part of a document is XML", every_part_of_a_document_is_xml},
    {"an archive tells what is in it", an_archive_tells_what_is_in_it},
    {"documents have real headings, lists and links", documents_have_real_headings_lists_and_links},
    {"JSON Resume keeps to its schema", json_resume_keeps_to_its_schema},
    {"text is set in lines", text_is_set_in_lines},
    {"text in ASCII tells what it lost", text_in_ascii_tells_what_it_lost},
    CU_TEST_INFO_NULL,
};
