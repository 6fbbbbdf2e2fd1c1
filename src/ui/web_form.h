/* The resume as forms on the web ask for it: a row a field, in their order, each to be copied by
 * one key. Hidden things and what is out of the variant in hand are left out. */
#ifndef UI_WEB_FORM_H
#define UI_WEB_FORM_H

#include "ui/editor_state.h"

/* A heading without text, or a field. */
typedef struct {
    char *label; /* owned */
    char *text;  /* owned; NULL: a heading */
} WebFormRow;

/* Start with `WebFormRows rows = {0};`. */
typedef struct {
    WebFormRow *items; /* owned */
    size_t count, capacity;
} WebFormRows;

/* Appends the rows of a RESUME. */
void web_form_add(WebFormRows *rows, const Node *root);
void web_form_done(WebFormRows *rows);

/* The rows that answer to the text typed, with their headings. */
void web_form_find(const Editor *editor, WebFormRows *rows);
/* The index of the row that is chosen; the count when there is none. */
size_t web_form_selected(const Editor *editor, const WebFormRows *rows);

/* Copies what is chosen, and chooses the next. */
bool web_form_take(Editor *editor);
/* The choice goes so many rows down that can be chosen; around the end by one row. */
bool web_form_step(Editor *editor, int rows);
/* Which choice stands on a row of the list on the screen; false where there is none. */
bool web_form_choice_at(const Editor *editor, int row, size_t *choice);

void web_form_draw(const Editor *editor, Area area, Surface *surface);

#endif
