/* What the editor cannot do itself: files, leaving, the terminal. Messages say what is true and
 * what to do. */
#include <stdlib.h>
#include <string.h>

#include "app/app_inside.h"
#include "bulletproof/base/embedded.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

/* --- opening ------------------------------------------------------------------- */

static void open_file(App *app, const char *path)
{
    Diag diag = {0};
    if (!app_open(app, path, &diag)) {
        char *text = diag_describe(&diag, path);
        editor_say(app->editor, ROLE_ERROR, "%s", text);
        free(text);
    }
}

static void begin_new(App *app)
{
    char *name = app_free_name("resume");
    open_file(app, name);
    free(name);
}

static void copy_sample(App *app, const char *level)
{
    StrBuf source = {0};
    strbuf_addf(&source, "samples/%s.yaml", level);
    const EmbeddedFile *sample = embedded_find(strbuf_text(&source));
    strbuf_done(&source);
    if (!sample) {
        editor_say(app->editor, ROLE_ERROR, "There are samples junior, mid and senior.");
        return;
    }
    static const FileStamp none = {.exists = false};
    Diag diag = {0};
    char *name = app_free_name("my-resume");
    if (file_write(name, sample->text, &none, NULL, &diag)) {
        open_file(app, name);
        editor_say(app->editor, ROLE_MESSAGE,
                   "A copy of the example is in %s: replace everything with your own.", name);
    } else {
        editor_say(app->editor, ROLE_ERROR, "%s was not written: %s.", name, diag.text);
    }
    free(name);
}

static void reload(App *app)
{
    char *path = app->store ? xstrdup(store_path(app->store)) : NULL;
    if (path) {
        open_file(app, path);
    }
    free(path);
}

/* --- asking before something is lost --------------------------------------------- */

static bool must_ask(const App *app)
{
    bool has_job = app->unkept_job.length > 0 && !app->is_read_only && !app->is_job_refused;
    return document_is_modified(app->document) || has_job;
}

static void ask_before_leaving(App *app)
{
    editor_ask(app->editor, "Save before you leave?",
               "Some of your edits are not in the file yet.");
    editor_offer(app->editor, "Save and leave", REQUEST_SAVE_AND_QUIT, NULL);
    editor_offer(app->editor, "Discard the edits and leave", REQUEST_LEAVE, NULL);
    editor_offer(app->editor, "Cancel: go on writing", REQUEST_NONE, NULL);
}

static bool refuse_while_unsaved(App *app)
{
    if (must_ask(app)) {
        editor_say(app->editor, ROLE_WARNING,
                   "Save first with " KEY_OF("save") ": some edits are not in the file yet.");
    }
    return must_ask(app);
}

static void quit(App *app)
{
    if (must_ask(app)) {
        ask_before_leaving(app);
    } else {
        app->is_leaving = true;
    }
}

void app_start(App *app)
{
    app_remember(app);
    char *last = app_last_file(app);
    StrBuf label = {0};
    editor_ask(app->editor, "What would you like to work on?",
               "A resume is one YAML file. Nothing is written before you save, and no sample "
               "claims anything for you: examples are there to be replaced.");
    if (last) {
        strbuf_addf(&label, "Last file: %s", last);
        editor_offer(app->editor, strbuf_text(&label), REQUEST_OPEN, last);
    }
    editor_offer(app->editor, "Guided: a new resume, question by question", REQUEST_GUIDED, NULL);
    editor_offer(app->editor, "New resume, from nothing", REQUEST_NEW, NULL);
    editor_offer(app->editor, "Junior example, a copy to replace", REQUEST_SAMPLE, "junior");
    editor_offer(app->editor, "Mid-level example, a copy to replace", REQUEST_SAMPLE, "mid");
    editor_offer(app->editor, "Senior example, a copy to replace", REQUEST_SAMPLE, "senior");
    editor_offer(app->editor, "Import JSON Resume or RenderCV", REQUEST_IMPORT, NULL);
    editor_offer(app->editor, "Help: all keys", REQUEST_HELP, NULL);
    editor_offer(app->editor, "Quit", REQUEST_QUIT, NULL);
    strbuf_done(&label);
    free(last);
}

/* --- the terminal ------------------------------------------------------------------- */

static void suspend(App *app)
{
    app_journal_flush(app); /* no timer runs while the program is stopped */
    if (!app->front || !app->front->suspend || !app->front->suspend(app->front)) {
        editor_say(app->editor, ROLE_MESSAGE, "This terminal cannot be left and come back to.");
    }
}

static void repaint(App *app)
{
    if (app->front && app->front->repaint) {
        app->front->repaint(app->front);
    }
}

/* --- what is requested, by its kind ------------------------------------------------- */

static void do_save(App *app, const char *argument)
{
    (void)argument;
    app_save(app, false);
}

static void do_save_over(App *app, const char *argument)
{
    (void)argument;
    app_save(app, true);
}

static void do_save_and_quit(App *app, const char *argument)
{
    (void)argument;
    app->is_leaving = app_save(app, false);
}

static void do_reload(App *app, const char *argument)
{
    (void)argument;
    reload(app);
}

static void do_recover(App *app, const char *argument)
{
    (void)argument;
    app_recovery_take(app, REQUEST_RECOVER);
}

/* The resume in hand, or what was found of an earlier run. */
static void do_keep_apart(App *app, const char *argument)
{
    StrBuf name = {0};
    Diag diag = {0};
    (void)argument;
    if (app->journal.is_undecided) {
        app_recovery_take(app, REQUEST_KEEP_APART);
    } else if (app_keep_apart(app, app->store, document_root(app->document), &name, &diag)) {
        editor_say(app->editor, ROLE_MESSAGE, "Your text is in %s; the file was not touched.",
                   strbuf_text(&name));
    } else {
        editor_say(app->editor, ROLE_ERROR, "%s was not written: %s.", strbuf_text(&name),
                   diag.text);
    }
    strbuf_done(&name);
}

static void do_merge(App *app, const char *argument)
{
    (void)argument;
    if (app->journal.is_undecided) {
        app_recovery_take(app, REQUEST_MERGE);
    } else {
        app_merge_change(app);
    }
}

static void do_read_only(App *app, const char *argument)
{
    (void)argument;
    app_held_take(app, REQUEST_READ_ONLY);
}

static void do_take_over(App *app, const char *argument)
{
    (void)argument;
    app_held_take(app, REQUEST_TAKE_OVER);
}

static void do_edit_too(App *app, const char *argument)
{
    (void)argument;
    app_held_take(app, REQUEST_EDIT_TOO);
}

static void do_differences(App *app, const char *argument)
{
    (void)argument;
    app_show_differences(app);
}

static void do_faults(App *app, const char *argument)
{
    (void)argument;
    app_list_faults(app);
}

static void do_discard(App *app, const char *argument)
{
    (void)argument;
    app_recovery_take(app, REQUEST_DISCARD);
}

static void do_export(App *app, const char *argument)
{
    app_export(app, argument, false);
}

static void do_export_over(App *app, const char *argument)
{
    app_export(app, argument, true);
}

static void do_open(App *app, const char *argument)
{
    if (!refuse_while_unsaved(app)) {
        open_file(app, argument);
    }
}

static void do_import(App *app, const char *argument)
{
    if (*argument == '\0') {
        editor_run(app->editor, view_of("import"));
    } else if (!refuse_while_unsaved(app)) {
        app_import(app, argument);
    }
}

static void do_new(App *app, const char *argument)
{
    (void)argument;
    begin_new(app);
}

static void do_guided(App *app, const char *argument)
{
    (void)argument;
    begin_new(app);
    app_guide(app);
}

static void do_finish(App *app, const char *argument)
{
    (void)argument;
    app_finish(app);
}

static void do_start(App *app, const char *argument)
{
    (void)argument;
    if (!refuse_while_unsaved(app)) {
        app_start(app);
    }
}

static void do_help(App *app, const char *argument)
{
    (void)argument;
    editor_run(app->editor, view_of("help"));
}

static void do_quit(App *app, const char *argument)
{
    (void)argument;
    quit(app);
}

static void do_leave(App *app, const char *argument)
{
    (void)argument;
    app->is_leaving = true;
}

static void do_suspend(App *app, const char *argument)
{
    (void)argument;
    suspend(app);
}

static void do_repaint(App *app, const char *argument)
{
    (void)argument;
    repaint(app);
}

static void do_evidence(App *app, const char *argument)
{
    (void)argument;
    arena_reset(&app->evidence_arena);
    EvidenceList evidence =
        check_evidence(document_root(app->document), &app->extras.values, &app->evidence_arena);
    editor_show_evidence(app->editor, &evidence);
}

static void do_job(App *app, const char *argument)
{
    (void)argument;
    app_show_job(app);
}

static void do_jobs(App *app, const char *argument)
{
    (void)argument;
    app_list_jobs(app);
}

static void do_order(App *app, const char *argument)
{
    (void)argument;
    app_offer_order(app);
}

static void do_order_now(App *app, const char *argument)
{
    (void)argument;
    editor_order_now(app->editor);
}

static void do_outside(App *app, const char *argument)
{
    (void)argument;
    app_edit_outside(app);
}

static void do_fetch(App *app, const char *argument)
{
    (void)argument;
    app_fetch(app);
}

/* Where there is no other clipboard the copy is for the editor alone. */
static void do_copy(App *app, const char *text)
{
    if (app->front && app->front->copy) {
        app->front->copy(app->front, view_of(text));
    }
}

static const struct {
    void (*run)(App *app, const char *argument);
    bool is_early; /* also while edits of an earlier run wait: it cannot take their place */
} requests[] = {
    [REQUEST_NONE] = {NULL, true},
    [REQUEST_SAVE] = {do_save, false},
    [REQUEST_SAVE_OVER] = {do_save_over, false},
    [REQUEST_SAVE_AND_QUIT] = {do_save_and_quit, false},
    [REQUEST_RELOAD] = {do_reload, false},
    [REQUEST_MERGE] = {do_merge, true},
    [REQUEST_DIFFERENCES] = {do_differences, true},
    [REQUEST_FAULTS] = {do_faults, true},
    [REQUEST_READ_ONLY] = {do_read_only, false},
    [REQUEST_TAKE_OVER] = {do_take_over, false},
    [REQUEST_EDIT_TOO] = {do_edit_too, false},
    [REQUEST_RECOVER] = {do_recover, true},
    [REQUEST_KEEP_APART] = {do_keep_apart, true},
    [REQUEST_DISCARD] = {do_discard, true},
    [REQUEST_EXPORT] = {do_export, false},
    [REQUEST_EXPORT_OVER] = {do_export_over, false},
    [REQUEST_OPEN] = {do_open, false},
    [REQUEST_IMPORT] = {do_import, false},
    [REQUEST_NEW] = {do_new, false},
    [REQUEST_GUIDED] = {do_guided, false},
    [REQUEST_FINISH] = {do_finish, false},
    [REQUEST_SAMPLE] = {copy_sample, false},
    [REQUEST_THEME] = {app_choose_theme, false},
    [REQUEST_START] = {do_start, false},
    [REQUEST_HELP] = {do_help, true},
    [REQUEST_QUIT] = {do_quit, true},
    [REQUEST_LEAVE] = {do_leave, true},
    [REQUEST_SUSPEND] = {do_suspend, true},
    [REQUEST_REPAINT] = {do_repaint, true},
    [REQUEST_OUTSIDE] = {do_outside, false},
    [REQUEST_FETCH] = {do_fetch, true},
    [REQUEST_EVIDENCE] = {do_evidence, false},
    [REQUEST_JOB] = {do_job, false},
    [REQUEST_KEEP_JOB] = {app_keep_job, false},
    [REQUEST_JOBS] = {do_jobs, false},
    [REQUEST_TAKE_JOB] = {app_take_job, false},
    [REQUEST_READ_JOB] = {app_read_job, false},
    [REQUEST_RENAME_JOB] = {app_rename_job, false},
    [REQUEST_REMOVE_JOB] = {app_remove_job, false},
    [REQUEST_ORDER] = {do_order, false},
    [REQUEST_ORDER_NOW] = {do_order_now, false},
    [REQUEST_COPY] = {do_copy, true},
    [REQUEST_ADD_WORD] = {app_add_word, false},
};

void app_take_request(App *app)
{
    Request request = editor_take_request(app->editor);
    char *argument = xstrndup(request.argument.data, request.argument.length);
    bool is_undecided = app->journal.is_undecided;
    if (requests[request.kind].run && (!is_undecided || requests[request.kind].is_early)) {
        requests[request.kind].run(app, argument);
    }
    if (app->journal.is_undecided && !app->is_leaving && !editor_is_asking(app->editor)) {
        app_recovery_offer(app);
    }
    app_keep_job_at_last(app);
    free(argument);
}
