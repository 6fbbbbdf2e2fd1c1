#include "bulletproof/check/lines.h"

#include <string.h>

#include "bulletproof/base/json.h"
#include "bulletproof/base/utf8.h"

/* --- Reading a line ---------------------------------------------------------------------- */

typedef struct {
    StrView text, id;
    bool has_id;
    bool is_current;
    Level level;
    const CheckExtras *extras;
} LineInput;

static uint32_t read_hex(StrView text, size_t offset)
{
    uint32_t value = 0;
    for (size_t i = offset; i < offset + 4 && i < text.length; i++) {
        char byte = text.data[i];
        uint32_t digit = byte >= '0' && byte <= '9'   ? (uint32_t)(byte - '0')
                         : byte >= 'a' && byte <= 'f' ? (uint32_t)(byte - 'a' + 10)
                         : byte >= 'A' && byte <= 'F' ? (uint32_t)(byte - 'A' + 10)
                                                      : 0;
        value = value * 16 + digit;
    }
    return value;
}

/* Reads the escape after the backslash at `offset`; returns where it ends. */
static size_t read_escape(StrView text, size_t offset, StrBuf *out)
{
    static const char names[] = "nrtbf", bytes[] = "\n\r\t\b\f";
    char name = offset + 1 < text.length ? text.data[offset + 1] : '\0';
    const char *known = name ? strchr(names, name) : NULL;
    if (name != 'u') {
        strbuf_add_char(out, known ? bytes[known - names] : name);
        return offset + 2;
    }
    uint32_t code_point = read_hex(text, offset + 2);
    offset += 6;
    bool is_high = code_point >= 0xD800 && code_point < 0xDC00;
    if (is_high && offset + 5 < text.length && text.data[offset] == '\\') {
        uint32_t low = read_hex(text, offset + 2);
        code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
        offset += 6;
    }
    bool is_whole = code_point < 0xD800 || (code_point > 0xDFFF && code_point < 0x110000);
    utf8_append(out, is_whole ? code_point : UTF8_REPLACEMENT);
    return offset;
}

/* Reads the JSON string that begins at the quote at `offset`; returns where it ends. */
static size_t read_string(StrView text, size_t offset, StrBuf *out)
{
    strbuf_clear(out);
    for (offset++; offset < text.length && text.data[offset] != '"';) {
        if (text.data[offset] == '\\') {
            offset = read_escape(text, offset, out);
        } else {
            strbuf_add_char(out, text.data[offset++]);
        }
    }
    return offset + 1;
}

static void take_member(LineInput *input, StrView key, StrView value, Arena *arena)
{
    if (view_is(key, "text")) {
        input->text = view_make(arena_copy(arena, value), value.length);
    } else if (view_is(key, "id")) {
        input->id = view_make(arena_copy(arena, value), value.length);
        input->has_id = true;
    } else if (view_is(key, "level")) {
        level_parse(value, &input->level);
    } else if (view_is(key, "tense_context")) {
        input->is_current = view_is(value, "current");
    }
}

/* The members of an object whose values are strings; others are passed over. */
static void read_object(StrView line, LineInput *input, Arena *arena)
{
    StrBuf key = {0}, value = {0};
    bool is_value = false;
    for (size_t offset = 1; offset < line.length;) {
        char byte = line.data[offset];
        if (byte == '"') {
            offset = read_string(line, offset, is_value ? &value : &key);
            if (is_value) {
                take_member(input, strbuf_view(&key), strbuf_view(&value), arena);
            }
            continue;
        }
        is_value = byte == ':' || (is_value && byte != ',');
        offset++;
    }
    strbuf_done(&key);
    strbuf_done(&value);
}

static LineInput read_line(StrView line, const LineOptions *options, Arena *arena)
{
    LineInput input = {.text = line,
                       .level = options->level,
                       .is_current = options->is_current,
                       .extras = options->extras};
    StrView trimmed = view_trim(line);
    if (view_starts_with(trimmed, "{\"")) {
        input.text = view_make("", 0);
        read_object(trimmed, &input, arena);
    }
    return input;
}

/* --- Writing the report ------------------------------------------------------------------ */

static void add_member(StrBuf *out, const char *key, const char *value)
{
    strbuf_addf(out, ",\"%s\":", key);
    json_add_string(out, view_of(value));
}

static void add_flag(StrBuf *out, const char *key, bool value)
{
    strbuf_addf(out, ",\"%s\":%s", key, value ? "true" : "false");
}

static void add_findings(StrBuf *out, StrView text, const Finding *findings, size_t count)
{
    strbuf_add(out, ",\"findings\":[");
    for (size_t i = 0; i < count; i++) {
        const Finding *finding = &findings[i];
        strbuf_addf(out, "%s{\"code\":\"%s\",\"severity\":\"%s\",\"start\":%zu,\"end\":%zu",
                    i ? "," : "", finding->rule->code, severity_name(finding->severity),
                    utf8_count(view_slice(text, 0, finding->start)),
                    utf8_count(view_slice(text, 0, finding->end)));
        add_member(out, "message", finding->message);
        if (finding->question) {
            add_member(out, "question", finding->question);
        }
        strbuf_add_char(out, '}');
    }
    strbuf_add_char(out, ']');
}

static void add_bullet(StrBuf *out, const LineInput *input, Arena *arena)
{
    BulletInput bullet = {.text = input->text,
                          .level = input->level,
                          .is_current = input->is_current,
                          .extras = input->extras};
    BulletReport report = check_bullet(&bullet, arena);
    add_member(out, "verdict", verdict_name(report.verdict));
    add_flag(out, "action", report.has_action);
    add_flag(out, "scope", report.has_scope);
    add_flag(out, "technique", report.has_technique);
    add_flag(out, "result", report.has_result);
    add_flag(out, "metric", report.has_metric);
    if (report.question) {
        add_member(out, "question", report.question);
    }
    add_findings(out, input->text, report.findings, report.finding_count);
}

static void add_summary(StrBuf *out, const LineInput *input, Arena *arena)
{
    static const char *const names[SUMMARY_SLOT_COUNT] = {"systems", "technology", "outcome",
                                                          "level"};
    SummaryInput summary = {.text = input->text, .level = input->level, .extras = input->extras};
    SummaryReport report = check_summary(&summary, arena);
    add_member(out, "verdict", verdict_name(report.verdict));
    for (int slot = 0; slot < SUMMARY_SLOT_COUNT; slot++) {
        add_flag(out, names[slot], report.slots[slot]);
    }
    if (report.question) {
        add_member(out, "question", report.question);
    }
    add_findings(out, input->text, report.findings, report.finding_count);
}

void check_line_json(StrBuf *out, StrView line, size_t number, const LineOptions *options,
                     Arena *arena)
{
    LineInput input = read_line(line, options, arena);
    strbuf_addf(out, "{\"line\":%zu", number);
    if (input.has_id) {
        strbuf_add(out, ",\"id\":");
        json_add_string(out, input.id);
    }
    strbuf_add(out, ",\"text\":");
    json_add_string(out, input.text);
    if (options->is_summary) {
        add_summary(out, &input, arena);
    } else {
        add_bullet(out, &input, arena);
    }
    strbuf_add_char(out, '}');
}
