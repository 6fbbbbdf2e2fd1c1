#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/ui/surface.h"

/* Compares a dump with what is expected and shows both when they differ. */
static bool dump_is(char *dump, const char *expected)
{
    bool is_same = strcmp(dump, expected) == 0;
    if (!is_same) {
        printf("# expected:\n%s# actual:\n%s", expected, dump);
    }
    free(dump);
    return is_same;
}

static void text_is_clipped_at_grapheme_boundaries(void)
{
    static const struct {
        const char *text;
        int column, columns, next;
        const char *shown;
    } cases[] = {
        {"résumé", 0, 8, 6, "résumé\n"},
        {"résumé", 0, 4, 4, "résu\n"},
        {"résumé", 6, 9, 8, "      ré\n"},
        {"résumé", -2, 9, 4, "sumé\n"},
        {"日本語", 0, 5, 4, "日本\n"}, /* a wide letter is kept whole or not at all */
        {"日本語", -1, 9, 5, " 本語\n"},
        {"e\xCC\x81t\xC3\xA9", 0, 2, 2, "e\xCC\x81t\n"},
        {"a\x1b[31m\n", 0, 8, 7, "a\xEF\xBF\xBD[31m\xEF\xBF\xBD\n"},
        {"a\xff\xe2\x80\xae", 0, 8, 3, "a\xEF\xBF\xBD\xEF\xBF\xBD\n"},
        {"\xCC\x81x", 0, 8, 1, "x\n"}, /* a mark alone has no cell to stand on */
        {"x", 0, 0, 0, "\n"},
        {"x", 9, 4, 9, "\n"},
        {"", 0, 8, 0, "\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Surface surface;
        surface_init(&surface, 1, 8);
        int next = surface_put(&surface, (Strip){0, cases[i].column, cases[i].columns}, ROLE_TEXT,
                               view_of(cases[i].text));
        CU_ASSERT_EQUAL(next, cases[i].next);
        CU_ASSERT(dump_is(surface_text(&surface), cases[i].shown));
        surface_done(&surface);
    }
}

static void cut_text_ends_in_an_ellipsis(void)
{
    static const struct {
        const char *text;
        int columns, next;
        const char *shown;
    } cases[] = {
        {"résumé", 6, 6, "résumé\n"}, {"résumé", 4, 4, "rés…\n"},
        {"日本語", 5, 5, "日本…\n"},  {"日本語", 4, 3, "日…\n"},
        {"résumé", 1, 1, "…\n"},      {"résumé", 0, 0, "\n"},
        {"résumé", -3, 0, "\n"},      {"résumés is", 99, 8, "résumés…\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Surface surface;
        surface_init(&surface, 1, 8);
        int next = surface_put_cut(&surface, (Strip){0, 0, cases[i].columns}, ROLE_TEXT,
                                   view_of(cases[i].text));
        CU_ASSERT_EQUAL(next, cases[i].next);
        CU_ASSERT(dump_is(surface_text(&surface), cases[i].shown));
        surface_done(&surface);
    }
}

static void half_a_wide_letter_is_never_left_behind(void)
{
    static const struct {
        int column;
        const char *text, *shown;
    } cases[] = {
        {0, "x", "x 本語\n"},
        {1, "x", " x本語\n"},
        {1, "字", " 字 語\n"},
        {5, "x", "日本 x\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Surface surface;
        surface_init(&surface, 1, 6);
        surface_put(&surface, (Strip){0, 0, 6}, ROLE_TEXT, view_of("日本語"));
        surface_put(&surface, (Strip){0, cases[i].column, 6}, ROLE_TEXT, view_of(cases[i].text));
        CU_ASSERT(dump_is(surface_text(&surface), cases[i].shown));
        surface_done(&surface);
    }
}

static void areas_are_clipped(void)
{
    Surface surface;
    surface_init(&surface, 3, 4);
    surface_fill(&surface, (Area){-1, -1, 3, 3}, ROLE_RULE, 0x2500);
    surface_fill(&surface, (Area){2, 3, 9, 9}, ROLE_TEXT, '\n');
    surface_paint(&surface, (Area){1, 1, 9, 9}, ROLE_FOCUS);
    surface_paint(&surface, (Area){5, 5, 1, 1}, ROLE_ERROR);
    CU_ASSERT(dump_is(surface_text(&surface), "──\n──\n   \xEF\xBF\xBD\n"));
    CU_ASSERT(dump_is(surface_roles(&surface), "rr\nrf\n   f\n"));
    surface_done(&surface);
}

static void joined_emoji_cover_the_columns_they_count(void)
{
    Surface surface;
    surface_init(&surface, 1, 8);
    StrView family = view_of("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D"
                             "\xF0\x9F\x91\xA7");
    CU_ASSERT_EQUAL(surface_put(&surface, (Strip){0, 0, 8}, ROLE_TEXT, family), 6);
    CU_ASSERT_EQUAL(surface_put(&surface, (Strip){0, 6, 2}, ROLE_TEXT, family), 6);
    CU_ASSERT_EQUAL(surface_cell(&surface, 0, 2)->code_points[0], 0x1F469);
    surface_done(&surface);
}

static void emoji_are_shown_one_by_one(void)
{
    static const struct {
        const char *text;
        int next;
        const char *shown;
    } cases[] = {
        {"👨‍👩‍👧.", 7,
         "👨👩👧.\n"},                 /* without joiners every terminal agrees about the columns */
        {"👍🏽.", 5, "👍  .\n"}, /* a skin tone is room */
        {"☎️.", 2, "☎.\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Surface surface;
        surface_init(&surface, 1, 8);
        int next = surface_put(&surface, (Strip){0, 0, 8}, ROLE_TEXT, view_of(cases[i].text));
        CU_ASSERT_EQUAL(next, cases[i].next);
        CU_ASSERT(dump_is(surface_text(&surface), cases[i].shown));
        surface_done(&surface);
    }
}

static void marks_beyond_a_cell_are_left_out(void)
{
    Surface surface;
    surface_init(&surface, 1, 4);
    StrView zalgo = view_of("e\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86x");
    CU_ASSERT_EQUAL(surface_put(&surface, (Strip){0, 0, 4}, ROLE_TEXT, zalgo), 2);
    CU_ASSERT(dump_is(surface_text(&surface), "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84x\n"));
    surface_done(&surface);
}

static void the_cursor_is_shown_only_inside(void)
{
    static const struct {
        int row, column;
        bool is_shown;
    } cases[] = {{0, 0, true}, {1, 3, true}, {2, 0, false}, {0, 4, false}, {-1, 0, false}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Surface surface;
        surface_init(&surface, 2, 4);
        CU_ASSERT_EQUAL(surface.cursor_row, -1);
        surface_set_cursor(&surface, cases[i].row, cases[i].column);
        CU_ASSERT_EQUAL(surface.cursor_row, cases[i].is_shown ? cases[i].row : -1);
        CU_ASSERT_EQUAL(surface.cursor_column, cases[i].is_shown ? cases[i].column : -1);
        surface_done(&surface);
    }
}

static void reset_blanks_and_resizes(void)
{
    Surface surface;
    surface_init(&surface, 0, 0);
    CU_ASSERT_EQUAL(surface_put(&surface, (Strip){0, 0, 9}, ROLE_TEXT, view_of("x")), 0);
    CU_ASSERT(dump_is(surface_text(&surface), ""));
    surface_reset(&surface, 2, 3);
    surface_put(&surface, (Strip){1, 0, 3}, ROLE_KEY, view_of("abc"));
    surface_set_cursor(&surface, 1, 1);
    surface_reset(&surface, 2, 3);
    CU_ASSERT(dump_is(surface_text(&surface), "\n\n"));
    CU_ASSERT_EQUAL(surface.cursor_row, -1);
    surface_done(&surface);
}

CU_TestInfo surface_tests[] = {
    {"text is clipped at grapheme boundaries", text_is_clipped_at_grapheme_boundaries},
    {"cut text ends in an ellipsis", cut_text_ends_in_an_ellipsis},
    {"half a wide letter is never left behind", half_a_wide_letter_is_never_left_behind},
    {"areas are clipped", areas_are_clipped},
    {"joined emoji cover the columns they count", joined_emoji_cover_the_columns_they_count},
    {"emoji are shown one by one", emoji_are_shown_one_by_one},
    {"marks beyond a cell are left out", marks_beyond_a_cell_are_left_out},
    {"the cursor is shown only inside", the_cursor_is_shown_only_inside},
    {"reset blanks and resizes", reset_blanks_and_resizes},
    CU_TEST_INFO_NULL,
};
