#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/ui/key.h"

static void names_are_read_and_written_back(void)
{
    static const struct {
        const char *name;
        Key key;
        const char *written, *in_footer;
    } cases[] = {
        {"a", {'a', 0}, "a", "a"},
        {"A", {'A', 0}, "A", "A"},
        {"é", {0xE9, 0}, "é", "é"},
        {"-", {'-', 0}, "-", "-"},
        {"Space", {' ', 0}, "Space", "Space"},
        {" ", {' ', 0}, "Space", "Space"},
        {"C-s", {'s', KEY_MOD_CONTROL}, "C-s", "^S"},
        {"C-S", {'s', KEY_MOD_CONTROL}, "C-s", "^S"},
        {"C--", {'-', KEY_MOD_CONTROL}, "C--", "^-"},
        {"M-n", {'n', KEY_MOD_ALT}, "M-n", "M-n"},
        {"M-N", {'N', KEY_MOD_ALT}, "M-N", "M-N"},
        {"M-C-x", {'x', KEY_MOD_ALT | KEY_MOD_CONTROL}, "C-M-x", "C-M-x"},
        {"Down", {KEYSYM_DOWN, 0}, "Down", "Down"},
        {"S-Tab", {KEYSYM_TAB, KEY_MOD_SHIFT}, "S-Tab", "S-Tab"},
        {"C-Left", {KEYSYM_LEFT, KEY_MOD_CONTROL}, "C-Left", "^Left"},
        {"F12", {KEYSYM_F12, 0}, "F12", "F12"},
        {"C-M-S-F1",
         {KEYSYM_F1, KEY_MOD_CONTROL | KEY_MOD_ALT | KEY_MOD_SHIFT},
         "C-M-S-F1",
         "C-M-S-F1"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Key key = {0};
        CU_ASSERT(key_parse(view_of(cases[i].name), &key));
        CU_ASSERT(key_equal(key, cases[i].key));
        StrBuf name = {0};
        key_add_name(&name, key);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&name), cases[i].written);
        strbuf_clear(&name);
        key_add_short(&name, key);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&name), cases[i].in_footer);
        strbuf_done(&name);
    }
}

static void what_is_no_key_is_refused(void)
{
    static const char *const cases[] = {
        "", "ab", "C-", "C-C-s", "S-a", "down", "F13", "\x1b", "\xff", "C-ab", "Ctrl-s",
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Key key = {'?', 0};
        CU_ASSERT_FALSE(key_parse(view_of(cases[i]), &key));
        CU_ASSERT_EQUAL(key.code, '?');
    }
}

static void only_plain_characters_are_text(void)
{
    static const struct {
        Key key;
        bool is_text;
    } cases[] = {
        {{'a', 0}, true},
        {{0x1F600, 0}, true},
        {{' ', 0}, true},
        {{0x301, 0}, true},
        {{'a', KEY_MOD_ALT}, false},
        {{'s', KEY_MOD_CONTROL}, false},
        {{KEYSYM_UP, 0}, false},
        {{KEYSYM_ENTER, 0}, false},
        {{0x1B, 0}, false},
        {{0x202E, 0}, false},
        {{0, 0}, false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_EQUAL(key_is_text(cases[i].key), cases[i].is_text);
    }
}

CU_TestInfo key_tests[] = {
    {"names are read and written back", names_are_read_and_written_back},
    {"what is no key is refused", what_is_no_key_is_refused},
    {"only plain characters are text", only_plain_characters_are_text},
    CU_TEST_INFO_NULL,
};
