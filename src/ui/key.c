#include "bulletproof/ui/key.h"

#include "bulletproof/base/utf8.h"

static const struct {
    const char *name;
    uint32_t code;
} names[] = {
#define X(id, name) {name, KEYSYM_##id},
    NAMED_KEYS(X)
#undef X
    /* the one character that would not show in a list of keys */
    {"Space", ' '},
};

/* In the order in which names carry them. */
static const struct {
    const char *prefix;
    unsigned modifier;
} prefixes[] = {
    {"C-", KEY_MOD_CONTROL},
    {"M-", KEY_MOD_ALT},
    {"S-", KEY_MOD_SHIFT},
};

enum {
    NAME_COUNT = sizeof(names) / sizeof(names[0]),
    PREFIX_COUNT = sizeof(prefixes) / sizeof(prefixes[0]),
};

static bool is_letter(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

static unsigned prefix_of(StrView name)
{
    for (size_t i = 0; i < PREFIX_COUNT; i++) {
        if (name.length > 2 && view_starts_with(name, prefixes[i].prefix)) {
            return prefixes[i].modifier;
        }
    }
    return 0;
}

/* 0 when the name is neither a named key's nor one character. */
static uint32_t code_of(StrView name)
{
    for (size_t i = 0; i < NAME_COUNT && name.length > 1; i++) {
        if (view_is(name, names[i].name)) {
            return names[i].code;
        }
    }
    if (name.length == 0) {
        return 0;
    }
    size_t bytes;
    uint32_t code = utf8_decode(name, 0, &bytes);
    bool is_broken = code == UTF8_REPLACEMENT && bytes == 1;
    return bytes == name.length && !is_broken && !utf8_is_control(code) ? code : 0;
}

bool key_parse(StrView name, Key *key)
{
    unsigned modifiers = 0;
    for (unsigned modifier; (modifier = prefix_of(name)) != 0;) {
        if (modifiers & modifier) {
            return false;
        }
        modifiers |= modifier;
        name = view_slice(name, 2, name.length);
    }
    uint32_t code = code_of(name);
    bool is_character = code < KEYSYM_BEFORE_FIRST;
    /* A character tells by itself whether Shift was held. */
    if (code == 0 || (is_character && (modifiers & KEY_MOD_SHIFT))) {
        return false;
    }
    if ((modifiers & KEY_MOD_CONTROL) && is_letter(code)) {
        code |= 0x20;
    }
    *key = (Key){code, modifiers};
    return true;
}

static void add_code(StrBuf *out, uint32_t code)
{
    for (size_t i = 0; i < NAME_COUNT; i++) {
        if (names[i].code == code) {
            strbuf_add(out, names[i].name);
            return;
        }
    }
    utf8_append(out, code);
}

void key_add_name(StrBuf *out, Key key)
{
    for (size_t i = 0; i < PREFIX_COUNT; i++) {
        if (key.modifiers & prefixes[i].modifier) {
            strbuf_add(out, prefixes[i].prefix);
        }
    }
    add_code(out, key.code);
}

void key_add_short(StrBuf *out, Key key)
{
    if (key.modifiers != KEY_MOD_CONTROL) {
        key_add_name(out, key);
        return;
    }
    bool is_lower = is_letter(key.code) && key.code >= 'a';
    strbuf_add_char(out, '^');
    add_code(out, is_lower ? key.code - 0x20 : key.code);
}

bool key_equal(Key a, Key b)
{
    return a.code == b.code && a.modifiers == b.modifiers;
}

bool key_is_text(Key key)
{
    return key.modifiers == 0 && key.code < KEYSYM_BEFORE_FIRST && !utf8_is_control(key.code);
}
