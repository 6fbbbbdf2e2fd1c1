/* The palette: all that can be done or gone to from here, found by a few letters. */
#ifndef UI_PALETTE_H
#define UI_PALETTE_H

#include "ui/editor_state.h"

/* A command, or a place to go to. */
typedef struct {
    const Command *command; /* NULL: a place */
    size_t section;         /* of a place */
    NodeId entry;           /* of a place; 0: the section itself */
    int score;
    size_t order; /* in which what answers equally well is listed */
} Hit;

/* Start with `HitList hits = {0};`. */
typedef struct {
    Hit *items; /* owned */
    size_t count, capacity;
} HitList;

/* What answers to the text typed, the best first. */
void palette_find(const Editor *editor, HitList *hits);
void hit_list_done(HitList *hits);
/* Appends what a hit does, in words. */
void palette_add_words(StrBuf *out, const Editor *editor, const Hit *hit);

/* Does what is chosen, and closes the palette. */
bool palette_take(Editor *editor);
/* The choice goes `rows` rows down; around the end by one row. */
bool palette_step(Editor *editor, int rows);

/* Which hit stands on a row of the list on the screen; false where there is none. */
bool palette_choice_at(const Editor *editor, int row, size_t *choice);

void palette_draw(const Editor *editor, Area area, Surface *surface);

#endif
