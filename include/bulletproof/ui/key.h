/* Keys, by the names that configuration, scripts and help use: "C-s", "M-n", "Down", "S-Tab",
 * "F5", "a", "é". Knows no terminal's sequences. */
#ifndef BULLETPROOF_UI_KEY_H
#define BULLETPROOF_UI_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

/* Values above the last code point of Unicode.   id, name */
/* clang-format off */
#define NAMED_KEYS(X) \
    X(UP, "Up")             \
    X(DOWN, "Down")         \
    X(LEFT, "Left")         \
    X(RIGHT, "Right")       \
    X(HOME, "Home")         \
    X(END, "End")           \
    X(PAGE_UP, "PageUp")    \
    X(PAGE_DOWN, "PageDown") \
    X(INSERT, "Insert")     \
    X(DELETE, "Delete")     \
    X(BACKSPACE, "Backspace") \
    X(ENTER, "Enter")       \
    X(TAB, "Tab")           \
    X(ESCAPE, "Esc")        \
    X(F1, "F1") X(F2, "F2") X(F3, "F3") X(F4, "F4") X(F5, "F5") X(F6, "F6")   \
    X(F7, "F7") X(F8, "F8") X(F9, "F9") X(F10, "F10") X(F11, "F11") X(F12, "F12")
/* clang-format on */

typedef enum {
    KEYSYM_BEFORE_FIRST = 0x110000,
#define X(id, name) KEYSYM_##id,
    NAMED_KEYS(X)
#undef X
        KEYSYM_AFTER_LAST
} NamedKey;

typedef enum {
    KEY_MOD_SHIFT = 1,
    KEY_MOD_ALT = 2,
    KEY_MOD_CONTROL = 4,
} KeyModifier;

typedef struct {
    uint32_t code;      /* a code point (letters of C-x in lower case) or a NamedKey */
    unsigned modifiers; /* KeyModifier, or-ed */
} Key;

bool key_parse(StrView name, Key *key);
void key_add_name(StrBuf *out, Key key);  /* "C-s" */
void key_add_short(StrBuf *out, Key key); /* "^S", as footers write it */
bool key_equal(Key a, Key b);
/* A character to be typed, as opposed to a command. */
bool key_is_text(Key key);

#endif
