#include "layout/block.h"

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"

/* A line of display size needs less room around it than text does. */
static const double name_leading = 1.15;

Block *blocks_add(Blocks *blocks, BlockKind kind, NodeId node)
{
    blocks->blocks =
        vector_grow(blocks->blocks, blocks->count, &blocks->capacity, sizeof(*blocks->blocks));
    Block *block = &blocks->blocks[blocks->count++];
    *block = (Block){.kind = kind, .node = node};
    return block;
}

void blocks_drop_empty(Blocks *blocks)
{
    if (blocks->blocks[blocks->count - 1].span_count == 0) {
        blocks->count--;
    }
}

static void add_span(Block *block, Span span)
{
    if (span.text.length > 0 && block->span_count < BLOCK_MAX_SPANS) {
        block->spans[block->span_count++] = span;
    }
}

void block_add(Block *block, const Blocks *blocks, FontStyle style, StrView text)
{
    const Theme *theme = blocks->input->theme;
    add_span(block,
             (Span){.text = text, .style = style, .size = theme->size, .color = theme->text_color});
}

void block_add_muted(Block *block, const Blocks *blocks, StrView text)
{
    const Theme *theme = blocks->input->theme;
    add_span(block, (Span){.text = text, .size = theme->size, .color = theme->muted_color});
}

StrView blocks_keep(const Blocks *blocks, StrBuf *text)
{
    StrView kept = view_make(arena_copy(blocks->arena, strbuf_view(text)), text->length);
    strbuf_done(text);
    return kept;
}

StrView block_text(const Block *block, Arena *arena)
{
    if (block->span_count == 1) {
        return block->spans[0].text;
    }
    StrBuf text = {0};
    for (size_t i = 0; i < block->span_count; i++) {
        strbuf_add_view(&text, block->spans[i].text);
    }
    StrView kept = view_make(arena_copy(arena, strbuf_view(&text)), text.length);
    strbuf_done(&text);
    return kept;
}

double span_width(const Blocks *blocks, const Span *span, StrView text)
{
    double glyphs = fonts_width(blocks->input->fonts, span->style, text) * span->size / 1000;
    return glyphs + span->tracking * (double)utf8_count(text);
}

double column_width(const Blocks *blocks)
{
    const Theme *theme = blocks->input->theme;
    return paper_width(theme->paper) - 2 * theme->margin_x;
}

double block_line_height(const Blocks *blocks, const Block *block)
{
    double size = 0;
    for (size_t i = 0; i < block->span_count; i++) {
        size = block->spans[i].size > size ? block->spans[i].size : size;
    }
    double theme_leading = blocks->input->theme->leading;
    return size * (block->kind == BLOCK_NAME ? name_leading : theme_leading);
}
