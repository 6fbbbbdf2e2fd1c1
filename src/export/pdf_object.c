#include <math.h>

#include "bulletproof/base/utf8.h"
#include "export/pdf_inside.h"

/* Of a title, a heading, an address: more than any reader shows, less than libharu refuses. */
enum { MOST_BYTES = 16 * 1024 };

void pdf_add_number(StrBuf *out, double value)
{
    long thousandths = lround(value * 1000);
    if (thousandths < 0) {
        strbuf_add_char(out, '-');
        thousandths = -thousandths;
    }
    strbuf_addf(out, "%ld", thousandths / 1000);
    long rest = thousandths % 1000;
    if (rest > 0) {
        strbuf_addf(out, ".%03ld", rest);
        while (out->data[out->length - 1] == '0') {
            strbuf_truncate(out, out->length - 1);
        }
    }
}

static void add_units(StrBuf *out, uint32_t code_point)
{
    if (code_point > 0xFFFF) {
        uint32_t rest = code_point - 0x10000;
        strbuf_addf(out, "%04X%04X", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
    } else {
        strbuf_addf(out, "%04X", code_point);
    }
}

void pdf_add_unicode(StrBuf *out, StrView text)
{
    strbuf_add(out, "<FEFF");
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        add_units(out, utf8_decode(text, at, &bytes));
    }
    strbuf_add_char(out, '>');
}

static void add_unit_bytes(StrBuf *out, uint32_t unit)
{
    strbuf_add_char(out, (char)(unsigned char)(unit >> 8));
    strbuf_add_char(out, (char)(unsigned char)(unit & 0xFF));
}

HPDF_Binary pdf_unicode(Pdf *pdf, const char *text)
{
    StrView view = view_of(text);
    strbuf_clear(&pdf->scratch);
    add_unit_bytes(&pdf->scratch, 0xFEFF);
    for (size_t at = 0, bytes; at < view.length && pdf->scratch.length < MOST_BYTES; at += bytes) {
        uint32_t code_point = utf8_decode(view, at, &bytes);
        if (code_point > 0xFFFF) {
            add_unit_bytes(&pdf->scratch, 0xD800 + ((code_point - 0x10000) >> 10));
            code_point = 0xDC00 + ((code_point - 0x10000) & 0x3FF);
        }
        add_unit_bytes(&pdf->scratch, code_point);
    }
    return pdf->haru.Binary_New(pdf->doc->mmgr, (HPDF_BYTE *)pdf->scratch.data,
                                (HPDF_UINT)pdf->scratch.length);
}

HPDF_Dict pdf_new_dict(Pdf *pdf, const char *type)
{
    HPDF_Dict dict = pdf->haru.Dict_New(pdf->doc->mmgr);
    pdf->haru.Xref_Add(pdf->doc->xref, dict);
    if (type) {
        pdf->haru.Dict_AddName(dict, "Type", type);
    }
    return dict;
}

HPDF_Array pdf_new_array(Pdf *pdf)
{
    return pdf->haru.Array_New(pdf->doc->mmgr);
}

HPDF_Dict pdf_new_stream(Pdf *pdf, StrView content)
{
    HPDF_Dict stream = pdf->haru.DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
    pdf->haru.Stream_Write(stream->stream, (const HPDF_BYTE *)content.data,
                           (HPDF_UINT)content.length);
    stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    return stream;
}
