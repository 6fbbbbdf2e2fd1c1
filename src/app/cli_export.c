#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli_check.h"
#include "app/cli_input.h"
#include "app/cuts.h"
#include "app/export_path.h"
#include "app/folders.h"
#include "bulletproof/base/file.h"
#include "bulletproof/export/format.h"
#include "bulletproof/model/page_settings.h"
#include "bulletproof/model/variant.h"

enum {
    EXPORT_OUTPUT,
    EXPORT_FORMAT,
    EXPORT_THEME,
    EXPORT_VARIANT,
    EXPORT_PAGES,
    EXPORT_PDFA,
    EXPORT_WIDTH,
    EXPORT_ASCII
};

enum { LEAST_WIDTH = 20, MOST_WIDTH = 1000 };

/* The names of all formats with bars between, from the second byte on. */
#define BAR(id, name, ...) "|" name
static const char format_names[] = EXPORT_FORMATS(BAR);

static const CliOption options[] = {
    [EXPORT_OUTPUT] = {"output", 'o', "OUT", NULL, "write to OUT; \"-\" is standard output"},
    [EXPORT_FORMAT] = {"format", 0, "FORMAT", format_names + 1,
                       "what to write (default: by OUT's suffix, else pdf)"},
    [EXPORT_THEME] = {"theme", 0, "THEME", NULL, "a theme's name or file, not the resume's own"},
    [EXPORT_VARIANT] = {"variant", 0, "NAME", NULL, "the variant of that name, not the whole"},
    [EXPORT_PAGES] = {"pages", 0, "N", "1|2|3|4|5|6|7|8|9", "of a PDF: tighten it to N pages"},
    [EXPORT_PDFA] = {"pdfa", 0, NULL, NULL, "of a PDF: write PDF/A-1b, for archives"},
    [EXPORT_WIDTH] = {"width", 0, "N", NULL, "of text: lines of N columns, not a paragraph a line"},
    [EXPORT_ASCII] = {"ascii", 0, NULL, NULL, "of text: write ASCII only"},
    {0},
};

/* --- What is asked for ------------------------------------------------------------ */

static const ExportFormat *format_for(const CliCall *call)
{
    const char *name = call->values[EXPORT_FORMAT], *output = call->values[EXPORT_OUTPUT];
    const ExportFormat *format = name     ? export_format_find(name)
                                 : output ? export_format_of_path(output)
                                          : NULL;
    return format ? format : &export_formats[FORMAT_PDF];
}

/* An option of another format than the one that is written would do nothing. */
static CliStatus check_options(const CliCall *call, const ExportFormat *format)
{
    static const struct {
        int option;
        FormatId format;
    } owners[] = {{EXPORT_PAGES, FORMAT_PDF},
                  {EXPORT_PDFA, FORMAT_PDF},
                  {EXPORT_WIDTH, FORMAT_TEXT},
                  {EXPORT_ASCII, FORMAT_TEXT}};
    for (size_t i = 0; i < sizeof(owners) / sizeof(owners[0]); i++) {
        if (call->values[owners[i].option] && format->id != owners[i].format) {
            return cli_refuse(call->command, "--%s is nothing for --format=%s",
                              options[owners[i].option].name, format->name);
        }
    }
    return CLI_DONE;
}

static CliStatus read_width(const CliCall *call, int *columns)
{
    const char *value = call->values[EXPORT_WIDTH];
    char *end = NULL;
    long width = value ? strtol(value, &end, 10) : 0;
    if (value && (*end || end == value || width < LEAST_WIDTH || width > MOST_WIDTH)) {
        return cli_refuse(call->command, "--width is a number from %d to %d, not \"%s\"",
                          LEAST_WIDTH, MOST_WIDTH, value);
    }
    *columns = (int)width;
    return CLI_DONE;
}

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
    const ExportFormat *format;
    int columns;
    bool is_ascii;
    bool is_quiet;       /* tells nothing but failures */
    const Node *variant; /* borrowed; NULL: the whole resume */
    Node *root;          /* owned: the resume as the variant has it */
    PageSettings settings;
    Theme theme;
    Fonts *fonts; /* owned */
    StrBuf bytes;
    ExportReport report;
} Export;

static void export_done(Export *export)
{
    fonts_free(export->fonts);
    theme_done(&export->theme);
    strbuf_done(&export->bytes);
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

static CliStatus open_theme(Export *export)
{
    Diag diag = {0};
    char *folder = folder_themes();
    bool is_found = theme_find(&export->theme, export->settings.theme, folder, &diag);
    free(folder);
    if (!is_found) {
        return cli_fail(CLI_USAGE, &diag, NULL); /* the theme's own file is in the words */
    }
    variant_order(export->root, export->variant, &export->theme);
    if (export->format->id == FORMAT_PDF) {
        export->fonts = fonts_open(&(FontRequest){.family = export->theme.font});
    }
    return CLI_DONE;
}

static CliStatus make_bytes(Export *export)
{
    Diag diag = {0};
    ExportInput input = {.root = export->root,
                         .theme = &export->theme,
                         .fonts = export->fonts,
                         .date = export->settings.date,
                         .is_archival = export->settings.is_archival,
                         .most_pages = export->settings.most_pages,
                         .columns = export->columns,
                         .is_ascii = export->is_ascii};
    if (!export->format->write(&input, &export->bytes, &export->report, &diag)) {
        return cli_fail(CLI_USAGE, &diag, export->resume->name);
    }
    if (!export->is_quiet) {
        warn(export);
    }
    return CLI_DONE;
}

/* --- Writing --------------------------------------------------------------------- */

static CliStatus write_file(const char *path, StrView bytes)
{
    Diag diag = {0};
    return file_write(path, bytes, NULL, NULL, &diag) ? CLI_DONE
                                                      : cli_fail(CLI_NOT_WRITTEN, &diag, path);
}

/* Where nobody said what to write over, only what this program has made is. */
static CliStatus write_beside(const Export *export)
{
    StrView bytes = strbuf_view(&export->bytes);
    char *path = path_with_suffix(export->resume->name, export->format->suffix);
    CliStatus status;
    if (export_path_is_foreign(path, export->format, bytes)) {
        Diag diag = {0};
        diag_fail(&diag, DIAG_LOSS,
                  export->format->mark ? "was not made by this program; -o writes over it"
                                       : "is there already and says something else; "
                                         "-o writes over it");
        status = cli_fail(CLI_NOT_WRITTEN, &diag, path);
    } else {
        status = write_file(path, bytes);
    }
    free(path);
    return status;
}

static CliStatus write_bytes(const CliCall *call, const Export *export)
{
    StrView bytes = strbuf_view(&export->bytes);
    const char *output = call->values[EXPORT_OUTPUT];
    bool is_stream = strcmp(output ? output : export->resume->name, "-") == 0;
    if (!is_stream) {
        return output ? write_file(output, bytes) : write_beside(export);
    }
    if (export->format->is_binary && isatty(STDOUT_FILENO)) {
        return cli_refuse(call->command, "%s is nothing for a terminal: name a file with -o",
                          export->format->label);
    }
    return cli_print(bytes);
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

static CliStatus run_export(const CliCall *call, Export *export)
{
    CliStatus status = choose_variant(call, export);
    if (status == CLI_DONE) {
        export->settings = settings_for(call, export->root);
        status = open_theme(export);
    }
    if (status == CLI_DONE) {
        status = make_bytes(export);
    }
    if (status == CLI_DONE) {
        status = write_bytes(call, export);
    }
    return status == CLI_DONE && export->report.is_too_long ? CLI_FOUND : status;
}

static CliStatus run(const CliCall *call)
{
    CliResume resume;
    Export export = {.resume = &resume,
                     .format = format_for(call),
                     .is_ascii = call->values[EXPORT_ASCII],
                     .is_quiet = call->is_quiet};
    CliStatus status = check_options(call, export.format);
    if (status == CLI_DONE) {
        status = read_width(call, &export.columns);
    }
    if (status != CLI_DONE || !cli_resume_open(&resume, call->operands[0])) {
        return CLI_USAGE;
    }
    status = run_export(call, &export);
    export_done(&export);
    cli_resume_close(&resume);
    return status;
}

const CliCommand cli_export = {
    .name = "export",
    .operands = "FILE|-",
    .least = 1,
    .most = 1,
    .summary = "write the PDF, or another format",
    .details =
        "Writes the resume: without -o beside FILE, with its suffix replaced by the format's, and\n"
        "never over a file that another program has made, or that bears no mark of this one and\n"
        "says something else. From standard input it goes to standard output. All formats say\n"
        "the same words in the same order, and the same resume gives the same bytes.\n"
        "Where --pages asks for fewer pages than the text takes, a PDF is set tighter as far as\n"
        "stays readable; if that is not enough, the bullets to cut are named, those with the\n"
        "least evidence first, and the status is 1.",
    .examples = "bulletproof export resume.yaml\n"
                "bulletproof export resume.yaml -o jane-doe.pdf\n"
                "bulletproof export --pages=1 --theme=compact resume.yaml\n"
                "bulletproof export --variant=payments -o payments.pdf resume.yaml\n"
                "bulletproof export --format=text --ascii -o - resume.yaml\n"
                "bulletproof export - --format=pdf <resume.json >resume.pdf\n",
    .options = options,
    .run = run,
};
