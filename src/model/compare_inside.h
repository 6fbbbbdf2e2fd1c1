/* What comparing and merging share. */
#ifndef MODEL_COMPARE_INSIDE_H
#define MODEL_COMPARE_INSIDE_H

#include "bulletproof/model/compare.h"

void differences_add(DifferenceList *list, Difference difference);

#endif
