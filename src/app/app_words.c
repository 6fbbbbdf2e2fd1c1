/* The user's own words and rules. */
#include "app/app_inside.h"

#include <string.h>

void app_set_spelling(App *app, bool is_on)
{
    if (is_on) {
        speller_use(app->extras.speller, NULL);
    } else {
        speller_use_none(app->extras.speller);
    }
}

/* The footer has no room for the folder. */
void app_tell_rules(App *app)
{
    const char *folder = app->extras.rule_folder;
    StrView rest = strbuf_view(&app->extras.faults), first;
    if (view_next_line(&rest, &first)) {
        bool is_within = folder && view_starts_with(first, folder);
        StrView name = view_slice(first, is_within ? strlen(folder) + 1 : 0, first.length);
        editor_say(app->editor, ROLE_WARNING, "Your rules: %.*s", VIEW_ARG(name));
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
