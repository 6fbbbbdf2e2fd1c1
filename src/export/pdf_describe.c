/* What a file says about itself, once as PDF always did and once as XMP (ISO 16684-1). */
#include "export/pdf_inside.h"
#include "export/xml.h"

#define CREATOR "bulletproof"

static void add_element(StrBuf *out, const char *before, const char *text, const char *after)
{
    if (*text) {
        strbuf_add(out, before);
        xml_add_text(out, view_of(text));
        strbuf_add(out, after);
    }
}

static void add_date(StrBuf *out, const char *name, Date date)
{
    strbuf_addf(out, "<xmp:%s>%04d-%02d-%02dT00:00:00+00:00</xmp:%s>\n", name, date.year,
                date.month ? date.month : 1, date.day ? date.day : 1, name);
}

static void add_xmp(Pdf *pdf)
{
    const PdfInput *input = pdf->input;
    StrBuf *out = &pdf->scratch;
    strbuf_clear(out);
    strbuf_add(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                    "<rdf:Description rdf:about=\"\""
                    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                    "<dc:format>application/pdf</dc:format>\n");
    add_element(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", input->title,
                "</rdf:li></rdf:Alt></dc:title>\n");
    add_element(out, "<dc:creator><rdf:Seq><rdf:li>", input->author,
                "</rdf:li></rdf:Seq></dc:creator>\n");
    add_element(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", input->subject,
                "</rdf:li></rdf:Alt></dc:description>\n");
    add_element(out, "<dc:language><rdf:Bag><rdf:li>", input->language,
                "</rdf:li></rdf:Bag></dc:language>\n");
    add_element(out, "<pdf:Producer>Haru Free PDF Library ", pdf->haru.GetVersion(),
                "</pdf:Producer>\n");
    strbuf_add(out, "<xmp:CreatorTool>" CREATOR "</xmp:CreatorTool>\n");
    if (input->date.year > 0) {
        add_date(out, "CreateDate", input->date);
        add_date(out, "ModifyDate", input->date);
    }
    if (input->is_archival) {
        strbuf_add(out, "<pdfaid:part>1</pdfaid:part>"
                        "<pdfaid:conformance>B</pdfaid:conformance>\n");
    }
    strbuf_add(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");

    HPDF_Dict stream = pdf_new_stream(pdf, strbuf_view(out));
    stream->filter = HPDF_STREAM_FILTER_NONE; /* found by programs that know no PDF */
    pdf->haru.Dict_AddName(stream, "Type", "Metadata");
    pdf->haru.Dict_AddName(stream, "Subtype", "XML");
    pdf->haru.Dict_Add(pdf->doc->catalog, "Metadata", stream);
}

static void add_info_text(Pdf *pdf, const char *key, const char *text)
{
    if (*text) {
        pdf->haru.Dict_Add(pdf->doc->info, key, pdf_unicode(pdf, text));
    }
}

static void add_info(Pdf *pdf)
{
    const PdfInput *input = pdf->input;
    pdf->haru.SetInfoAttr(pdf->doc, HPDF_INFO_CREATOR, CREATOR); /* makes the dictionary */
    add_info_text(pdf, "Title", input->title);
    add_info_text(pdf, "Author", input->author);
    add_info_text(pdf, "Subject", input->subject);
    if (input->date.year > 0) {
        HPDF_Date date = {.year = input->date.year,
                          .month = input->date.month ? input->date.month : 1,
                          .day = input->date.day ? input->date.day : 1,
                          .ind = '+'};
        pdf->haru.SetInfoDateAttr(pdf->doc, HPDF_INFO_CREATION_DATE, date);
        pdf->haru.SetInfoDateAttr(pdf->doc, HPDF_INFO_MOD_DATE, date);
    }
}

/* The same pages have the same identifier, so the same input gives the same bytes. */
static void add_identifier(Pdf *pdf)
{
    HPDF_BYTE bytes[16];
    uint64_t digest = pdf->digest;
    for (size_t i = 0; i < sizeof(bytes); i++) {
        bytes[i] = (HPDF_BYTE)(digest >> 56);
        digest = digest * 6364136223846793005u + 1442695040888963407u;
    }
    HPDF_Array identifier = pdf_new_array(pdf);
    pdf->haru.Dict_Add(pdf->doc->trailer, "ID", identifier);
    pdf->haru.Array_Add(identifier, pdf->haru.Binary_New(pdf->doc->mmgr, bytes, sizeof(bytes)));
    pdf->haru.Array_Add(identifier, pdf->haru.Binary_New(pdf->doc->mmgr, bytes, sizeof(bytes)));
}

void pdf_describe(Pdf *pdf)
{
    HPDF_Dict catalog = pdf->doc->catalog;
    pdf->doc->pdf_version = pdf->input->is_archival ? HPDF_VER_14 : HPDF_VER_17;
    pdf->haru.Dict_Add(catalog, "Lang",
                       pdf->haru.String_New(pdf->doc->mmgr, pdf->input->language, NULL));
    HPDF_Dict preferences = pdf->haru.Dict_New(pdf->doc->mmgr);
    pdf->haru.Dict_Add(catalog, "ViewerPreferences", preferences);
    pdf->haru.Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    pdf->haru.SetPageMode(pdf->doc, HPDF_PAGE_MODE_USE_NONE);
    add_info(pdf);
    add_xmp(pdf);
    if (pdf->input->is_archival) {
        pdf_add_profile(pdf);
    }
    add_identifier(pdf);
}

void pdf_add_outline(Pdf *pdf, const char *title, double y)
{
    HPDF_Outline outline = pdf->haru.CreateOutline(pdf->doc, NULL, CREATOR, NULL);
    pdf->haru.Dict_Add(outline, "Title", pdf_unicode(pdf, title));
    HPDF_Array place = pdf_new_array(pdf);
    pdf->haru.Dict_Add(outline, "Dest", place);
    pdf->haru.Array_Add(place, pdf->page);
    pdf->haru.Array_AddName(place, "FitH");
    pdf->haru.Array_AddNumber(place, (HPDF_INT32)y);
}
