/* The job description that the resume is compared with, and keeping others. */
#include <stdlib.h>
#include <string.h>

#include "app/app_inside.h"
#include "app/folders.h"
#include "app/job_folder.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/model/variant.h"

/* --- the one in hand ------------------------------------------------------------------- */

/* Who names it: the variant in hand where it names one, else the resume. */
static const Node *namer_of(const App *app)
{
    const Node *variant = editor_variant(app->editor);
    bool is_own = variant && node_has(variant, FIELD_JOB);
    return is_own ? variant : node_settings(document_root(app->document));
}

static const char *wanted_name(const App *app)
{
    return app->store ? node_text(namer_of(app), FIELD_JOB) : "";
}

bool app_is_job_stale(const App *app)
{
    return !app->followed_job || strcmp(app->followed_job, wanted_name(app)) != 0;
}

static void set_followed(App *app, const char *name)
{
    char *copy = xstrdup(name);
    free(app->followed_job);
    app->followed_job = copy;
}

/* A text that is not kept yet goes before what is named: it is newer. */
static bool take_named(App *app, Diag *diag)
{
    StrBuf text = {0};
    const char *name = wanted_name(app);
    bool is_unkept = app->unkept_job.length > 0, is_read = true;
    if (is_unkept) {
        strbuf_add_view(&text, strbuf_view(&app->unkept_job));
    } else if (name[0]) {
        is_read = job_folder_read(store_path(app->store), name, &text, diag);
    }
    editor_set_job(app->editor, is_unkept ? NULL : name, strbuf_view(&text));
    strbuf_done(&text);
    set_followed(app, name);
    return is_read;
}

void app_follow_job(App *app)
{
    if (app_is_job_stale(app)) {
        take_named(app, NULL);
    }
}

void app_show_job(App *app)
{
    Diag diag = {0};
    bool is_read = take_named(app, &diag);
    if (is_read && wanted_name(app)[0] == '\0' && app->unkept_job.length == 0) {
        app_list_jobs(app);
    } else if (is_read) {
        editor_show_job(app->editor);
    } else {
        app_list_jobs(app);
        editor_say(app->editor, ROLE_ERROR, "The job description %s was not read: %s.",
                   wanted_name(app), diag.text);
    }
}

void app_offer_order(App *app)
{
    app_follow_job(app);
    if (!editor_offer_order(app->editor)) {
        app_list_jobs(app);
        editor_say(app->editor, ROLE_MESSAGE,
                   "Choose the vacancy first; " KEY_OF("order-for-job") " then shows the order.");
    }
}

/* --- keeping one ------------------------------------------------------------------------- */

static void name_job(App *app, const char *name)
{
    const Node *variant = editor_variant(app->editor);
    const Node *owner = variant ? variant : node_settings(document_root(app->document));
    document_set(app->document, node_id(owner), FIELD_JOB, view_of(name));
    set_followed(app, name);
    editor_name_job(app->editor, name);
}

/* Nothing is written before the resume is, nor beside another's edits. */
static bool can_keep(const App *app)
{
    return app->store && !app->is_read_only && store_exists(app->store);
}

bool app_keep_unkept_job(App *app, StrBuf *name, Diag *diag)
{
    bool is_kept =
        app->unkept_job.length > 0 && app->store && !app->is_read_only &&
        job_folder_add(store_path(app->store), strbuf_view(&app->unkept_job), name, diag);
    if (is_kept) {
        strbuf_clear(&app->unkept_job);
        name_job(app, strbuf_text(name));
    }
    return is_kept;
}

void app_keep_job(App *app, const char *text)
{
    Diag diag = {0};
    StrBuf name = {0};
    strbuf_clear(&app->unkept_job);
    strbuf_add(&app->unkept_job, text);
    if (!can_keep(app)) {
        editor_say(app->editor, ROLE_WARNING,
                   app->is_read_only
                       ? "Compared, and in memory only: another process has the file."
                       : "Compared, and in memory until the resume has a file: " KEY_OF(
                             "save") " keeps both.");
    } else if (app_keep_unkept_job(app, &name, &diag)) {
        editor_say(app->editor, ROLE_MESSAGE,
                   "Kept as %s beside the resume, which names it from now on.", strbuf_text(&name));
    } else {
        editor_say(app->editor, ROLE_ERROR,
                   "The job description was not kept, and is in memory only: %s.", diag.text);
    }
    strbuf_done(&name);
}

/* When another process has left the file to this one. */
void app_keep_job_at_last(App *app)
{
    StrBuf name = {0};
    if (app->unkept_job.length > 0 && can_keep(app) && !app->is_job_refused) {
        app->is_job_refused = !app_keep_unkept_job(app, &name, NULL);
    }
    strbuf_done(&name);
}

/* --- all of them -------------------------------------------------------------------------- */

void app_list_jobs(App *app)
{
    StrBuf lines = {0};
    if (app->store) {
        job_folder_list(store_path(app->store), &lines);
    }
    editor_show_jobs(app->editor, strbuf_view(&lines));
    strbuf_done(&lines);
}

void app_take_job(App *app, const char *name)
{
    Diag diag = {0};
    StrBuf text = {0};
    if (!app->store || !job_folder_read(store_path(app->store), name, &text, &diag)) {
        editor_say(app->editor, ROLE_ERROR, "The job description %s was not read: %s.", name,
                   diag.text);
    } else {
        editor_set_job(app->editor, name, strbuf_view(&text));
        editor_show_job(app->editor);
        if (strcmp(wanted_name(app), name) != 0 && !app->is_read_only) {
            name_job(app, name);
        }
    }
    strbuf_done(&text);
}

/* "~/job.txt" is in the home folder, as in a shell. Owned by the caller. */
static char *path_of(const char *typed)
{
    StrBuf path = {0};
    char *home = folder_home();
    bool is_at_home = home && strncmp(typed, "~/", 2) == 0;
    strbuf_addf(&path, "%s%s", is_at_home ? home : "", is_at_home ? typed + 1 : typed);
    free(home);
    return strbuf_steal(&path);
}

void app_read_job(App *app, const char *typed)
{
    Diag diag = {0};
    StrBuf text = {0};
    char *path = path_of(typed);
    if (!job_file_read(path, &text, &diag)) {
        editor_say(app->editor, ROLE_ERROR, "%s was not read: %s.", typed, diag.text);
    } else if (view_trim(strbuf_view(&text)).length == 0) {
        editor_say(app->editor, ROLE_WARNING, "%s is empty.", typed);
    } else {
        editor_set_job(app->editor, NULL, strbuf_view(&text));
        editor_show_job(app->editor);
        app_keep_job(app, strbuf_text(&text));
    }
    strbuf_done(&text);
    free(path);
}

static void replace_name(App *app, const Node *owner, const char *old, const char *now)
{
    if (strcmp(node_text(owner, FIELD_JOB), old) == 0) {
        document_set(app->document, node_id(owner), FIELD_JOB, view_of(now));
    }
}

/* The resume and its variants name it so from now on; an empty name: not any more. */
static void replace_names(App *app, const char *old, const char *now)
{
    const Node *root = document_root(app->document), *variants = variant_list(root);
    document_begin(app->document);
    replace_name(app, node_settings(root), old, now);
    for (size_t i = 0; i < node_count(variants); i++) {
        replace_name(app, node_child(variants, i), old, now);
    }
    document_end(app->document);
}

/* The files are the resume's: who may not write that changes none of them. */
static bool may_change_files(App *app)
{
    if (app->is_read_only) {
        editor_say(app->editor, ROLE_WARNING, "Read only: another editor has this file.");
    }
    return app->store && !app->is_read_only;
}

void app_rename_job(App *app, const char *names)
{
    Diag diag = {0};
    size_t end = view_find(view_of(names), '\n');
    char *old = xstrndup(names, end);
    const char *now = names + end + (names[end] ? 1 : 0);
    if (may_change_files(app) && job_folder_rename(store_path(app->store), old, now, &diag)) {
        replace_names(app, old, now);
        app_list_jobs(app);
        editor_say(app->editor, ROLE_MESSAGE, "%s is called %s now.", old, now);
    } else if (diag.kind != DIAG_NONE) {
        editor_say(app->editor, ROLE_ERROR, "Not renamed: %s.", diag.text);
    }
    free(old);
}

void app_remove_job(App *app, const char *name)
{
    Diag diag = {0};
    if (may_change_files(app) && job_folder_remove(store_path(app->store), name, &diag)) {
        replace_names(app, name, "");
        app_list_jobs(app);
        editor_say(app->editor, ROLE_MESSAGE, "The saved vacancy %s is deleted.", name);
    } else if (diag.kind != DIAG_NONE) {
        editor_say(app->editor, ROLE_ERROR, "Not deleted: %s.", diag.text);
    }
}
