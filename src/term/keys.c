#include "term/keys.h"

#include <curses.h>
#include <stdio.h>

#include "bulletproof/base/utf8.h"

/* Our own codes for sequences: above those that the library gives to what terminfo names. */
enum {
    CODE_BASE = 0x1000,
    CODE_MODIFIERS = 8,
    CODE_PASTE_BEGIN = 0x2000,
    CODE_PASTE_END,
    CODE_MOUSE,
    CODE_OLD_MOUSE,
    ESCAPE = 0x1B,
    DELETE = 0x7F,
    CHARACTER_TIMEOUT = 50, /* milliseconds */
};

/* xterm's form: ESC [ 1 ; MODIFIERS FINAL; without modifiers ESC [ FINAL and ESC O FINAL. */
static const struct {
    char final;
    NamedKey key;
} letter_keys[] = {
    {'A', KEYSYM_UP},  {'B', KEYSYM_DOWN}, {'C', KEYSYM_RIGHT}, {'D', KEYSYM_LEFT},
    {'F', KEYSYM_END}, {'H', KEYSYM_HOME}, {'P', KEYSYM_F1},    {'Q', KEYSYM_F2},
    {'R', KEYSYM_F3},  {'S', KEYSYM_F4},
};

/* The VT220's form: ESC [ NUMBER ; MODIFIERS ~. */
static const struct {
    int number;
    NamedKey key;
} number_keys[] = {
    {1, KEYSYM_HOME},    {2, KEYSYM_INSERT},    {3, KEYSYM_DELETE}, {4, KEYSYM_END},
    {5, KEYSYM_PAGE_UP}, {6, KEYSYM_PAGE_DOWN}, {7, KEYSYM_HOME},   {8, KEYSYM_END},
    {11, KEYSYM_F1},     {12, KEYSYM_F2},       {13, KEYSYM_F3},    {14, KEYSYM_F4},
    {15, KEYSYM_F5},     {17, KEYSYM_F6},       {18, KEYSYM_F7},    {19, KEYSYM_F8},
    {20, KEYSYM_F9},     {21, KEYSYM_F10},      {23, KEYSYM_F11},   {24, KEYSYM_F12},
};

/* What rxvt and the Linux console send. */
static const struct {
    const char *sequence;
    Key key;
} other_sequences[] = {
    {"\033[Z", {KEYSYM_TAB, KEY_MOD_SHIFT}},
    {"\033[a", {KEYSYM_UP, KEY_MOD_SHIFT}},
    {"\033[b", {KEYSYM_DOWN, KEY_MOD_SHIFT}},
    {"\033[c", {KEYSYM_RIGHT, KEY_MOD_SHIFT}},
    {"\033[d", {KEYSYM_LEFT, KEY_MOD_SHIFT}},
    {"\033Oa", {KEYSYM_UP, KEY_MOD_CONTROL}},
    {"\033Ob", {KEYSYM_DOWN, KEY_MOD_CONTROL}},
    {"\033Oc", {KEYSYM_RIGHT, KEY_MOD_CONTROL}},
    {"\033Od", {KEYSYM_LEFT, KEY_MOD_CONTROL}},
    {"\033OM", {KEYSYM_ENTER, 0}},
    {"\033[[A", {KEYSYM_F1, 0}},
    {"\033[[B", {KEYSYM_F2, 0}},
    {"\033[[C", {KEYSYM_F3, 0}},
    {"\033[[D", {KEYSYM_F4, 0}},
    {"\033[[E", {KEYSYM_F5, 0}},
};

/* The library's codes for what terminfo names. */
static const struct {
    int code;
    Key key;
} known_codes[] = {
    {KEY_UP, {KEYSYM_UP, 0}},
    {KEY_DOWN, {KEYSYM_DOWN, 0}},
    {KEY_LEFT, {KEYSYM_LEFT, 0}},
    {KEY_RIGHT, {KEYSYM_RIGHT, 0}},
    {KEY_HOME, {KEYSYM_HOME, 0}},
    {KEY_FIND, {KEYSYM_HOME, 0}},
    {KEY_A1, {KEYSYM_HOME, 0}},
    {KEY_END, {KEYSYM_END, 0}},
    {KEY_LL, {KEYSYM_END, 0}},
    {KEY_SELECT, {KEYSYM_END, 0}},
    {KEY_C1, {KEYSYM_END, 0}},
    {KEY_PPAGE, {KEYSYM_PAGE_UP, 0}},
    {KEY_A3, {KEYSYM_PAGE_UP, 0}},
    {KEY_NPAGE, {KEYSYM_PAGE_DOWN, 0}},
    {KEY_C3, {KEYSYM_PAGE_DOWN, 0}},
    {KEY_IC, {KEYSYM_INSERT, 0}},
    {KEY_DC, {KEYSYM_DELETE, 0}},
    {KEY_BACKSPACE, {KEYSYM_BACKSPACE, 0}},
    {KEY_ENTER, {KEYSYM_ENTER, 0}},
    {KEY_BTAB, {KEYSYM_TAB, KEY_MOD_SHIFT}},
    {KEY_SR, {KEYSYM_UP, KEY_MOD_SHIFT}},
    {KEY_SF, {KEYSYM_DOWN, KEY_MOD_SHIFT}},
    {KEY_SLEFT, {KEYSYM_LEFT, KEY_MOD_SHIFT}},
    {KEY_SRIGHT, {KEYSYM_RIGHT, KEY_MOD_SHIFT}},
    {KEY_SHOME, {KEYSYM_HOME, KEY_MOD_SHIFT}},
    {KEY_SEND, {KEYSYM_END, KEY_MOD_SHIFT}},
    {KEY_SPREVIOUS, {KEYSYM_PAGE_UP, KEY_MOD_SHIFT}},
    {KEY_SNEXT, {KEYSYM_PAGE_DOWN, KEY_MOD_SHIFT}},
    {KEY_SIC, {KEYSYM_INSERT, KEY_MOD_SHIFT}},
    {KEY_SDC, {KEYSYM_DELETE, KEY_MOD_SHIFT}},
};

enum {
    LETTER_KEY_COUNT = sizeof(letter_keys) / sizeof(letter_keys[0]),
    NUMBER_KEY_COUNT = sizeof(number_keys) / sizeof(number_keys[0]),
    OTHER_SEQUENCE_COUNT = sizeof(other_sequences) / sizeof(other_sequences[0]),
    KNOWN_CODE_COUNT = sizeof(known_codes) / sizeof(known_codes[0]),
    LAST_FUNCTION_KEY = 12,
};

static int code_for(Key key)
{
    return CODE_BASE + (int)(key.code - KEYSYM_BEFORE_FIRST) * CODE_MODIFIERS + (int)key.modifiers;
}

/* What the library has a name for keeps its code; codes above those are made up for names that only
 * some descriptions have. */
static void define(const char *sequence, Key key)
{
    int code = key_defined(sequence);
    if (code <= 0 || code > KEY_MAX) {
        define_key(sequence, code_for(key));
    }
}

/* xterm counts modifiers from 1: Shift 1, Alt 2, Control 4, as ours. */
static void define_modified(void)
{
    char sequence[16];
    for (unsigned modifiers = 1; modifiers < CODE_MODIFIERS; modifiers++) {
        for (size_t i = 0; i < LETTER_KEY_COUNT; i++) {
            snprintf(sequence, sizeof(sequence), "\033[1;%u%c", modifiers + 1,
                     letter_keys[i].final);
            define_key(sequence, code_for((Key){letter_keys[i].key, modifiers}));
        }
        for (size_t i = 0; i < NUMBER_KEY_COUNT; i++) {
            snprintf(sequence, sizeof(sequence), "\033[%d;%u~", number_keys[i].number,
                     modifiers + 1);
            define_key(sequence, code_for((Key){number_keys[i].key, modifiers}));
        }
    }
}

static void define_plain(void)
{
    char sequence[16];
    for (size_t i = 0; i < LETTER_KEY_COUNT; i++) {
        Key key = {letter_keys[i].key, 0};
        snprintf(sequence, sizeof(sequence), "\033[%c", letter_keys[i].final);
        define(sequence, key);
        snprintf(sequence, sizeof(sequence), "\033O%c", letter_keys[i].final);
        define(sequence, key);
    }
    for (size_t i = 0; i < NUMBER_KEY_COUNT; i++) {
        snprintf(sequence, sizeof(sequence), "\033[%d~", number_keys[i].number);
        define(sequence, (Key){number_keys[i].key, 0});
    }
}

/* Some descriptions give a name to a control character, such as "suspend" to Ctrl-Z; here each is
 * itself. */
static void forget_controls(void)
{
    for (char byte = 1; byte < ' '; byte++) {
        define_key((const char[]){byte, '\0'}, 0);
    }
    define_key((const char[]){DELETE, '\0'}, 0);
}

/* Also where nobody asked for reports: those that a program before us left on must not be typed
 * into the text. What else a terminal's own description gives the sequence to keeps it. */
static void define_mouse(const char *sequence, int code)
{
    int known = key_defined(sequence);
    if (known <= 0 || known == KEY_MOUSE || known > KEY_MAX) {
        define_key(sequence, code);
    }
}

void keys_define(void)
{
    forget_controls();
    define_modified();
    define_plain();
    for (size_t i = 0; i < OTHER_SEQUENCE_COUNT; i++) {
        define(other_sequences[i].sequence, other_sequences[i].key);
    }
    define_key("\033[200~", CODE_PASTE_BEGIN);
    define_key("\033[201~", CODE_PASTE_END);
    define_mouse("\033[<", CODE_MOUSE);
    define_mouse("\033[M", CODE_OLD_MOUSE);
}

static bool decode_known(int code, Key *key)
{
    for (size_t i = 0; i < KNOWN_CODE_COUNT; i++) {
        if (known_codes[i].code == code) {
            *key = known_codes[i].key;
            return true;
        }
    }
    return false;
}

/* F13 to F48 are how terminfo tells Shift, Control and both: xterm's and PuTTY's layout. */
static bool decode_function(int number, Key *key)
{
    static const unsigned modifiers[] = {0, KEY_MOD_SHIFT, KEY_MOD_CONTROL,
                                         KEY_MOD_SHIFT | KEY_MOD_CONTROL};
    int bank = (number - 1) / LAST_FUNCTION_KEY;
    if (number < 1 || bank >= (int)(sizeof(modifiers) / sizeof(modifiers[0]))) {
        return false;
    }
    *key = (Key){KEYSYM_F1 + (uint32_t)((number - 1) % LAST_FUNCTION_KEY), modifiers[bank]};
    return true;
}

static bool decode_code(int code, Key *key)
{
    int own = code - CODE_BASE;
    if (own >= CODE_MODIFIERS && own < (KEYSYM_AFTER_LAST - KEYSYM_BEFORE_FIRST) * CODE_MODIFIERS) {
        *key = (Key){KEYSYM_BEFORE_FIRST + (uint32_t)(own / CODE_MODIFIERS),
                     (unsigned)(own % CODE_MODIFIERS)};
        return true;
    }
    return decode_known(code, key) || decode_function(code - KEY_F0, key);
}

/* A control character is its letter held with Control, unless it has a key of its own. */
static Key decode_control(int byte)
{
    static const struct {
        int byte;
        Key key;
    } own[] = {
        {0, {' ', KEY_MOD_CONTROL}},     {'\b', {KEYSYM_BACKSPACE, 0}},
        {'\t', {KEYSYM_TAB, 0}},         {'\n', {KEYSYM_ENTER, 0}},
        {'\r', {KEYSYM_ENTER, 0}},       {ESCAPE, {KEYSYM_ESCAPE, 0}},
        {DELETE, {KEYSYM_BACKSPACE, 0}},
    };
    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
        if (own[i].byte == byte) {
            return own[i].key;
        }
    }
    bool is_letter = byte <= 'z' - 'a' + 1;
    return (Key){(uint32_t)byte + (is_letter ? 0x60 : 0x40), KEY_MOD_CONTROL};
}

static bool is_byte(int code)
{
    return code >= 0 && code <= 0xFF;
}

static void give_back(int code)
{
    if (code != ERR) {
        ungetch(code);
    }
}

/* A line may deliver the bytes of a character apart. */
static int next_byte(void)
{
    timeout(CHARACTER_TIMEOUT);
    int code = getch();
    timeout(0);
    return code;
}

/* Collects the bytes of one character; what is broken is no key. */
static bool decode_character(int first, Key *key)
{
    char bytes[UTF8_MAX_BYTES] = {(char)first};
    size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    size_t count = 1, length;
    while (count < wanted) {
        int next = next_byte();
        if (!is_byte(next) || (next & 0xC0) != 0x80) {
            give_back(next);
            return false;
        }
        bytes[count++] = (char)next;
    }
    uint32_t code_point = utf8_decode(view_make(bytes, count), 0, &length);
    if (length != count || utf8_is_control(code_point)) {
        return false;
    }
    *key = (Key){code_point, 0};
    return true;
}

static bool decode_byte(int byte, Key *key)
{
    if (byte < ' ' || byte == DELETE) {
        *key = decode_control(byte);
        return true;
    }
    return decode_character(byte, key);
}

static KeysResult decode(int code, Key *key)
{
    bool is_key = is_byte(code) ? decode_byte(code, key) : decode_code(code, key);
    return is_key ? KEYS_KEY : KEYS_JUNK;
}

/* After ESC [ that begins no known sequence: drops the rest, up to its final byte (ECMA-48),
 * so that it is not typed into the text. */
static void skip_sequence(void)
{
    enum { LONGEST = 64, FIRST_FINAL = 0x40 };
    for (int i = 0; i < LONGEST; i++) {
        int code = getch();
        if (!is_byte(code) || code >= FIRST_FINAL || code < ' ') {
            return;
        }
    }
}

/* What is no key, but the beginning of more. */
static KeysResult begin(int code)
{
    static const struct {
        int code;
        KeysResult result;
    } begun[] = {
        {ERR, KEYS_NONE},
        {CODE_PASTE_BEGIN, KEYS_PASTE},
        {CODE_MOUSE, KEYS_MOUSE},
        {CODE_OLD_MOUSE, KEYS_OLD_MOUSE},
    };
    for (size_t i = 0; i < sizeof(begun) / sizeof(begun[0]); i++) {
        if (begun[i].code == code) {
            return begun[i].result;
        }
    }
    return KEYS_KEY;
}

/* What follows an Esc at once was typed with Alt, or is a sequence that nobody knows. */
static KeysResult decode_after_escape(Key *key)
{
    int code = getch();
    if (code == ERR || code == ESCAPE) {
        give_back(code);
        *key = (Key){KEYSYM_ESCAPE, 0};
        return KEYS_KEY;
    }
    if (begin(code) != KEYS_KEY) {
        return begin(code);
    }
    if (code == '[' || code == 'O') {
        int next = getch();
        if (next != ERR) {
            give_back(next);
            skip_sequence();
            return KEYS_JUNK;
        }
    }
    KeysResult result = decode(code, key);
    key->modifiers |= result == KEYS_KEY ? KEY_MOD_ALT : 0;
    return result;
}

KeysResult keys_read(Key *key)
{
    int code = getch();
    if (begin(code) != KEYS_KEY) {
        return begin(code);
    }
    if (code == ESCAPE) {
        return decode_after_escape(key);
    }
    return decode(code, key);
}
