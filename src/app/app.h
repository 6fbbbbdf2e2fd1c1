/* The application: owns the resume, what is derived from it and the file it came from, and runs
 * the loop between a front end and the editor. Knows no terminal. */
#ifndef APP_APP_H
#define APP_APP_H

#include <stdbool.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/model/date.h"
#include "bulletproof/ui/command.h"
#include "bulletproof/ui/front_end.h"

typedef struct App App;

typedef struct {
    Date today;
    const char *state_folder; /* copied; keeps the last name, and journals. NULL: none */
    const char *theme_folder; /* copied; the user's own themes. NULL: there are none */
    const char *data_folder;  /* copied; has the user's own words. NULL: none */
    const char *rule_folder;  /* the user's own rules. NULL: there are none */
    const char *connection;   /* copied; SSH_CONNECTION's value. NULL: none */
    bool has_journal;         /* edits are on disk before they are saved, and files are locked */
    bool has_workers;         /* what takes long is done beside, and nobody waits for it */
    bool has_spelling;        /* words are checked where a dictionary is installed */
    bool has_builtin_fonts;   /* pages are measured alike on every machine */
} AppOptions;

/* Owned by the caller. Has an empty resume and the start screen. */
App *app_new(const AppOptions *options);
void app_free(App *app);
/* Whether words are checked, instead of what AppOptions said. */
void app_set_spelling(App *app, bool is_on);
/* For screen readers: linear, states in words. */
void app_set_plain(App *app);
/* Keys other than the defaults, copied; with letters as commands when vi's are among them. */
void app_set_keys(App *app, const Keymap *keymap, bool has_letters);
/* Opens `path`; what does not exist yet starts an empty resume. On failure the app is as it was. */
bool app_open(App *app, const char *path, Diag *diag);
/* Begins the guided walkthrough, or goes on with it. */
void app_guide(App *app);
/* Runs until the user leaves, the terminal is gone or the input ends. False, with a diagnostic,
 * when an EVENT_RUN named no command: the event that was taken last is the one that failed. */
bool app_loop(App *app, FrontEnd *front, Diag *diag);
/* The file whose edits stay in the journal because the loop ended before they were saved;
 * borrowed; NULL: there are none. */
const char *app_unsaved_file(const App *app);

#endif
