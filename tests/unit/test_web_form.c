#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/model/document.h"
#include "sample.h"
#include "ui/web_form.h"

static const struct {
    const char *resume, *rows; /* a heading in brackets, "label: text" */
} cases[] = {
    {"basics: {name: Ada King Byron, email: a@example.com, phone: '1', url: "
     "https://a.example.com,\n"
     "  label: Engineer, summary: Builds., location: {city: London, countryCode: GB},\n"
     "  profiles: [{network: GitHub, url: https://g.example.com/a}, {username: ada}]}\n",
     "[Contact]\nName: Ada King Byron\nFirst name: Ada King\nLast name: Byron\n"
     "E-mail: a@example.com\nPhone: 1\nCity: London\nCountry code: GB\n"
     "GitHub: https://g.example.com/a\nProfile: ada\nWebsite: https://a.example.com\n"
     "Headline: Engineer\nSummary: Builds.\n"},
    {"basics: {name: Ada}\n", "[Contact]\nName: Ada\n"},
    {"work: [{position: Counter, name: Engines, location: London, startDate: 1842-10,\n"
     "  endDate: '1843', summary: Wrote., highlights: [One., Two.]}, {name: Gone, x-hidden: "
     "true}]\n",
     "[Contact]\n[Experience: Engines]\nEmployer: Engines\nPosition: Counter\nPlace: London\n"
     "From: 10/1842\nTo: 1843\nDescription: Wrote.|- One.|- Two.\n"},
    {"skills: [{name: A, keywords: [Go, C]}, {name: B, keywords: [SQL]}]\n",
     "[Contact]\n[Skills]\nAll skills: Go, C, SQL\n"},
    {"education: [{institution: U, studyType: BSc, area: Maths, courses: [X, Y]}]\n",
     "[Contact]\n[Education: U]\nInstitution: U\nDegree: BSc\nSubject: Maths\n"
     "Description: X, Y\n"},
};

/* Line ends of a text are shown as bars. */
static void add_rows(StrBuf *out, const WebFormRows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        const WebFormRow *row = &rows->items[i];
        if (!row->text) {
            strbuf_addf(out, "[%s]\n", row->label);
            continue;
        }
        strbuf_addf(out, "%s: ", row->label);
        for (const char *at = row->text; *at; at++) {
            strbuf_add_char(out, *at == '\n' ? '|' : *at);
        }
        strbuf_add_char(out, '\n');
    }
}

static void rows_stand_as_forms_ask(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Node *root = sample_read(view_of(cases[i].resume));
        WebFormRows rows = {0};
        StrBuf out = {0};
        web_form_add(&rows, root);
        add_rows(&out, &rows);
        bool is_same = strcmp(strbuf_text(&out), cases[i].rows) == 0;
        if (!is_same) {
            printf("# expected:\n%s# actual:\n%s", cases[i].rows, strbuf_text(&out));
        }
        CU_ASSERT_TRUE(is_same);
        strbuf_done(&out);
        web_form_done(&rows);
        node_free(root);
    }
}

static bool copies(Editor *editor, const char *expected)
{
    editor_run(editor, view_of("prompt-take"));
    Request request = editor_take_request(editor);
    return request.kind == REQUEST_COPY && view_is(request.argument, expected);
}

static void one_key_copies_the_next(void)
{
    Document *document =
        document_new(sample_read(view_of("basics: {name: Ada Byron, email: a@example.com}\n")));
    Editor *editor = editor_new();
    editor_resize(editor, 24, 80);
    editor_show(editor, document);
    editor_run(editor, view_of("web-form"));
    CU_ASSERT_TRUE(copies(editor, "Ada Byron"));
    CU_ASSERT_TRUE(copies(editor, "Ada"));
    CU_ASSERT_TRUE(copies(editor, "Byron"));
    CU_ASSERT_TRUE(copies(editor, "a@example.com"));
    CU_ASSERT_TRUE(copies(editor, "a@example.com")); /* the last stays in hand */
    editor_free(editor);
    document_free(document);
}

CU_TestInfo web_form_tests[] = {
    {"rows stand as forms ask", rows_stand_as_forms_ask},
    {"one key copies the next", one_key_copies_the_next},
    CU_TEST_INFO_NULL,
};
