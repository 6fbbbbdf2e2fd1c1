#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/folders.h"
#include "app/settings.h"

static void settings_are_read_by_name(void)
{
    static const struct {
        const char *text;
        Settings settings;
    } cases[] = {
        {"", {.escape_delay = 0}},
        {"# nothing\n", {.escape_delay = 0}},
        {"escape-delay: 100\n", {.escape_delay = 100}},
        {"spelling: off\n", {.spelling = SETTINGS_SPELLING_OFF}},
        {"spelling: on\n", {.spelling = SETTINGS_SPELLING_ON}},
        {"colour: never\nbackground: light\n",
         {.colour = SETTINGS_COLOUR_NEVER, .background = SETTINGS_BACKGROUND_LIGHT}},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Settings settings = {0};
        Diag diag = {0};
        CU_ASSERT(settings_parse(view_of(cases[i].text), &settings, &diag));
        CU_ASSERT_EQUAL(settings.escape_delay, cases[i].settings.escape_delay);
        CU_ASSERT_EQUAL(settings.colour, cases[i].settings.colour);
        CU_ASSERT_EQUAL(settings.background, cases[i].settings.background);
        CU_ASSERT_EQUAL(settings.spelling, cases[i].settings.spelling);
    }
}

static void wrong_settings_are_told_by_line(void)
{
    static const struct {
        const char *text;
        unsigned line;
    } cases[] = {
        {"colour: never\nescape-delay: soon\n", 2},
        {"escape-delay: 5000\n", 1},
        {"\ncolour: blue\n", 2},
        {"color: never\n", 1},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Settings settings = {0};
        Diag diag = {0};
        CU_ASSERT_FALSE(settings_parse(view_of(cases[i].text), &settings, &diag));
        CU_ASSERT_EQUAL(diag.place.line, cases[i].line);
    }
}

static void folders_follow_the_environment(void)
{
    static const struct {
        const char *base, *home, *folder;
    } cases[] = {
        {"/base", "/home/me", "/base/bulletproof"},
        {"base", "/home/me", "/home/me/.config/bulletproof"},
        {"", "/home/me", "/home/me/.config/bulletproof"},
        {"", "", NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        setenv("XDG_CONFIG_HOME", cases[i].base, 1);
        setenv("HOME", cases[i].home, 1);
        char *folder = folder_config();
        CU_ASSERT_EQUAL(folder == NULL, cases[i].folder == NULL);
        CU_ASSERT(!folder || strcmp(folder, cases[i].folder) == 0);
        free(folder);
    }
}

CU_TestInfo settings_tests[] = {
    {"settings are read by name", settings_are_read_by_name},
    {"wrong settings are told by line", wrong_settings_are_told_by_line},
    {"folders follow the environment", folders_follow_the_environment},
    CU_TEST_INFO_NULL,
};
