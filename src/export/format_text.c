/* Plain text: a paragraph a line, as forms take it, or lines of a width for mail. */
#include <stdio.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/text/ascii.h"
#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/wrap.h"
#include "export/formats.h"

/* Narrower lines are no text. */
enum { LEAST_COLUMNS = 20, LEAST_GAP_COLUMNS = 2 };

typedef struct {
    const ExportInput *input;
    StrBuf *out;
    Arena arena;
    size_t lost_count; /* characters that ASCII has nothing for */
} TextWriter;

/* In the characters that are wanted. In the arena. */
static StrView spelt(TextWriter *writer, StrView text)
{
    if (!writer->input->is_ascii) {
        return text;
    }
    StrBuf ascii = {0};
    writer->lost_count += ascii_add(&ascii, text);
    StrView kept = view_make(arena_copy(&writer->arena, strbuf_view(&ascii)), ascii.length);
    strbuf_done(&ascii);
    return kept;
}

/* --- Lines ------------------------------------------------------------------- */

/* The lines after the first stand below its text, not below its mark. */
static void start_line(StrBuf *out, const char *mark, bool is_first)
{
    if (is_first) {
        strbuf_add(out, mark);
    } else {
        strbuf_add_repeated(out, ' ', view_of(mark).length);
    }
}

static void add_trimmed(StrBuf *out, StrView line)
{
    strbuf_add_view(out, view_trim(line));
    strbuf_add_char(out, '\n');
}

static void add_unwrapped(StrBuf *out, const char *mark, StrView text)
{
    StrView line;
    for (bool is_first = true; view_next_line(&text, &line); is_first = false) {
        if (view_trim(line).length > 0) {
            start_line(out, mark, is_first);
            add_trimmed(out, line);
        }
    }
}

/* Text that is set in lines. Addresses stay whole, so a line ends at blanks only, or at the bars
 * between the ways to reach the person. */
typedef struct {
    StrBuf *out;
    const char *mark, *separator;
    int limit, used; /* columns */
    bool is_first;
} Setting;

static void end_line(Setting *setting)
{
    strbuf_add_char(setting->out, '\n');
    setting->used = 0;
}

static void put(Setting *setting, StrView piece)
{
    int gap = text_columns(view_of(setting->separator)), columns = text_columns(piece);
    if (setting->used > 0 && setting->used + gap + columns > setting->limit) {
        end_line(setting);
    }
    if (setting->used == 0) {
        start_line(setting->out, setting->mark, setting->is_first);
        setting->is_first = false;
    } else {
        strbuf_add(setting->out, setting->separator);
        setting->used += gap;
    }
    strbuf_add_view(setting->out, piece);
    setting->used += columns;
}

/* Scripts without blanks are cut where their rules allow. */
static void put_word(Setting *setting, StrView word)
{
    bool is_wide = text_columns(word) > (int)utf8_count(word);
    if (!is_wide || text_columns(word) <= setting->limit) {
        put(setting, word);
        return;
    }
    WrapLines lines = {0};
    wrap_text(word, setting->limit, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        put(setting, view_slice(word, lines.items[i].start, lines.items[i].end));
    }
    wrap_done(&lines);
}

static void set_line(Setting *setting, StrView line)
{
    StrView separator = view_of(setting->separator);
    size_t start = 0;
    for (size_t at = 0; at <= line.length; at++) {
        bool is_end = at == line.length;
        if (is_end || view_starts_with(view_slice(line, at, line.length), setting->separator)) {
            StrView word = view_trim(view_slice(line, start, at));
            if (word.length > 0) {
                put_word(setting, word);
            }
            start = at + separator.length;
        }
    }
    if (setting->used > 0) {
        end_line(setting);
    }
}

static void add_wrapped(TextWriter *writer, const char *mark, const char *separator, StrView text)
{
    int columns = writer->input->columns - (int)view_of(mark).length;
    Setting setting = {.out = writer->out,
                       .mark = mark,
                       .separator = separator,
                       .limit = columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns,
                       .is_first = true};
    StrView line;
    while (view_next_line(&text, &line)) {
        set_line(&setting, line);
    }
}

/* Both on one line, the second at its end; false when there is no room. */
static bool add_apart(TextWriter *writer, StrView text, StrView right)
{
    int gap = writer->input->columns - text_columns(text) - text_columns(right);
    if (gap < LEAST_GAP_COLUMNS || view_find(text, '\n') < text.length) {
        return false;
    }
    strbuf_add_view(writer->out, text);
    strbuf_add_repeated(writer->out, ' ', (size_t)gap);
    add_trimmed(writer->out, right);
    return true;
}

static void add_block_unwrapped(TextWriter *writer, const char *mark, StrView text, StrView right)
{
    StrBuf line = {0};
    strbuf_add_view(&line, text);
    strbuf_addf(&line, "%s%.*s", right.length > 0 ? " | " : "", VIEW_ARG(right));
    add_unwrapped(writer->out, mark, strbuf_view(&line));
    strbuf_done(&line);
}

/* --- Paragraphs ---------------------------------------------------------------- */

static bool has_blank_line_before(const Content *content, size_t index)
{
    BlockKind kind = content->blocks[index].kind;
    bool follows_heading = index > 0 && content->blocks[index - 1].kind == BLOCK_HEADING;
    return index > 0 && (kind == BLOCK_HEADING || (kind == BLOCK_ENTRY && !follows_heading));
}

static void add_block(TextWriter *writer, const ContentBlock *block)
{
    const char *mark = block->has_label ? "- " : "";
    const char *separator = block->breaks_at_bars ? " | " : " ";
    StrView text = spelt(writer, content_text(block, &writer->arena));
    StrView right = spelt(writer, block->right.text);
    if (writer->input->columns == 0) {
        add_block_unwrapped(writer, mark, text, right);
    } else if (right.length == 0 || !add_apart(writer, text, right)) {
        add_wrapped(writer, mark, separator, text);
        if (right.length > 0) {
            add_wrapped(writer, "", separator, right);
        }
    }
}

static void fill_report(const TextWriter *writer, ExportReport *report)
{
    size_t lost = writer->lost_count;
    report->is_faulty = lost > 0;
    if (lost > 0) {
        snprintf(report->note, sizeof(report->note),
                 "ASCII has nothing for %zu character%s: question marks are written", lost,
                 lost == 1 ? "" : "s");
    }
}

bool format_text(const ExportInput *input, StrBuf *out, ExportReport *report, Diag *diag)
{
    (void)diag; /* nothing can fail */
    TextWriter writer = {.input = input, .out = out};
    Content content = format_content(input, &writer.arena);
    for (size_t i = 0; i < content.count; i++) {
        strbuf_add(out, has_blank_line_before(&content, i) ? "\n" : "");
        add_block(&writer, &content.blocks[i]);
    }
    fill_report(&writer, report);
    arena_done(&writer.arena);
    return true;
}
