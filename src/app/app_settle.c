/* What is derived from the document: recomputed when its revision has moved, never patched. */
#include <stdlib.h>

#include "app/app_inside.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/layout/layout.h"

/* A resume of so much is judged whole at every key; a longer one when keys rest. A single text
 * that is longer than anyone would read has no meter. */
enum {
    BULLETS_AT_ONCE = 80,
    RESUME_BYTES_AT_ONCE = 48 * 1024,
    TEXT_BYTES_AT_ONCE = 8 * 1024,
};

static void check_all(App *app)
{
    CheckOptions options = {.today = app->options.today};
    arena_reset(&app->report_arena);
    app->report = check_resume(document_root(app->document), &options, &app->report_arena);
    app->report_revision = document_revision(app->document);
    app->has_report = true;
}

static bool is_report_stale(const App *app)
{
    return !app->has_report || app->report_revision != document_revision(app->document);
}

/* Bytes of what is judged. */
static size_t judged_bytes(const Node *root)
{
    size_t bytes = 0;
    for (const Node *node = root; node; node = node_next(node, root)) {
        bytes += node_view(node, FIELD_TEXT).length + node_view(node, FIELD_SUMMARY).length;
    }
    return bytes;
}

static bool is_quick(const App *app)
{
    return !app->has_report || (app->report.bullet_count <= BULLETS_AT_ONCE &&
                                judged_bytes(document_root(app->document)) <= RESUME_BYTES_AT_ONCE);
}

/* Judges the text under the cursor; the rest of the resume may wait. */
static void check_here(App *app, const Node *node, FieldId field, Judgement *judgement)
{
    Level level = level_of(document_root(app->document));
    arena_reset(&app->live_arena);
    if (node_view(node, field).length > TEXT_BYTES_AT_ONCE) {
        return;
    }
    if (node_kind(node) == NODE_BULLET && field == FIELD_TEXT) {
        BulletInput input = {node_view(node, field), level, check_is_current(node)};
        app->bullet = check_bullet(&input, &app->live_arena);
        judgement->bullet = &app->bullet;
    } else if (node_kind(node) == NODE_BASICS && field == FIELD_SUMMARY) {
        app->summary = check_summary(node_view(node, field), level, &app->live_arena);
        judgement->summary = &app->summary;
    }
}

void app_settle(App *app)
{
    if (is_report_stale(app) && is_quick(app)) {
        check_all(app);
    }
    Place place = editor_place(app->editor);
    const Node *node = document_find(app->document, place.node);
    Judgement judgement = {.resume = &app->report, .about = place};
    if (node && place.field != FIELD_COUNT) {
        check_here(app, node, place.field, &judgement);
    }
    editor_set_judgement(app->editor, &judgement);
}

/* --- when keys rest ------------------------------------------------------------- */

static bool are_pages_stale(const App *app)
{
    return app->pages_revision != document_revision(app->document) + 1;
}

bool app_has_later(const App *app)
{
    return is_report_stale(app) || are_pages_stale(app);
}

bool app_open_theme(App *app, Diag *diag)
{
    const Node *settings =
        node_part(node_part(document_root(app->document), NODE_META), NODE_SETTINGS);
    const char *wanted =
        node_has(settings, FIELD_THEME) ? node_text(settings, FIELD_THEME) : THEME_STANDARD;
    if (app->fonts && view_is(view_of(app->theme_name), wanted)) {
        return true;
    }
    fonts_free(app->fonts);
    theme_done(&app->theme);
    free(app->theme_name);
    app->theme_name = xstrdup(wanted);
    bool is_found = theme_find(&app->theme, wanted, diag);
    FontRequest request = {.family = app->theme.font};
    app->fonts = app->options.has_builtin_fonts ? fonts_open_builtin() : fonts_open(&request);
    return is_found;
}

static void measure_pages(App *app)
{
    Arena arena = {0};
    app_open_theme(app, NULL);
    LayoutInput input = {document_root(app->document), &app->theme, app->fonts};
    const Layout *layout = layout_build(&input, &arena);
    StrBuf note = {0};
    strbuf_addf(&note, "%zu page%s, %s%d %% full", layout->page_count,
                layout->page_count == 1 ? "" : "s", layout->page_count == 1 ? "" : "last ",
                layout->fill_percent);
    editor_set_pages(app->editor, strbuf_text(&note));
    strbuf_clear(&note);
    layout_add_reading(&note, layout);
    editor_set_reading(app->editor, strbuf_view(&note));
    strbuf_done(&note);
    arena_done(&arena);
    app->pages_revision = document_revision(app->document) + 1; /* 0: never measured */
}

void app_settle_later(App *app)
{
    if (is_report_stale(app)) {
        check_all(app);
    }
    if (are_pages_stale(app)) {
        measure_pages(app);
    }
}
