/* What a resume says on a page, and in what order: paragraphs with their style, before anyone knows
 * where a line ends. The page and every other format are made of these, so that they cannot
 * disagree. Knows no font: two resumes of the same words have the same content on any machine. */
#ifndef BULLETPROOF_LAYOUT_CONTENT_H
#define BULLETPROOF_LAYOUT_CONTENT_H

#include "bulletproof/layout/layout.h"
#include "bulletproof/model/period.h"

/* A part of a paragraph in one style. */
typedef struct {
    StrView text; /* borrowed from the resume or in the arena */
    FontStyle style;
    double size;
    ThemeColor color;
    double tracking;
    const char *link;        /* borrowed or in the arena; NULL: none */
    const PeriodEnds *dates; /* that the text is made of, in the arena; NULL: it is not */
} ContentSpan;

/* A paragraph of one or more spans. */
typedef struct {
    BlockKind kind;
    NodeId node;
    ContentSpan *spans; /* in the arena */
    size_t span_count, span_capacity;
    ContentSpan right;   /* at the right margin of the first line; no text: none */
    bool has_label;      /* a bullet stands before the first line */
    double indent;       /* of all lines */
    double gap_before;   /* dropped at the top of a page */
    bool keeps_next;     /* never the last on a page */
    bool has_rule;       /* a line is drawn under it */
    bool breaks_at_bars; /* only after " | ", into lines of like length */
} ContentBlock;

typedef struct {
    ContentBlock *blocks; /* none is without a span */
    size_t count;
} Content;

/* Of the input the resume, the theme and what is left out count. In the arena; the caller may
 * change it. */
Content content_build(const LayoutInput *input, Arena *arena);
/* All spans one after the other. In the arena. */
StrView content_text(const ContentBlock *block, Arena *arena);

#endif
