/* The file is open in another process: looked at, taken over, or edited beside it. */
#include <stdlib.h>
#include <time.h>

#include "app/app_inside.h"
#include "bulletproof/base/memory.h"

enum {
    WAIT_MILLISECONDS = 20,
    MOST_WAITS = 300, /* the other ends within seconds, or it hangs and is ended by its alarm */
};

static void freeze(App *app)
{
    StrBuf name = {0};
    strbuf_addf(&name, "%s (read only)", store_path(app->store));
    app->is_read_only = true;
    document_freeze(app->document, true);
    editor_set_file(app->editor, strbuf_text(&name));
    strbuf_done(&name);
}

void app_held_ask(App *app)
{
    const Holder *holder = &app->journal.found.holder;
    StrBuf detail = {0};
    strbuf_add(&detail, "It is open in ");
    holder_describe(&detail, holder);
    strbuf_add(&detail, ". Here it can only be read, until you choose.");
    freeze(app);
    editor_ask(app->editor, "Another editor has this file.", strbuf_text(&detail));
    editor_offer(app->editor, "Read only: look and export", REQUEST_READ_ONLY, NULL);
    if (holder_is_here(holder)) {
        editor_offer(app->editor, "Take over: the other one ends, its edits come here",
                     REQUEST_TAKE_OVER, NULL);
    }
    editor_offer(app->editor, "Edit here too: a save merges, or asks before it writes",
                 REQUEST_EDIT_TOO, NULL);
    editor_offer(app->editor, "Quit", REQUEST_LEAVE, NULL);
    strbuf_done(&detail);
}

void app_held_tell(App *app)
{
    if (document_take_refusal(app->document)) {
        editor_say(app->editor, ROLE_WARNING,
                   "Read only: another editor has this file. " KEY_OF("save") " asks what to do.");
    }
}

/* Opens the file anew, as it is now. */
static bool reopen(App *app)
{
    Diag diag = {0};
    char *path = xstrdup(store_path(app->store));
    bool is_open = app_open(app, path, &diag);
    if (!is_open) {
        editor_say(app->editor, ROLE_ERROR, "The file cannot be opened now: %s.", diag.text);
    }
    free(path);
    return is_open;
}

/* The other has flushed its journal when it is gone. */
static void take_over(App *app)
{
    Holder holder = app->journal.found.holder;
    bool is_told = holder_end(&holder);
    for (int i = 0; i < MOST_WAITS && is_told && holder_is_here(&holder); i++) {
        nanosleep(&(struct timespec){0, WAIT_MILLISECONDS * 1000000L}, NULL);
    }
    if (!is_told || holder_is_here(&holder)) {
        editor_say(app->editor, ROLE_ERROR, "The other editor cannot be ended from here.");
    } else if (reopen(app) && !app->is_read_only && !app->journal.is_undecided) {
        editor_say(app->editor, ROLE_MESSAGE, "Taken over; the other editor left nothing unsaved.");
    }
}

/* With a journal elsewhere: the other has the one beside the file. */
static void edit_too(App *app)
{
    Journal *journal = NULL;
    JournalContent *found = &app->journal.found;
    app->is_read_only = false;
    document_freeze(app->document, false);
    editor_set_file(app->editor, store_path(app->store));
    journal_content_done(found);
    if (app->state_folder && journal_open_apart(&journal, store_path(app->store), app->state_folder,
                                                found) == JOURNAL_OPENED) {
        app_journal_watch(app, journal);
    } else {
        app_journal_refuse(app);
    }
}

void app_held_take(App *app, RequestKind choice)
{
    if (!app->is_read_only) {
        return;
    }
    if (choice == REQUEST_TAKE_OVER) {
        take_over(app);
    } else if (choice == REQUEST_EDIT_TOO) {
        edit_too(app);
    }
}
