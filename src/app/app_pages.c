/* The pages while the editor runs: how many there are, what a parser reads, what is too much. */
#include "app/app_inside.h"
#include "bulletproof/layout/layout.h"
#include "bulletproof/model/page_settings.h"
#include "bulletproof/model/variant.h"

static NodeId id_of_variant(const App *app)
{
    const Node *variant = editor_variant(app->editor);
    return variant ? node_id(variant) : 0;
}

/* Opens the theme when the resume names another than before. A variant may have changed its order
 * since. */
static void keep_theme(App *app)
{
    Diag diag = {0};
    bool is_ordered = app->pages_variant != 0 || id_of_variant(app) != 0;
    bool is_open =
        app->fonts && !is_ordered && view_is(view_of(app->theme_name), app_wanted_theme(app));
    if (!is_open && !app_open_theme(app, &diag)) {
        editor_say(app->editor, ROLE_WARNING, "The standard theme is used: %s.", diag.text);
    }
}

static void tell_size(App *app, const Layout *layout, size_t most_pages)
{
    StrBuf note = {0};
    if (layout->is_too_long && app->cuts.count > 0) {
        strbuf_addf(&note, "%zu pages, not %zu: cut %zu", layout->page_count, most_pages,
                    app->cuts.count);
    } else {
        layout_add_size(&note, layout->page_count, layout->fill_percent);
    }
    editor_set_pages(app->editor, strbuf_text(&note));
    strbuf_done(&note);
}

static void tell_reading(App *app, const Layout *layout)
{
    StrBuf text = {0};
    layout_add_reading(&text, layout);
    editor_set_reading(app->editor, strbuf_view(&text));
    strbuf_clear(&text);
    layout_add_map(&text, layout, EDITOR_MAP_COLUMNS);
    editor_set_map(app->editor, strbuf_view(&text));
    strbuf_clear(&text);
    app->pages_columns = editor_side_columns(app->editor);
    if (app->pages_columns > 0) {
        layout_add_map(&text, layout, app->pages_columns);
    }
    editor_set_side_map(app->editor, strbuf_view(&text));
    strbuf_done(&text);
}

bool app_are_pages_stale(const App *app)
{
    return app->pages_revision != document_revision(app->document) + 1 || /* 0: never measured */
           app->pages_variant != id_of_variant(app) ||
           app->pages_columns != editor_side_columns(app->editor);
}

void app_measure_pages(App *app)
{
    Arena arena = {0};
    keep_theme(app);
    Node *root = variant_make(document_root(app->document), editor_variant(app->editor));
    LayoutInput input = {.root = root,
                         .theme = &app->theme,
                         .fonts = app->fonts,
                         .most_pages = page_settings_of(root).most_pages};
    const Layout *layout = layout_build(&input, &arena);
    arena_reset(&app->pages_arena);
    app->cuts = layout->is_too_long ? cuts_find(&input, &app->pages_arena) : (Cuts){0};
    tell_size(app, layout, input.most_pages);
    tell_reading(app, layout);
    arena_done(&arena);
    node_free(root);
    app->pages_variant = id_of_variant(app);
    app->pages_revision = document_revision(app->document) + 1;
}
