/* The PDF beside the file, or another format. */
#include <stdlib.h>
#include <string.h>

#include "app/app_inside.h"
#include "app/export_path.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/export/format.h"
#include "bulletproof/model/page_settings.h"
#include "bulletproof/model/variant.h"

static void ask_about_stranger(App *app, const char *path, const ExportFormat *format)
{
    StrBuf title = {0};
    strbuf_addf(&title, "Replace %s?", path);
    editor_ask(app->editor, strbuf_text(&title),
               format->mark
                   ? "A file of that name is there already, and it was not made by this program."
                   : "A file of that name is there already, and it says something else.");
    editor_offer(app->editor,
                 format->id == FORMAT_PDF ? "Keep it: no PDF is written"
                                          : "Keep it: nothing is written",
                 REQUEST_NONE, NULL);
    editor_offer(app->editor, "Replace it", REQUEST_EXPORT_OVER, format->name);
    strbuf_done(&title);
}

/* Before the old file is replaced. */
static void ask_about_fault(App *app, const char *path, const ExportFormat *format,
                            const char *note)
{
    StrBuf title = {0};
    strbuf_addf(&title, "Write %s as it is?", path);
    editor_ask(app->editor, strbuf_text(&title), note);
    editor_offer(app->editor, "Go on writing: no PDF is written yet", REQUEST_NONE, NULL);
    editor_offer(app->editor, "Write it", REQUEST_EXPORT_OVER, format->name);
    strbuf_done(&title);
}

static void tell_page_written(App *app, const char *path, const ExportReport *report)
{
    StrBuf size = {0};
    layout_add_size(&size, report->page_count, report->fill_percent);
    bool has_note = report->note[0] != '\0';
    editor_say(app->editor, has_note || report->is_too_long ? ROLE_WARNING : ROLE_MESSAGE,
               "%s written: %s.%s%s%s%s", path, strbuf_text(&size),
               app->connection ? " " KEY_OF("fetch") " fetches it." : "",
               report->is_too_long
                   ? " More than it should be: " KEY_OF("next-finding") " goes to what to cut."
                   : "",
               has_note ? " " : "", report->note);
    strbuf_done(&size);
}

static void tell_written(App *app, const char *path, const ExportReport *report)
{
    if (report->page_count > 0) {
        tell_page_written(app, path, report);
    } else {
        editor_say(app->editor, report->note[0] ? ROLE_WARNING : ROLE_MESSAGE, "%s written.%s%s",
                   path, report->note[0] ? " " : "", report->note);
    }
}

/* What there is to say of an export: an answer begins with it. */
typedef struct {
    bool is_made;
    ExportReport report;
    Diag diag; /* why it is not made */
} ExportOutcome;

/* An export on its way. */
typedef struct {
    App *app;
    const ExportFormat *format;
    char *path; /* owned */
    StrBuf answer;
    ExportOutcome outcome;
} Export;

/* The fonts are those of the theme as it is now. */
static bool make_bytes(App *app, const ExportFormat *format, ExportOutcome *outcome, StrBuf *bytes)
{
    if (!app_open_theme(app, &outcome->diag)) {
        return false;
    }
    Node *root = variant_make(document_root(app->document), editor_variant(app->editor));
    PageSettings settings = page_settings_of(root);
    ExportInput input = {.root = root,
                         .theme = &app->theme,
                         .fonts = app->options.has_builtin_fonts ? NULL : app->fonts,
                         .date = settings.date,
                         .is_archival = settings.is_archival,
                         .most_pages = settings.most_pages};
    bool is_made = format->write(&input, bytes, &outcome->report, &outcome->diag);
    node_free(root);
    return is_made;
}

/* A WorkerTask: the outcome, and behind it the bytes. */
static void make(void *context, StrBuf *answer)
{
    const Export *export = context;
    ExportOutcome outcome = {.is_made = false};
    StrBuf bytes = {0};
    outcome.is_made = make_bytes(export->app, export->format, &outcome, &bytes);
    strbuf_add_bytes(answer, (const char *)&outcome, sizeof(outcome));
    strbuf_add_view(answer, strbuf_view(&bytes));
    strbuf_done(&bytes);
}

static StrView bytes_of(const Export *export)
{
    return view_slice(strbuf_view(&export->answer), sizeof(export->outcome), export->answer.length);
}

/* Waited for, but made beside: the libraries and the fonts of a PDF do not stay. */
static bool make_beside(Export *export)
{
    Worker worker = {0};
    if (!export->app->options.has_workers || !worker_start(&worker, make, export)) {
        make(export, &export->answer);
    } else if (worker_wait(&worker) == WORKER_DONE) {
        export->answer = worker.answer;
    } else {
        worker_stop(&worker);
        return diag_fail(&export->outcome.diag, DIAG_LIMIT,
                         "the libraries that make it have failed: choose another font or theme");
    }
    memcpy(&export->outcome, export->answer.data, sizeof(export->outcome));
    return export->outcome.is_made;
}

static void write_bytes(App *app, const Export *export, bool is_forced)
{
    Diag diag = {0};
    StrView bytes = bytes_of(export);
    const ExportReport *report = &export->outcome.report;
    if (strcmp(export->path, store_path(app->store)) == 0) {
        editor_say(app->editor, ROLE_ERROR,
                   "%s is the resume itself: bulletproof export -o writes it elsewhere.",
                   export->path);
    } else if (!is_forced && export_path_is_foreign(export->path, export->format, bytes)) {
        ask_about_stranger(app, export->path, export->format);
    } else if (!is_forced && report->is_faulty) {
        ask_about_fault(app, export->path, export->format, report->note);
    } else if (file_write(export->path, bytes, NULL, NULL, &diag)) {
        tell_written(app, export->path, report);
    } else {
        editor_say(app->editor, ROLE_ERROR, "%s was not written: %s.", export->path, diag.text);
    }
}

/* "resume.pdf", "resume-payments.pdf". A variant's name stays within the folder. */
char *app_export_path(const App *app, const ExportFormat *format)
{
    const Node *variant = editor_variant(app->editor);
    StrBuf suffix = {0};
    if (!app->store) {
        return NULL;
    }
    strbuf_addf(&suffix, "%s%s", variant ? "-" : "", variant ? node_text(variant, FIELD_NAME) : "");
    for (size_t i = 0; i < suffix.length; i++) {
        suffix.data[i] = suffix.data[i] == '/' ? '-' : suffix.data[i];
    }
    strbuf_add(&suffix, format->suffix);
    char *path = path_with_suffix(store_path(app->store), strbuf_text(&suffix));
    strbuf_done(&suffix);
    return path;
}

void app_export(App *app, const char *name, bool is_forced)
{
    const ExportFormat *format = export_format_find(*name ? name : "pdf");
    if (!app->store || !format) {
        editor_say(app->editor, ROLE_ERROR,
                   app->store ? "There is no format of that name."
                              : "Nothing is written: there is no file yet. " KEY_OF(
                                    "start") " begins one.");
        return;
    }
    Export export = {.app = app, .format = format, .path = app_export_path(app, format)};
    if (make_beside(&export)) {
        write_bytes(app, &export, is_forced);
    } else {
        editor_say(app->editor, ROLE_ERROR, "%s was not written: %s.", export.path,
                   export.outcome.diag.text);
    }
    strbuf_done(&export.answer);
    free(export.path);
}
