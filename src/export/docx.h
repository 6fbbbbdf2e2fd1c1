/* The parts of a Word document (ECMA-376, Office Open XML), each a piece of XML. Lengths of the
 * page become twentieths of a point there. */
#ifndef EXPORT_DOCX_H
#define EXPORT_DOCX_H

#include "export/formats.h"
#include "export/look.h"

#define DOCX_HEAD  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define DOCX_WORD  "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCX_LINKS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* How the text of a kind of paragraph looks before its spans say otherwise. */
typedef struct {
    const char *id, *name; /* of the style */
    int outline;           /* level of a heading, from 1; 0: none */
    FontStyle style;
    double size, tracking, leading;
    ThemeColor color;
    double gap_before;
} DocxStyle;

DocxStyle docx_style(const Theme *theme, BlockKind kind);
/* Points in twentieths. */
int docx_twips(double points);
/* Appends the properties of a run in which the span differs from its paragraph's style. */
void docx_add_look(StrBuf *out, const ContentSpan *span, const DocxStyle *base);

/* Append whole parts: styles.xml, numbering.xml, fontTable.xml. */
void docx_add_styles(StrBuf *out, const Theme *theme);
void docx_add_numbering(StrBuf *out, const Theme *theme);
void docx_add_fonts(StrBuf *out, const Theme *theme);
/* Appends document.xml, and to `links` the relationships that it needs. */
void docx_add_document(StrBuf *out, StrBuf *links, const ExportInput *input);

#endif
