/* Cutting a paragraph into lines. Ragged right with optimum fit: of all ways to break, the one
 * with the least sum of squared space at the lines' ends, as Knuth and Plass minimise it
 * (Breaking Paragraphs into Lines, 1981) but without stretching blanks. */
#include <float.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/wrap.h"
#include "layout/block.h"

/* A last line shorter than this share of the column looks lost, and one word alone sooner. */
static const double widow_share = 0.12, lone_word_share = 0.25;

/* More than a line holds, in bytes of nearly any text. */
enum { FEW_BYTES = 1024 };

/* What stays together between two places where a line may end. */
typedef struct {
    size_t start, end; /* bytes, without the blanks behind */
    double before;     /* points from the paragraph's start, were it one line */
    double width;
    bool ends_line; /* a line end of the text's own follows */
} Piece;

typedef struct {
    const Blocks *blocks;
    const ContentBlock *block;
    StrView text;
    Piece *pieces; /* owned */
    size_t count, capacity;
    double place; /* points so far */
} Pieces;

/* Points that bytes [start, end) of the block take, each part in its span's style. */
static double range_width(const Pieces *pieces, size_t start, size_t end)
{
    double width = 0;
    size_t at = 0;
    for (size_t i = 0; i < pieces->block->span_count; i++) {
        const ContentSpan *span = &pieces->block->spans[i];
        size_t from = start > at ? start - at : 0;
        size_t to = end > at ? end - at : 0;
        StrView part = view_slice(span->text, from, to);
        if (part.length > 0) {
            width += span_width(pieces->blocks, span, part);
        }
        at += span->text.length;
    }
    return width;
}

static double line_width(const Pieces *pieces, bool is_first)
{
    const ContentBlock *block = pieces->block;
    double width = column_width(pieces->blocks) - block->indent;
    if (is_first && block->right.text.length > 0) {
        width -= span_width(pieces->blocks, &block->right, block->right.text) + RIGHT_GAP_POINTS;
    }
    return width;
}

static bool is_blank_byte(char byte)
{
    return byte == ' ' || byte == '\n';
}

static void add_piece(Pieces *pieces, size_t start, size_t next)
{
    size_t end = next;
    while (end > start && is_blank_byte(pieces->text.data[end - 1])) {
        end--;
    }
    pieces->pieces =
        vector_grow(pieces->pieces, pieces->count, &pieces->capacity, sizeof(*pieces->pieces));
    pieces->pieces[pieces->count++] = (Piece){
        .start = start,
        .end = end,
        .before = pieces->place,
        .width = range_width(pieces, start, end),
        .ends_line = next > start && pieces->text.data[next - 1] == '\n',
    };
    pieces->place += range_width(pieces, start, next);
}

/* Where the part of [start, next) that fits ends, measured cluster by cluster: without kerning, but
 * in one pass. */
static size_t rough_end(const Pieces *pieces, size_t start, size_t next, double limit)
{
    size_t end = grapheme_next(pieces->text, start);
    double width = range_width(pieces, start, end);
    while (end < next) {
        size_t more = grapheme_next(pieces->text, end);
        width += range_width(pieces, end, more);
        if (width > limit) {
            break;
        }
        end = more;
    }
    return end;
}

/* Where the part of [start, next) that fits on a line ends; at least one cluster. */
static size_t fitting_end(const Pieces *pieces, size_t start, size_t next)
{
    double limit = line_width(pieces, false);
    size_t least = grapheme_next(pieces->text, start);
    size_t end = rough_end(pieces, start, next, limit);
    while (end > least && range_width(pieces, start, end) > limit) {
        end = grapheme_previous(pieces->text, end);
    }
    while (end < next) {
        size_t more = grapheme_next(pieces->text, end);
        if (range_width(pieces, start, more) > limit) {
            break;
        }
        end = more;
    }
    return end;
}

/* Looks at a few bytes first: measuring all of a long text for each of its lines takes too long. */
static bool is_too_wide(const Pieces *pieces, size_t start, size_t next)
{
    double limit = line_width(pieces, false);
    size_t few = next - start < FEW_BYTES ? next : start + FEW_BYTES;
    return range_width(pieces, start, few) > limit ||
           (few < next && range_width(pieces, start, next) > limit);
}

/* An address longer than a line is cut where it must be. */
static void add_fitting(Pieces *pieces, size_t start, size_t next)
{
    while (is_too_wide(pieces, start, next)) {
        size_t end = fitting_end(pieces, start, next);
        if (end >= next) {
            break;
        }
        add_piece(pieces, start, end);
        start = end;
    }
    add_piece(pieces, start, next);
}

/* Scripts that are written without blanks. */
static bool is_wide(StrView text, size_t at)
{
    size_t bytes;
    return at < text.length && utf8_decode(text, at, &bytes) >= 0x2E80;
}

/* A word stays whole at its hyphens and slashes too: programs that extract text take a hyphen at a
 * line's end for their own and drop it. */
static bool is_break(const Pieces *pieces, const unsigned char *marks, size_t at)
{
    if (marks[at] == BREAK_MUST) {
        return true;
    }
    bool is_after_bar = at >= 2 && memcmp(pieces->text.data + at - 2, "| ", 2) == 0;
    bool is_between_words = is_blank_byte(pieces->text.data[at - 1]) || is_wide(pieces->text, at) ||
                            is_wide(pieces->text, grapheme_previous(pieces->text, at));
    return marks[at] == BREAK_ALLOWED && is_between_words && !glue_holds(pieces->text, at) &&
           (!pieces->block->breaks_at_bars || is_after_bar);
}

static void cut_pieces(Pieces *pieces)
{
    size_t length = pieces->text.length;
    unsigned char *marks = xalloc(length + 1);
    break_marks(pieces->text, marks);
    size_t start = 0;
    for (size_t at = 1; at < length; at++) {
        if (is_break(pieces, marks, at)) {
            add_fitting(pieces, start, at);
            start = at;
        }
    }
    add_fitting(pieces, start, length);
    free(marks);
}

/* The best way to set the pieces before a place. */
typedef struct {
    double cost;
    size_t from; /* the piece with which the last line of that way begins */
} Choice;

/* Cost of a line of pieces [from, to); negative when it does not fit. */
static double line_cost(const Pieces *pieces, size_t from, size_t to)
{
    const Piece *first = &pieces->pieces[from];
    const Piece *last = &pieces->pieces[to - 1];
    double room = line_width(pieces, from == 0);
    double width = last->before + last->width - first->before;
    if (width > room && to - from > 1) {
        return -1;
    }
    double slack = width < room ? room - width : 0;
    if (last->ends_line) {
        return 0;
    }
    if (to == pieces->count && !pieces->block->breaks_at_bars) {
        double share = to - from == 1 ? lone_word_share : widow_share;
        bool is_widow = from > 0 && width < share * room;
        return is_widow ? room * room / 8 : 0;
    }
    return slack * slack;
}

static Choice best_choice(const Pieces *pieces, const Choice *choices, size_t to)
{
    Choice best = {DBL_MAX, to - 1};
    for (size_t from = to; from-- > 0;) {
        bool has_line_end = from + 1 < to && pieces->pieces[from].ends_line;
        double cost = has_line_end ? -1 : line_cost(pieces, from, to);
        if (cost < 0) {
            break;
        }
        if (choices[from].cost + cost < best.cost) {
            best = (Choice){choices[from].cost + cost, from};
        }
    }
    return best;
}

/* A bar between two items goes when the line ends there. */
static LineRange line_range(const Pieces *pieces, size_t from, size_t to)
{
    const Piece *last = &pieces->pieces[to - 1];
    LineRange range = {pieces->pieces[from].start, last->end, false};
    if (to < pieces->count) {
        range.is_cut = last->end == pieces->pieces[to].start;
        StrView line = view_slice(pieces->text, range.start, range.end);
        bool has_bar = pieces->block->breaks_at_bars && view_ends_with(line, " |");
        range.end -= has_bar ? strlen(" |") : 0;
    }
    return range;
}

/* Follows the choices back from the end. */
static BlockLines take_lines(const Pieces *pieces, const Choice *choices)
{
    BlockLines lines = {0};
    for (size_t to = pieces->count; to > 0; to = choices[to].from) {
        lines.count++;
    }
    lines.ranges = arena_alloc(pieces->blocks->arena, lines.count * sizeof(*lines.ranges));
    size_t index = lines.count;
    for (size_t to = pieces->count; to > 0; to = choices[to].from) {
        lines.ranges[--index] = line_range(pieces, choices[to].from, to);
    }
    return lines;
}

BlockLines break_block(const Blocks *blocks, const ContentBlock *block)
{
    Pieces pieces = {
        .blocks = blocks,
        .block = block,
        .text = content_text(block, blocks->arena),
    };
    cut_pieces(&pieces);
    Choice *choices = xalloc((pieces.count + 1) * sizeof(*choices));
    for (size_t to = 1; to <= pieces.count; to++) {
        choices[to] = best_choice(&pieces, choices, to);
    }
    BlockLines lines = take_lines(&pieces, choices);
    free(choices);
    free(pieces.pieces);
    return lines;
}
