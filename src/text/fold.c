#include "bulletproof/text/fold.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/grapheme.h"

static bool is_ascii(StrView text)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.data[i] > 0x7F) {
            return false;
        }
    }
    return true;
}

static char ascii_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

void text_fold(StrBuf *out, StrView text)
{
    if (is_ascii(text)) {
        for (size_t i = 0; i < text.length; i++) {
            strbuf_add_char(out, ascii_lower(text.data[i]));
        }
        return;
    }
    size_t length = 0;
    uint8_t *folded =
        u8_casefold((const uint8_t *)text.data, text.length, NULL, UNINORM_NFC, NULL, &length);
    if (!folded) {
        memory_exhausted();
    }
    strbuf_add_bytes(out, folded, length);
    free(folded);
}

void text_upper(StrBuf *out, StrView text)
{
    size_t length = 0;
    uint8_t *upper =
        u8_toupper((const uint8_t *)text.data, text.length, NULL, UNINORM_NFC, NULL, &length);
    if (!upper) {
        memory_exhausted();
    }
    strbuf_add_bytes(out, upper, length);
    free(upper);
}

bool text_equal_folded(StrView a, StrView b)
{
    StrBuf folded_a = {0}, folded_b = {0};
    text_fold(&folded_a, a);
    text_fold(&folded_b, b);
    bool is_equal = view_equal(strbuf_view(&folded_a), strbuf_view(&folded_b));
    strbuf_done(&folded_a);
    strbuf_done(&folded_b);
    return is_equal;
}

/* The length of the run of clusters from `start` whose folding is `needle`; 0 when none is.
 * Only whole clusters match: a search for "s" does not stop inside "ß". */
static size_t match_length(StrView text, size_t start, StrView needle, StrBuf *folded)
{
    size_t at = start;
    strbuf_clear(folded);
    while (at < text.length && folded->length < needle.length) {
        size_t compared = folded->length, next = grapheme_next(text, at);
        text_fold(folded, view_slice(text, at, next));
        if (folded->length > needle.length ||
            memcmp(folded->data + compared, needle.data + compared, folded->length - compared) !=
                0) {
            return 0;
        }
        at = next;
    }
    return folded->length == needle.length ? at - start : 0;
}

/* A text of a few lines in plain letters, where each byte is a cluster. */
static bool is_plain(StrView text)
{
    enum { PLAIN_BYTES = 4096 };
    return text.length <= PLAIN_BYTES && is_ascii(text) && view_find(text, '\r') == text.length;
}

static bool begins_plain(const char *text, StrView needle)
{
    for (size_t i = 0; i < needle.length; i++) {
        if (ascii_lower(text[i]) != ascii_lower(needle.data[i])) {
            return false;
        }
    }
    return true;
}

static bool find_plain(StrView text, StrView needle, size_t from, size_t *start, size_t *end)
{
    for (size_t at = from; needle.length > 0 && at + needle.length <= text.length; at++) {
        if (begins_plain(text.data + at, needle)) {
            *start = at;
            *end = at + needle.length;
            return true;
        }
    }
    return false;
}

bool text_find_folded(StrView text, StrView needle, size_t from, size_t *start, size_t *end)
{
    if (is_plain(text) && is_ascii(needle)) {
        return find_plain(text, needle, from, start, end);
    }
    StrBuf wanted = {0}, folded = {0};
    size_t length = 0, at = from;
    text_fold(&wanted, needle);
    while (wanted.length > 0 && at < text.length && length == 0) {
        length = match_length(text, at, strbuf_view(&wanted), &folded);
        if (length > 0) {
            *start = at;
            *end = at + length;
        }
        at = grapheme_next(text, at);
    }
    strbuf_done(&wanted);
    strbuf_done(&folded);
    return length > 0;
}
