/* How a section becomes rows: from the tables of kinds, with a few lines of layout. */
#ifndef UI_FORM_BUILD_H
#define UI_FORM_BUILD_H

#include "bulletproof/model/node.h"
#include "ui/form.h"

/* Adds spots and pieces for form->view to an empty form. */
void form_build(Form *form);

/* --- the pen: form_pen.c ----------------------------------------------------
 * A form under construction and the row that is written next. */
typedef struct {
    Form *form;
    int row;
    int name_columns; /* for the names of groups in the list at hand */
} Pen;

/* Columns in which something stands. */
typedef struct {
    int column, columns;
} Band;

int pen_add_spot(Pen *pen, NodeId node, FieldId field);
/* Words of the form itself, on the current row. */
void pen_put(Pen *pen, Band band, Role role, StrView text);
/* Words of a spot, on the current row, cut at the end of the band. */
void pen_put_spot(Pen *pen, Band band, Role role, int spot, StrView text);
/* Words of a spot, wrapped, as many rows as they need; at least one. */
void pen_wrap_spot(Pen *pen, Band band, Role role, int spot, StrView text);
/* Room for something that is drawn from other facts than the document's. */
void pen_reserve(Pen *pen, Band band, PieceKind kind, NodeId node);
/* A blank row, unless there is one, or none are wanted. */
void pen_gap(Pen *pen);
Band pen_full(const Pen *pen);
bool pen_is_in_hand(const Pen *pen, NodeId node);

/* --- items of lists of plain strings: form_items.c -------------------------- */
void form_add_bullets(Pen *pen, const Node *list);
/* Items side by side, from `left` on. */
void form_add_flow(Pen *pen, const Node *list, int left);
/* Where the next item of a list would be, with what Enter does there. */
void form_add_list_end(Pen *pen, const Node *list, int left);

#endif
