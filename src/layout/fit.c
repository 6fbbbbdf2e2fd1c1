/* Fewer pages: text, leading and gaps drawn in together, step by step, as far as stays readable. */
#include <math.h>

#include "layout/block.h"

/* How far a page may be tightened, as shares of what the theme says. */
typedef struct {
    double size, leading, gap;
} Bounds;

/* What nobody asked for must not show; what was asked for may. */
static const Bounds unasked = {0.93, 0.94, 0.6}, asked = {0.86, 0.89, 0.4};

/* Below these a page is hard to read in print, whatever its theme. */
static const double readable_points = 9, readable_leading = 1.18;

/* A last page fuller than this is worth its paper. */
enum { LITTLE_PERCENT = 35, STEPS = 8 };

/* So little nobody sees, so it may be done for better page ends alone; what a step must gain. */
enum { UNSEEN_STEPS = 4 };
static const double step_cost = 0.15;

/* Beyond these nothing is a resume, and setting it several times takes too long. */
enum { MOST_SETTLED_PAGES = 20 };

/* From `value` towards its share, by `step` of all steps, no further than `bound`. */
static double tighten(double value, double share, int step, double bound)
{
    double tight = value * (1 - (1 - share) * step / STEPS);
    return value < bound ? value : fmax(tight, bound);
}

static Theme tight_theme(const Theme *theme, const Bounds *bounds, int step)
{
    Theme tight = *theme;
    tight.size = tighten(theme->size, bounds->size, step, readable_points);
    tight.leading = tighten(theme->leading, bounds->leading, step, readable_leading);
    tight.section_gap = tighten(theme->section_gap, bounds->gap, step, 0);
    tight.entry_gap = tighten(theme->entry_gap, bounds->gap, step, 0);
    tight.bullet_gap = tighten(theme->bullet_gap, bounds->gap, step, 0);
    return tight;
}

static Layout *lay_out_tighter(const LayoutInput *input, const Bounds *bounds, int step,
                               Arena *arena)
{
    Theme theme = tight_theme(input->theme, bounds, step);
    LayoutInput tight = *input;
    tight.theme = &theme;
    return layout_once(&tight, arena);
}

/* The loosest layout on at most `pages` pages; NULL when even the tightest has more. */
static Layout *fit(const LayoutInput *input, const Bounds *bounds, size_t pages, Arena *arena)
{
    Layout *best = lay_out_tighter(input, bounds, STEPS, arena);
    if (best->page_count > pages) {
        return NULL;
    }
    for (int too_loose = 0, fitting = STEPS; fitting - too_loose > 1;) {
        int step = (too_loose + fitting) / 2;
        Layout *layout = lay_out_tighter(input, bounds, step, arena);
        if (layout->page_count > pages) {
            too_loose = step;
        } else {
            best = layout;
            fitting = step;
        }
    }
    return best;
}

bool layout_fits(const LayoutInput *input)
{
    Arena scratch = {0};
    bool fits = lay_out_tighter(input, &asked, STEPS, &scratch)->page_count <= input->most_pages;
    arena_done(&scratch);
    return fits;
}

/* A little tighter, where that ends the pages in better places: what just missed a page comes back
 * to it. */
static Layout *settle_ends(const LayoutInput *input, Layout *layout, Arena *arena)
{
    Layout *best = layout;
    double least = layout->break_cost;
    for (int step = 1; step <= UNSEEN_STEPS; step++) {
        Layout *tighter = lay_out_tighter(input, &unasked, step, arena);
        double cost = tighter->break_cost + step * step_cost;
        if (tighter->page_count == layout->page_count && cost < least) {
            best = tighter;
            least = cost;
        }
    }
    return best;
}

const Layout *layout_build(const LayoutInput *input, Arena *arena)
{
    Layout *layout = layout_once(input, arena);
    Layout *fitting = NULL;
    if (input->most_pages > 0 && layout->page_count > input->most_pages) {
        fitting = fit(input, &asked, input->most_pages, arena);
        layout->is_too_long = !fitting;
    } else if (layout->page_count > MOST_SETTLED_PAGES) {
        return layout;
    } else if (layout->page_count > 1 && layout->fill_percent <= LITTLE_PERCENT) {
        fitting = fit(input, &unasked, layout->page_count - 1, arena);
    }
    if (fitting || layout->page_count == 1) {
        return fitting ? fitting : layout;
    }
    Layout *settled = settle_ends(input, layout, arena);
    settled->is_too_long = layout->is_too_long;
    return settled;
}
