/* The experience a resume is judged by. */
#ifndef BULLETPROOF_MODEL_LEVEL_H
#define BULLETPROOF_MODEL_LEVEL_H

#include <stdbool.h>

#include "bulletproof/model/node.h"

typedef enum {
    LEVEL_JUNIOR,
    LEVEL_MID,
    LEVEL_SENIOR,
} Level;

/* One of the three names, in any case; false for anything else. */
bool level_parse(StrView word, Level *level);
const char *level_name(Level level); /* "junior", "mid", "senior" */
/* The level in the settings of the resume; mid when absent or not one of the three. */
Level level_of(const Node *root);

#endif
