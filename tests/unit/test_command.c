#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/ui/command.h"

/* Takes the next key of a command off `rest`; false when none is left or it is no key. */
static bool next_key(StrView *rest, Key *key)
{
    *rest = view_trim(*rest);
    StrView name = view_slice(*rest, 0, view_find(*rest, ' '));
    *rest = view_slice(*rest, name.length, rest->length);
    return key_parse(name, key);
}

static bool has_key(const Command *command, Key wanted)
{
    StrView rest = view_of(command->keys);
    for (Key key; next_key(&rest, &key);) {
        if (key_equal(key, wanted)) {
            return true;
        }
    }
    return false;
}

/* Whether another command behind number `index` has the key where that one has it. */
static bool is_taken(size_t index, Key key)
{
    size_t count;
    const Command *table = commands(&count);
    for (size_t i = index + 1; i < count; i++) {
        if ((table[i].contexts & table[index].contexts) && has_key(&table[i], key)) {
            printf("# %s and %s\n", table[index].name, table[i].name);
            return true;
        }
    }
    return false;
}

static void no_key_means_two_things_in_one_place(void)
{
    size_t count;
    const Command *table = commands(&count);
    for (size_t i = 0; i < count; i++) {
        StrView rest = view_of(table[i].keys);
        for (Key key; next_key(&rest, &key);) {
            CU_ASSERT_FALSE(is_taken(i, key));
        }
    }
}

/* Esc and a character; or the character alone, where nothing is typed. */
static bool reaches_every_terminal(const Command *command, Key key)
{
    enum { TYPED = CONTEXT_FIELD | CONTEXT_PROMPT | CONTEXT_CHOICE };
    bool is_sequence = key.code == '[' || key.code == 'O';
    bool is_plain = key.code > ' ' && key.code < 0x7F && !is_sequence;
    return is_plain &&
           (key.modifiers == KEY_MOD_ALT || (key.modifiers == 0 && !(command->contexts & TYPED)));
}

static void every_command_has_a_key_that_no_terminal_keeps(void)
{
    size_t count;
    const Command *table = commands(&count);
    for (size_t i = 0; i < count; i++) {
        bool has_one = false;
        StrView rest = view_of(table[i].keys);
        while (view_trim(rest).length > 0) {
            Key key = {0};
            CU_ASSERT(next_key(&rest, &key));
            has_one = has_one || reaches_every_terminal(&table[i], key);
            /* where letters are typed nothing else may take them */
            CU_ASSERT_FALSE(key_is_text(key) &&
                            (table[i].contexts & (CONTEXT_FIELD | CONTEXT_PROMPT)));
        }
        if (!has_one) {
            printf("# %s has no key that every terminal has\n", table[i].name);
        }
        CU_ASSERT(has_one);
    }
}

static void commands_are_found_by_their_names(void)
{
    size_t count;
    const Command *table = commands(&count);
    for (size_t i = 0; i < count; i++) {
        CU_ASSERT_PTR_EQUAL(command_find(view_of(table[i].name)), &table[i]);
    }
    CU_ASSERT_PTR_NULL(command_find(view_of("sav")));
    CU_ASSERT_PTR_NULL(command_find(view_of("")));
}

CU_TestInfo command_tests[] = {
    {"no key means two things in one place", no_key_means_two_things_in_one_place},
    {"every command has a key that no terminal keeps",
     every_command_has_a_key_that_no_terminal_keeps},
    {"commands are found by their names", commands_are_found_by_their_names},
    CU_TEST_INFO_NULL,
};
