#include "bulletproof/export/pdf.h"

#include <stdlib.h>

#include "bulletproof/base/library.h"
#include "config.h"
#include "export/pdf_inside.h"

static bool load(Haru *haru, Diag *diag)
{
    const LibraryCall calls[] = {
#define X(name) {"HPDF_" #name, &haru->name},
        HARU_CALLS(X)
#undef X
    };
    return library_load(HPDF_LIBRARY, calls, sizeof(calls) / sizeof(calls[0])) ||
           diag_fail(diag, DIAG_USAGE, "PDFs need the library %s: install it", HPDF_LIBRARY);
}

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
    pdf->haru.SetCompressionMode(pdf->doc, HPDF_COMP_ALL);
    pdf->fonts = pdf_new_dict(pdf, NULL);
    pdf_tags_begin(pdf);
    for (size_t i = 0; i < layout->page_count; i++) {
        pdf->page = pdf->haru.AddPage(pdf->doc);
        pdf->haru.Page_SetWidth(pdf->page, (HPDF_REAL)layout->page_width);
        pdf->haru.Page_SetHeight(pdf->page, (HPDF_REAL)layout->page_height);
        HPDF_Dict resources =
            pdf->haru.Page_GetInheritableItem(pdf->page, "Resources", HPDF_OCLASS_DICT);
        pdf->haru.Dict_Add(resources, "Font", pdf->fonts);
        pdf_draw_page(pdf, &layout->pages[i]);
    }
    pdf_tags_finish(pdf);
    pdf_fonts_finish(pdf);
    pdf_describe(pdf);
    pdf->haru.SaveToStream(pdf->doc);
}

static void read_stream(Pdf *pdf, StrBuf *out)
{
    HPDF_UINT32 size = pdf->haru.GetStreamSize(pdf->doc);
    HPDF_BYTE *bytes = arena_alloc(&pdf->arena, size);
    pdf->haru.ResetStream(pdf->doc);
    pdf->haru.ReadFromStream(pdf->doc, bytes, &size);
    strbuf_add_bytes(out, bytes, size);
}

/* Apart from its caller: what a function with setjmp changes of its own is lost by the jump. */
static bool draw_guarded(Pdf *pdf, StrBuf *out)
{
    if (setjmp(pdf->failed) != 0) {
        return false;
    }
    pdf->doc = pdf->haru.New(jump_out, pdf);
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
    if (!load(&pdf->haru, diag)) {
        return false;
    }
    size_t length = out->length;
    bool is_drawn = draw_guarded(pdf, out);
    if (pdf->doc) {
        pdf->haru.Free(pdf->doc);
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
