#include "ui/frame.h"

enum {
    ROWS_FOR_RULES = 14,
    ROWS_FOR_HEADER = 8,
    COLUMNS_FOR_OUTLINE = 60,
    COLUMNS_FOR_SIDE = 120,
    COLUMNS_FOR_NAMES = 78,
    OUTLINE_COLUMNS = 19,
    OUTLINE_MORE_COLUMNS = 25, /* for the names of most employers */
    COLUMNS_FOR_ALL = 150,     /* all three columns have what they can use */
    OUTLINE_MOST_COLUMNS = 36, /* for nearly all names */
    FORM_MOST_COLUMNS = 88,    /* longer lines are hard to read */
    SIDE_LEAST_COLUMNS = 36,
    BETWEEN = 2,     /* the line between columns and a blank */
    BEFORE_SIDE = 1, /* a blank between words at the right edge and the line */
};

/* Takes the rows above and below off; what is left is for the panes. */
static Area take_rows(Frame *frame, int rows, int columns)
{
    Area body = {0, 0, rows, columns};
    if (rows < ROWS_FOR_HEADER) {
        frame->is_tiny = true;
        frame->status = (Area){rows - 1, 0, 1, columns};
        body.rows = rows - 1;
        return body;
    }
    int rule = frame->has_rules ? 1 : 0;
    frame->header = (Area){0, 0, 1, columns};
    frame->footer = (Area){rows - 1, 0, 1, columns};
    frame->status = (Area){rows - 2 - rule, 0, 1, columns};
    body.row = 1 + rule;
    body.rows = frame->status.row - body.row;
    return body;
}

static int outline_columns(int columns)
{
    if (columns >= COLUMNS_FOR_ALL) {
        return OUTLINE_MOST_COLUMNS;
    }
    return columns < COLUMNS_FOR_NAMES ? OUTLINE_COLUMNS : OUTLINE_MORE_COLUMNS;
}

static void take_outline(Frame *frame, Area *body, FrameWish wish)
{
    if (body->columns < COLUMNS_FOR_OUTLINE || wish.is_plain) {
        if (wish.is_outline_in_hand) {
            frame->outline = *body;
            body->columns = 0;
        }
        return;
    }
    frame->outline = *body;
    frame->outline.columns = outline_columns(body->columns);
    body->column += frame->outline.columns + BETWEEN;
    body->columns -= frame->outline.columns + BETWEEN;
}

Frame frame_make(int rows, int columns, FrameWish wish)
{
    Frame frame = {0};
    frame.is_too_small = rows < FRAME_LEAST_ROWS || columns < FRAME_LEAST_COLUMNS;
    if (frame.is_too_small) {
        return frame;
    }
    frame.has_rules = rows >= ROWS_FOR_RULES && !wish.is_plain;
    Area body = take_rows(&frame, rows, columns);
    if (wish.has_outline) {
        take_outline(&frame, &body, wish);
    }
    bool has_side = columns >= COLUMNS_FOR_SIDE && !wish.is_plain;
    int most = has_side ? body.columns - SIDE_LEAST_COLUMNS - BEFORE_SIDE - BETWEEN : body.columns;
    frame.form = body;
    frame.form.columns = most < FORM_MOST_COLUMNS ? most : FORM_MOST_COLUMNS;
    if (has_side) {
        frame.side = body;
        frame.side.column += frame.form.columns + BEFORE_SIDE + BETWEEN;
        frame.side.columns -= frame.form.columns + BEFORE_SIDE + BETWEEN;
    }
    return frame;
}
