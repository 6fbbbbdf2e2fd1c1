/* The PDF beside the file. */
#include <stdlib.h>
#include <string.h>

#include "app/app_inside.h"
#include "app/pdf_path.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/export/resume_pdf.h"

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

static void tell_written(App *app, const char *path, const ExportReport *report)
{
    bool is_one = report->page_count == 1;
    bool has_note = report->note[0] != '\0';
    editor_say(app->editor, has_note ? ROLE_WARNING : ROLE_MESSAGE,
               "%s written: %zu page%s, %s%d %% full.%s%s", path, report->page_count,
               is_one ? "" : "s", is_one ? "" : "the last ", report->fill_percent,
               has_note ? " " : "", report->note);
}

static bool write_pdf(App *app, const char *path, ExportReport *report, Diag *diag)
{
    StrBuf pdf = {0};
    ResumePdf input = {.root = document_root(app->document),
                       .theme = &app->theme,
                       .fonts = app->options.has_builtin_fonts ? NULL : app->fonts,
                       .date = app->options.today};
    bool is_written = app_open_theme(app, diag) && resume_pdf(&input, &pdf, report, diag) &&
                      file_write(path, strbuf_view(&pdf), NULL, NULL, diag);
    strbuf_done(&pdf);
    return is_written;
}

void app_export(App *app, bool is_forced)
{
    if (!app->store) {
        editor_say(app->editor, ROLE_ERROR, "No PDF: there is no file yet. F12 begins one.");
        return;
    }
    char *path = pdf_path_of(store_path(app->store));
    Diag diag = {0};
    ExportReport report = {0};
    if (!is_forced && pdf_path_is_foreign(path)) {
        ask_about_stranger(app, path);
    } else if (write_pdf(app, path, &report, &diag)) {
        tell_written(app, path, &report);
    } else {
        editor_say(app->editor, ROLE_ERROR, "%s was not written: %s.", path, diag.text);
    }
    free(path);
}
