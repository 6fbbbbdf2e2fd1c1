/* The user's settings: config.yaml in the configuration folder. */
#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H

#include <stdbool.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strview.h"
#include "bulletproof/ui/command.h"

typedef enum {
    SETTINGS_COLOUR_AUTO, /* where the terminal has it and NO_COLOR is not set */
    SETTINGS_COLOUR_NEVER,
} SettingsColour;

typedef enum {
    SETTINGS_BACKGROUND_AUTO,
    SETTINGS_BACKGROUND_DARK,
    SETTINGS_BACKGROUND_LIGHT,
} SettingsBackground;

typedef enum {
    SETTINGS_SPELLING_ON,
    SETTINGS_SPELLING_OFF,
} SettingsSpelling;

typedef struct {
    int escape_delay; /* milliseconds that Esc waits for the rest of a key; 0: the default */
    SettingsColour colour;
    SettingsBackground background;
    SettingsSpelling spelling; /* whether the editor looks words up in dictionaries */
    bool has_vi_keys;          /* letters are commands until `i` writes */
    bool is_plain;             /* for screen readers */
    bool has_mouse;            /* clicks and the wheel are the editor's, not the terminal's own */
    Keymap keymap;             /* what the user has made of the defaults; empty: these */
} Settings;

/* Defaults for all. */
void settings_init(Settings *settings);
void settings_done(Settings *settings);
/* Fills what the text says and leaves the rest. */
bool settings_parse(StrView text, Settings *settings, Diag *diag);
/* Reads the user's file into fresh settings; without one everything has its default. On failure
 * `*path` is the file's name, owned by the caller. */
bool settings_read(Settings *settings, char **path, Diag *diag);

#endif
