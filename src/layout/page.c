/* Pages: which line stands where. A heading is never the last on a page, an entry takes at least
 * one bullet along, a bullet is not torn apart unless it is long, and the next page begins with a
 * bullet where that leaves little empty: parsers that join the pages then lose no heading. Of all
 * ways with the fewest pages, the one that costs least. */
#include <stdint.h>
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "layout/block.h"

/* Below a heading with a rule, or without one; from its baseline to the rule. */
static const double below_rule_points = 5.2;
static const double rule_drop_points = 3.6;

/* Half the height of capitals, as a share of the size: it puts them in the middle of the line. */
static const double half_capital = 0.33;

/* A paragraph of so many lines may be torn, with at least two on each side. */
enum { TEARABLE_LINES = 5, TORN_LINES = 2 };

typedef struct {
    const Blocks *blocks;
    LinePlace *lines; /* owned: the lines of all blocks */
    size_t count;
    double
        *tops;   /* owned: where each would stand, gap included, on one endless page; and the end */
    double room; /* of a page */
} Flow;

static const ContentBlock *block_of(const Flow *flow, size_t line)
{
    return &flow->blocks->blocks[flow->lines[line].block];
}

static size_t lines_in_block_of(const Flow *flow, size_t line)
{
    return flow->blocks->lines[flow->lines[line].block].count;
}

/* --- Where a page may end --------------------------------------------------- */

static bool may_break_before(const Flow *flow, size_t index)
{
    size_t line = flow->lines[index].line;
    size_t lines = lines_in_block_of(flow, index);
    if (line == 0) {
        return !flow->blocks->blocks[flow->lines[index].block - 1].keeps_next;
    }
    return lines >= TEARABLE_LINES && line >= TORN_LINES && lines - line >= TORN_LINES;
}

static double line_height(const Flow *flow, size_t index)
{
    const ContentBlock *block = block_of(flow, index);
    double height = block_line_height(flow->blocks, block);
    bool is_last = flow->lines[index].line + 1 == lines_in_block_of(flow, index);
    return height + (is_last && block->has_rule ? below_rule_points : 0);
}

static double gap_before(const Flow *flow, size_t index)
{
    return flow->lines[index].line == 0 ? block_of(flow, index)->gap_before : 0;
}

static void flatten(Flow *flow)
{
    size_t count = 0;
    for (size_t b = 0; b < flow->blocks->count; b++) {
        count += flow->blocks->lines[b].count;
    }
    flow->lines = xalloc(count * sizeof(*flow->lines));
    for (size_t b = 0; b < flow->blocks->count; b++) {
        for (size_t line = 0; line < flow->blocks->lines[b].count; line++) {
            flow->lines[flow->count++] = (LinePlace){b, line};
        }
    }
    flow->tops = xalloc((count + 1) * sizeof(*flow->tops));
    for (size_t line = 0; line < count; line++) {
        flow->tops[line + 1] = flow->tops[line] + gap_before(flow, line) + line_height(flow, line);
    }
}

/* --- Which of these places is best ------------------------------------------- */

/* What a break costs. Space that is left is squared, so that a page is rather filled than begun
 * with a bullet when much of it would stay empty; a tenth of a page weighs 1. Parsers that join the
 * pages lose a heading or a title which begins one, readers lose what stands alone. */
static const double tenth = 0.1, heading_cost = 0.8, entry_cost = 1.3, torn_cost = 1.6;
static const double lone_bullet_cost = 0.3, short_end_cost = 4;

/* A last page that holds less than this share looks like an accident. */
static const double short_end = 0.08;

/* The best way to go on from a page's first line. */
typedef struct {
    size_t pages;
    double cost;
    size_t end; /* the first line of the next page */
} PageChoice;

/* Height of the lines [first, end) on a page of their own. */
static double height_of(const Flow *flow, size_t first, size_t end)
{
    return flow->tops[end] - flow->tops[first] - gap_before(flow, first);
}

static bool is_bullet(const Flow *flow, size_t line)
{
    return line < flow->count && block_of(flow, line)->kind == BLOCK_BULLET;
}

/* Where the block after that of `line` begins. */
static size_t next_block(const Flow *flow, size_t line)
{
    return line + lines_in_block_of(flow, line) - flow->lines[line].line;
}

static double start_cost(const Flow *flow, size_t first)
{
    if (flow->lines[first].line > 0) {
        return torn_cost;
    }
    switch (block_of(flow, first)->kind) {
    case BLOCK_HEADING:
        return heading_cost;
    case BLOCK_BULLET:
        return is_bullet(flow, next_block(flow, first)) ? 0 : lone_bullet_cost;
    default:
        return entry_cost;
    }
}

static double page_cost(const Flow *flow, size_t first, size_t end)
{
    double share = height_of(flow, first, end) / flow->room;
    if (end == flow->count) {
        return first > 0 && share < short_end ? short_end_cost : 0;
    }
    double empty = (1 - share) / tenth;
    return empty * empty + start_cost(flow, end);
}

/* The choices after `first` are made. A block that is higher than a page is torn anywhere. */
static PageChoice best_end(const Flow *flow, const PageChoice *choices, size_t first)
{
    PageChoice best = {.pages = SIZE_MAX};
    size_t end = first + 1;
    for (; end <= flow->count && height_of(flow, first, end) <= flow->room; end++) {
        if (end < flow->count && !may_break_before(flow, end)) {
            continue;
        }
        size_t pages = choices[end].pages + 1;
        double cost = choices[end].cost + page_cost(flow, first, end);
        if (pages < best.pages || (pages == best.pages && cost < best.cost)) {
            best = (PageChoice){pages, cost, end};
        }
    }
    if (best.pages == SIZE_MAX) {
        end = end > first + 1 ? end - 1 : end;
        best = (PageChoice){choices[end].pages + 1, choices[end].cost, end};
    }
    return best;
}

static PageChoice *choose_ends(const Flow *flow)
{
    PageChoice *choices = xalloc((flow->count + 1) * sizeof(*choices));
    for (size_t first = flow->count; first-- > 0;) {
        choices[first] = best_end(flow, choices, first);
    }
    return choices;
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
        const ContentBlock *block = block_of(flow, index);
        LayoutLine *line = &page->lines[page->line_count++];
        place_line(flow->blocks, flow->lines[index], line);
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

static int fill_percent(const Theme *theme, const LayoutPage *page)
{
    double height = paper_height(theme->paper) - 2 * theme->margin_y;
    return (int)((page->bottom - theme->margin_y) / height * 100 + 0.5);
}

void page_blocks(const Blocks *blocks, Layout *layout)
{
    const Theme *theme = blocks->input->theme;
    Flow flow = {.blocks = blocks, .room = paper_height(theme->paper) - 2 * theme->margin_y};
    flatten(&flow);
    PageChoice *choices = choose_ends(&flow);
    layout->page_count = flow.count > 0 ? choices[0].pages : 1;
    layout->pages = arena_alloc(blocks->arena, layout->page_count * sizeof(*layout->pages));
    size_t first = 0;
    for (size_t page = 0; page < layout->page_count; page++) {
        size_t end = flow.count > 0 ? choices[first].end : 0;
        fill_page(&flow, &layout->pages[page], first, end);
        first = end;
    }
    layout->fill_percent = fill_percent(theme, &layout->pages[layout->page_count - 1]);
    layout->break_cost = flow.count > 0 ? choices[0].cost : 0;
    free(choices);
    free(flow.tops);
    free(flow.lines);
}
