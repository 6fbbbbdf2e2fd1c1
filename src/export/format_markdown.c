/* Markdown that CommonMark, GitHub and pandoc read alike: what a text says is escaped wherever one
 * of them would take it for a mark. */
#include <string.h>

#include "export/formats.h"
#include "export/link.h"
#include "export/markdown.h"

static bool has_word(StrView text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (is_letter || (byte >= '0' && byte <= '9') || byte > 0x7F) {
            return true;
        }
    }
    return false;
}

/* The marks around a span; none for one without a word, which they would not stick to. */
static const char *emphasis_of(const ContentBlock *block, const ContentSpan *span)
{
    static const char *const marks[FONT_STYLE_COUNT] = {
        [FONT_REGULAR] = "", [FONT_BOLD] = "**", [FONT_ITALIC] = "*", [FONT_BOLD_ITALIC] = "***"};
    bool is_heading =
        block->kind == BLOCK_NAME || block->kind == BLOCK_HEADING || block->kind == BLOCK_ENTRY;
    return is_heading || !has_word(span->text) ? "" : marks[span->style];
}

/* Blanks stay outside of the marks, which would not stick to them. */
static void add_span(StrBuf *out, const ContentBlock *block, const ContentSpan *span)
{
    const char *emphasis = emphasis_of(block, span);
    StrView text = view_trim(span->text);
    size_t before = (size_t)(text.data - span->text.data);
    strbuf_add_view(out, view_slice(span->text, 0, before));
    strbuf_add(out, emphasis);
    markdown_add_text(out, text);
    strbuf_add(out, emphasis);
    strbuf_add_view(out, view_slice(span->text, before + text.length, span->text.length));
}

static void add_spans(StrBuf *out, const ContentBlock *block, const ContentSpan *spans,
                      size_t count)
{
    size_t end;
    for (size_t start = 0; start < count; start = end) {
        StrBuf address = {0};
        bool has_link = link_add(&address, spans[start].link);
        end = format_link_end(spans, count, start);
        strbuf_add(out, has_link ? "[" : "");
        for (size_t i = start; i < end; i++) {
            add_span(out, block, &spans[i]);
        }
        if (has_link) {
            bool has_bracket = strpbrk(strbuf_text(&address), "()");
            strbuf_addf(out, has_bracket ? "](<%s>)" : "](%s)", strbuf_text(&address));
        }
        strbuf_done(&address);
    }
}

static const char *lead_of(BlockKind kind)
{
    static const char *const leads[BLOCK_KIND_COUNT] = {[BLOCK_NAME] = "# ",
                                                        [BLOCK_HEADING] = "## ",
                                                        [BLOCK_ENTRY] = "### ",
                                                        [BLOCK_BULLET] = "- "};
    return leads[kind] ? leads[kind] : "";
}

static void add_block(StrBuf *out, const ContentBlock *block)
{
    StrBuf line = {0};
    add_spans(&line, block, block->spans, block->span_count);
    if (block->right.text.length > 0) {
        strbuf_add(&line, " | ");
        add_spans(&line, block, &block->right, 1);
    }
    const char *lead = lead_of(block->kind);
    strbuf_add(out, lead);
    if (lead[0] == '#') {
        markdown_add_line(out, strbuf_view(&line));
    } else {
        markdown_add_lines(out, strbuf_view(&line), strlen(lead));
    }
    strbuf_done(&line);
}

/* Bullets stand together; all else is apart. */
static bool is_apart(const Content *content, size_t index)
{
    const ContentBlock *block = &content->blocks[index];
    return index > 0 && !(block->kind == BLOCK_BULLET && block[-1].kind == BLOCK_BULLET);
}

bool format_markdown(const ExportInput *input, StrBuf *out, ExportReport *report, Diag *diag)
{
    (void)report; /* every text can be said in it, */
    (void)diag;   /* and nothing can fail */
    Arena arena = {0};
    Content content = format_content(input, &arena);
    for (size_t i = 0; i < content.count; i++) {
        strbuf_add(out, is_apart(&content, i) ? "\n" : "");
        add_block(out, &content.blocks[i]);
    }
    arena_done(&arena);
    return true;
}
