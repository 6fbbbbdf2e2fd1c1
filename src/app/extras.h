/* What the user's machine adds to the rules: dictionaries and words of their own. */
#ifndef APP_EXTRAS_H
#define APP_EXTRAS_H

#include "bulletproof/base/diag.h"
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

/* Takes a word of the user's own, and adds it to the words of `data_folder`. False, with the bare
 * reason, when it could not be written: it is right then until the program ends. */
bool extras_add_word(Extras *extras, const char *data_folder, StrView word, Diag *diag);

#endif
