/* How the page looks: the theme that the resume names, and choosing another. */
#include <stdlib.h>

#include "app/app_inside.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/model/page_settings.h"
#include "bulletproof/model/variant.h"

const char *app_wanted_theme(const App *app)
{
    const Node *variant = editor_variant(app->editor);
    return variant && node_has(variant, FIELD_THEME)
               ? node_text(variant, FIELD_THEME)
               : page_settings_of(document_root(app->document)).theme;
}

bool app_open_theme(App *app, Diag *diag)
{
    const char *wanted = app_wanted_theme(app);
    fonts_free(app->fonts);
    theme_done(&app->theme);
    free(app->theme_name);
    app->theme_name = xstrdup(wanted);
    bool is_found = theme_find(&app->theme, wanted, app->theme_folder, diag);
    const Node *root = document_root(app->document);
    variant_order(root, editor_variant(app->editor), &app->theme);
    app->is_theme_ordered = node_count(node_part(node_settings(root), NODE_ORDER)) > 0;
    FontRequest request = {.family = app->theme.font};
    app->fonts = app->options.has_builtin_fonts ? fonts_open_builtin() : fonts_open(&request);
    return is_found;
}

/* "serif: a quiet page …". A theme with a fault is offered as well: choosing it tells the fault. */
static void offer(App *app, StrView line)
{
    Theme theme;
    StrBuf name = {0}, label = {0};
    strbuf_add_view(&name, line);
    strbuf_add_view(&label, line);
    if (theme_find(&theme, strbuf_text(&name), app->theme_folder, NULL) && theme.description) {
        strbuf_addf(&label, ": %s", theme.description);
    }
    editor_offer(app->editor, strbuf_text(&label), REQUEST_THEME, strbuf_text(&name));
    theme_done(&theme);
    strbuf_done(&name);
    strbuf_done(&label);
}

static void ask(App *app)
{
    StrBuf names = {0};
    theme_add_names(&names, app->theme_folder);
    editor_ask(app->editor, "How should the page look?",
               "The name of the theme is kept in the resume. Any other name can be typed under "
               "Settings.");
    StrView rest = strbuf_view(&names), name;
    while (view_next_line(&rest, &name)) {
        offer(app, name);
    }
    strbuf_done(&names);
}

void app_choose_theme(App *app, const char *name)
{
    if (!*name) {
        ask(app);
        return;
    }
    Diag diag = {0};
    Theme theme;
    bool is_good = theme_find(&theme, name, app->theme_folder, &diag);
    theme_done(&theme);
    if (!is_good) {
        editor_say(app->editor, ROLE_ERROR, "The theme stays as it is: %s.", diag.text);
        return;
    }
    const Node *meta = node_part(document_root(app->document), NODE_META);
    NodeId settings = node_id(node_part(meta, NODE_SETTINGS));
    document_set(app->document, settings, FIELD_THEME, view_of(name));
    editor_say(app->editor, ROLE_MESSAGE,
               "The theme is %s. " KEY_OF("export-pdf") " writes the page.", name);
}
