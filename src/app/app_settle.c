/* What is derived from the document: recomputed when its revision has moved, never patched. */

#include "app/app_inside.h"

/* A text that is longer than anyone would read has no meter. */
enum { TEXT_BYTES_AT_ONCE = 8 * 1024 };

static bool is_same_place(Place a, Place b)
{
    return a.node == b.node && a.field == b.field && a.offset == b.offset;
}

/* A word is being written when the cursor stands where the last edit left it. */
static void note_typing(App *app)
{
    uint64_t revision = document_revision(app->document);
    if (app->typed_revision != revision) {
        app->typed_place = editor_place(app->editor);
        app->typed_revision = revision;
    }
}

/* Where a word is being written, as check wants it; 0: nowhere. */
static size_t written_offset(const App *app)
{
    Place place = editor_place(app->editor);
    return is_same_place(place, app->typed_place) ? place.offset : 0;
}

static void check_all(App *app)
{
    app->report_place = editor_place(app->editor);
    CheckOptions options = {.today = app->options.today,
                            .extras = &app->extras.values,
                            .written = app->report_place.node,
                            .written_field = app->report_place.field,
                            .cursor = written_offset(app)};
    arena_reset(&app->report_arena);
    app->report = check_resume(document_root(app->document), &options, &app->report_arena);
    app->report_revision = document_revision(app->document);
    app->has_report = true;
}

/* A word that was passed over while it was written is judged when the cursor has left it. */
static bool has_left_word(const App *app)
{
    return app->report.has_open_word &&
           !is_same_place(editor_place(app->editor), app->report_place);
}

static bool is_report_stale(const App *app)
{
    return !app->has_report || app->report_revision != document_revision(app->document) ||
           has_left_word(app);
}

/* Judges the text under the cursor; the rest of the resume may wait. */
static void check_here(App *app, const Node *node, Place place, Judgement *judgement)
{
    StrView text = node_view(node, place.field);
    Level level = level_of(document_root(app->document));
    arena_reset(&app->live_arena);
    if (text.length > TEXT_BYTES_AT_ONCE) {
        return;
    }
    if (node_kind(node) == NODE_BULLET && place.field == FIELD_TEXT) {
        BulletInput input = {text, level, check_is_current(node), &app->extras.values,
                             written_offset(app)};
        app->bullet = check_bullet(&input, &app->live_arena);
        app->bullet.findings =
            check_waived(app->bullet.findings, app->bullet.finding_count, node, &app->live_arena);
        judgement->bullet = &app->bullet;
    } else if (node_kind(node) == NODE_BASICS && place.field == FIELD_SUMMARY) {
        SummaryInput input = {text, level, &app->extras.values, written_offset(app)};
        app->summary = check_summary(&input, &app->live_arena);
        app->summary.findings =
            check_waived(app->summary.findings, app->summary.finding_count, node, &app->live_arena);
        judgement->summary = &app->summary;
    }
}

/* Judges what the walkthrough has composed by now. */
static void check_draft(App *app, const Node *bullet, StrView draft, Judgement *judgement)
{
    BulletInput input = {draft, level_of(document_root(app->document)), check_is_current(bullet),
                         &app->extras.values, draft.length};
    arena_reset(&app->live_arena);
    if (draft.length <= TEXT_BYTES_AT_ONCE) {
        app->bullet = check_bullet(&input, &app->live_arena);
        judgement->bullet = &app->bullet;
    }
}

void app_settle(App *app)
{
    note_typing(app);
    if (!app->has_report && !app->is_unpainted) {
        check_all(app);
    }
    Place place = editor_place(app->editor);
    const Node *node = document_find(app->document, place.node);
    arena_reset(&app->shown_arena);
    app->shown = cuts_join(&app->cuts, &app->report, &app->shown_arena);
    Judgement judgement = {.resume = app->has_report ? &app->shown : NULL, .about = place};
    StrView draft;
    const Node *composed = document_find(app->document, editor_draft(app->editor, &draft));
    if (composed) {
        check_draft(app, composed, draft, &judgement);
    } else if (node && place.field != FIELD_COUNT) {
        check_here(app, node, place, &judgement);
    }
    editor_set_judgement(app->editor, &judgement);
}

/* --- when keys rest ------------------------------------------------------------- */

bool app_has_later(const App *app)
{
    return is_report_stale(app) || app_has_work(app) || app->journal.is_unflushed ||
           app->unremembered || app_is_variant_unknown(app) || app_is_job_stale(app);
}

void app_settle_report(App *app)
{
    if (is_report_stale(app)) {
        check_all(app);
        app_settle(app);
    }
}

void app_settle_later(App *app)
{
    app_remember(app);
    app_remember_variant(app);
    if (is_report_stale(app)) {
        check_all(app);
    }
    app_follow_job(app);
    app_begin_work(app);
}
