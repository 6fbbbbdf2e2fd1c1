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

void pen_wrap_spot(Pen *pen, Band band, Role role, int spot, StrView text)
{
    WrapLines *wrap = &pen->form->wrap;
    /* one column stays free for the cursor behind the last letter */
    wrap_text(text, band.columns - 1, wrap);
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
