/* The section in hand as rows of text: where each field's words stand, and which row and column
 * belong to which byte. Built anew from the document, never changes it. Knows no screen. */
#ifndef UI_FORM_H
#define UI_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/document.h"
#include "bulletproof/text/wrap.h"
#include "bulletproof/ui/editor.h"

/* Where the cursor can stand: a field, or the end of a list (field FIELD_COUNT). */
typedef struct {
    NodeId node;
    FieldId field;
} Spot;

typedef enum {
    PIECE_TEXT,     /* words, of a spot or of the form itself */
    PIECE_VERDICT,  /* of the bullet `node`, at the right edge */
    PIECE_FEEDBACK, /* room for the meter of the text in hand */
} PieceKind;

/* A run of text on one row; rows count from the top of the section. */
typedef struct {
    PieceKind kind;
    int row, column, columns;
    Role role;
    StrView text; /* borrowed from the document or the form's arena */
    int spot;     /* -1: nowhere to stand */
    size_t start; /* byte of the spot's field where `text` begins */
    NodeId node;
} Piece;

/* What a form is built from. */
typedef struct {
    const Document *document; /* borrowed */
    uint64_t revision;
    size_t section;
    NodeId node;   /* in hand: its fields are laid open */
    FieldId field; /* of it */
    int columns;
    int feedback_rows; /* kept free under the bullet in hand */
    bool is_dense;     /* no blank rows */
} FormView;

/* How a text was wrapped when the form was built last. */
typedef struct {
    StrBuf text; /* owned */
    int columns;
    WrapLines lines;
} WrappedText;

/* Start with `Form form = {0};`. */
typedef struct {
    FormView view;
    Spot *spots; /* owned; in reading order */
    size_t spot_count, spot_capacity;
    Piece *pieces; /* owned; by row */
    size_t piece_count, piece_capacity;
    int rows;
    Arena arena;
    WrappedText *wrapped; /* owned; by spot: a key changes one text, the others break as before */
    size_t wrapped_count, wrapped_capacity;
} Form;

/* Builds the form unless it shows `view` already. */
void form_update(Form *form, const FormView *view);
void form_done(Form *form);

/* -1 when it is not in this section. */
int form_find_spot(const Form *form, NodeId node, FieldId field);
/* The first spot of `node` or of anything in it; -1 when there is none. */
int form_first_spot(const Form *form, NodeId node);
/* The piece that shows byte `offset` of a spot; NULL when its entry is folded. */
const Piece *form_piece_at(const Form *form, int spot, size_t offset);
/* The row on which `node` or something in it is shown first; -1 when none is. */
int form_top_of(const Form *form, NodeId node);
/* The row below the last one of `node` itself, its meter included; -1 when it is not shown. */
int form_end_of(const Form *form, NodeId node);
/* Nothing stands on the row. */
bool form_is_blank(const Form *form, int row);
/* Row and column of a place; false when it is not shown. */
bool form_locate(const Form *form, Place place, int *row, int *column);
/* The place at `column` on the row nearest to `row` that has one; false when none has. */
bool form_place_at(const Form *form, int row, int column, Place *place);
/* The nearest row with a place above (step -1) or below (step 1) `row`; -1 when none. */
int form_row_beside(const Form *form, int row, int step);

#endif
