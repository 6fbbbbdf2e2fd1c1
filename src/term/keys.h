/* From what the terminal library reads to keys. */
#ifndef TERM_KEYS_H
#define TERM_KEYS_H

#include "bulletproof/ui/key.h"

typedef enum {
    KEYS_NONE,      /* nothing is waiting */
    KEYS_JUNK,      /* what came means nothing */
    KEYS_KEY,       /* a key */
    KEYS_MOUSE,     /* the rest of a report follows … */
    KEYS_OLD_MOUSE, /* … or of one in the older form */
    KEYS_PASTE,     /* a paste begins: its text follows, raw */
} KeysResult;

/* Teaches the library the sequences that terminfo lacks. */
void keys_define(void);
/* Takes what is waiting, without waiting for it to come. */
KeysResult keys_read(Key *key);

#endif
