/* Pages: which line stands where. A heading is never the last on a page, an entry takes at least
 * one bullet along, a bullet is not torn apart unless it is long, and the next page begins with a
 * bullet where it can: parsers that join the pages then lose no heading. */
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "layout/block.h"

/* Below a heading with a rule, or without one; from its baseline to the rule. */
static const double below_rule_points = 4.5;
static const double rule_drop_points = 3.6;

/* Half the height of capitals, as a share of the size: it puts them in the middle of the line. */
static const double half_capital = 0.33;

/* A paragraph of so many lines may be torn, with at least two on each side. */
enum { TEARABLE_LINES = 5, TORN_LINES = 2 };

typedef struct {
    size_t block, line;
} FlatLine;

typedef struct {
    const Blocks *blocks;
    FlatLine *lines; /* owned: the lines of all blocks */
    size_t count;
} Flow;

static const Block *block_of(const Flow *flow, size_t line)
{
    return &flow->blocks->blocks[flow->lines[line].block];
}

static void flatten(Flow *flow)
{
    size_t count = 0;
    for (size_t b = 0; b < flow->blocks->count; b++) {
        count += flow->blocks->blocks[b].line_count;
    }
    flow->lines = xalloc(count * sizeof(*flow->lines));
    for (size_t b = 0; b < flow->blocks->count; b++) {
        for (size_t line = 0; line < flow->blocks->blocks[b].line_count; line++) {
            flow->lines[flow->count++] = (FlatLine){b, line};
        }
    }
}

/* --- Where a page may end --------------------------------------------------- */

static bool may_break_before(const Flow *flow, size_t index)
{
    size_t line = flow->lines[index].line;
    size_t lines = block_of(flow, index)->line_count;
    if (line == 0) {
        return !flow->blocks->blocks[flow->lines[index].block - 1].keeps_next;
    }
    return lines >= TEARABLE_LINES && line >= TORN_LINES && lines - line >= TORN_LINES;
}

static double line_height(const Flow *flow, size_t index)
{
    const Block *block = block_of(flow, index);
    double height = block_line_height(flow->blocks, block);
    bool is_last = flow->lines[index].line + 1 == block->line_count;
    return height + (is_last && block->has_rule ? below_rule_points : 0);
}

static double gap_before(const Flow *flow, size_t index)
{
    return flow->lines[index].line == 0 ? block_of(flow, index)->gap_before : 0;
}

/* The first line that does not fit on a page which begins with line `first`. */
static size_t overflow(const Flow *flow, size_t first)
{
    const Theme *theme = flow->blocks->input->theme;
    double left = paper_height(theme->paper) - 2 * theme->margin_y;
    for (size_t index = first; index < flow->count; index++) {
        left -= line_height(flow, index) + (index > first ? gap_before(flow, index) : 0);
        if (left < 0) {
            return index > first ? index : first + 1;
        }
    }
    return flow->count;
}

/* When the next page would begin with a heading or an entry after two bullets, the second of them
 * goes along, so that it begins with a bullet. */
static size_t begin_with_bullet(const Flow *flow, size_t first, size_t index)
{
    size_t block = flow->lines[index].block;
    const Block *blocks = flow->blocks->blocks;
    if (flow->lines[index].line > 0 || blocks[block].kind == BLOCK_BULLET || block < 2 ||
        blocks[block - 1].kind != BLOCK_BULLET || blocks[block - 2].kind != BLOCK_BULLET) {
        return index;
    }
    size_t bullet = index - blocks[block - 1].line_count;
    return bullet > first ? bullet : index;
}

/* The first line of the page after the one that begins with `first`. */
static size_t page_end(const Flow *flow, size_t first)
{
    size_t end = overflow(flow, first);
    if (end == flow->count) {
        return end;
    }
    size_t index = end;
    while (index > first && !may_break_before(flow, index)) {
        index--;
    }
    return index > first ? begin_with_bullet(flow, first, index) : end;
}

/* --- Filling a page ---------------------------------------------------------- */

static void add_rule(const Flow *flow, LayoutPage *page, double baseline)
{
    const Theme *theme = flow->blocks->input->theme;
    page->rules[page->rule_count++] = (LayoutRule){
        .x = theme->margin_x,
        .y = baseline + rule_drop_points,
        .width = column_width(flow->blocks),
        .thickness = theme->rule_thickness,
        .color = theme->rule_color,
    };
}

static void fill_page(const Flow *flow, LayoutPage *page, size_t first, size_t end)
{
    double y = flow->blocks->input->theme->margin_y;
    page->lines = arena_alloc(flow->blocks->arena, (end - first) * sizeof(*page->lines));
    page->rules = arena_alloc(flow->blocks->arena, (end - first) * sizeof(*page->rules));
    for (size_t index = first; index < end; index++) {
        const Block *block = block_of(flow, index);
        LayoutLine *line = &page->lines[page->line_count++];
        place_line(flow->blocks, block, flow->lines[index].line, line);
        line->block = (uint32_t)flow->lines[index].block;
        y += index > first ? gap_before(flow, index) : 0;
        double height = block_line_height(flow->blocks, block);
        line->baseline = y + height / 2 + block->spans[0].size * half_capital;
        y += line_height(flow, index);
        if (block->has_rule && !line->goes_on) {
            add_rule(flow, page, line->baseline);
        }
    }
    page->bottom = y;
}

static size_t count_pages(const Flow *flow)
{
    size_t pages = 1;
    for (size_t first = page_end(flow, 0); first < flow->count; first = page_end(flow, first)) {
        pages++;
    }
    return pages;
}

static int fill_percent(const Theme *theme, const LayoutPage *page)
{
    double height = paper_height(theme->paper) - 2 * theme->margin_y;
    return (int)((page->bottom - theme->margin_y) / height * 100 + 0.5);
}

void page_blocks(const Blocks *blocks, Layout *layout)
{
    Flow flow = {.blocks = blocks};
    flatten(&flow);
    layout->page_count = count_pages(&flow);
    layout->pages = arena_alloc(blocks->arena, layout->page_count * sizeof(*layout->pages));
    size_t first = 0;
    for (size_t page = 0; page < layout->page_count; page++) {
        size_t end = page_end(&flow, first);
        fill_page(&flow, &layout->pages[page], first, end);
        first = end;
    }
    layout->fill_percent =
        fill_percent(blocks->input->theme, &layout->pages[layout->page_count - 1]);
    free(flow.lines);
}
