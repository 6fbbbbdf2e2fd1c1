#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli_check.h"
#include "app/cli_input.h"
#include "app/cuts.h"
#include "app/folders.h"
#include "app/pdf_path.h"
#include "bulletproof/base/file.h"
#include "bulletproof/export/resume_pdf.h"
#include "bulletproof/model/page_settings.h"
#include "bulletproof/model/variant.h"

enum { EXPORT_OUTPUT, EXPORT_FORMAT, EXPORT_THEME, EXPORT_PAGES, EXPORT_PDFA, EXPORT_VARIANT };

static const CliOption options[] = {
    [EXPORT_OUTPUT] = {"output", 'o', "OUT", NULL, "write to OUT; \"-\" is standard output"},
    [EXPORT_FORMAT] = {"format", 0, "FORMAT", "pdf", "what to write (default: pdf)"},
    [EXPORT_THEME] = {"theme", 0, "THEME", NULL, "a theme's name or file, not the resume's own"},
    [EXPORT_PAGES] = {"pages", 0, "N", "1|2|3|4|5|6|7|8|9", "tighten the text to N pages"},
    [EXPORT_PDFA] = {"pdfa", 0, NULL, NULL, "write PDF/A-1b, for archives"},
    [EXPORT_VARIANT] = {"variant", 0, "NAME", NULL, "the variant of that name, not the whole"},
    {0},
};

/* The settings of the resume, less what the command line says instead. */
static PageSettings settings_for(const CliCall *call, const Node *root)
{
    PageSettings settings = page_settings_of(root);
    const char *theme = call->values[EXPORT_THEME], *pages = call->values[EXPORT_PAGES];
    settings.theme = theme ? theme : settings.theme;
    settings.is_archival = settings.is_archival || call->values[EXPORT_PDFA];
    if (pages) {
        page_count_parse(view_of(pages), &settings.most_pages);
    }
    return settings;
}

/* What is made of a resume, before it is written anywhere. */
typedef struct {
    const CliResume *resume; /* borrowed */
    bool is_quiet;           /* tells nothing but failures */
    const Node *variant;     /* borrowed; NULL: the whole resume */
    Node *root;              /* owned: the resume as the variant has it */
    PageSettings settings;
    Theme theme;
    Fonts *fonts; /* owned */
    StrBuf pdf;
    ExportReport report;
} Export;

static void export_done(Export *export)
{
    fonts_free(export->fonts);
    theme_done(&export->theme);
    strbuf_done(&export->pdf);
    node_free(export->root);
}

/* --- What is told before it is written ------------------------------------------- */

static void warn_too_long(const Export *export)
{
    Arena arena = {0};
    const CliResume *resume = export->resume;
    LayoutInput input = {.root = export->root,
                         .theme = &export->theme,
                         .fonts = export->fonts,
                         .most_pages = export->settings.most_pages};
    Cuts cuts = cuts_find(&input, &arena);
    StrBuf lines = {0};
    for (size_t i = 0; i < cuts.count; i++) {
        const Finding *cut = &cuts.findings[i];
        const Node *bullet = document_find(resume->document, cut->node);
        DiagPlace place = store_place(resume->store, bullet, FIELD_TEXT, 0);
        cli_check_add_line(&lines, resume->name, place, cut, false);
    }
    if (cuts.count == 0) {
        strbuf_addf(&lines, "%s: takes more than %zu pages even without its bullets\n",
                    resume->name, input.most_pages);
    }
    fputs(strbuf_text(&lines), stderr);
    strbuf_done(&lines);
    arena_done(&arena);
}

/* What the resume could not take, and what the fonts could not show: the export goes on. */
static void warn(const Export *export)
{
    const DiagList *faults = store_faults(export->resume->store);
    for (size_t i = 0; i < faults->count; i++) {
        cli_fail(CLI_DONE, &faults->items[i], export->resume->name);
    }
    if (export->report.note[0]) {
        Diag note = {0};
        diag_fail(&note, DIAG_RANGE, "%s", export->report.note);
        cli_fail(CLI_DONE, &note, NULL);
    }
    if (export->report.is_too_long) {
        warn_too_long(export);
    }
}

static CliStatus make_pdf(Export *export)
{
    Diag diag = {0};
    char *folder = folder_themes();
    bool is_found = theme_find(&export->theme, export->settings.theme, folder, &diag);
    free(folder);
    if (!is_found) {
        return cli_fail(CLI_USAGE, &diag, NULL); /* the theme's own file is in the words */
    }
    variant_order(export->variant, &export->theme);
    export->fonts = fonts_open(&(FontRequest){.family = export->theme.font});
    ResumePdf input = {.root = export->root,
                       .theme = &export->theme,
                       .fonts = export->fonts,
                       .date = export->settings.date,
                       .is_archival = export->settings.is_archival,
                       .most_pages = export->settings.most_pages};
    if (!resume_pdf(&input, &export->pdf, &export->report, &diag)) {
        return cli_fail(CLI_USAGE, &diag, export->resume->name);
    }
    if (!export->is_quiet) {
        warn(export);
    }
    return CLI_DONE;
}

/* --- Writing --------------------------------------------------------------------- */

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

static CliStatus choose_variant(const CliCall *call, Export *export)
{
    const Node *root = document_root(export->resume->document);
    const char *name = call->values[EXPORT_VARIANT];
    if (name) {
        export->variant = cli_variant_find(call->command, export->resume, name);
    }
    if (name && !export->variant) {
        return CLI_USAGE;
    }
    export->root = variant_make(root, export->variant);
    return CLI_DONE;
}

static CliStatus run(const CliCall *call)
{
    CliResume resume;
    if (!cli_resume_open(&resume, call->operands[0])) {
        return CLI_USAGE;
    }
    Export export = {.resume = &resume, .is_quiet = call->is_quiet};
    CliStatus status = choose_variant(call, &export);
    if (status == CLI_DONE) {
        export.settings = settings_for(call, export.root);
        status = make_pdf(&export);
    }
    if (status == CLI_DONE) {
        status = write_pdf(call, &resume, strbuf_view(&export.pdf));
    }
    if (status == CLI_DONE && export.report.is_too_long) {
        status = CLI_FOUND;
    }
    export_done(&export);
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
        "to standard output. Where --pages asks for fewer pages than the text takes, it is set\n"
        "tighter as far as stays readable; if that is not enough, the bullets to cut are named,\n"
        "those with the least evidence first, and the status is 1.",
    .examples = "bulletproof export resume.yaml\n"
                "bulletproof export resume.yaml -o jane-doe.pdf\n"
                "bulletproof export --pages=1 --theme=compact resume.yaml\n"
                "bulletproof export --variant=payments -o payments.pdf resume.yaml\n"
                "bulletproof export - <resume.json >resume.pdf\n",
    .options = options,
    .run = run,
};
