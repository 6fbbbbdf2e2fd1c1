#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/base/file.h"
#include "bulletproof/model/theme.h"

static void expect_same_sections(const Theme *a, const Theme *b)
{
    CU_ASSERT_EQUAL_FATAL(a->section_count, b->section_count);
    for (size_t i = 0; i < a->section_count; i++) {
        CU_ASSERT_EQUAL(a->sections[i].kind, b->sections[i].kind);
        CU_ASSERT_STRING_EQUAL(a->sections[i].heading, b->sections[i].heading);
    }
}

static void standard_file_holds_the_standard_values(void)
{
    Theme built_in, read;
    Diag diag = {0};
    theme_init(&built_in);
    CU_ASSERT_TRUE(theme_find(&read, "standard-flow", NULL, &diag));
    CU_ASSERT_STRING_EQUAL(diag.text, "");
    CU_ASSERT_STRING_EQUAL(read.font, built_in.font);
    CU_ASSERT_EQUAL(read.size, built_in.size);
    CU_ASSERT_EQUAL(read.leading, built_in.leading);
    CU_ASSERT_EQUAL(read.margin_x, built_in.margin_x);
    CU_ASSERT_EQUAL(read.name_color.blue, built_in.name_color.blue);
    CU_ASSERT_EQUAL(read.rule_color.red, built_in.rule_color.red);
    CU_ASSERT_EQUAL(read.dates, built_in.dates);
    expect_same_sections(&read, &built_in);
    theme_done(&built_in);
    theme_done(&read);
}

static void every_built_in_theme_reads(void)
{
    size_t count, themes = 0;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++) {
        if (strncmp(files[i].name, "themes/", 7) != 0) {
            continue;
        }
        Theme theme;
        Diag diag = {0};
        CU_ASSERT_TRUE(theme_read(&theme, files[i].text, &diag));
        CU_ASSERT_STRING_EQUAL(diag.text, "");
        theme_done(&theme);
        themes++;
    }
    CU_ASSERT(themes > 0);
}

static void sections_left_out_follow(void)
{
    Theme theme;
    CU_ASSERT_TRUE(theme_read(
        &theme, view_of("sections:\n  - section: work\n    heading: Work\n  - section: skills\n"),
        NULL));
    CU_ASSERT_EQUAL(theme.sections[0].kind, NODE_WORKS);
    CU_ASSERT_STRING_EQUAL(theme.sections[0].heading, "Work");
    CU_ASSERT_EQUAL(theme.sections[1].kind, NODE_SKILLS);
    CU_ASSERT_STRING_EQUAL(theme.sections[1].heading, "Skills");
    CU_ASSERT_EQUAL(theme.section_count, 12);
    theme_done(&theme);
}

static void faults_are_told_by_place_and_remedy(void)
{
    static const struct {
        const char *text, *words;
        unsigned line, column;
    } cases[] = {
        {"font: Carlito\nsise: 10\n", "size", 2, 1},
        {"size: 40\n", "14", 1, 7},
        {"size: big\n", "number", 1, 7},
        {"paper: A3\n", "Letter", 1, 8},
        {"text-color: blue\n", "#12385e", 1, 13},
        {"rule-color: \"#12345\"\n", "#12385e", 1, 13},
        {"sections:\n  - section: skils\n", "there are summary, skills", 2, 14},
        {"sections:\n  - section: work\n  - section: work\n", "twice", 3, 14},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Theme theme;
        Diag diag = {0};
        CU_ASSERT_FALSE(theme_read(&theme, view_of(cases[i].text), &diag));
        CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, cases[i].words));
        CU_ASSERT_EQUAL(diag.place.line, cases[i].line);
        CU_ASSERT_EQUAL(diag.place.column, cases[i].column);
        CU_ASSERT_STRING_EQUAL(theme.font, "Carlito");
        theme_done(&theme);
    }
}

static void unknown_theme_names_those_there_are(void)
{
    Theme theme;
    Diag diag = {0};
    CU_ASSERT_FALSE(theme_find(&theme, "fancy", NULL, &diag));
    CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, "standard-flow"));
    theme_done(&theme);
}

/* A folder with files in it, named by the test. */
static void put_file(const char *folder, const char *name, const char *text)
{
    StrBuf path = {0};
    strbuf_addf(&path, "%s/%s", folder, name);
    CU_ASSERT_TRUE_FATAL(file_write(strbuf_text(&path), view_of(text), NULL, NULL, NULL));
    strbuf_done(&path);
}

static void drop_file(const char *folder, const char *name)
{
    StrBuf path = {0};
    strbuf_addf(&path, "%s/%s", folder, name);
    unlink(strbuf_text(&path));
    strbuf_done(&path);
}

static void a_users_theme_goes_before_a_built_in_one(void)
{
    char folder[] = "/tmp/bulletproof-themes-XXXXXX";
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    put_file(folder, "mine.yaml", "size: 11\nfont: fonts/Mine-Regular.ttf\n");
    put_file(folder, "plain.yaml", "size: 12\n");
    put_file(folder, "broken.yaml", "size: 11\nleading: 9\n");
    Theme theme;
    Diag diag = {0};
    CU_ASSERT_TRUE(theme_find(&theme, "mine", folder, &diag));
    CU_ASSERT_DOUBLE_EQUAL(theme.size, 11, 0.001);
    CU_ASSERT_TRUE(view_starts_with(view_of(theme.font), folder));
    CU_ASSERT_TRUE(view_ends_with(view_of(theme.font), "/fonts/Mine-Regular.ttf"));
    theme_done(&theme);
    CU_ASSERT_TRUE(theme_find(&theme, "plain", folder, &diag));
    CU_ASSERT_DOUBLE_EQUAL(theme.size, 12, 0.001);
    theme_done(&theme);
    CU_ASSERT_FALSE(theme_find(&theme, "broken", folder, &diag));
    CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, "/broken.yaml:2:10: "));
    theme_done(&theme);
    CU_ASSERT_FALSE(theme_find(&theme, "fancy", folder, &diag));
    CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, "standard-flow, broken, mine"));
    theme_done(&theme);
    drop_file(folder, "mine.yaml");
    drop_file(folder, "plain.yaml");
    drop_file(folder, "broken.yaml");
    rmdir(folder);
}

static void names_are_listed_once_and_hidden_files_never(void)
{
    char folder[] = "/tmp/bulletproof-themes-XXXXXX";
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    put_file(folder, "plain.yaml", "");
    put_file(folder, ".#mine.yaml", "");
    put_file(folder, "notes.txt", "");
    StrBuf built_in = {0}, all = {0};
    theme_add_names(&built_in, NULL);
    theme_add_names(&all, folder);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&built_in), strbuf_text(&all));
    CU_ASSERT_PTR_NOT_NULL(strstr(strbuf_text(&all), "standard-flow\n"));
    strbuf_done(&built_in);
    strbuf_done(&all);
    drop_file(folder, "plain.yaml");
    drop_file(folder, ".#mine.yaml");
    drop_file(folder, "notes.txt");
    rmdir(folder);
}

static void dates_and_their_end_follow_the_language(void)
{
    for (int language = 0; language < DATE_LANGUAGE_COUNT; language++) {
        StrBuf text = {0};
        Theme theme;
        strbuf_addf(&text, "language: %s\n", date_language_code((DateLanguage)language));
        CU_ASSERT_TRUE(theme_read(&theme, strbuf_view(&text), NULL));
        CU_ASSERT_EQUAL((int)theme.language, language);
        CU_ASSERT_STRING_EQUAL(theme.open_end, date_language_open_end((DateLanguage)language));
        theme_done(&theme);
        strbuf_add(&text, "open-end: now\n");
        CU_ASSERT_TRUE(theme_read(&theme, strbuf_view(&text), NULL));
        CU_ASSERT_STRING_EQUAL(theme.open_end, "now");
        theme_done(&theme);
        strbuf_done(&text);
    }
}

CU_TestInfo theme_tests[] = {
    {"standard file holds the standard values", standard_file_holds_the_standard_values},
    {"every built-in theme reads", every_built_in_theme_reads},
    {"sections left out follow", sections_left_out_follow},
    {"faults are told by place and remedy", faults_are_told_by_place_and_remedy},
    {"unknown theme names those there are", unknown_theme_names_those_there_are},
    {"dates and their end follow the language", dates_and_their_end_follow_the_language},
    {"a users theme goes before a built-in one", a_users_theme_goes_before_a_built_in_one},
    {"names are listed once and hidden files never", names_are_listed_once_and_hidden_files_never},
    CU_TEST_INFO_NULL,
};
