/* Keys of the user's own: what the settings say becomes a keymap, or a fault with its place. */
#ifndef APP_KEY_SETTINGS_H
#define APP_KEY_SETTINGS_H

#include "bulletproof/ui/command.h"
#include "bulletproof/yaml/record.h"
#include "bulletproof/yaml/tree.h"

/* The record of a mapping from names of commands to texts of keys: a char * for each command, in
 * the order of the table. Owned by the caller. */
typedef struct {
    YamlField *fields; /* owned */
    YamlRecord record;
} KeyRecord;

KeyRecord key_record_new(void);
void key_record_done(KeyRecord *record);

/* Adds to the defaults in `keymap` what `keys`, a mapping that fits the record, says. Fails for
 * what is no key, for a letter that would no longer be typed, and for a key that two commands
 * would have in one place. */
bool key_settings_read(const YamlNode *keys, Keymap *keymap, Diag *diag);

#endif
