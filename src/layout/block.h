/* Blocks: what a page is made of before anyone knows where it stands. One block is a paragraph of
 * one or more spans; compose makes them from the resume, breaking cuts them into lines, paging
 * puts the lines on pages. */
#ifndef BULLETPROOF_SRC_LAYOUT_BLOCK_H
#define BULLETPROOF_SRC_LAYOUT_BLOCK_H

#include "bulletproof/layout/layout.h"

/* A part of a block in one style. */
typedef struct {
    StrView text; /* borrowed from the resume or in the arena */
    FontStyle style;
    double size;
    ThemeColor color;
    double tracking;
    const char *link; /* borrowed or in the arena; NULL: none */
} Span;

/* Bytes [start, end) of the block's text, without the blanks at the end. */
typedef struct {
    size_t start, end;
    bool is_cut; /* no blank stands before the next line */
} LineRange;

/* Between the text and what stands at the right margin of the same line. */
enum { RIGHT_GAP_POINTS = 14 };

typedef struct {
    BlockKind kind;
    NodeId node;
    Span *spans; /* in the arena */
    size_t span_count, span_capacity;
    Span right;          /* at the right margin of the first line; no text: none */
    bool has_label;      /* a bullet stands before the first line */
    double indent;       /* of all lines */
    double gap_before;   /* dropped at the top of a page */
    bool keeps_next;     /* never the last on a page */
    bool has_rule;       /* a line is drawn under it */
    bool breaks_at_bars; /* only after " | ", into lines of like length */

    LineRange *lines; /* in the arena, by breaking */
    size_t line_count;
} Block;

typedef struct {
    Arena *arena; /* of the result */
    const LayoutInput *input;
    Block *blocks; /* owned */
    size_t count, capacity;
} Blocks;

/* Makes the blocks of the whole resume. */
void compose_resume(Blocks *blocks);
/* The name, the headline and the ways to reach the person. */
void compose_contact(Blocks *blocks, const Node *basics);

/* A new block at the end, zeroed; valid until the next one is made. */
Block *blocks_add(Blocks *blocks, BlockKind kind, NodeId node);
/* Takes the newest block back when nothing was added to it. */
void blocks_drop_empty(Blocks *blocks);
/* Adds a span; one without text adds nothing. */
void block_add_span(Block *block, const Blocks *blocks, Span span);
/* Puts a span at the right margin of the newest block's first line or, where it would take too much
 * of that, below the block. */
void blocks_set_right(Blocks *blocks, Span span);
/* An address as people read it: without the scheme and the final slash. */
StrView address_shown(StrView url);
/* Adds a span in the theme's size and text colour; empty text adds nothing. */
void block_add(Block *block, const Blocks *blocks, FontStyle style, StrView text);
/* The same in the quiet colour. */
void block_add_muted(Block *block, const Blocks *blocks, StrView text);
/* A copy of the buffer in the arena; the buffer is done. */
StrView blocks_keep(const Blocks *blocks, StrBuf *text);

/* All spans one after the other. In the arena. */
StrView block_text(const Block *block, Arena *arena);
/* Points that `text`, a part of the span, takes. */
double span_width(const Blocks *blocks, const Span *span, StrView text);
double column_width(const Blocks *blocks);
double block_line_height(const Blocks *blocks, const Block *block);
/* Whether the words before and after the blank that ends at `at` belong on one line: a number and
 * its unit, what a dash follows. */
bool glue_holds(StrView text, size_t at);
/* Cuts a block into lines of the width there is for it. */
void break_block(const Blocks *blocks, Block *block);
/* The runs of line `index` of a block. `line` must be zeroed. */
void place_line(const Blocks *blocks, const Block *block, size_t index, LayoutLine *line);
/* Puts the broken blocks on pages. */
void page_blocks(const Blocks *blocks, Layout *layout);
/* The resume in the theme's own measures. */
Layout *layout_once(const LayoutInput *input, Arena *arena);

#endif
