#include "layout/block.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"

/* A line of display size needs less room around it than text does. */
static const double name_leading = 1.15;

/* What stands at the right margin takes at most this share of the column, and makes no second line
 * of the text: programs that read line by line would find it in the middle of that. */
static const double right_share = 0.6;

ContentBlock *blocks_add(Blocks *blocks, BlockKind kind, NodeId node)
{
    blocks->blocks =
        vector_grow(blocks->blocks, blocks->count, &blocks->capacity, sizeof(*blocks->blocks));
    ContentBlock *block = &blocks->blocks[blocks->count++];
    *block = (ContentBlock){.kind = kind, .node = node};
    return block;
}

void blocks_drop_empty(Blocks *blocks)
{
    if (blocks->blocks[blocks->count - 1].span_count == 0) {
        blocks->count--;
    }
}

void block_add_span(ContentBlock *block, const Blocks *blocks, ContentSpan span)
{
    if (span.text.length == 0) {
        return;
    }
    if (block->span_count == block->span_capacity) {
        size_t capacity = block->span_capacity ? 2 * block->span_capacity : 4;
        ContentSpan *spans = arena_alloc(blocks->arena, capacity * sizeof(*spans));
        if (block->span_count > 0) {
            memcpy(spans, block->spans, block->span_count * sizeof(*spans));
        }
        block->spans = spans;
        block->span_capacity = capacity;
    }
    block->spans[block->span_count++] = span;
}

static bool fits_beside(const Blocks *blocks, const ContentBlock *block)
{
    const ContentSpan *right = &block->right;
    double column = column_width(blocks), width = span_width(blocks, right, right->text);
    double used = width;
    for (size_t i = 0; i < block->span_count; i++) {
        used += span_width(blocks, &block->spans[i], block->spans[i].text);
    }
    return width <= right_share * column && used <= column - RIGHT_GAP_POINTS;
}

static void part_right(Blocks *blocks, ContentBlock block)
{
    ContentSpan right = block.right;
    block.right = (ContentSpan){.style = FONT_REGULAR};
    ContentBlock below = {.kind = BLOCK_DETAIL, .node = block.node, .keeps_next = block.keeps_next};
    block_add_span(&below, blocks, right);
    block.keeps_next = true;
    *blocks_add(blocks, block.kind, block.node) = block;
    *blocks_add(blocks, below.kind, below.node) = below;
}

void blocks_part_wide(Blocks *blocks)
{
    Blocks whole = *blocks;
    blocks->blocks = NULL;
    blocks->count = blocks->capacity = 0;
    for (size_t i = 0; i < whole.count; i++) {
        const ContentBlock *block = &whole.blocks[i];
        if (block->right.text.length > 0 && !fits_beside(blocks, block)) {
            part_right(blocks, *block);
        } else {
            *blocks_add(blocks, block->kind, block->node) = *block;
        }
    }
    free(whole.blocks);
}

StrView address_shown(StrView url)
{
    static const char *const schemes[] = {"https://", "http://"};
    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        if (view_starts_with(url, schemes[i])) {
            url = view_slice(url, strlen(schemes[i]), url.length);
        }
    }
    return view_ends_with(url, "/") ? view_slice(url, 0, url.length - 1) : url;
}

void block_add(ContentBlock *block, const Blocks *blocks, FontStyle style, StrView text)
{
    const Theme *theme = blocks->input->theme;
    block_add_span(
        block, blocks,
        (ContentSpan){
            .text = text, .style = style, .size = theme->size, .color = theme->text_color});
}

void block_add_muted(ContentBlock *block, const Blocks *blocks, StrView text)
{
    const Theme *theme = blocks->input->theme;
    block_add_span(block, blocks,
                   (ContentSpan){.text = text, .size = theme->size, .color = theme->muted_color});
}

StrView blocks_keep(const Blocks *blocks, StrBuf *text)
{
    StrView kept = view_make(arena_copy(blocks->arena, strbuf_view(text)), text->length);
    strbuf_done(text);
    return kept;
}

double span_width(const Blocks *blocks, const ContentSpan *span, StrView text)
{
    double glyphs = fonts_width(blocks->input->fonts, span->style, text) * span->size / 1000;
    return glyphs + span->tracking * (double)utf8_count(text);
}

double column_width(const Blocks *blocks)
{
    const Theme *theme = blocks->input->theme;
    return paper_width(theme->paper) - 2 * theme->margin_x;
}

double block_line_height(const Blocks *blocks, const ContentBlock *block)
{
    double size = 0;
    for (size_t i = 0; i < block->span_count; i++) {
        size = block->spans[i].size > size ? block->spans[i].size : size;
    }
    double theme_leading = blocks->input->theme->leading;
    return size * (block->kind == BLOCK_NAME ? name_leading : theme_leading);
}
