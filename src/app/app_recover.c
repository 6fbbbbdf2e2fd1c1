/* Edits that a run has left in the journal: looked at, taken back, kept apart or forgotten, as
 * their user says. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "bulletproof/base/file.h"

/* The file is the one that the edits were made on. */
static bool fits(const App *app)
{
    return view_equal(strbuf_view(&app->journal.found.base), store_text(app->store));
}

void app_recovery_offer(App *app)
{
    bool is_same = fits(app);
    StrBuf detail = {0};
    strbuf_add(&detail, is_same ? "The program ended before they were in the file: "
                                : "The file was changed since, so they do not fit it as it is: ");
    holder_describe(&detail, &app->journal.found.holder);
    strbuf_add_char(&detail, '.');
    editor_ask(app->editor, "Recover edits that were never saved?", strbuf_text(&detail));
    if (is_same) {
        editor_offer(app->editor, "Recover them: ^Z goes back through them, ^S saves them",
                     REQUEST_RECOVER, NULL);
    }
    editor_offer(app->editor, "Keep them apart, in a file of their own", REQUEST_KEEP_APART, NULL);
    editor_offer(app->editor, "Discard them: the file stays as it is", REQUEST_DISCARD, NULL);
    editor_offer(app->editor, "Quit and decide later", REQUEST_LEAVE, NULL);
    strbuf_done(&detail);
}

/* No question any more. */
static void decide(App *app)
{
    JournalState *state = &app->journal;
    state->is_undecided = false;
    editor_close_question(app->editor);
    journal_content_done(&state->found);
    strbuf_clear(&state->log);
}

static void forget(App *app)
{
    journal_clear(app->journal.file);
    decide(app);
    document_watch(app->document, &app->journal.log);
}

/* The log grows by what the journal has already: it goes on from there. */
static void recover(App *app)
{
    EditPlace place;
    const JournalContent *found = &app->journal.found;
    bool is_whole = document_replay(app->document, strbuf_view(&found->edits)) && !found->is_torn;
    decide(app);
    if (document_last_place(app->document, &place)) {
        editor_go(app->editor, (Place){place.node, place.field, place.offset});
    }
    editor_say(app->editor, is_whole ? ROLE_MESSAGE : ROLE_WARNING,
               is_whole ? "Recovered. ^Z goes back through the edits, ^S saves them."
                        : "Recovered up to where the journal is damaged. ^S saves that.");
}

/* --- apart ----------------------------------------------------------------------------- */

/* "resume.yaml.unsaved", or the first of resume.yaml.unsaved-2 … that is not there. */
static void add_free_name(StrBuf *out, const char *path)
{
    strbuf_addf(out, "%s.unsaved", path);
    for (unsigned number = 2; access(strbuf_text(out), F_OK) == 0; number++) {
        strbuf_clear(out);
        strbuf_addf(out, "%s.unsaved-%u", path, number);
    }
}

/* The file as it would be, had the edits been saved. */
static bool compose_found(const App *app, StrBuf *out, Diag *diag)
{
    const JournalContent *found = &app->journal.found;
    Store *store = store_read(strbuf_view(&found->base), store_path(app->store), NULL, diag);
    if (!store) {
        return false;
    }
    Document *document = document_new(store_take_root(store));
    document_replay(document, strbuf_view(&found->edits));
    bool is_composed = store_compose(store, document_root(document), out, diag);
    document_free(document);
    store_free(store);
    return is_composed;
}

static void keep_apart(App *app)
{
    StrBuf name = {0}, text = {0};
    Diag diag = {0};
    add_free_name(&name, store_path(app->store));
    mode_t before = umask(S_IRWXG | S_IRWXO); /* a resume may be private: never wider than that */
    bool is_kept = compose_found(app, &text, &diag) &&
                   file_write(strbuf_text(&name), strbuf_view(&text), NULL, NULL, &diag);
    umask(before);
    if (is_kept) {
        forget(app);
        editor_say(app->editor, ROLE_MESSAGE, "The edits are in %s.", strbuf_text(&name));
    } else {
        app_recovery_offer(app);
        editor_say(app->editor, ROLE_ERROR, "%s was not written: %s.", strbuf_text(&name),
                   diag.text);
    }
    strbuf_done(&name);
    strbuf_done(&text);
}

void app_recovery_take(App *app, RequestKind choice)
{
    if (!app->journal.is_undecided) {
        return;
    }
    if (choice == REQUEST_RECOVER) {
        recover(app);
    } else if (choice == REQUEST_KEEP_APART) {
        keep_apart(app);
    } else {
        forget(app);
        editor_say(app->editor, ROLE_MESSAGE, "Discarded: this is the file as it was saved.");
    }
}
