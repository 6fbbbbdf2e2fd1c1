/* What the user's machine adds to the rules: dictionaries, words and rules of their own. */
#ifndef APP_EXTRAS_H
#define APP_EXTRAS_H

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/check/check.h"
#include "bulletproof/check/pack.h"
#include "bulletproof/check/spelling.h"

typedef struct {
    const char *data;  /* has the file "words". NULL: no words of the user's own */
    const char *rules; /* has NAME.yaml files. NULL: no rules of the user's own */
} ExtrasFolders;

typedef struct {
    Speller *speller; /* owned */
    RulePack *pack;   /* owned */
    CheckExtras values;
    char *rule_folder; /* owned; NULL: none */
    StrBuf faults;     /* of the rules: "FILE:LINE:COLUMN: what is wrong", a line each */
} Extras;

/* Reads words and rules; no dictionary is loaded yet. A folder that is not there is no fault. */
void extras_open(Extras *extras, const ExtrasFolders *folders);
void extras_close(Extras *extras);

/* Takes a word of the user's own, and adds it to the words of `data_folder`. False, with the bare
 * reason, when it could not be written: it is right then until the program ends. */
bool extras_add_word(Extras *extras, const char *data_folder, StrView word, Diag *diag);

#endif
