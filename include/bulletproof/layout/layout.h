/* Layout: a resume as lines of text at fixed places on pages. A pure function of the resume, the
 * theme and the fonts; knows no PDF and no screen. Lengths are points (1/72 inch), y grows
 * downwards from the top of the page, lines stand on baselines. */
#ifndef BULLETPROOF_LAYOUT_LAYOUT_H
#define BULLETPROOF_LAYOUT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/font/font.h"
#include "bulletproof/model/node.h"
#include "bulletproof/model/theme.h"

/* What a line is part of; readers of the page and tagged PDF know it as the element named. */
typedef enum {
    BLOCK_NAME,      /* H1 */
    BLOCK_HEADLINE,  /* P */
    BLOCK_CONTACT,   /* P */
    BLOCK_HEADING,   /* H2: the name of a section */
    BLOCK_ENTRY,     /* H3: what an entry is about, with its dates */
    BLOCK_DETAIL,    /* P: the second line of an entry: employer and place */
    BLOCK_PARAGRAPH, /* P */
    BLOCK_BULLET,    /* LI */
    BLOCK_KIND_COUNT
} BlockKind;

/* Text of one style on one line. Runs that are not joined have a gap between them; their texts
 * are apart in the reading too. */
typedef struct {
    const char *text;
    double x, width;
    double size;
    double tracking; /* added after each glyph */
    FontStyle style;
    ThemeColor color;
    const char *link; /* address, or NULL */
    bool is_label;    /* a bullet's mark */
    bool is_joined;   /* goes on where the run before ended */
} LayoutRun;

typedef struct {
    LayoutRun *runs;
    size_t run_count;
    double baseline;
    BlockKind kind;
    uint32_t block; /* lines of one paragraph share it; grows in reading order */
    bool goes_on;   /* the paragraph has another line: a blank ends this one */
    bool is_cut;    /* … but not here: a word goes on in the next line */
    NodeId node;    /* where the text comes from */
} LayoutLine;

typedef struct {
    double x, y, width, thickness;
    ThemeColor color;
} LayoutRule;

typedef struct {
    LayoutLine *lines; /* in reading order */
    size_t line_count;
    LayoutRule *rules;
    size_t rule_count;
    double bottom; /* where the last line ends */
} LayoutPage;

typedef struct {
    double page_width, page_height;
    LayoutPage *pages; /* at least one */
    size_t page_count;
    int fill_percent;  /* of the last page, between its margins */
    double break_cost; /* how far the page ends are from where a typographer wants them; 0: ideal */
    bool is_too_long;  /* more pages than were wanted, however tight */
    /* Characters that no font has, each once; they print as question marks. */
    const uint32_t *missing;
    size_t missing_count;
} Layout;

typedef struct {
    const Node *root; /* a RESUME */
    const Theme *theme;
    Fonts *fonts;
    size_t most_pages;      /* 0: as many as it takes */
    const NodeId *left_out; /* bullets that are laid out as if they were hidden */
    size_t left_out_count;
} LayoutInput;

/* Everything in the result lives in `arena`. Hidden bullets are left out. Where there are more
 * pages than wanted, or the last would hold little, text, leading and gaps are tightened to do
 * with fewer, but only as far as stays readable. What does not help is not done. */
const Layout *layout_build(const LayoutInput *input, Arena *arena);
/* Whether `most_pages` are enough, at the tightest: a fraction of what a layout costs. */
bool layout_fits(const LayoutInput *input);

/* Appends how much there is: "2 pages, last 40 % full". */
void layout_add_size(StrBuf *out, size_t page_count, int fill_percent);
/* Appends the lines as a parser reads them, one a line, a blank line between pages. */
void layout_add_reading(StrBuf *out, const Layout *layout);
/* Appends the pages as they fall on paper, `columns` wide: a row a line, runs where they stand and
 * as wide as they are, blank rows for gaps, a row that ends each page and tells how full it is. */
void layout_add_map(StrBuf *out, const Layout *layout, int columns);
/* Appends every run with its place, for goldens. */
void layout_dump(StrBuf *out, const Layout *layout);

#endif
