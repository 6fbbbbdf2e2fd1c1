#include "bulletproof/export/pdf.h"

#include <stdlib.h>

#include "export/pdf_inside.h"

static void jump_out(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    Pdf *pdf = user;
    (void)detail;
    pdf->error = error;
    longjmp(pdf->failed, 1);
}

static void draw(Pdf *pdf)
{
    const Layout *layout = pdf->input->layout;
    HPDF_SetCompressionMode(pdf->doc, HPDF_COMP_ALL);
    pdf->fonts = pdf_new_dict(pdf, NULL);
    pdf_tags_begin(pdf);
    for (size_t i = 0; i < layout->page_count; i++) {
        pdf->page = HPDF_AddPage(pdf->doc);
        HPDF_Page_SetWidth(pdf->page, (HPDF_REAL)layout->page_width);
        HPDF_Page_SetHeight(pdf->page, (HPDF_REAL)layout->page_height);
        HPDF_Dict resources =
            HPDF_Page_GetInheritableItem(pdf->page, "Resources", HPDF_OCLASS_DICT);
        HPDF_Dict_Add(resources, "Font", pdf->fonts);
        pdf_draw_page(pdf, &layout->pages[i]);
    }
    pdf_tags_finish(pdf);
    pdf_fonts_finish(pdf);
    pdf_describe(pdf);
    HPDF_SaveToStream(pdf->doc);
}

static void read_stream(Pdf *pdf, StrBuf *out)
{
    HPDF_UINT32 size = HPDF_GetStreamSize(pdf->doc);
    HPDF_BYTE *bytes = arena_alloc(&pdf->arena, size);
    HPDF_ResetStream(pdf->doc);
    HPDF_ReadFromStream(pdf->doc, bytes, &size);
    strbuf_add_bytes(out, bytes, size);
}

/* Apart from its caller: what a function with setjmp changes of its own is lost by the jump. */
static bool draw_guarded(Pdf *pdf, StrBuf *out)
{
    if (setjmp(pdf->failed) != 0) {
        return false;
    }
    pdf->doc = HPDF_New(jump_out, pdf);
    if (!pdf->doc) {
        return false;
    }
    draw(pdf);
    read_stream(pdf, out);
    return true;
}

bool pdf_export(const PdfInput *input, StrBuf *out, Diag *diag)
{
    if (input->is_archival && !fonts_face(input->fonts, FONT_REGULAR).is_embedded) {
        return diag_fail(diag, DIAG_RANGE,
                         "a PDF for archives needs font files: install fonts-crosextra-carlito");
    }
    Pdf *pdf = &(Pdf){.input = input};
    size_t length = out->length;
    bool is_drawn = draw_guarded(pdf, out);
    if (pdf->doc) {
        HPDF_Free(pdf->doc);
    }
    for (size_t i = 0; i < FONT_FACE_LIMIT; i++) {
        free(pdf->faces[i].characters);
    }
    strbuf_done(&pdf->content);
    strbuf_done(&pdf->scratch);
    arena_done(&pdf->arena);
    if (is_drawn) {
        return true;
    }
    strbuf_truncate(out, length);
    return diag_fail(diag, DIAG_LIMIT,
                     "the PDF library gave up with error 0x%04lx: choose another font or theme",
                     pdf->error);
}
