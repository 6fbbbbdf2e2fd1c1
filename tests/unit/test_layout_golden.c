#include "suites.h"

#include <stdio.h>
#include <stdlib.h>

#include "bulletproof/base/file.h"
#include "bulletproof/layout/layout.h"
#include "sample.h"

#define RESUME "tests/golden/every-section.yaml"
#define GOLDEN "tests/golden/every-section.layout"

static void read_source(const char *path, StrBuf *text)
{
    CU_ASSERT_TRUE_FATAL(file_read(source_path(path), 1 << 20, text, NULL, NULL));
}

/* With the built-in metrics: the same boxes on every machine. */
static void dump_resume(StrView text, StrBuf *dump)
{
    Node *root = sample_read(text);
    Theme theme;
    theme_init(&theme);
    Fonts *fonts = fonts_open_builtin();
    Arena arena = {0};
    layout_dump(
        dump, layout_build(&(LayoutInput){.root = root, .theme = &theme, .fonts = fonts}, &arena));
    arena_done(&arena);
    fonts_free(fonts);
    theme_done(&theme);
    node_free(root);
}

static void every_section_stands_where_it_stood(void)
{
    StrBuf resume = {0}, dump = {0}, golden = {0};
    read_source(RESUME, &resume);
    read_source(GOLDEN, &golden);
    dump_resume(strbuf_view(&resume), &dump);
    bool is_same = view_equal(strbuf_view(&dump), strbuf_view(&golden));
    if (!is_same) {
        printf("# " GOLDEN " differs; the layout is now:\n%s", strbuf_text(&dump));
    }
    CU_ASSERT_TRUE(is_same);
    strbuf_done(&resume);
    strbuf_done(&dump);
    strbuf_done(&golden);
}

CU_TestInfo layout_golden_tests[] = {
    {"every section stands where it stood", every_section_stands_where_it_stood},
    CU_TEST_INFO_NULL,
};
