/* The PDF beside the file. */
#include <stdlib.h>
#include <string.h>

#include "app/app_inside.h"
#include "app/pdf_path.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/export/resume_pdf.h"
#include "bulletproof/model/page_settings.h"
#include "bulletproof/model/variant.h"

static void ask_about_stranger(App *app, const char *path)
{
    StrBuf title = {0};
    strbuf_addf(&title, "Replace %s?", path);
    editor_ask(app->editor, strbuf_text(&title),
               "A file of that name is there already, and it was not made by this program.");
    editor_offer(app->editor, "Keep it: no PDF is written", REQUEST_NONE, NULL);
    editor_offer(app->editor, "Replace it", REQUEST_EXPORT_OVER, NULL);
    strbuf_done(&title);
}

/* Before the old file is replaced. */
static void ask_about_fault(App *app, const char *path, const char *note)
{
    StrBuf title = {0};
    strbuf_addf(&title, "Write %s as it is?", path);
    editor_ask(app->editor, strbuf_text(&title), note);
    editor_offer(app->editor, "Go on writing: no PDF is written yet", REQUEST_NONE, NULL);
    editor_offer(app->editor, "Write it", REQUEST_EXPORT_OVER, NULL);
    strbuf_done(&title);
}

static void tell_written(App *app, const char *path, const ExportReport *report)
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

/* The fonts are those of the theme as it is now. */
static bool make_pdf(App *app, StrBuf *pdf, ExportReport *report, Diag *diag)
{
    if (!app_open_theme(app, diag)) {
        return false;
    }
    Node *root = variant_make(document_root(app->document), editor_variant(app->editor));
    PageSettings settings = page_settings_of(root);
    ResumePdf input = {.root = root,
                       .theme = &app->theme,
                       .fonts = app->options.has_builtin_fonts ? NULL : app->fonts,
                       .date = settings.date,
                       .is_archival = settings.is_archival,
                       .most_pages = settings.most_pages};
    bool is_made = resume_pdf(&input, pdf, report, diag);
    node_free(root);
    return is_made;
}

static void write_pdf(App *app, const char *path, bool is_forced)
{
    StrBuf pdf = {0};
    Diag diag = {0};
    ExportReport report = {0};
    bool is_made = make_pdf(app, &pdf, &report, &diag);
    if (is_made && report.is_faulty && !is_forced) {
        ask_about_fault(app, path, report.note);
    } else if (is_made && file_write(path, strbuf_view(&pdf), NULL, NULL, &diag)) {
        tell_written(app, path, &report);
    } else {
        editor_say(app->editor, ROLE_ERROR, "%s was not written: %s.", path, diag.text);
    }
    strbuf_done(&pdf);
}

/* "resume.pdf", "resume-payments.pdf". A variant's name stays within the folder. */
char *app_pdf_path(const App *app)
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
    strbuf_add(&suffix, ".pdf");
    char *path = path_with_suffix(store_path(app->store), strbuf_text(&suffix));
    strbuf_done(&suffix);
    return path;
}

void app_export(App *app, bool is_forced)
{
    if (!app->store) {
        editor_say(app->editor, ROLE_ERROR,
                   "No PDF: there is no file yet. " KEY_OF("start") " begins one.");
        return;
    }
    char *path = app_pdf_path(app);
    if (!is_forced && pdf_path_is_foreign(path)) {
        ask_about_stranger(app, path);
    } else {
        write_pdf(app, path, is_forced);
    }
    free(path);
}
