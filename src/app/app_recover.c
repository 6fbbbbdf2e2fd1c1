/* Edits that a run has left in the journal: looked at, taken back, merged, kept apart or forgotten,
 * as their user says. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app_compare.h"
#include "bulletproof/base/file.h"

/* The file is the one that the edits were made on. */
static bool fits(const App *app)
{
    return view_equal(strbuf_view(&app->journal.found.base), store_text(app->store));
}

/* What the edits make of the text that they were made on, beside the file as it is. */
static bool trio_open(Trio *trio, const App *app, Diag *diag)
{
    const JournalContent *found = &app->journal.found;
    trio->base = app_read_tree(app, strbuf_view(&found->base), diag);
    if (!trio->base) {
        return false;
    }
    trio->mine = document_new(node_copy(trio->base));
    document_replay(trio->mine, strbuf_view(&found->edits));
    trio->theirs = node_copy(document_root(app->document));
    trio_merge(trio);
    return true;
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

static void ask(App *app, StrView lines)
{
    bool is_same = fits(app);
    StrBuf detail = {0};
    strbuf_add(&detail, is_same ? "The program ended before they were in the file: "
                                : "The file was changed since; they can be merged with it: ");
    holder_describe(&detail, &app->journal.found.holder);
    strbuf_add_char(&detail, '.');
    editor_ask(app->editor, "Recover edits that were never saved?", strbuf_text(&detail));
    editor_add_detail(app->editor, lines);
    if (is_same) {
        editor_offer(app->editor,
                     "Recover them: " KEY_OF("undo") " goes back through them, " KEY_OF(
                         "save") " saves them",
                     REQUEST_RECOVER, NULL);
    } else {
        editor_offer(app->editor, "Recover them, merged with what the file holds now",
                     REQUEST_MERGE, NULL);
    }
    editor_offer(app->editor, "Look at all that differs", REQUEST_DIFFERENCES, NULL);
    editor_offer(app->editor, "Keep them apart, in a file of their own", REQUEST_KEEP_APART, NULL);
    editor_offer(app->editor, "Discard them: the file stays as it is", REQUEST_DISCARD, NULL);
    editor_offer(app->editor, "Quit and decide later", REQUEST_LEAVE, NULL);
    strbuf_done(&detail);
}

/* Edits that change nothing, as those of a save that just came through, are not asked about. */
void app_recovery_offer(App *app)
{
    Trio trio = {0};
    StrBuf lines = {0};
    bool is_open = trio_open(&trio, app, NULL);
    if (is_open) {
        trio_describe(&lines, &trio);
    }
    if (is_open && lines.length == 0) {
        forget(app);
    } else {
        ask(app, strbuf_view(&lines));
    }
    strbuf_done(&lines);
    trio_done(&trio);
}

void app_recovery_show(App *app)
{
    Trio trio = {0};
    StrBuf lines = {0};
    if (trio_open(&trio, app, NULL)) {
        trio_describe(&lines, &trio);
        editor_show_differences(app->editor, "Never saved: the file's text (-) and the edits (+)",
                                strbuf_view(&lines));
    }
    strbuf_done(&lines);
    trio_done(&trio);
}

/* --- taken back ----------------------------------------------------------------------- */

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
    editor_say(
        app->editor, is_whole ? ROLE_MESSAGE : ROLE_WARNING,
        is_whole ? "Recovered. " KEY_OF("undo") " goes back through the edits, " KEY_OF(
                       "save") " saves them."
                 : "Recovered up to where the journal is damaged. " KEY_OF("save") " saves that.");
}

static void merge(App *app)
{
    Trio trio = {0};
    Diag diag = {0};
    if (!trio_open(&trio, app, &diag)) {
        app_recovery_offer(app);
        editor_say(app->editor, ROLE_ERROR, "The text that they were made on cannot be read: %s.",
                   diag.text);
    } else {
        decide(app);
        app_become(app, trio.merged);
        editor_say(app->editor, ROLE_MESSAGE,
                   "Recovered and merged. " KEY_OF("undo") " goes back to the file's text, " KEY_OF(
                       "save") " saves.");
    }
    trio_done(&trio);
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

bool app_keep_apart(const App *app, Store *store, const Node *root, StrBuf *name, Diag *diag)
{
    static const FileStamp none = {.exists = false};
    StrBuf text = {0};
    add_free_name(name, store_path(app->store));
    mode_t before = umask(S_IRWXG | S_IRWXO); /* a resume may be private: never wider than that */
    bool is_kept = store_compose(store, root, &text, diag) &&
                   file_write(strbuf_text(name), strbuf_view(&text), &none, NULL, diag);
    umask(before);
    strbuf_done(&text);
    return is_kept;
}

/* The file as it would be, had the edits been saved. */
static bool keep_found(const App *app, StrBuf *name, Diag *diag)
{
    const JournalContent *found = &app->journal.found;
    Store *store = store_read(strbuf_view(&found->base), store_path(app->store), NULL, diag);
    if (!store) {
        return false;
    }
    Document *document = document_new(store_take_root(store));
    document_replay(document, strbuf_view(&found->edits));
    bool is_kept = app_keep_apart(app, store, document_root(document), name, diag);
    document_free(document);
    store_free(store);
    return is_kept;
}

static void keep_apart(App *app)
{
    StrBuf name = {0};
    Diag diag = {0};
    if (keep_found(app, &name, &diag)) {
        forget(app);
        editor_say(app->editor, ROLE_MESSAGE, "The edits are in %s.", strbuf_text(&name));
    } else {
        app_recovery_offer(app);
        editor_say(app->editor, ROLE_ERROR, "%s was not written: %s.", strbuf_text(&name),
                   diag.text);
    }
    strbuf_done(&name);
}

static void discard(App *app)
{
    forget(app);
    editor_say(app->editor, ROLE_MESSAGE, "Discarded: this is the file as it was saved.");
}

void app_recovery_take(App *app, RequestKind choice)
{
    static const struct {
        RequestKind choice;
        void (*run)(App *app);
    } choices[] = {
        {REQUEST_RECOVER, recover},
        {REQUEST_MERGE, merge},
        {REQUEST_KEEP_APART, keep_apart},
        {REQUEST_DISCARD, discard},
    };
    for (size_t i = 0; i < sizeof(choices) / sizeof(choices[0]) && app->journal.is_undecided; i++) {
        if (choices[i].choice == choice) {
            choices[i].run(app);
        }
    }
}
