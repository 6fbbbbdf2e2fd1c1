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
        {"vi-keys: on\n", {.has_vi_keys = true}},
        {"mouse: on\n", {.has_mouse = true}},
        {"plain: on\n", {.is_plain = true}},
        {"colour: never\nbackground: light\n",
         {.colour = SETTINGS_COLOUR_NEVER, .background = SETTINGS_BACKGROUND_LIGHT}},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Settings settings;
        Diag diag = {0};
        settings_init(&settings);
        CU_ASSERT(settings_parse(view_of(cases[i].text), &settings, &diag));
        CU_ASSERT_EQUAL(settings.escape_delay, cases[i].settings.escape_delay);
        CU_ASSERT_EQUAL(settings.colour, cases[i].settings.colour);
        CU_ASSERT_EQUAL(settings.background, cases[i].settings.background);
        CU_ASSERT_EQUAL(settings.spelling, cases[i].settings.spelling);
        CU_ASSERT_EQUAL(settings.has_vi_keys, cases[i].settings.has_vi_keys);
        CU_ASSERT_EQUAL(settings.is_plain, cases[i].settings.is_plain);
        CU_ASSERT_EQUAL(settings.has_mouse, cases[i].settings.has_mouse);
        settings_done(&settings);
    }
}

static void wrong_settings_are_told_by_line(void)
{
    static const struct {
        const char *text;
        unsigned line, column;
        const char *told; /* a part of it */
    } cases[] = {
        {"colour: never\nescape-delay: soon\n", 2, 15, "number"},
        {"escape-delay: 5000\n", 1, 15, "1000"},
        {"\ncolour: blue\n", 2, 9, "never"},
        {"color: never\n", 1, 1, "colour"},
        {"keys:\n  sav: C-s\n", 2, 3, "save"},
        {"keys:\n  save: C-s Ctrl-x\n", 2, 13, "\"Ctrl-x\" is no key"},
        {"keys:\n  save: \"C-s  F13\"\n", 2, 15, "\"F13\" is no key"},
        {"keys:\n  undo: u\n", 2, 9, "would no longer be typed"},
        {"keys:\n  undo: M-u\n  save: C-p\n", 3, 9, "is a key of \"export-pdf\""},
        {"keys:\n  undo: C-y C-z\n", 2, 9, "\"redo\""},
        {"keys:\n  undo: 1 2 3 4 5 6 7 8 9\n", 2, 9, "typed"},
        {"keys:\n  undo: F1 M-1 M-2 M-3 M-4 M-5 M-6 M-7 M-8\n", 2, 40, "at most 8"},
        {"keys: vi\n", 1, 7, "indented under it"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Settings settings;
        Diag diag = {0};
        settings_init(&settings);
        CU_ASSERT_FALSE(settings_parse(view_of(cases[i].text), &settings, &diag));
        CU_ASSERT_EQUAL(diag.place.line, cases[i].line);
        CU_ASSERT_EQUAL(diag.place.column, cases[i].column);
        if (!strstr(diag.text, cases[i].told) || diag.place.column != cases[i].column) {
            printf("# %s: %u:%u: %s\n", cases[i].text, diag.place.line, diag.place.column,
                   diag.text);
        }
        CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, cases[i].told));
        settings_done(&settings);
    }
}

static const char *command_of(const Settings *settings, Context context, const char *name)
{
    Key key = {0};
    CU_ASSERT(key_parse(view_of(name), &key));
    const Command *command = keymap_find(&settings->keymap, context, key);
    return command ? command->name : "";
}

static void keys_are_those_of_the_settings(void)
{
    static const char text[] = "vi-keys: on\n"
                               "keys:\n"
                               "  kill-line: C-g M-k\n"
                               "  palette: C-] F10 M-P\n"
                               "  suspend: \"\"\n"
                               "  choose: j\n";
    static const struct {
        Context context;
        const char *key, *command;
    } cases[] = {
        {CONTEXT_FIELD, "C-g", "kill-line"},
        {CONTEXT_FIELD, "C-k", ""},
        {CONTEXT_FIELD, "C-]", "palette"},
        {CONTEXT_OUTLINE, "C-]", "palette"},
        {CONTEXT_OUTLINE, "C-g", ""},
        {CONTEXT_FIELD, "M-z", ""},
        {CONTEXT_FIELD, "C-s", "save"},
        {CONTEXT_CHOICE, "j", "choose"},
        {CONTEXT_CHOICE, "Enter", ""},
        {CONTEXT_COMMAND, "u", "undo"},
        {CONTEXT_COMMAND, "D", "kill-line"},
        {CONTEXT_FIELD, "u", ""},
        {CONTEXT_FIELD, "Esc", "letters-command"},
        {CONTEXT_OUTLINE, "j", "outline-down"},
    };
    Settings settings;
    Diag diag = {0};
    settings_init(&settings);
    CU_ASSERT_EQUAL(settings.keymap.count, 0); /* without a file nothing is made of the defaults */
    CU_ASSERT(settings_parse(view_of(text), &settings, &diag));
    CU_ASSERT_STRING_EQUAL(diag.text, "");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_STRING_EQUAL(command_of(&settings, cases[i].context, cases[i].key),
                               cases[i].command);
    }
    const Binding *one, *other;
    CU_ASSERT_FALSE(keymap_find_clash(&settings.keymap, &one, &other));
    settings_done(&settings);
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
    {"keys are those of the settings", keys_are_those_of_the_settings},
    {"folders follow the environment", folders_follow_the_environment},
    CU_TEST_INFO_NULL,
};
