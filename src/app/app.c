#include "app/app_inside.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

/* How long keys must rest before what is costly is made anew. */
enum { REST_MILLISECONDS = 150 };

/* While keys come faster than they can be shown, so often is enough for the eye. */
enum { SHOW_MILLISECONDS = 50 };

void app_show(App *app, Store *store, Node *root)
{
    Document *document = document_new(root);
    app->has_report = false;
    app->pages_of = (PagesOf){.revision = 0};
    worker_stop(&app->worker);
    app->typed_place = (Place){.node = 0};
    app->typed_revision = document_revision(document);
    app->cuts = (Cuts){0};
    editor_show(app->editor, document);
    editor_set_file(app->editor, store ? store_path(store) : NULL);
    editor_set_pages(app->editor, NULL);
    editor_set_reading(app->editor, view_of(""));
    editor_set_map(app->editor, view_of(""));
    editor_set_side_map(app->editor, view_of(""));
    document_free(app->document);
    store_free(app->store);
    app->document = document;
    app->store = store;
    app->is_change_told = false;
    app->is_read_only = false;
    free(app->followed_job);
    app->followed_job = NULL;
}

/* A text that is not kept yet stays with its file, which is opened again. */
static void forget_job(App *app, const char *path)
{
    bool is_same = app->store && strcmp(store_path(app->store), path) == 0;
    if (!is_same) {
        strbuf_clear(&app->unkept_job);
    }
    app->is_job_refused = false;
}

App *app_new(const AppOptions *options)
{
    App *app = xalloc(sizeof(*app));
    app->options = *options;
    app->state_folder = options->state_folder ? xstrdup(options->state_folder) : NULL;
    app->theme_folder = options->theme_folder ? xstrdup(options->theme_folder) : NULL;
    app->connection = options->connection ? xstrdup(options->connection) : NULL;
    app->data_folder = options->data_folder ? xstrdup(options->data_folder) : NULL;
    extras_open(&app->extras, &(ExtrasFolders){options->data_folder, options->rule_folder});
    speller_defer(app->extras.speller);
    app_set_spelling(app, options->has_spelling);
    app->editor = editor_new();
    theme_init(&app->theme);
    app_show(app, NULL, NULL);
    document_watch(app->document, options->has_journal ? &app->journal.log : NULL);
    app_start(app);
    app_tell_rules(app);
    return app;
}

void app_set_plain(App *app)
{
    editor_set_plain(app->editor, true);
}

void app_set_keys(App *app, const Keymap *keymap, bool has_letters)
{
    editor_set_keys(app->editor, keymap, has_letters);
}

void app_free(App *app)
{
    if (!app) {
        return;
    }
    worker_stop(&app->worker);
    app_journal_end(app);
    app_remember(app);
    app_remember_variant(app);
    editor_free(app->editor);
    document_free(app->document);
    store_free(app->store);
    fonts_free(app->fonts);
    theme_done(&app->theme);
    arena_done(&app->report_arena);
    arena_done(&app->live_arena);
    arena_done(&app->pages_arena);
    arena_done(&app->shown_arena);
    arena_done(&app->evidence_arena);
    strbuf_done(&app->unkept_job);
    free(app->followed_job);
    free(app->kept_variant);
    free(app->theme_name);
    strbuf_done(&app->theme_fault);
    extras_close(&app->extras);
    free(app->state_folder);
    free(app->theme_folder);
    free(app->connection);
    free(app->data_folder);
    free(app);
}

/* What could not be read stays in the file; the user is told of the first of it. */
static void tell_faults(App *app)
{
    const DiagList *faults = store_faults(app->store);
    const Diag *first = faults->items;
    if (faults->count == 1) {
        editor_say(app->editor, ROLE_WARNING, "Line %u: %s", first->place.line, first->text);
    } else if (faults->count > 1) {
        editor_say(app->editor, ROLE_WARNING, "M-! lists %zu faults of the file. Line %u: %s",
                   faults->count, first->place.line, first->text);
    }
}

void app_list_faults(App *app)
{
    static const DiagList none = {0};
    const DiagList *faults = app->store ? store_faults(app->store) : &none;
    StrBuf lines = {0};
    if (faults->count == 0) {
        editor_say(app->editor, ROLE_MESSAGE, "All that is in the file can be shown here.");
        return;
    }
    strbuf_add(&lines, "Nothing is lost: what cannot be shown here stays in the file as it is.\n");
    for (size_t i = 0; i < faults->count; i++) {
        const Diag *fault = &faults->items[i];
        strbuf_addf(&lines, "Line %u, column %u: %s\n", fault->place.line, fault->place.column,
                    fault->text);
    }
    editor_show_differences(app->editor, "Faults of the file", strbuf_view(&lines));
    strbuf_done(&lines);
}

/* A file with two names is written in place, and that may have been cut short. */
static void tell_kept(App *app, const char *path)
{
    char *kept = file_find_kept(path);
    if (kept) {
        const char *slash = strrchr(kept, '/');
        editor_say(app->editor, ROLE_WARNING,
                   "%s here has the whole text of a save that was cut short.",
                   slash ? slash + 1 : kept);
    }
    free(kept);
}

static bool fail_to_open(const char *path, Diag *diag)
{
    char *kept = file_find_kept(path);
    if (kept && diag) {
        const Diag problem = *diag;
        diag_fail_at(diag, problem.kind, problem.place,
                     "%s. A save here was cut short: its whole text is in %s", problem.text, kept);
    }
    free(kept);
    return false;
}

/* Someone who left the walkthrough yesterday may not know how it goes on. */
static void tell_walkthrough(App *app)
{
    const Node *settings = node_settings(document_root(app->document));
    if (node_has(node_part(settings, NODE_WALKTHROUGH), FIELD_STEP)) {
        editor_say(app->editor, ROLE_MESSAGE,
                   "The walkthrough was left at a question: F2 goes on.");
    }
}

bool app_open(App *app, const char *path, Diag *diag)
{
    file_sweep(path);
    Store *store = store_open(path, diag);
    if (!store) {
        return fail_to_open(path, diag);
    }
    app_journal_end(app);
    app_remember_variant(app);
    forget_job(app, path);
    app_show(app, store, store_take_root(store));
    editor_close_question(app->editor);
    app_remember_file(app, path);
    if (!store_exists(store)) {
        editor_say(app->editor, ROLE_MESSAGE, "A new resume: it is written when you save.");
    }
    app_recall_variant(app);
    tell_walkthrough(app);
    app_tell_rules(app);
    tell_faults(app);
    tell_kept(app, path);
    app_journal_begin(app);
    app_offer_import(app, path);
    return true;
}

void app_guide(App *app)
{
    editor_run(app->editor, view_of("walkthrough"));
}

/* Commands may go by what the checker says of the whole resume: to the next finding, for one.
 * Letters and plain keys that write or move do not. */
static bool may_ask_checker(const Event *event)
{
    const Key *key = &event->key;
    bool is_function_key = key->code >= KEYSYM_F1 && key->code <= KEYSYM_F12;
    return event->kind == EVENT_RUN || event->kind == EVENT_POINTER ||
           (event->kind == EVENT_KEY && (key->modifiers != 0 || is_function_key));
}

static void take_event(App *app, const Event *event, bool *is_known)
{
    int rows, columns;
    if (may_ask_checker(event)) {
        app_settle_report(app);
    }
    switch (event->kind) {
    case EVENT_KEY:
        editor_key(app->editor, event->key);
        break;
    case EVENT_POINTER:
        editor_point(app->editor, event->pointer);
        break;
    case EVENT_PASTE:
        editor_paste(app->editor, strbuf_view(&event->text));
        break;
    case EVENT_RUN:
        *is_known = editor_run(app->editor, strbuf_view(&event->text));
        break;
    case EVENT_RESIZE:
        app->front->size(app->front, &rows, &columns);
        editor_resize(app->editor, rows, columns);
        break;
    case EVENT_IDLE:
        app_journal_flush(app);
        app_settle_later(app);
        app_notice_change(app);
        break;
    case EVENT_ANSWER:
        app_take_answer(app);
        break;
    case EVENT_HANG_UP:
    case EVENT_END:
        app->journal.is_kept = true;
        app->is_leaving = true;
        break;
    }
}

static bool is_waiting(const App *app)
{
    return app->front->is_waiting && app->front->is_waiting(app->front);
}

/* Letters that wait already, as of a paste without marks, are taken at one go. False when nothing
 * else came behind them; else that is in `event`. */
static bool take_letters(App *app, Event *event)
{
    enum { MOST_LETTERS = 256 };
    Key keys[MOST_LETTERS];
    size_t count = 0;
    bool has_more = true;
    while (has_more && count < MOST_LETTERS && event->kind == EVENT_KEY &&
           key_is_text(event->key)) {
        keys[count++] = event->key;
        has_more = is_waiting(app);
        if (has_more) {
            app->front->next(app->front, 0, event);
        }
    }
    editor_keys(app->editor, keys, count);
    return has_more;
}

/* False when what is shown may wait for the keys that wait. */
static bool must_show(const App *app)
{
    return !is_waiting(app) || clock_milliseconds() - app->shown_at >= SHOW_MILLISECONDS;
}

static void present(App *app, Surface *surface)
{
    app_settle(app);
    editor_draw(app->editor, surface);
    app->front->present(app->front, surface);
    app->shown_at = clock_milliseconds();
    app->is_unpainted = false;
}

bool app_loop(App *app, FrontEnd *front, Diag *diag)
{
    Surface surface;
    Event event = {.kind = EVENT_RESIZE};
    bool is_known = true;
    surface_init(&surface, 1, 1);
    app->front = front;
    app->is_leaving = false;
    app->is_unpainted = true;
    take_event(app, &event, &is_known);
    while (is_known && !app->is_leaving) {
        if (must_show(app)) {
            present(app, &surface);
        }
        app_journal_flush_due(app); /* behind the echo: no key waits for the disk to be seen */
        front->answer_file = worker_file(&app->worker);
        front->next(front, app_has_later(app) ? REST_MILLISECONDS : -1, &event);
        if (take_letters(app, &event)) {
            take_event(app, &event, &is_known);
        }
        app_journal_write(app);
        app_held_tell(app);
        app_take_request(app);
        app_journal_write(app);
    }
    if (!is_known) {
        diag_fail(diag, DIAG_USAGE, "there is no command \"%s\"", strbuf_text(&event.text));
    }
    strbuf_done(&event.text);
    surface_done(&surface);
    app->front = NULL;
    return is_known;
}
