/* Job descriptions, kept as texts in the folder NAME.jobs beside NAME.yaml. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "app/pdf_path.h"
#include "bulletproof/base/file.h"
#include "bulletproof/match/job.h"
#include "bulletproof/text/clean.h"

static const Node *settings_of(const App *app)
{
    return node_settings(document_root(app->document));
}

/* "resume.jobs". Owned by the caller. */
static char *folder_of(const App *app)
{
    return path_with_suffix(store_path(app->store), ".jobs");
}

/* Owned by the caller. */
static char *path_of(const App *app, const char *name)
{
    char *folder = folder_of(app);
    StrBuf path = {0};
    strbuf_addf(&path, "%s/%s.txt", folder, name);
    free(folder);
    return strbuf_steal(&path);
}

/* --- reading ------------------------------------------------------------------------ */

/* A name that leaves the folder is none of ours: a resume from elsewhere reads no other files. */
static bool read_job(const App *app, const char *name, StrBuf *text, Diag *diag)
{
    StrBuf foreign = {0};
    if (strchr(name, '/')) {
        return diag_fail(diag, DIAG_USAGE, "a job description is a file in the folder of them");
    }
    char *path = path_of(app, name);
    bool is_read = file_read(path, JOB_MOST_BYTES, &foreign, NULL, diag);
    if (is_read) {
        text_clean(text, strbuf_view(&foreign), CLEAN_PROSE);
    }
    strbuf_done(&foreign);
    free(path);
    return is_read;
}

void app_show_job(App *app)
{
    Diag diag = {0};
    StrBuf text = {0};
    const Node *variant = editor_variant(app->editor);
    bool is_own = variant && node_has(variant, FIELD_JOB);
    const char *name = node_text(is_own ? variant : settings_of(app), FIELD_JOB);
    bool is_named = app->store && name[0];
    bool is_read = is_named && read_job(app, name, &text, &diag);
    editor_show_job(app->editor, is_named ? name : NULL, strbuf_view(&text));
    if (is_named && !is_read) {
        editor_say(app->editor, ROLE_ERROR, "The job description %s was not read: %s.", name,
                   diag.text);
    }
    strbuf_done(&text);
}

/* --- keeping ------------------------------------------------------------------------ */

/* The first of job-1, job-2 … that is no file yet. Owned by the caller. */
static char *free_name(const App *app)
{
    StrBuf name = {0};
    bool is_taken = true;
    for (unsigned number = 1; is_taken; number++) {
        strbuf_clear(&name);
        strbuf_addf(&name, "job-%u", number);
        char *path = path_of(app, strbuf_text(&name));
        is_taken = access(path, F_OK) == 0;
        free(path);
    }
    return strbuf_steal(&name);
}

static bool write_job(const App *app, const char *name, StrView text, Diag *diag)
{
    static const FileStamp none = {.exists = false};
    char *folder = folder_of(app), *path = path_of(app, name);
    bool is_made = mkdir(folder, 0700) == 0 || errno == EEXIST;
    bool is_written = is_made ? file_write(path, text, &none, NULL, diag)
                              : diag_fail(diag, DIAG_IO, "%s: %s", folder, strerror(errno));
    if (is_written) {
        chmod(path, 0600); /* an application is nobody else's business */
    }
    free(path);
    free(folder);
    return is_written;
}

static void keep(App *app, const char *text)
{
    Diag diag = {0};
    char *name = free_name(app);
    if (write_job(app, name, view_of(text), &diag)) {
        const Node *variant = editor_variant(app->editor);
        const Node *owner = variant ? variant : settings_of(app);
        document_set(app->document, node_id(owner), FIELD_JOB, view_of(name));
        editor_name_job(app->editor, name);
        editor_say(app->editor, ROLE_MESSAGE,
                   "Kept as %s beside the resume, which names it from now on.", name);
    } else {
        editor_say(app->editor, ROLE_ERROR, "The job description was not kept: %s.", diag.text);
    }
    free(name);
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
