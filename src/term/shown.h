/* The cells that the terminal shows, and how others come there with few bytes. */
#ifndef TERM_SHOWN_H
#define TERM_SHOWN_H

#include "bulletproof/ui/surface.h"
#include "term/output.h"

typedef struct {
    Output output;
    Surface cells;
    Style styles[ROLE_COUNT]; /* as this terminal can show them */
    bool is_known;            /* the terminal does show `cells` */
    bool shows_utf8;
} Shown;

/* Writes nothing where that changes nothing. */
void shown_become(Shown *shown, const Surface *surface);

#endif
