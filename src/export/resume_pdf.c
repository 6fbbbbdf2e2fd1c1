#include "bulletproof/export/resume_pdf.h"

#include <string.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/export/proof.h"
#include "export/formats.h"

enum { MOST_NAMED = 5 };

static void add_missing(StrBuf *note, const Layout *layout)
{
    if (layout->missing_count == 0) {
        return;
    }
    strbuf_add(note, note->length > 0 ? ". " : "");
    strbuf_add(note, "No font has ");
    for (size_t i = 0; i < layout->missing_count && i < MOST_NAMED; i++) {
        char bytes[UTF8_MAX_BYTES];
        size_t length = utf8_encode(layout->missing[i], bytes);
        strbuf_add(note, i > 0 ? ", " : "");
        utf8_add_printable(note, view_make(bytes, length));
        strbuf_addf(note, " (U+%04X)", layout->missing[i]);
    }
    if (layout->missing_count > MOST_NAMED) {
        strbuf_addf(note, " and %zu more", layout->missing_count - MOST_NAMED);
    }
    strbuf_add(note, ": question marks are printed");
}

static void copy_whole_characters(char *out, size_t size, StrView text)
{
    size_t length = 0;
    for (size_t bytes; length < text.length; length += bytes) {
        utf8_decode(text, length, &bytes);
        if (length + bytes >= size) {
            break;
        }
    }
    memcpy(out, text.data, length);
    out[length] = '\0';
}

static void fill_report(ExportReport *report, const LayoutInput *input, const Layout *layout)
{
    const Fonts *fonts = input->fonts;
    StrBuf note = {0};
    if (fonts_note(fonts)) {
        strbuf_add(&note, fonts_note(fonts));
    }
    add_missing(&note, layout);
    Proof proof = proof_read(input, layout);
    proof_describe(&note, &proof);
    proof_add_heading_advice(&note, input->theme);
    report->page_count = layout->page_count;
    report->fill_percent = layout->fill_percent;
    report->is_too_long = layout->is_too_long;
    report->is_faulty = !proof_is_good(&proof) || layout->missing_count > 0;
    copy_whole_characters(report->note, sizeof(report->note), strbuf_view(&note));
    strbuf_done(&note);
}

static bool export_layout(const ResumePdf *input, Fonts *fonts, const Layout *layout, StrBuf *out,
                          Diag *diag)
{
    const Node *basics = node_part(input->root, NODE_BASICS);
    const char *name = node_text(basics, FIELD_NAME);
    StrBuf title = {0};
    format_add_title(&title, input->root);
    PdfInput pdf = {
        .layout = layout,
        .fonts = fonts,
        .title = strbuf_text(&title),
        .author = name,
        .subject = node_text(basics, FIELD_LABEL),
        .language = date_language_code(input->theme->language),
        .date = input->date,
        .is_archival = input->is_archival,
    };
    bool is_written = pdf_export(&pdf, out, diag);
    strbuf_done(&title);
    return is_written;
}

bool resume_pdf(const ResumePdf *input, StrBuf *out, ExportReport *report, Diag *diag)
{
    Arena arena = {0};
    Fonts *opened = NULL;
    Fonts *fonts = input->fonts;
    if (!fonts) {
        opened = fonts = fonts_open(&(FontRequest){.family = input->theme->font});
    }
    LayoutInput lines = {.root = input->root,
                         .theme = input->theme,
                         .fonts = fonts,
                         .most_pages = input->most_pages};
    const Layout *layout = layout_build(&lines, &arena);
    fill_report(report, &lines, layout);
    bool is_written = export_layout(input, fonts, layout, out, diag);
    fonts_free(opened);
    arena_done(&arena);
    return is_written;
}

bool format_pdf(const ExportInput *input, StrBuf *out, ExportReport *report, Diag *diag)
{
    ResumePdf page = {.root = input->root,
                      .theme = input->theme,
                      .fonts = input->fonts,
                      .date = input->date,
                      .is_archival = input->is_archival,
                      .most_pages = input->most_pages};
    return resume_pdf(&page, out, report, diag);
}
