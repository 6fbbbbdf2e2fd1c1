#include "bulletproof/base/memory.h"
#include "bulletproof/text/grapheme.h"
#include "ui/form_build.h"

int pen_add_spot(Pen *pen, NodeId node, FieldId field)
{
    Form *form = pen->form;
    form->spots =
        vector_grow(form->spots, form->spot_count, &form->spot_capacity, sizeof(*form->spots));
    form->spots[form->spot_count] = (Spot){node, field};
    return (int)form->spot_count++;
}

static void add_piece(Pen *pen, Piece piece)
{
    Form *form = pen->form;
    form->pieces =
        vector_grow(form->pieces, form->piece_count, &form->piece_capacity, sizeof(*form->pieces));
    form->pieces[form->piece_count++] = piece;
    if (piece.row >= form->rows) {
        form->rows = piece.row + 1;
    }
}

void pen_put(Pen *pen, Band band, Role role, StrView text)
{
    add_piece(pen, (Piece){.kind = PIECE_TEXT,
                           .row = pen->row,
                           .column = band.column,
                           .columns = band.columns,
                           .role = role,
                           .text = text,
                           .spot = -1});
}

static void put_line(Pen *pen, Band band, Role role, int spot, Piece line)
{
    add_piece(pen, (Piece){.kind = PIECE_TEXT,
                           .row = pen->row,
                           .column = band.column,
                           .columns = band.columns,
                           .role = role,
                           .text = line.text,
                           .spot = spot,
                           .start = line.start,
                           .node = pen->form->spots[spot].node});
}

void pen_put_spot(Pen *pen, Band band, Role role, int spot, StrView text)
{
    put_line(pen, band, role, spot, (Piece){.text = text});
}

static WrappedText *wrapped_at(Form *form, size_t spot)
{
    while (form->wrapped_count <= spot) {
        form->wrapped = vector_grow(form->wrapped, form->wrapped_count, &form->wrapped_capacity,
                                    sizeof(*form->wrapped));
        form->wrapped[form->wrapped_count++] = (WrappedText){.columns = 0};
    }
    return &form->wrapped[spot];
}

/* Borrowed until the next call. */
static const WrapLines *wrap_spot(Form *form, int spot, StrView text, int columns)
{
    WrappedText *wrapped = wrapped_at(form, (size_t)spot);
    bool is_same = wrapped->lines.count > 0 && wrapped->columns == columns &&
                   view_equal(strbuf_view(&wrapped->text), text);
    if (!is_same) {
        strbuf_clear(&wrapped->text);
        strbuf_add_view(&wrapped->text, text);
        wrapped->columns = columns;
        wrap_text(text, columns, &wrapped->lines);
    }
    return &wrapped->lines;
}

void pen_wrap_spot(Pen *pen, Band band, Role role, int spot, StrView text)
{
    /* one column stays free for the cursor behind the last letter */
    const WrapLines *wrap = wrap_spot(pen->form, spot, text, band.columns - 1);
    for (size_t i = 0; i < wrap->count; i++) {
        WrapLine line = wrap->items[i];
        Piece piece = {.text = view_slice(text, line.start, line.end), .start = line.start};
        put_line(pen, band, role, spot, piece);
        pen->row++;
    }
}

void pen_reserve(Pen *pen, Band band, PieceKind kind, NodeId node)
{
    add_piece(pen, (Piece){.kind = kind,
                           .row = pen->row,
                           .column = band.column,
                           .columns = band.columns,
                           .spot = -1,
                           .node = node});
}

void pen_gap(Pen *pen)
{
    bool is_after_something = pen->row > 0 && pen->form->rows == pen->row;
    if (is_after_something && !pen->form->view.is_dense) {
        pen->row++;
    }
}

Band pen_full(const Pen *pen)
{
    return (Band){0, pen->form->view.columns};
}

bool pen_is_in_hand(const Pen *pen, NodeId node)
{
    const FormView *view = &pen->form->view;
    for (const Node *above = document_find(view->document, view->node); above;
         above = node_parent(above)) {
        if (node_id(above) == node) {
            return true;
        }
    }
    return false;
}
