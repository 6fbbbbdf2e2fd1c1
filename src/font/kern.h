/* Kerning of pairs, through HarfBuzz where it is built in. */
#ifndef FONT_KERN_H
#define FONT_KERN_H

#include <stdint.h>

#include "bulletproof/base/strview.h"

typedef struct Kern Kern;

/* `file` is borrowed and must outlive it. NULL where HarfBuzz is left out. */
Kern *kern_open(StrView file);
void kern_free(Kern *kern);
/* What to add between two characters, in 1/1000 of the size; 0 when `kern` is NULL. */
int kern_pair(Kern *kern, uint32_t left, uint32_t right);

#endif
