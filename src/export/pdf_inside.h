/* The parts of the PDF exporter. libharu writes the objects and the file; fonts, texts and tags are
 * made here, because its own lose accents, widths and characters (found in version 2.3.0).
 *
 * Every function may jump out to pdf_export when libharu reports an error, so what they allocate
 * hangs on the Pdf: its arena, its buffers, or libharu's document. */
#ifndef BULLETPROOF_SRC_EXPORT_PDF_INSIDE_H
#define BULLETPROOF_SRC_EXPORT_PDF_INSIDE_H

#include <setjmp.h>

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/export/pdf.h"

/* clang-format off */
#define HARU_CALLS(X) \
    X(AddPage) X(Array_Add) X(Array_AddName) X(Array_AddNumber) X(Array_New) X(Binary_New) \
    X(CreateOutline) X(DictStream_New) X(Dict_Add) X(Dict_AddBoolean) X(Dict_AddName) \
    X(Dict_AddNumber) X(Dict_New) X(Free) X(GetStreamSize) X(GetVersion) \
    X(LinkAnnot_SetBorderStyle) X(New) X(Page_CreateURILinkAnnot) X(Page_GetInheritableItem) \
    X(Page_SetHeight) X(Page_SetWidth) X(RaiseError) X(ReadFromStream) X(ResetStream) \
    X(SaveToStream) X(SetCompressionMode) X(SetInfoAttr) X(SetInfoDateAttr) X(SetPageMode) \
    X(Stream_Write) X(String_New) X(Xref_Add)
/* clang-format on */

/* The library, which is loaded for a PDF: HPDF_AddPage() is haru.AddPage(). */
typedef struct {
#define X(name) __typeof__(HPDF_##name) *name;
    HARU_CALLS(X)
#undef X
} Haru;

/* A character in use: its code in the file is its index + 1. */
typedef struct {
    uint32_t code_point;
    uint16_t glyph;
    int16_t advance;
} PdfCharacter;

typedef struct {
    HPDF_Dict dict; /* NULL while the face is not in use */
    bool is_embedded;
    PdfCharacter *characters; /* owned */
    size_t count, capacity;
} PdfFace;

/* An element of the structure. */
typedef struct PdfElement PdfElement;

typedef struct {
    PdfElement *document, *list, *item, *block; /* open now; NULL: none. In the arena */
    HPDF_Dict root;
    HPDF_Array parents;      /* the numbers of the parent tree */
    HPDF_Array page_parents; /* the elements of the page's marked contents */
    uint32_t block_number;   /* of the open block */
    int next_mark;           /* of the page */
    int next_parent;
} PdfTags;

/* What the page's text is set in now; a page begins with none. */
typedef struct {
    bool is_set;
    unsigned face;
    double size, tracking;
    ThemeColor color;
} PdfPen;

typedef struct {
    const PdfInput *input;
    Haru haru;
    jmp_buf failed;
    unsigned long error;
    HPDF_Doc doc;
    HPDF_Page page;
    HPDF_Dict fonts; /* of all pages */
    PdfFace faces[FONT_FACE_LIMIT];
    PdfTags tags;
    Arena arena;
    StrBuf content; /* of the page */
    PdfPen pen;
    StrBuf scratch;
    uint64_t digest; /* of all pages */
} Pdf;

/* Numbers with a point, whatever the locale says; at most 3 digits behind it. */
void pdf_add_number(StrBuf *out, double value);
/* Text as a hexadecimal string of UTF-16 with its mark: "<FEFF0041>". */
void pdf_add_unicode(StrBuf *out, StrView text);
/* The same as an object; a text that goes on without end is cut. */
HPDF_Binary pdf_unicode(Pdf *pdf, const char *text);
HPDF_Dict pdf_new_dict(Pdf *pdf, const char *type);
HPDF_Array pdf_new_array(Pdf *pdf);
/* A compressed stream with that content. */
HPDF_Dict pdf_new_stream(Pdf *pdf, StrView content);

/* The code of a glyph; notes that it is in use. */
unsigned pdf_font_code(Pdf *pdf, const FontGlyph *glyph);
/* Makes the font objects, when all pages are drawn. */
void pdf_fonts_finish(Pdf *pdf);

/* Draws a page. */
void pdf_draw_page(Pdf *pdf, const LayoutPage *page);

void pdf_tags_begin(Pdf *pdf);
void pdf_tags_page(Pdf *pdf);
/* Opens the elements of the block to which a line belongs, unless they are open. */
void pdf_tags_line(Pdf *pdf, const LayoutLine *line);
void pdf_tags_finish(Pdf *pdf);

typedef enum {
    PDF_MARK_TEXT,
    PDF_MARK_LABEL,
    PDF_MARK_LINK,
} PdfMark;

/* Begins marked content that belongs to the open block; `spoken`, where not NULL, is what is read
 * instead of its glyphs. For links the element is returned, to which the annotation is given. */
PdfElement *pdf_tags_mark(Pdf *pdf, PdfMark mark, const char *spoken);
void pdf_tags_unmark(Pdf *pdf);
void pdf_tags_annotation(Pdf *pdf, PdfElement *link, HPDF_Annotation annotation);

/* For archives: the profile of the colours, and which codes of a font are in use. */
void pdf_add_profile(Pdf *pdf);
void pdf_add_character_set(Pdf *pdf, HPDF_Dict descriptor, size_t count);

/* Title, author, dates, XMP, identifier. */
void pdf_describe(Pdf *pdf);
/* An entry of the outline that leads to `y` (from the bottom) of the page. */
void pdf_add_outline(Pdf *pdf, const char *title, double y);

#endif
