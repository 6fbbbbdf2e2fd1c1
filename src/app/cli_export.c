#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli_input.h"
#include "app/pdf_path.h"
#include "bulletproof/base/file.h"
#include "bulletproof/export/resume_pdf.h"

enum { EXPORT_OUTPUT, EXPORT_FORMAT };

static const CliOption options[] = {
    [EXPORT_OUTPUT] = {"output", 'o', "OUT", NULL, "write to OUT; \"-\" is standard output"},
    [EXPORT_FORMAT] = {"format", 0, "FORMAT", "pdf", "what to write (default: pdf)"},
    {0},
};

/* What the resume could not take, and what the fonts could not show: the export goes on. */
static void warn(const CliResume *resume, const ExportReport *report)
{
    const DiagList *faults = store_faults(resume->store);
    for (size_t i = 0; i < faults->count; i++) {
        cli_fail(CLI_DONE, &faults->items[i], resume->name);
    }
    if (report->note[0]) {
        Diag note = {0};
        diag_fail(&note, DIAG_RANGE, "%s", report->note);
        cli_fail(CLI_DONE, &note, NULL);
    }
}

static bool make_pdf(const CliResume *resume, StrBuf *pdf, Diag *diag)
{
    const Node *root = document_root(resume->document);
    const Node *settings = node_part(node_part(root, NODE_META), NODE_SETTINGS);
    const char *wanted = node_text(settings, FIELD_THEME);
    Theme theme = {0};
    ExportReport report = {0};
    if (!theme_find(&theme, *wanted ? wanted : THEME_STANDARD, diag)) {
        return false;
    }
    bool is_made = resume_pdf(&(ResumePdf){.root = root, .theme = &theme, .date = cli_today()}, pdf,
                              &report, diag);
    theme_done(&theme);
    if (is_made) {
        warn(resume, &report);
    }
    return is_made;
}

static CliStatus write_file(const char *path, StrView pdf)
{
    Diag diag = {0};
    return file_write(path, pdf, NULL, NULL, &diag) ? CLI_DONE
                                                    : cli_fail(CLI_NOT_WRITTEN, &diag, path);
}

/* Where nobody said what to write over, only a PDF of this program is. */
static CliStatus write_beside(const CliResume *resume, StrView pdf)
{
    char *path = pdf_path_of(resume->name);
    CliStatus status;
    if (pdf_path_is_foreign(path)) {
        Diag diag = {0};
        diag_fail(&diag, DIAG_LOSS, "was not made by this program; -o writes over it");
        status = cli_fail(CLI_NOT_WRITTEN, &diag, path);
    } else {
        status = write_file(path, pdf);
    }
    free(path);
    return status;
}

static CliStatus write_pdf(const CliCall *call, const CliResume *resume, StrView pdf)
{
    const char *output = call->values[EXPORT_OUTPUT];
    bool is_stream = strcmp(output ? output : resume->name, "-") == 0;
    if (!is_stream) {
        return output ? write_file(output, pdf) : write_beside(resume, pdf);
    }
    if (isatty(STDOUT_FILENO)) {
        return cli_refuse(call->command, "a PDF is nothing for a terminal: name a file with -o");
    }
    return cli_print(pdf);
}

static CliStatus run(const CliCall *call)
{
    CliResume resume;
    if (!cli_resume_open(&resume, call->operands[0])) {
        return CLI_USAGE;
    }
    StrBuf pdf = {0};
    Diag diag = {0};
    CliStatus status = make_pdf(&resume, &pdf, &diag) ? write_pdf(call, &resume, strbuf_view(&pdf))
                                                      : cli_fail(CLI_USAGE, &diag, resume.name);
    strbuf_done(&pdf);
    cli_resume_close(&resume);
    return status;
}

const CliCommand cli_export = {
    .name = "export",
    .operands = "FILE|-",
    .least = 1,
    .most = 1,
    .summary = "write the PDF",
    .details =
        "Writes the resume as a PDF: without -o beside FILE, with its suffix replaced by .pdf,\n"
        "and never over a file that another program has made. From standard input it goes\n"
        "to standard output.",
    .examples = "bulletproof export resume.yaml\n"
                "bulletproof export resume.yaml -o jane-doe.pdf\n"
                "bulletproof export - <resume.json >resume.pdf\n",
    .options = options,
    .run = run,
};
