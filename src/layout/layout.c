/* One layout of a resume, as the theme says. */
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "layout/block.h"

/* Characters that no font has, each once. */
typedef struct {
    uint32_t *items; /* owned */
    size_t count, capacity;
} Characters;

static void add_character(Characters *characters, uint32_t code_point)
{
    for (size_t i = 0; i < characters->count; i++) {
        if (characters->items[i] == code_point) {
            return;
        }
    }
    characters->items = vector_grow(characters->items, characters->count, &characters->capacity,
                                    sizeof(*characters->items));
    characters->items[characters->count++] = code_point;
}

static void find_missing(const Blocks *blocks, const ContentSpan *span, Characters *missing)
{
    size_t bytes;
    for (size_t at = 0; at < span->text.length; at += bytes) {
        uint32_t code_point = utf8_decode(span->text, at, &bytes);
        bool is_shown = code_point > 0x7F;
        if (is_shown && !fonts_has(blocks->input->fonts, span->style, code_point)) {
            add_character(missing, code_point);
        }
    }
}

static void keep_missing(const Blocks *blocks, Layout *layout)
{
    Characters missing = {0};
    for (size_t b = 0; b < blocks->count; b++) {
        const ContentBlock *block = &blocks->blocks[b];
        for (size_t i = 0; i < block->span_count; i++) {
            find_missing(blocks, &block->spans[i], &missing);
        }
        find_missing(blocks, &block->right, &missing);
    }
    uint32_t *kept = arena_alloc(blocks->arena, missing.count * sizeof(*kept));
    for (size_t i = 0; i < missing.count; i++) {
        kept[i] = missing.items[i];
    }
    layout->missing = kept;
    layout->missing_count = missing.count;
    free(missing.items);
}

static void break_blocks(Blocks *blocks)
{
    blocks->lines = xalloc(blocks->count * sizeof(*blocks->lines));
    for (size_t i = 0; i < blocks->count; i++) {
        blocks->lines[i] = break_block(blocks, &blocks->blocks[i]);
    }
}

Layout *layout_once(const LayoutInput *input, Arena *arena)
{
    Layout *layout = arena_alloc(arena, sizeof(*layout));
    Blocks blocks = {.arena = arena, .input = input};
    compose_resume(&blocks);
    blocks_part_wide(&blocks);
    break_blocks(&blocks);
    layout->page_width = paper_width(input->theme->paper);
    layout->page_height = paper_height(input->theme->paper);
    page_blocks(&blocks, layout);
    keep_missing(&blocks, layout);
    free(blocks.lines);
    free(blocks.blocks);
    return layout;
}
