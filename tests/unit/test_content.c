#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/layout/content.h"
#include "sample.h"

static const char resume_text[] =
    "basics: {name: Noor Haddad, email: noor@example.com}\n"
    "work:\n"
    "  - position: A title so long that no page has room for dates beside it, whatever the theme "
    "says about its margins and its fonts\n"
    "    name: Harbour Lines\n"
    "    location: Porto\n"
    "    startDate: 2021-03\n"
    "    highlights: [Shown., Another.]\n"
    "  - {startDate: 2019-01, endDate: 2020-02, location: Porto}\n";

/* A resume, its theme, and what they say. */
typedef struct {
    Node *root;
    Theme theme;
    Arena arena;
    LayoutInput input;
} Said;

static void said_init(Said *said, StrView text)
{
    *said = (Said){.root = sample_read(text)};
    theme_init(&said->theme);
    said->input = (LayoutInput){.root = said->root, .theme = &said->theme};
}

static void said_done(Said *said)
{
    arena_done(&said->arena);
    theme_done(&said->theme);
    node_free(said->root);
}

static void add_content(StrBuf *out, Said *said)
{
    Content content = content_build(&said->input, &said->arena);
    for (size_t i = 0; i < content.count; i++) {
        const ContentBlock *block = &content.blocks[i];
        strbuf_addf(out, "%d %.*s", (int)block->kind, VIEW_ARG(content_text(block, &said->arena)));
        strbuf_addf(out, "%s%.*s\n", block->right.text.length > 0 ? " / " : "",
                    VIEW_ARG(block->right.text));
    }
}

static bool says(Said *said, const char *expected)
{
    StrBuf text = {0};
    add_content(&text, said);
    bool is_equal = strcmp(strbuf_text(&text), expected) == 0;
    if (!is_equal) {
        printf("# expected:\n%s# actual:\n%s", expected, strbuf_text(&text));
    }
    strbuf_done(&text);
    return is_equal;
}

static void content_needs_no_fonts_and_no_room(void)
{
    Said said;
    said_init(&said, view_of(resume_text));
    CU_ASSERT_TRUE(says(&said, "0 Noor Haddad\n"
                               "2 noor@example.com\n"
                               "3 EXPERIENCE\n"
                               "4 A title so long that no page has room for dates beside it, "
                               "whatever the theme says about its margins and its fonts / Mar 2021 "
                               "– Present\n"
                               "5 Harbour Lines / Porto\n"
                               "7 Shown.\n"
                               "7 Another.\n"
                               "4 Jan 2019 – Feb 2020\n"
                               "5 Porto\n"));
    said_done(&said);
}

static void an_empty_resume_says_nothing(void)
{
    Said said;
    said_init(&said, view_of("{}\n"));
    CU_ASSERT_TRUE(says(&said, ""));
    said_done(&said);
}

CU_TestInfo content_tests[] = {
    {"content needs no fonts and no room", content_needs_no_fonts_and_no_room},
    {"an empty resume says nothing", an_empty_resume_says_nothing},
    CU_TEST_INFO_NULL,
};
