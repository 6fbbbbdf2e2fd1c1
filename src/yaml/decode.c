#include "yaml/decode.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/yaml/tree.h"
#include "yaml/problem.h"

enum { ESCAPE_BYTES = 6 }; /* \uXXXX */

typedef struct {
    StrView text;
    size_t at;
    Decoded *out;
    DiagList *faults;
} Reader;

static void add_step(Decoded *out, size_t original)
{
    out->steps = vector_grow(out->steps, out->count, &out->capacity, sizeof(*out->steps));
    out->steps[out->count++] = (DecodeStep){out->text.length, original};
}

static int hex_digit(char byte)
{
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    char lower = (char)(byte | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* The code unit of a \uXXXX at `offset`; -1 when there is none. */
static long escape_at(StrView text, size_t offset)
{
    StrView escape = view_slice(text, offset, offset + ESCAPE_BYTES);
    if (escape.length < ESCAPE_BYTES || !view_starts_with(escape, "\\u")) {
        return -1;
    }
    long unit = 0;
    for (size_t i = 2; i < ESCAPE_BYTES; i++) {
        int digit = hex_digit(escape.data[i]);
        if (digit < 0) {
            return -1;
        }
        unit = unit * 16 + digit;
    }
    return unit;
}

static bool is_surrogate(long unit)
{
    return unit >= 0xD800 && unit <= 0xDFFF;
}

static void replace(Reader *reader, size_t length, uint32_t code_point)
{
    utf8_append(&reader->out->text, code_point);
    reader->at += length;
    add_step(reader->out, reader->at);
}

static void take_surrogate(Reader *reader, long high)
{
    long low = escape_at(reader->text, reader->at + ESCAPE_BYTES);
    if (high < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
        uint32_t code_point = (uint32_t)(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
        replace(reader, 2 * ESCAPE_BYTES, code_point);
        return;
    }
    Diag diag;
    diag_fail_at(&diag, DIAG_RANGE, yaml_place(reader->text, reader->at),
                 "half a character (a lone surrogate): shown as \xEF\xBF\xBD; write it out again");
    fault_add(reader->faults, &diag);
    replace(reader, ESCAPE_BYTES, UTF8_REPLACEMENT);
}

/* libyaml takes some for line breaks and refuses the others, unless they are escaped. */
static bool needs_escape(uint32_t code_point)
{
    return code_point == 0x7F || (code_point >= 0x80 && code_point <= 0x9F) ||
           code_point == 0x2028 || code_point == 0x2029 || code_point == 0xFEFF ||
           code_point == 0xFFFE || code_point == 0xFFFF;
}

static void take_character(Reader *reader)
{
    size_t bytes;
    uint32_t code_point = utf8_decode(reader->text, reader->at, &bytes);
    if (needs_escape(code_point)) {
        strbuf_addf(&reader->out->text, "\\u%04X", (unsigned)code_point);
        reader->at += bytes;
        add_step(reader->out, reader->at);
        return;
    }
    strbuf_add_bytes(&reader->out->text, reader->text.data + reader->at, bytes);
    reader->at += bytes;
}

static void take_escape(Reader *reader)
{
    long unit = escape_at(reader->text, reader->at);
    if (is_surrogate(unit)) {
        take_surrogate(reader, unit);
        return;
    }
    size_t length = reader->at + 1 < reader->text.length ? 2 : 1;
    strbuf_add_bytes(&reader->out->text, reader->text.data + reader->at, length);
    reader->at += length;
}

/* The closing quote included; stops at the end when there is none. */
static void take_string(Reader *reader)
{
    strbuf_add_char(&reader->out->text, '"');
    reader->at++;
    while (reader->at < reader->text.length) {
        char byte = reader->text.data[reader->at];
        if (byte == '\\') {
            take_escape(reader);
        } else {
            take_character(reader);
        }
        if (byte == '"') {
            return;
        }
    }
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* White space; a line break between key and colon goes: libyaml wants both on one line. */
static void take_blanks(Reader *reader)
{
    size_t end = reader->at;
    while (end < reader->text.length && is_blank(reader->text.data[end])) {
        end++;
    }
    bool is_before_colon = end < reader->text.length && reader->text.data[end] == ':';
    if (is_before_colon && view_ends_with(strbuf_view(&reader->out->text), "\"")) {
        reader->at = end;
        add_step(reader->out, end);
        return;
    }
    strbuf_add_bytes(&reader->out->text, reader->text.data + reader->at, end - reader->at);
    reader->at = end;
}

void json_decode(Decoded *out, StrView text, DiagList *faults)
{
    Reader reader = {.text = text, .out = out, .faults = faults};
    while (reader.at < text.length) {
        char byte = text.data[reader.at];
        if (byte == '"') {
            take_string(&reader);
        } else if (is_blank(byte)) {
            take_blanks(&reader);
        } else {
            strbuf_add_char(&out->text, byte);
            reader.at++;
        }
    }
}

size_t decoded_origin(const Decoded *decoded, size_t offset)
{
    size_t low = 0;
    size_t high = decoded->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (decoded->steps[middle].decoded <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) {
        return offset;
    }
    const DecodeStep *step = &decoded->steps[low - 1];
    return step->original + (offset - step->decoded);
}

void decoded_done(Decoded *decoded)
{
    strbuf_done(&decoded->text);
    free(decoded->steps);
    *decoded = (Decoded){0};
}
