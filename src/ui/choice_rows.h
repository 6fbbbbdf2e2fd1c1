/* Names to choose from, found by a few letters, each with a few words: variants, tags, saved job
 * descriptions. What is typed may also be something new. */
#ifndef UI_CHOICE_ROWS_H
#define UI_CHOICE_ROWS_H

#include "bulletproof/base/arena.h"
#include "ui/editor_state.h"

typedef struct {
    const char *name, *words; /* in the arena of the rows */
    bool is_marked;           /* it is on, or in hand */
    bool is_new;              /* the name is what was typed */
} ChoiceRow;

/* Start with `ChoiceRows rows = {0};`. */
typedef struct {
    ChoiceRow *items; /* owned */
    size_t count, capacity;
    Arena arena;
} ChoiceRows;

/* The rows for the line that is open, none for another one. */
void choice_rows_find(const Editor *editor, ChoiceRows *rows);
void choice_rows_done(ChoiceRows *rows);
/* Adds a row if it answers to what is typed; both texts are copied. */
void choice_rows_offer(const Editor *editor, ChoiceRows *rows, ChoiceRow row);
/* Adds what is typed as something new, unless a row has that name. */
void choice_rows_offer_new(const Editor *editor, ChoiceRows *rows, const char *words);
/* The row that is chosen; NULL: none. */
const ChoiceRow *choice_rows_selected(const Editor *editor, const ChoiceRows *rows);
/* The same for those who need its name only. Owned by the caller; NULL: none, or a new one. */
char *choice_name(const Editor *editor);
bool choice_has_name(const Editor *editor);

bool choice_take(Editor *editor);
bool choice_step(Editor *editor, int rows);
/* The choice that stands on row `row` below the line; false: none does. */
bool choice_choice_at(const Editor *editor, int row, size_t *choice);
/* Whether the line that is open is one of these. */
bool choice_is_open(const Editor *editor);
void choice_draw(const Editor *editor, Area area, Surface *surface);

/* One kind of them. */
typedef struct {
    const char *label; /* of the line; with a name where `state.renamed` is one */
    const char *hint;  /* below the rows */
    void (*fill)(const Editor *editor, ChoiceRows *rows); /* NULL: nothing is chosen, only typed */
    bool (*take)(Editor *editor, const ChoiceRow *row);
} ChoiceKind;

extern const ChoiceKind variant_choice, variant_name_choice, tag_choice, job_choice,
    job_name_choice;

#endif
