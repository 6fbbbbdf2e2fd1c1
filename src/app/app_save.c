/* Saving, and a name for what has none. */
#include <stdlib.h>
#include <unistd.h>

#include "app/app_inside.h"

/* "resume.yaml", or the first of resume-2.yaml … that is not there yet. Owned by the caller. */
char *app_free_name(const char *stem)
{
    StrBuf name = {0};
    strbuf_addf(&name, "%s.yaml", stem);
    for (unsigned number = 2; access(strbuf_text(&name), F_OK) == 0; number++) {
        strbuf_clear(&name);
        strbuf_addf(&name, "%s-%u.yaml", stem, number);
    }
    return strbuf_steal(&name);
}

static void tell_failed_save(App *app, const Diag *diag)
{
    if (diag->kind == DIAG_CHANGED) {
        app_ask_about_change(app);
        return;
    }
    editor_say(app->editor, ROLE_ERROR,
               "Not saved: %s. Your edits are kept here; press " KEY_OF("save") " again.",
               diag->text);
}

/* `name`: of a file that is new; `job`: of a job description that was kept with it. */
static void tell_saved(App *app, const Diag *diag, const char *name, const StrBuf *job)
{
    StrBuf more = {0};
    if (job->length > 0) {
        strbuf_addf(&more, " The vacancy is beside it as %s.", strbuf_text(job));
    }
    if (diag->kind != DIAG_NONE) {
        strbuf_add(&more, " Note: ");
        strbuf_add(&more, diag->text);
    }
    bool is_warning = diag->kind != DIAG_NONE;
    editor_say(app->editor, is_warning ? ROLE_WARNING : ROLE_MESSAGE, "Saved%s%s.%s",
               name ? " as " : "", name ? name : "", strbuf_text(&more));
    strbuf_done(&more);
}

/* A name that neither a file nor edits of an earlier run have. */
bool app_name_file(App *app, Diag *diag)
{
    char *name = app_free_name("resume");
    for (unsigned number = 2; journal_exists(name, app->state_folder); number++) {
        StrBuf stem = {0};
        free(name);
        strbuf_addf(&stem, "resume-%u", number);
        name = app_free_name(strbuf_text(&stem));
        strbuf_done(&stem);
    }
    app->store = store_open(name, diag);
    if (app->store) {
        node_free(store_take_root(app->store));
        editor_set_file(app->editor, name);
        app_remember_file(app, name);
    }
    free(name);
    return app->store != NULL;
}

bool app_save(App *app, bool is_forced)
{
    Diag diag = {0};
    bool is_named = !app->store;
    StoreTarget target = {.is_forced = is_forced};
    if (app->is_read_only) {
        app_held_ask(app);
        return false;
    }
    StrBuf job = {0};
    bool is_found = !is_named || app_name_file(app, &diag);
    if (is_found) {
        app_keep_unkept_job(app, &job, NULL);
    }
    document_seal(app->document);
    if (!is_found || !store_save(app->store, &target, document_root(app->document), &diag)) {
        tell_failed_save(app, &diag);
        strbuf_done(&job);
        return false;
    }
    document_mark_saved(app->document);
    app_journal_saved(app);
    app->is_change_told = false;
    tell_saved(app, &diag, is_named ? store_path(app->store) : NULL, &job);
    strbuf_done(&job);
    return true;
}

void app_finish(App *app)
{
    if (app_save(app, false)) {
        app_export(app, "", false);
    }
}
