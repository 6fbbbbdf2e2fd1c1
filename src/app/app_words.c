/* The user's own words and rules. */
#include "app/app_inside.h"

void app_set_spelling(App *app, bool is_on)
{
    app->has_words = !is_on;
}

void app_tell_rules(App *app)
{
    StrView rest = strbuf_view(&app->extras.faults), first;
    if (view_next_line(&rest, &first)) {
        editor_say(app->editor, ROLE_WARNING, "%.*s%s", VIEW_ARG(first),
                   rest.length > 0 ? " (and more: bulletproof check lists them)" : "");
    }
}

void app_add_word(App *app, const char *word)
{
    Diag diag = {0};
    if (extras_add_word(&app->extras, app->data_folder, view_of(word), &diag)) {
        editor_say(app->editor, ROLE_MESSAGE, "\"%s\" is right from now on: it is in %s/words.",
                   word, app->data_folder);
    } else {
        editor_say(app->editor, ROLE_WARNING,
                   "\"%s\" is right until you leave; it was not kept: %s.", word, diag.text);
    }
    app->has_report = false;
}
