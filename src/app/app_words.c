/* The user's own words, which no dictionary has. */
#include "app/app_inside.h"

void app_set_spelling(App *app, bool is_on)
{
    extras_close(&app->extras);
    if (is_on) {
        extras_open(&app->extras, app->data_folder);
    }
    app->has_words = !is_on;
    app->has_report = false;
}

void app_add_word(App *app, const char *word)
{
    Diag diag = {0};
    if (!app->extras.speller) {
        return;
    }
    if (extras_add_word(&app->extras, app->data_folder, view_of(word), &diag)) {
        editor_say(app->editor, ROLE_MESSAGE, "\"%s\" is right from now on: it is in %s/words.",
                   word, app->data_folder);
    } else {
        editor_say(app->editor, ROLE_WARNING,
                   "\"%s\" is right until you leave; it was not kept: %s.", word, diag.text);
    }
    app->has_report = false;
}
