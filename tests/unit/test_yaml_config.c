#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/yaml/config.h"
#include "bulletproof/yaml/guess.h"

typedef enum { SIDE_LEFT, SIDE_RIGHT } Side;

typedef struct {
    char *name;
    int weight;
} Font;

typedef struct {
    double top, bottom;
} Margins;

typedef struct {
    char *name;
    double size;
    int columns;
    bool is_ruled;
    Side side;
    Margins margins;
    char **sections;
    size_t section_count;
    Font *fonts;
    size_t font_count;
} Theme;

static const char *const sides[] = {"left", "right", NULL};

static const YamlField font_fields[] = {
    {.key = "name", .type = YAML_TEXT, .offset = offsetof(Font, name)},
    {.key = "weight", .type = YAML_INTEGER, .offset = offsetof(Font, weight)},
};
static const YamlRecord font_record = {font_fields, 2, sizeof(Font)};

static const YamlField margin_fields[] = {
    {.key = "top", .type = YAML_NUMBER, .offset = offsetof(Margins, top)},
    {.key = "bottom", .type = YAML_NUMBER, .offset = offsetof(Margins, bottom)},
};
static const YamlRecord margin_record = {margin_fields, 2, sizeof(Margins)};

static const YamlField theme_fields[] = {
    {.key = "name", .type = YAML_TEXT, .offset = offsetof(Theme, name)},
    {.key = "size",
     .type = YAML_NUMBER,
     .offset = offsetof(Theme, size),
     .minimum = 6,
     .maximum = 24},
    {.key = "columns", .type = YAML_INTEGER, .offset = offsetof(Theme, columns)},
    {.key = "ruled", .type = YAML_FLAG, .offset = offsetof(Theme, is_ruled)},
    {.key = "side", .type = YAML_CHOICE, .offset = offsetof(Theme, side), .words = sides},
    {.key = "margins",
     .type = YAML_RECORD,
     .offset = offsetof(Theme, margins),
     .record = &margin_record},
    {.key = "sections",
     .type = YAML_TEXTS,
     .offset = offsetof(Theme, sections),
     .count_offset = offsetof(Theme, section_count)},
    {.key = "fonts",
     .type = YAML_RECORDS,
     .offset = offsetof(Theme, fonts),
     .count_offset = offsetof(Theme, font_count),
     .record = &font_record},
};
static const YamlRecord theme_record = {theme_fields, 8, sizeof(Theme)};

static void present_members_are_filled_and_others_kept(void)
{
    Theme theme = {.name = xstrdup("default"), .size = 10, .margins = {36, 48}, .is_ruled = true};
    Diag diag = {0};
    CU_ASSERT_TRUE(yaml_config_load(view_of("name: Fjord # calm\ncolumns: 2\nruled: no\n"
                                            "side: right\nmargins: {top: 40.5}\n"
                                            "sections:\n- work\n- 'null'\n"
                                            "fonts:\n  - name: Carlito\n    weight: 700\n"),
                                    &theme_record, &theme, &diag));
    CU_ASSERT_STRING_EQUAL(theme.name, "Fjord");
    CU_ASSERT_EQUAL(theme.size, 10);
    CU_ASSERT_EQUAL(theme.columns, 2);
    CU_ASSERT_FALSE(theme.is_ruled);
    CU_ASSERT_EQUAL(theme.side, SIDE_RIGHT);
    CU_ASSERT_EQUAL(theme.margins.top, 40.5);
    CU_ASSERT_EQUAL(theme.margins.bottom, 48);
    CU_ASSERT_EQUAL_FATAL(theme.section_count, 2);
    CU_ASSERT_STRING_EQUAL(theme.sections[1], "null");
    CU_ASSERT_EQUAL_FATAL(theme.font_count, 1);
    CU_ASSERT_STRING_EQUAL(theme.fonts[0].name, "Carlito");
    CU_ASSERT_EQUAL(theme.fonts[0].weight, 700);
    yaml_record_done(&theme_record, &theme);
}

static void nothing_leaves_the_defaults(void)
{
    static const char *const cases[] = {"", "# no key\n", "{}", "name:\nsections:\nfonts: null\n"};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Theme theme = {.name = xstrdup("default"), .size = 10};
        Diag diag = {0};
        CU_ASSERT_TRUE(yaml_config_load(view_of(cases[i]), &theme_record, &theme, &diag));
        CU_ASSERT_STRING_EQUAL(theme.name, "default");
        CU_ASSERT_EQUAL(theme.size, 10);
        yaml_record_done(&theme_record, &theme);
    }
}

static void faults_are_told_by_line_and_leave_the_defaults(void)
{
    static const struct {
        const char *text;
        unsigned line, column;
        const char *words;
    } cases[] = {
        {"nmae: x\n", 1, 1, "did you mean \"name\""},
        {"name: x\nqqq: 1\n", 2, 1, "known here are name, size"},
        {"size: 12pt\n", 1, 7, "needs a number"},
        {"size: 0x10\n", 1, 7, "needs a number"},
        {"size: 200\n", 1, 7, "between 6 and 24"},
        {"columns: 1.5\n", 1, 10, "whole number"},
        {"columns:\n", 1, 9, "a value on its line"},
        {"ruled: maybe\n", 1, 8, "one of: true, yes"},
        {"side: middle\n", 1, 7, "one of: left, right"},
        {"margins:\n", 1, 9, "keys of its own"},
        {"margins:\n  topp: 1\n", 2, 3, "did you mean \"top\""},
        {"sections: work\n", 1, 11, "a list"},
        {"sections:\n- work\n-\n", 3, 2, "a text"},
        {"fonts:\n- Carlito\n", 2, 3, "a group of keys"},
        {"name: [a]\n", 1, 7, "a value"},
        {"name: a\nname: b\n", 2, 1, "again"},
        {"- a\n", 1, 1, "key: value"},
        {"name: \"a\n", 1, 7, "never closed"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Theme theme = {.size = 10};
        Diag diag = {0};
        CU_ASSERT_FALSE(yaml_config_load(view_of(cases[i].text), &theme_record, &theme, &diag));
        bool is_good = diag.place.line == cases[i].line && diag.place.column == cases[i].column &&
                       strstr(diag.text, cases[i].words);
        CU_ASSERT_TRUE(is_good);
        if (!is_good) {
            printf("# case %zu: %u:%u %s\n", i, diag.place.line, diag.place.column, diag.text);
        }
        CU_ASSERT_PTR_NULL(theme.name);
        yaml_record_done(&theme_record, &theme);
    }
}

static void a_near_word_is_guessed(void)
{
    static const char *const names[] = {"highlights", "startDate", "url", "name"};
    static const struct {
        const char *word, *expected;
    } cases[] = {
        {"highlight", "highlights"},
        {"start_date", "startDate"},
        {"startdate", "startDate"},
        {"urll", "url"},
        {"nmae", "name"},
        {"hobbies", NULL},
        {"x", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *guess = yaml_guess(view_of(cases[i].word), names, 4);
        CU_ASSERT_STRING_EQUAL(guess ? guess : "none",
                               cases[i].expected ? cases[i].expected : "none");
    }
}

CU_TestInfo yaml_config_tests[] = {
    {"present members are filled and others kept", present_members_are_filled_and_others_kept},
    {"nothing leaves the defaults", nothing_leaves_the_defaults},
    {"faults are told by line and leave the defaults",
     faults_are_told_by_line_and_leave_the_defaults},
    {"a near word is guessed", a_near_word_is_guessed},
    CU_TEST_INFO_NULL,
};
