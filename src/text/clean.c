#include "bulletproof/text/clean.h"

#include <stdint.h>
#include <stdlib.h>
#include <uninorm.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"

/* The C1 forms of the introducers; ESC followed by the byte 0x40 lower means the same. */
enum {
    ESCAPE = 0x1B,
    BELL = 0x07,
    NEXT_LINE = 0x85,
    DEVICE_CONTROL = 0x90,
    START_OF_STRING = 0x98,
    CONTROL_SEQUENCE = 0x9B,
    STRING_TERMINATOR = 0x9C,
    SYSTEM_COMMAND = 0x9D,
    PRIVACY_MESSAGE = 0x9E,
    APPLICATION_COMMAND = 0x9F,
};

/* Below this every character is its own NFC and composes with nothing below it. */
enum { FIRST_COMBINING = 0x300 };

static uint32_t peek(StrView text, size_t at, size_t *bytes)
{
    *bytes = 0;
    return at < text.length ? utf8_decode(text, at, bytes) : 0;
}

static size_t skip_range(StrView text, size_t at, unsigned char first, unsigned char last)
{
    while (at < text.length && (unsigned char)text.data[at] >= first &&
           (unsigned char)text.data[at] <= last) {
        at++;
    }
    return at;
}

static size_t skip_one_of(StrView text, size_t at, unsigned char first, unsigned char last)
{
    size_t end = skip_range(text, at, first, last);
    return end > at ? at + 1 : at;
}

/* Parameters, intermediates, the final byte (ECMA-48, 5.4). */
static size_t skip_control_sequence(StrView text, size_t at)
{
    at = skip_range(text, at, 0x30, 0x3F);
    at = skip_range(text, at, 0x20, 0x2F);
    return skip_one_of(text, at, 0x40, 0x7E);
}

/* A command string runs to its terminator. One that is not ended on its line loses only its
 * introducer, so that a stray byte never swallows the text after it. */
static size_t skip_command_string(StrView text, size_t start)
{
    size_t bytes;
    for (size_t at = start; at < text.length; at += bytes) {
        uint32_t character = peek(text, at, &bytes);
        if (character == BELL || character == STRING_TERMINATOR) {
            return at + bytes;
        }
        if (character == ESCAPE) {
            return at + 1 < text.length && text.data[at + 1] == '\\' ? at + 2 : at;
        }
        if (character == '\n' || character == '\r') {
            break;
        }
    }
    return start;
}

static size_t skip_introduced(StrView text, size_t at, uint32_t introducer)
{
    switch (introducer) {
    case CONTROL_SEQUENCE:
        return skip_control_sequence(text, at);
    case DEVICE_CONTROL:
    case START_OF_STRING:
    case SYSTEM_COMMAND:
    case PRIVACY_MESSAGE:
    case APPLICATION_COMMAND:
        return skip_command_string(text, at);
    default:
        return at;
    }
}

/* `at` is just after ESC. */
static size_t skip_escape(StrView text, size_t at)
{
    size_t final = skip_range(text, at, 0x20, 0x2F);
    if (final > at) {
        return skip_one_of(text, final, 0x30, 0x7E);
    }
    size_t end = skip_one_of(text, at, 0x30, 0x7E);
    if (end == at || text.data[at] < 0x40 || text.data[at] > 0x5F) {
        return end;
    }
    return skip_introduced(text, end, (uint32_t)text.data[at] + 0x40);
}

static bool is_line_end(uint32_t c)
{
    return (c >= '\n' && c <= '\r') || c == NEXT_LINE || c == 0x2028 || c == 0x2029;
}

/* Characters that never mean anything in an exchange of text, and that YAML cannot hold. */
static bool is_noncharacter(uint32_t c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/* Ligatures that come along when text is copied out of a page: no search finds a word in which one
 * stands. NULL for any other character. */
static const char *ligature_letters(uint32_t c)
{
    static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    const uint32_t first = 0xFB00;
    return c >= first && c - first < sizeof(letters) / sizeof(letters[0]) ? letters[c - first]
                                                                          : NULL;
}

/* Takes one character, or one escape sequence, off `foreign` and returns where the next is. */
static size_t clean_one(StrBuf *out, StrView foreign, size_t at, CleanKind kind)
{
    size_t bytes;
    uint32_t character = utf8_decode(foreign, at, &bytes);
    size_t next = at + bytes;
    if (character == ESCAPE) {
        return skip_escape(foreign, next);
    }
    if (is_line_end(character)) {
        bool is_pair = character == '\r' && next < foreign.length && foreign.data[next] == '\n';
        strbuf_add_char(out, kind == CLEAN_PROSE ? '\n' : ' ');
        return next + is_pair;
    }
    if (character == '\t') {
        strbuf_add_char(out, ' ');
    } else if (utf8_is_control(character)) {
        return skip_introduced(foreign, next, character);
    } else if (ligature_letters(character)) {
        strbuf_add(out, ligature_letters(character));
    } else {
        utf8_append(out, is_noncharacter(character) ? UTF8_REPLACEMENT : character);
    }
    return next;
}

static bool may_compose(StrView text)
{
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        if (utf8_decode(text, at, &bytes) >= FIRST_COMBINING) {
            return true;
        }
    }
    return false;
}

static void normalise_from(StrBuf *out, size_t start)
{
    StrView added = view_slice(strbuf_view(out), start, out->length);
    if (!may_compose(added)) {
        return;
    }
    size_t length = 0;
    uint8_t *composed =
        u8_normalize(UNINORM_NFC, (const uint8_t *)added.data, added.length, NULL, &length);
    if (!composed) {
        memory_exhausted();
    }
    strbuf_truncate(out, start);
    strbuf_add_bytes(out, composed, length);
    free(composed);
}

/* As most texts are: nothing to change. */
static bool is_plain(StrView text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < 0x20 || text.data[i] > 0x7E) {
            return false;
        }
    }
    return true;
}

void text_clean(StrBuf *out, StrView foreign, CleanKind kind)
{
    if (is_plain(foreign)) {
        strbuf_add_view(out, foreign);
        return;
    }
    size_t start = out->length;
    for (size_t at = 0; at < foreign.length;) {
        at = clean_one(out, foreign, at, kind);
    }
    normalise_from(out, start);
}

bool text_is_clean(StrView text, CleanKind kind)
{
    if (is_plain(text)) {
        return true;
    }
    StrBuf cleaned = {0};
    text_clean(&cleaned, text, kind);
    bool is_clean = view_equal(strbuf_view(&cleaned), text);
    strbuf_done(&cleaned);
    return is_clean;
}
