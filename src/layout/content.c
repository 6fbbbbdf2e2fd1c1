#include "bulletproof/layout/content.h"

#include <stdlib.h>
#include <string.h>

#include "layout/block.h"

Content content_build(const LayoutInput *input, Arena *arena)
{
    Blocks blocks = {.arena = arena, .input = input};
    compose_resume(&blocks);
    size_t bytes = blocks.count * sizeof(*blocks.blocks);
    ContentBlock *kept = arena_alloc(arena, bytes);
    if (bytes > 0) {
        memcpy(kept, blocks.blocks, bytes);
    }
    free(blocks.blocks);
    return (Content){kept, blocks.count};
}

StrView content_text(const ContentBlock *block, Arena *arena)
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
