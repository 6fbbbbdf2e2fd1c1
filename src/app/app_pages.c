/* The pages while the editor runs: how many there are, what a parser reads, what is too much. */
#include <string.h>

#include "app/app_inside.h"
#include "bulletproof/layout/layout.h"
#include "bulletproof/model/page_settings.h"
#include "bulletproof/model/variant.h"

PagesOf app_pages_in_hand(const App *app)
{
    const Node *variant = editor_variant(app->editor);
    return (PagesOf){.revision = document_revision(app->document) + 1,
                     .variant = variant ? node_id(variant) : 0,
                     .columns = editor_side_columns(app->editor)};
}

bool app_are_pages_of(const App *app, const PagesOf *measured)
{
    PagesOf wanted = app_pages_in_hand(app);
    return measured->revision == wanted.revision && measured->variant == wanted.variant &&
           measured->columns == wanted.columns;
}

/* Opens the theme when the resume names another than before. Its order may be another
 * since. Tells what is wrong with it. */
static void keep_theme(App *app, StrBuf *fault)
{
    Diag diag = {0};
    const Node *order = node_part(node_settings(document_root(app->document)), NODE_ORDER);
    bool is_ordered = app->pages_of.variant != 0 || editor_variant(app->editor) ||
                      app->is_theme_ordered || node_count(order) > 0;
    bool is_open =
        app->fonts && !is_ordered && view_is(view_of(app->theme_name), app_wanted_theme(app));
    if (!is_open && !app_open_theme(app, &diag)) {
        strbuf_add(fault, diag.text);
    }
}

static void add_size(StrBuf *out, const Layout *layout, const Cuts *cuts, size_t most_pages)
{
    if (layout->is_too_long && cuts->count > 0) {
        strbuf_addf(out, "%zu pages, not %zu: cut %zu", layout->page_count, most_pages,
                    cuts->count);
    } else {
        layout_add_size(out, layout->page_count, layout->fill_percent);
    }
}

bool app_are_pages_stale(const App *app)
{
    return !app_are_pages_of(app, &app->pages_of);
}

/* --- an answer: texts, each with a NUL behind it, and the cuts --------------------------- */

static void add_cuts(StrBuf *answer, const Cuts *cuts, size_t most_pages)
{
    strbuf_add_bytes(answer, (const char *)&most_pages, sizeof(most_pages));
    for (size_t i = 0; i < cuts->count; i++) {
        const Finding *finding = &cuts->findings[i];
        CutBullet bullet = {finding->node, finding->end};
        strbuf_add_bytes(answer, (const char *)&bullet, sizeof(bullet));
    }
}

static void take_cuts(App *app, StrView answer)
{
    size_t most_pages = 0;
    size_t count = (answer.length - sizeof(most_pages)) / sizeof(CutBullet);
    CutBullet *bullets = arena_alloc(&app->pages_arena, count * sizeof(*bullets));
    memcpy(&most_pages, answer.data, sizeof(most_pages));
    memcpy(bullets, answer.data + sizeof(most_pages), count * sizeof(*bullets));
    app->cuts = cuts_make(bullets, count, most_pages, &app->pages_arena);
}

static StrView take_text(StrView *rest)
{
    size_t end = view_find(*rest, '\0');
    StrView text = view_slice(*rest, 0, end);
    *rest = view_slice(*rest, end + 1, rest->length);
    return text;
}

void app_measure_pages(App *app, StrBuf *answer)
{
    Arena arena = {0};
    keep_theme(app, answer);
    strbuf_add_char(answer, '\0');
    Node *root = variant_make(document_root(app->document), editor_variant(app->editor));
    LayoutInput input = {.root = root,
                         .theme = &app->theme,
                         .fonts = app->fonts,
                         .most_pages = page_settings_of(root).most_pages};
    const Layout *layout = layout_build(&input, &arena);
    Cuts cuts = layout->is_too_long ? cuts_find(&input, &arena) : (Cuts){0};
    add_size(answer, layout, &cuts, input.most_pages);
    strbuf_add_char(answer, '\0');
    layout_add_reading(answer, layout);
    strbuf_add_char(answer, '\0');
    layout_add_map(answer, layout, EDITOR_MAP_COLUMNS);
    strbuf_add_char(answer, '\0');
    if (editor_side_columns(app->editor) > 0) {
        layout_add_map(answer, layout, editor_side_columns(app->editor));
    }
    strbuf_add_char(answer, '\0');
    add_cuts(answer, &cuts, input.most_pages);
    arena_done(&arena);
    node_free(root);
}

/* Once: a worker finds it again and again. */
static void tell_fault(App *app, StrView fault)
{
    if (fault.length > 0 && !view_equal(fault, strbuf_view(&app->theme_fault))) {
        editor_say(app->editor, ROLE_WARNING, "The standard theme is used: %.*s.", VIEW_ARG(fault));
    }
    strbuf_clear(&app->theme_fault);
    strbuf_add_view(&app->theme_fault, fault);
}

void app_take_pages(App *app, StrView answer)
{
    if (answer.length > 0) {
        arena_reset(&app->pages_arena);
        tell_fault(app, take_text(&answer));
        StrView size = take_text(&answer);
        editor_set_pages(app->editor, size.data); /* with the NUL behind it */
        editor_set_reading(app->editor, take_text(&answer));
        editor_set_map(app->editor, take_text(&answer));
        editor_set_side_map(app->editor, take_text(&answer));
        take_cuts(app, answer);
    }
    app->pages_of = app_pages_in_hand(app);
}
