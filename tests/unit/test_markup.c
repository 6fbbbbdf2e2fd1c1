#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "export/link.h"
#include "export/markdown.h"
#include "export/xml.h"

static bool is(const char *name, StrBuf *actual, const char *expected)
{
    bool is_equal = strcmp(strbuf_text(actual), expected) == 0;
    if (!is_equal) {
        printf("# %s: expected %s, actual %s\n", name, expected, strbuf_text(actual));
    }
    strbuf_done(actual);
    return is_equal;
}

static void hostile_text_stays_text_in_xml(void)
{
    static const struct {
        const char *text, *in_text, *in_attribute;
    } cases[] = {
        {"R&D <b>\"x\"</b>", "R&amp;D &lt;b&gt;\"x\"&lt;/b&gt;",
         " a=\"R&amp;D &lt;b&gt;&quot;x&quot;&lt;/b&gt;\""},
        {"]]> <!-- &amp; -->", "]]&gt; &lt;!-- &amp;amp; --&gt;",
         " a=\"]]&gt; &lt;!-- &amp;amp; --&gt;\""},
        {"a\nb", "a\nb", " a=\"a&#10;b\""},
        {"a\x01"
         "b\uFFFE",
         "a\uFFFDb\uFFFD", " a=\"a\uFFFDb\uFFFD\""},
        {"\xFF", "\uFFFD", " a=\"\uFFFD\""},
        {"東京 😀", "東京 😀", " a=\"東京 😀\""},
        {"", "", " a=\"\""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf text = {0}, attribute = {0};
        xml_add_text(&text, view_of(cases[i].text));
        xml_add_attribute(&attribute, "a", view_of(cases[i].text));
        CU_ASSERT_TRUE(is(cases[i].text, &text, cases[i].in_text));
        CU_ASSERT_TRUE(is(cases[i].text, &attribute, cases[i].in_attribute));
    }
}

static void hostile_text_stays_text_in_markdown(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"Plain text: 99.9 % of it, a-b, R&D!", "Plain text: 99.9 % of it, a-b, R&D!\n"},
        {"C#, F#, snake_case, jane@example.com", "C#, F#, snake_case, jane@example.com\n"},
        {"*bold* _slanted_ `code`", "\\*bold\\* \\_slanted\\_ \\`code\\`\n"},
        {"[x](y) ![z] <b> &amp; &#10;", "\\[x\\](y) !\\[z\\] \\<b> \\&amp; \\&#10;\n"},
        {"$5 R&D; and $6, a^b^, ~x~", "\\$5 R\\&D; and \\$6, a\\^b\\^, \\~x\\~\n"},
        {"don't \"quote\" -- it...", "don\\'t \\\"quote\\\" -\\- it\\...\n"},
        {"@someone {.class} #tag", "\\@someone \\{.class\\} \\#tag\n"},
        {"10:30:00, std::map, :tada: it", "10\\:30:00, std::map, \\:tada: it\n"},
        {"# heading", "\\# heading\n"},
        {"- item", "\\- item\n"},
        {"+ item", "\\+ item\n"},
        {"> quoted", "\\> quoted\n"},
        {"---", "\\-\\-\\-\n"},
        {"=== x", "\\=== x\n"},
        {"1986. A great year", "1986\\. A great year\n"},
        {"1) one", "1\\) one\n"},
        {"(a) one", "\\(a\\) one\n"},
        {"iv. four", "iv\\. four\n"},
        {"Shipped. Then more", "Shipped. Then more\n"},
        {": definition", "\\: definition\n"},
        {"| a | b |", "\\| a | b |\n"},
        {"a\\", "a\\\\\n"},
        {"one\n- two\n\n3. three", "one\\\n  \\- two\\\n  3\\. three\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf text = {0}, line = {0};
        markdown_add_text(&text, view_of(cases[i].text));
        markdown_add_lines(&line, strbuf_view(&text), 2);
        CU_ASSERT_TRUE(is(cases[i].text, &line, cases[i].expected));
        strbuf_done(&text);
    }
}

static void a_heading_is_one_line(void)
{
    StrBuf line = {0};
    markdown_add_line(&line, view_of(" one\n two "));
    CU_ASSERT_TRUE(is("heading", &line, "one two\n"));
}

static void links_run_nothing(void)
{
    static const struct {
        const char *address, *expected; /* NULL: no link */
    } cases[] = {
        {"https://example.com/a?b=c&d", "https://example.com/a?b=c&d"},
        {"HTTP://example.com", "HTTP://example.com"},
        {"mailto:jane@example.com", "mailto:jane@example.com"},
        {"example.com/jane", "https://example.com/jane"},
        {"https://example.com/é \"<x>", "https://example.com/%C3%A9%20%22%3Cx%3E"},
        {"javascript://example.com/%0aalert(1)", NULL},
        {"file:///etc/passwd", NULL},
        {"javascript:alert(1)", "https://javascript:alert(1)"},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf out = {0};
        CU_ASSERT_EQUAL(link_add(&out, cases[i].address), cases[i].expected != NULL);
        CU_ASSERT_TRUE(is(cases[i].address, &out, cases[i].expected ? cases[i].expected : ""));
    }
    StrBuf none = {0};
    CU_ASSERT_FALSE(link_add(&none, NULL));
}

CU_TestInfo markup_tests[] = {
    {"hostile text stays text in XML", hostile_text_stays_text_in_xml},
    {"hostile text stays text in Markdown", hostile_text_stays_text_in_markdown},
    {"a heading is one line", a_heading_is_one_line},
    {"links run nothing", links_run_nothing},
    CU_TEST_INFO_NULL,
};
