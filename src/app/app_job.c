/* The job description that the resume is compared with, and keeping others. */
#include "app/app_inside.h"
#include "app/job_folder.h"

static const Node *settings_of(const App *app)
{
    return node_settings(document_root(app->document));
}

void app_show_job(App *app)
{
    Diag diag = {0};
    StrBuf text = {0};
    const Node *variant = editor_variant(app->editor);
    bool is_own = variant && node_has(variant, FIELD_JOB);
    const char *name = node_text(is_own ? variant : settings_of(app), FIELD_JOB);
    bool is_named = app->store && name[0];
    bool is_read = is_named && job_folder_read(store_path(app->store), name, &text, &diag);
    editor_show_job(app->editor, is_named ? name : NULL, strbuf_view(&text));
    if (is_named && !is_read) {
        editor_say(app->editor, ROLE_ERROR, "The job description %s was not read: %s.", name,
                   diag.text);
    }
    strbuf_done(&text);
}

/* --- keeping ------------------------------------------------------------------------ */

static void keep(App *app, const char *text)
{
    Diag diag = {0};
    StrBuf name = {0};
    if (job_folder_add(store_path(app->store), view_of(text), &name, &diag)) {
        const Node *variant = editor_variant(app->editor);
        const Node *owner = variant ? variant : settings_of(app);
        document_set(app->document, node_id(owner), FIELD_JOB, strbuf_view(&name));
        editor_name_job(app->editor, strbuf_text(&name));
        editor_say(app->editor, ROLE_MESSAGE,
                   "Kept as %s beside the resume, which names it from now on.", strbuf_text(&name));
    } else {
        editor_say(app->editor, ROLE_ERROR, "The job description was not kept: %s.", diag.text);
    }
    strbuf_done(&name);
}

void app_keep_job(App *app, const char *text)
{
    if (app->store && !app->is_read_only) {
        keep(app, text);
    } else {
        editor_say(app->editor, ROLE_WARNING,
                   app->store ? "Compared, but not kept: another process has the file."
                              : "Compared, but not kept: the resume has no file yet.");
    }
}
