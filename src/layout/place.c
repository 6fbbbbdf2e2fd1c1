/* From a line's bytes to runs of one style each. */
#include "layout/block.h"

static const char bullet_mark[] = "•";

/* From a bullet to its text, as a share of the size: wider ones look detached, and programs that
 * look for columns take the bullets for one. */
static const double label_gap = 0.45;

static LayoutRun run_of(const Blocks *blocks, const ContentSpan *span, StrView text)
{
    return (LayoutRun){
        .text = arena_copy(blocks->arena, text),
        .width = span_width(blocks, span, text),
        .size = span->size,
        .tracking = span->tracking,
        .style = span->style,
        .color = span->color,
        .link = span->link,
    };
}

static void add_run(LayoutLine *line, LayoutRun run, double x)
{
    run.x = x;
    line->runs[line->run_count++] = run;
}

static void add_label(const Blocks *blocks, LayoutLine *line)
{
    const Theme *theme = blocks->input->theme;
    ContentSpan mark = {.size = theme->size, .color = theme->text_color};
    LayoutRun run = run_of(blocks, &mark, view_of(bullet_mark));
    run.is_label = true;
    double from_margin = theme->bullet_indent - run.width - label_gap * theme->size;
    add_run(line, run, theme->margin_x + (from_margin > 0 ? from_margin : 0));
}

static void add_text(const Blocks *blocks, const ContentBlock *block, LineRange range,
                     LayoutLine *line)
{
    double x = blocks->input->theme->margin_x + block->indent;
    size_t at = 0;
    bool is_first = true;
    for (size_t i = 0; i < block->span_count; i++) {
        const ContentSpan *span = &block->spans[i];
        size_t from = range.start > at ? range.start - at : 0;
        size_t to = range.end > at ? range.end - at : 0;
        StrView part = view_slice(span->text, from, to);
        at += span->text.length;
        if (part.length == 0) {
            continue;
        }
        LayoutRun run = run_of(blocks, span, part);
        run.is_joined = !is_first;
        add_run(line, run, x);
        x += run.width;
        is_first = false;
    }
}

static void add_right(const Blocks *blocks, const ContentBlock *block, LayoutLine *line)
{
    LayoutRun run = run_of(blocks, &block->right, block->right.text);
    add_run(line, run, blocks->input->theme->margin_x + column_width(blocks) - run.width);
}

void place_line(const Blocks *blocks, LinePlace place, LayoutLine *line)
{
    const ContentBlock *block = &blocks->blocks[place.block];
    const BlockLines *lines = &blocks->lines[place.block];
    bool is_first = place.line == 0;
    line->runs = arena_alloc(blocks->arena, (block->span_count + 2) * sizeof(*line->runs));
    line->kind = block->kind;
    line->node = block->node;
    line->block = (uint32_t)place.block;
    line->goes_on = place.line + 1 < lines->count;
    line->is_cut = lines->ranges[place.line].is_cut;
    if (is_first && block->has_label) {
        add_label(blocks, line);
    }
    add_text(blocks, block, lines->ranges[place.line], line);
    if (is_first && block->right.text.length > 0) {
        add_right(blocks, block, line);
    }
}
