/* The program: puts the terminal and the command line together. */
#include <stdlib.h>

#include "app/cli.h"
#include "app/settings.h"
#include "bulletproof/term/term.h"

static TermSettings term_settings(const Settings *settings, CliColour colour)
{
    static const TermBackground backgrounds[] = {
        [SETTINGS_BACKGROUND_AUTO] = TERM_BACKGROUND_UNKNOWN,
        [SETTINGS_BACKGROUND_DARK] = TERM_BACKGROUND_DARK,
        [SETTINGS_BACKGROUND_LIGHT] = TERM_BACKGROUND_LIGHT,
    };
    return (TermSettings){
        .escape_delay =
            settings->escape_delay > 0 ? settings->escape_delay : TERM_DEFAULT_ESCAPE_DELAY,
        .is_plain = colour == CLI_COLOUR_NEVER ||
                    (colour == CLI_COLOUR_AUTO && settings->colour == SETTINGS_COLOUR_NEVER),
        .background = backgrounds[settings->background],
        .has_mouse = settings->has_mouse,
    };
}

static bool read_settings(Settings *settings, Diag *diag)
{
    char *path = NULL;
    Diag fault = {0};
    if (settings_read(settings, &path, &fault)) {
        return true;
    }
    char *text = diag_describe(&fault, path);
    diag_fail(diag, fault.kind, "%s", text);
    free(text);
    free(path);
    return false;
}

static bool edit_with(App *app, const Settings *settings, CliColour colour, Diag *diag)
{
    if (settings->spelling == SETTINGS_SPELLING_OFF) {
        app_set_spelling(app, false);
    }
    if (settings->keymap.count > 0) {
        app_set_keys(app, &settings->keymap, settings->has_vi_keys);
    }
    if (settings->is_plain) {
        app_set_plain(app);
    }
    TermSettings wanted = term_settings(settings, colour);
    Terminal *terminal = term_open(&wanted, diag);
    if (!terminal) {
        return false;
    }
    bool is_good = app_loop(app, term_front_end(terminal), diag);
    term_close(terminal);
    return is_good;
}

static bool edit(App *app, CliColour colour, Diag *diag)
{
    Settings settings;
    bool is_good = read_settings(&settings, diag) && edit_with(app, &settings, colour, diag);
    settings_done(&settings);
    return is_good;
}

int main(int count, char *arguments[])
{
    static const CliHost host = {
        .edit = edit, .as_ascii = term_add_ascii, .as_mono = term_add_plain_look};
    term_set_locale();
    return cli_main(count, arguments, &host);
}
