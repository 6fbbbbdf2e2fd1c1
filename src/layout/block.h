/* Blocks: what a page is made of before anyone knows where it stands. One block is a paragraph of
 * one or more spans; compose makes the content from the resume, breaking cuts it into lines, paging
 * puts the lines on pages. */
#ifndef BULLETPROOF_SRC_LAYOUT_BLOCK_H
#define BULLETPROOF_SRC_LAYOUT_BLOCK_H

#include "bulletproof/layout/content.h"

/* Bytes [start, end) of the block's text, without the blanks at the end. */
typedef struct {
    size_t start, end;
    bool is_cut; /* no blank stands before the next line */
} LineRange;

/* Between the text and what stands at the right margin of the same line. */
enum { RIGHT_GAP_POINTS = 14 };

/* The lines of one block, in order. */
typedef struct {
    LineRange *ranges; /* in the arena */
    size_t count;
} BlockLines;

typedef struct {
    Arena *arena; /* of the result */
    const LayoutInput *input;
    ContentBlock *blocks; /* owned */
    size_t count, capacity;
    BlockLines *lines; /* owned: of each block; NULL before breaking */
} Blocks;

/* Makes the blocks of the whole resume, none of them empty; needs no fonts. */
void compose_resume(Blocks *blocks);
/* The name, the headline and the ways to reach the person. */
void compose_contact(Blocks *blocks, const Node *basics);

/* A new block at the end, zeroed; valid until the next one is made. */
ContentBlock *blocks_add(Blocks *blocks, BlockKind kind, NodeId node);
/* Takes the newest block back when nothing was added to it. */
void blocks_drop_empty(Blocks *blocks);
/* Adds a span; one without text adds nothing. */
void block_add_span(ContentBlock *block, const Blocks *blocks, ContentSpan span);
/* Gives what takes too much of a line at its right margin a block of its own below. */
void blocks_part_wide(Blocks *blocks);
/* An address as people read it: without the scheme and the final slash. */
StrView address_shown(StrView url);
/* Adds a span in the theme's size and text colour; empty text adds nothing. */
void block_add(ContentBlock *block, const Blocks *blocks, FontStyle style, StrView text);
/* The same in the quiet colour. */
void block_add_muted(ContentBlock *block, const Blocks *blocks, StrView text);
/* A copy of the buffer in the arena; the buffer is done. */
StrView blocks_keep(const Blocks *blocks, StrBuf *text);

/* Points that `text`, a part of the span, takes. */
double span_width(const Blocks *blocks, const ContentSpan *span, StrView text);
double column_width(const Blocks *blocks);
double block_line_height(const Blocks *blocks, const ContentBlock *block);
/* Whether the words before and after the blank that ends at `at` belong on one line: a number and
 * its unit, what a dash follows. */
bool glue_holds(StrView text, size_t at);
/* Cuts a block into lines of the width there is for it. */
BlockLines break_block(const Blocks *blocks, const ContentBlock *block);
/* Where a line stands among all: its block, and its number there. */
typedef struct {
    size_t block, line;
} LinePlace;
/* The runs of a line. `line` must be zeroed. */
void place_line(const Blocks *blocks, LinePlace place, LayoutLine *line);
/* Puts the broken blocks on pages. */
void page_blocks(const Blocks *blocks, Layout *layout);
/* The resume in the theme's own measures. */
Layout *layout_once(const LayoutInput *input, Arena *arena);

#endif
