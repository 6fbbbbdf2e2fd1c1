#include "ui/shown_piece.h"

#include "bulletproof/text/grapheme.h"

void shown_piece_paint(const ShownPiece *at, size_t start, size_t end, Role role)
{
    const Piece *piece = at->piece;
    size_t piece_end = piece->start + piece->text.length;
    size_t from = start > piece->start ? start : piece->start;
    size_t to = end < piece_end ? end : piece_end;
    if (from >= to) {
        return;
    }
    int before = text_columns(view_slice(piece->text, 0, from - piece->start));
    int through = text_columns(view_slice(piece->text, 0, to - piece->start));
    through = through < at->strip.columns ? through : at->strip.columns;
    if (before < through) {
        Area words = {at->strip.row, at->strip.column + before, 1, through - before};
        surface_paint(at->surface, words, role);
    }
}
