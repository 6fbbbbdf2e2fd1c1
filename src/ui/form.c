#include "ui/form.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/grapheme.h"
#include "ui/form_build.h"

static bool view_is_same(const FormView *a, const FormView *b)
{
    return a->document == b->document && a->revision == b->revision && a->section == b->section &&
           a->node == b->node && a->field == b->field && a->columns == b->columns &&
           a->feedback_rows == b->feedback_rows && a->is_dense == b->is_dense;
}

void form_update(Form *form, const FormView *view)
{
    if (view_is_same(&form->view, view)) {
        return;
    }
    form->view = *view;
    form->spot_count = form->piece_count = 0;
    form->rows = 0;
    arena_reset(&form->arena);
    form_build(form);
}

void form_done(Form *form)
{
    free(form->spots);
    free(form->pieces);
    arena_done(&form->arena);
    for (size_t i = 0; i < form->wrapped_count; i++) {
        strbuf_done(&form->wrapped[i].text);
        wrap_done(&form->wrapped[i].lines);
    }
    free(form->wrapped);
    *form = (Form){0};
}

int form_find_spot(const Form *form, NodeId node, FieldId field)
{
    for (size_t i = 0; i < form->spot_count; i++) {
        if (form->spots[i].node == node && form->spots[i].field == field) {
            return (int)i;
        }
    }
    return -1;
}

int form_first_spot(const Form *form, NodeId node)
{
    const Node *ancestor = document_find(form->view.document, node);
    for (size_t i = 0; i < form->spot_count; i++) {
        if (node_is_within(document_find(form->view.document, form->spots[i].node), ancestor)) {
            return (int)i;
        }
    }
    return -1;
}

int form_top_of(const Form *form, NodeId node)
{
    const Node *ancestor = document_find(form->view.document, node);
    for (size_t i = 0; node != 0 && i < form->piece_count; i++) {
        const Piece *piece = &form->pieces[i];
        if (piece->node &&
            node_is_within(document_find(form->view.document, piece->node), ancestor)) {
            return piece->row;
        }
    }
    return -1;
}

int form_end_of(const Form *form, NodeId node)
{
    int end = -1;
    for (size_t i = 0; node != 0 && i < form->piece_count; i++) {
        const Piece *piece = &form->pieces[i];
        end = piece->node == node && piece->row >= end ? piece->row + 1 : end;
    }
    return end;
}

bool form_is_blank(const Form *form, int row)
{
    for (size_t i = 0; i < form->piece_count; i++) {
        if (form->pieces[i].row == row) {
            return false;
        }
    }
    return true;
}

const Piece *form_piece_at(const Form *form, int spot, size_t offset)
{
    const Piece *found = NULL;
    for (size_t i = 0; i < form->piece_count; i++) {
        const Piece *piece = &form->pieces[i];
        if (piece->spot == spot && (!found || piece->start <= offset)) {
            found = piece;
        }
    }
    return found;
}

bool form_locate(const Form *form, Place place, int *row, int *column)
{
    int spot = form_find_spot(form, place.node, place.field);
    const Piece *piece = spot < 0 ? NULL : form_piece_at(form, spot, place.offset);
    if (!piece) {
        return false;
    }
    size_t inside = place.offset > piece->start ? place.offset - piece->start : 0;
    int columns = text_columns(view_slice(piece->text, 0, inside));
    /* Blanks that hang at a line's end, and what a short title cuts off, keep the cursor inside. */
    int limit = piece->columns > 0 ? piece->columns - 1 : 0;
    *row = piece->row;
    *column = piece->column + (columns < limit ? columns : limit);
    return true;
}

/* Columns between a column and a piece; 0 inside it. */
static int distance(const Piece *piece, int column)
{
    int end = piece->column + text_columns(piece->text);
    if (column < piece->column) {
        return piece->column - column;
    }
    return column > end ? column - end : 0;
}

/* The last byte of a line at which the cursor is still shown on that line. */
static size_t last_offset(const Form *form, const Piece *piece)
{
    const Piece *next = piece + 1;
    bool goes_on = next < form->pieces + form->piece_count && next->spot == piece->spot &&
                   next->start == piece->start + piece->text.length;
    return goes_on ? grapheme_previous(piece->text, piece->text.length) : piece->text.length;
}

bool form_place_at(const Form *form, int row, int column, Place *place)
{
    const Piece *best = NULL;
    for (size_t i = 0; i < form->piece_count; i++) {
        const Piece *piece = &form->pieces[i];
        bool is_candidate = piece->row == row && piece->spot >= 0;
        if (is_candidate && (!best || distance(piece, column) <= distance(best, column))) {
            best = piece;
        }
    }
    if (!best) {
        return false;
    }
    int inside = column > best->column ? column - best->column : 0;
    size_t offset = text_fit(best->text, inside);
    size_t last = last_offset(form, best);
    *place = (Place){form->spots[best->spot].node, form->spots[best->spot].field,
                     best->start + (offset < last ? offset : last)};
    return true;
}

int form_row_beside(const Form *form, int row, int step)
{
    int best = -1;
    for (size_t i = 0; i < form->piece_count; i++) {
        const Piece *piece = &form->pieces[i];
        bool is_beyond = step < 0 ? piece->row < row : piece->row > row;
        if (piece->spot < 0 || !is_beyond) {
            continue;
        }
        if (best < 0 || (step < 0 ? piece->row > best : piece->row < best)) {
            best = piece->row;
        }
    }
    return best;
}
