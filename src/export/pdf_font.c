/* Fonts in the file: a subset with two-byte codes, widths and a table back to Unicode for each
 * face in use, or a standard font with Windows-1252 codes. */
#include <stdio.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "export/pdf_inside.h"

static void open_face(Pdf *pdf, unsigned number)
{
    PdfFace *face = &pdf->faces[number];
    char name[8];
    face->is_embedded = fonts_face(pdf->input->fonts, number).is_embedded;
    face->dict = pdf_new_dict(pdf, "Font");
    snprintf(name, sizeof(name), "F%u", number);
    pdf->haru.Dict_Add(pdf->fonts, name, face->dict);
}

unsigned pdf_font_code(Pdf *pdf, const FontGlyph *glyph)
{
    PdfFace *face = &pdf->faces[glyph->face];
    if (!face->dict) {
        open_face(pdf, glyph->face);
    }
    if (!face->is_embedded) {
        return glyph->glyph;
    }
    for (size_t i = 0; i < face->count; i++) {
        const PdfCharacter *known = &face->characters[i];
        if (known->code_point == glyph->code_point && known->glyph == glyph->glyph) {
            return (unsigned)i + 1;
        }
    }
    face->characters =
        vector_grow(face->characters, face->count, &face->capacity, sizeof(*face->characters));
    face->characters[face->count++] =
        (PdfCharacter){glyph->code_point, glyph->glyph, glyph->advance};
    return (unsigned)face->count;
}

static void add_unicode_rows(StrBuf *out, const PdfFace *face, size_t first, size_t end)
{
    strbuf_addf(out, "%zu beginbfchar\n", end - first);
    for (size_t i = first; i < end; i++) {
        uint32_t code_point = face->characters[i].code_point;
        strbuf_addf(out, "<%04zX> <", i + 1);
        if (code_point > 0xFFFF) {
            strbuf_addf(out, "%04X", 0xD800 + ((code_point - 0x10000) >> 10));
            code_point = 0xDC00 + ((code_point - 0x10000) & 0x3FF);
        }
        strbuf_addf(out, "%04X>\n", code_point);
    }
    strbuf_add(out, "endbfchar\n");
}

/* Adobe Technical Note 5411: at most 100 rows in one list. */
static HPDF_Dict new_unicode_map(Pdf *pdf, const PdfFace *face)
{
    enum { MOST_ROWS = 100 };
    StrBuf *out = &pdf->scratch;
    strbuf_clear(out);
    strbuf_add(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (size_t first = 0; first < face->count; first += MOST_ROWS) {
        size_t end = first + MOST_ROWS < face->count ? first + MOST_ROWS : face->count;
        add_unicode_rows(out, face, first, end);
    }
    strbuf_add(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return pdf_new_stream(pdf, strbuf_view(out));
}

/* The name of a subset begins with six letters that tell it from other subsets. */
static const char *subset_name(Pdf *pdf, StrView file, const char *name)
{
    uint64_t hash = bytes_hash(file.data, file.length);
    char letters[7] = "";
    for (size_t i = 0; i < 6; i++) {
        letters[i] = (char)('A' + hash % 26);
        hash /= 26;
    }
    return arena_format(&pdf->arena, "%s+%s", letters, name);
}

static unsigned descriptor_flags(const FontFaceInfo *info)
{
    enum { FIXED_PITCH = 1, SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };
    return (info->is_fixed_pitch ? FIXED_PITCH : 0u) | (info->is_serif ? SERIF : 0u) | SYMBOLIC |
           (info->is_italic ? ITALIC : 0u);
}

static HPDF_Dict new_descriptor(Pdf *pdf, const FontFaceInfo *info, const char *name, StrView file)
{
    HPDF_Dict descriptor = pdf_new_dict(pdf, "FontDescriptor");
    pdf->haru.Dict_AddName(descriptor, "FontName", name);
    pdf->haru.Dict_AddNumber(descriptor, "Flags", (HPDF_INT32)descriptor_flags(info));
    HPDF_Array box = pdf_new_array(pdf);
    pdf->haru.Dict_Add(descriptor, "FontBBox", box);
    for (size_t i = 0; i < 4; i++) {
        pdf->haru.Array_AddNumber(box, info->box[i]);
    }
    pdf->haru.Dict_AddNumber(descriptor, "ItalicAngle", info->italic_angle);
    pdf->haru.Dict_AddNumber(descriptor, "Ascent", info->ascent);
    pdf->haru.Dict_AddNumber(descriptor, "Descent", info->descent);
    pdf->haru.Dict_AddNumber(descriptor, "CapHeight", info->cap_height);
    pdf->haru.Dict_AddNumber(descriptor, "StemV", info->is_bold ? 140 : 80);
    HPDF_Dict stream = pdf_new_stream(pdf, file);
    pdf->haru.Dict_AddNumber(stream, "Length1", (HPDF_INT32)file.length);
    pdf->haru.Dict_Add(descriptor, "FontFile2", stream);
    return descriptor;
}

static void add_system_info(Pdf *pdf, HPDF_Dict font)
{
    HPDF_Dict info = pdf->haru.Dict_New(pdf->doc->mmgr);
    pdf->haru.Dict_Add(font, "CIDSystemInfo", info);
    pdf->haru.Dict_Add(info, "Registry", pdf->haru.String_New(pdf->doc->mmgr, "Adobe", NULL));
    pdf->haru.Dict_Add(info, "Ordering", pdf->haru.String_New(pdf->doc->mmgr, "Identity", NULL));
    pdf->haru.Dict_AddNumber(info, "Supplement", 0);
}

static void add_widths(Pdf *pdf, const PdfFace *face, HPDF_Dict font)
{
    HPDF_Array widths = pdf_new_array(pdf), row = pdf_new_array(pdf);
    pdf->haru.Dict_Add(font, "W", widths);
    pdf->haru.Array_AddNumber(widths, 1);
    pdf->haru.Array_Add(widths, row);
    for (size_t i = 0; i < face->count; i++) {
        pdf->haru.Array_AddNumber(row, face->characters[i].advance);
    }
}

static bool make_subset(Pdf *pdf, unsigned number, StrBuf *file)
{
    const PdfFace *face = &pdf->faces[number];
    uint16_t *glyphs = arena_alloc(&pdf->arena, face->count * sizeof(*glyphs));
    for (size_t i = 0; i < face->count; i++) {
        glyphs[i] = face->characters[i].glyph;
    }
    strbuf_clear(file);
    return fonts_subset(pdf->input->fonts, number, glyphs, face->count, file);
}

static void finish_embedded(Pdf *pdf, unsigned number)
{
    PdfFace *face = &pdf->faces[number];
    FontFaceInfo info = fonts_face(pdf->input->fonts, number);
    if (!make_subset(pdf, number, &pdf->content)) {
        pdf->haru.RaiseError(&pdf->doc->error, HPDF_TTF_INVALID_FOMAT, 0);
        return;
    }
    StrView file = strbuf_view(&pdf->content);
    const char *name = subset_name(pdf, file, info.name);

    HPDF_Dict descendant = pdf_new_dict(pdf, "Font");
    pdf->haru.Dict_AddName(descendant, "Subtype", "CIDFontType2");
    pdf->haru.Dict_AddName(descendant, "BaseFont", name);
    pdf->haru.Dict_AddName(descendant, "CIDToGIDMap", "Identity");
    pdf->haru.Dict_AddNumber(descendant, "DW", 0);
    add_system_info(pdf, descendant);
    add_widths(pdf, face, descendant);
    HPDF_Dict descriptor = new_descriptor(pdf, &info, name, file);
    pdf->haru.Dict_Add(descendant, "FontDescriptor", descriptor);
    if (pdf->input->is_archival) {
        pdf_add_character_set(pdf, descriptor, face->count);
    }

    pdf->haru.Dict_AddName(face->dict, "Subtype", "Type0");
    pdf->haru.Dict_AddName(face->dict, "BaseFont", name);
    pdf->haru.Dict_AddName(face->dict, "Encoding", "Identity-H");
    HPDF_Array descendants = pdf_new_array(pdf);
    pdf->haru.Dict_Add(face->dict, "DescendantFonts", descendants);
    pdf->haru.Array_Add(descendants, descendant);
    pdf->haru.Dict_Add(face->dict, "ToUnicode", new_unicode_map(pdf, face));
}

static void finish_standard(Pdf *pdf, unsigned number)
{
    FontFaceInfo info = fonts_face(pdf->input->fonts, number);
    HPDF_Dict dict = pdf->faces[number].dict;
    pdf->haru.Dict_AddName(dict, "Subtype", "Type1");
    pdf->haru.Dict_AddName(dict, "BaseFont", info.name);
    pdf->haru.Dict_AddName(dict, "Encoding", "WinAnsiEncoding");
}

void pdf_fonts_finish(Pdf *pdf)
{
    for (unsigned number = 0; number < FONT_FACE_LIMIT; number++) {
        if (!pdf->faces[number].dict) {
            continue;
        }
        if (pdf->faces[number].is_embedded) {
            finish_embedded(pdf, number);
        } else {
            finish_standard(pdf, number);
        }
    }
}
