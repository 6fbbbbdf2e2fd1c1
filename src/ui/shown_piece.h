/* A piece of the form where the screen shows it, to give some of its words another role. */
#ifndef UI_SHOWN_PIECE_H
#define UI_SHOWN_PIECE_H

#include "bulletproof/ui/surface.h"
#include "ui/form.h"

typedef struct {
    const Piece *piece; /* borrowed */
    Strip strip;
    Surface *surface; /* borrowed */
} ShownPiece;

/* Bytes [start, end) of the piece's field, as far as the piece shows them. */
void shown_piece_paint(const ShownPiece *at, size_t start, size_t end, Role role);

#endif
