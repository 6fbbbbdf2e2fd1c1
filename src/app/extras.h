/* What the user's machine adds to the rules: dictionaries and words of their own. */
#ifndef APP_EXTRAS_H
#define APP_EXTRAS_H

#include "bulletproof/check/check.h"
#include "bulletproof/check/spelling.h"

typedef struct {
    Speller *speller; /* owned */
    CheckExtras values;
} Extras;

/* Takes the words of `data_folder`/words (NULL: none); no dictionary is loaded yet. */
void extras_open(Extras *extras, const char *data_folder);
/* Loads the next dictionary, about 25 ms; true while there is another. */
bool extras_load_next(Extras *extras);
/* Loads all. */
void extras_load(Extras *extras);
void extras_close(Extras *extras);

#endif
