/* The journal of the file in hand: begun when the file is opened, written after every event, gone
 * when all is saved. */
#include <stdlib.h>
#include <time.h>

#include "app/app_inside.h"
#include "app/folders.h"

/* Together with the rest of keys that the loop waits for, below the 300 that are promised. */
enum { FLUSH_MILLISECONDS = 100 };

int64_t clock_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void tell_opened(App *app)
{
    JournalState *state = &app->journal;
    if (state->found.edits.length > 0) {
        state->is_undecided = true;
        app_recovery_offer(app);
    } else if (state->found.damaged) {
        editor_say(app->editor, ROLE_WARNING,
                   "A journal of an earlier run is damaged; it was put aside as %s.",
                   state->found.damaged);
    }
}

void app_journal_watch(App *app, Journal *journal)
{
    app->journal.file = journal;
    document_watch(app->document, journal ? &app->journal.log : NULL);
    tell_opened(app);
}

void app_journal_refuse(App *app)
{
    editor_say(app->editor, ROLE_WARNING,
               "No journal can be written here: what is not saved is lost in a crash.");
}

void app_journal_begin(App *app)
{
    JournalState *state = &app->journal;
    if (!app->options.has_journal || !app->store || !store_path(app->store)) {
        return;
    }
    if (app->state_folder) {
        folder_make(app->state_folder);
    }
    Journal *file = NULL;
    switch (journal_open(&file, store_path(app->store), app->state_folder, &state->found)) {
    case JOURNAL_OPENED:
        app_journal_watch(app, file);
        break;
    case JOURNAL_HELD:
        app_held_ask(app);
        break;
    case JOURNAL_REFUSED:
        app_journal_refuse(app);
        break;
    }
}

const char *app_unsaved_file(const App *app)
{
    const JournalState *state = &app->journal;
    bool is_kept = state->file && state->is_kept && document_is_modified(app->document);
    return is_kept ? store_path(app->store) : NULL;
}

void app_journal_end(App *app)
{
    JournalState *state = &app->journal;
    bool is_wanted = app_unsaved_file(app) != NULL;
    if (app->document) {
        document_watch(app->document, NULL);
    }
    journal_close(state->file, state->is_undecided || is_wanted);
    journal_content_done(&state->found);
    strbuf_done(&state->log);
    *state = (JournalState){0};
}

/* What is in hand is tried again with the next key; it is told of once, so that what a save says
 * of the same disk stays on the screen. */
static void tell_unwritten(App *app)
{
    JournalState *state = &app->journal;
    if (state->log.length != state->told_bytes) {
        editor_say(app->editor, ROLE_ERROR,
                   "The journal cannot be written: save soon, only that is safe now.");
    }
    state->told_bytes = state->log.length;
}

void app_journal_write(App *app)
{
    JournalState *state = &app->journal;
    if (!app->store && state->log.length > 0 && app_name_file(app, NULL)) {
        app_journal_begin(app);
    }
    if (!state->file || state->is_undecided) {
        return;
    }
    if (state->log.length > 0) {
        if (!journal_append(state->file, store_text(app->store), strbuf_view(&state->log))) {
            tell_unwritten(app);
            return;
        }
        state->told_bytes = 0;
        strbuf_clear(&state->log);
        state->unflushed_from = state->is_unflushed ? state->unflushed_from : clock_milliseconds();
        state->is_unflushed = true;
    }
}

void app_journal_flush_due(App *app)
{
    const JournalState *state = &app->journal;
    if (state->is_unflushed && clock_milliseconds() - state->unflushed_from >= FLUSH_MILLISECONDS) {
        app_journal_flush(app);
    }
}

void app_journal_flush(App *app)
{
    JournalState *state = &app->journal;
    if (state->file && state->is_unflushed) {
        journal_flush(state->file);
        state->is_unflushed = false;
    }
}

void app_journal_restart(App *app, const Node *target)
{
    JournalState *state = &app->journal;
    strbuf_clear(&state->log);
    document_watch(app->document, state->file ? &state->log : NULL);
    document_become(app->document, target);
    bool has_edits = state->file && state->log.length > 0;
    if (has_edits &&
        journal_restart(state->file, store_text(app->store), strbuf_view(&state->log))) {
        strbuf_clear(&state->log);
    } else if (state->file && state->log.length == 0) {
        journal_clear(state->file);
    }
}

void app_journal_saved(App *app)
{
    JournalState *state = &app->journal;
    if (!state->file) {
        app_journal_begin(app);
        return;
    }
    strbuf_clear(&state->log);
    journal_clear(state->file);
    document_watch(app->document, &state->log);
}
