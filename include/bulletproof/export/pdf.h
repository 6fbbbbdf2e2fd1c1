/* A PDF of a layout: its boxes drawn one for one, the text readable by every program that extracts
 * text, tagged for those who listen. Bytes in memory; knows no file. */
#ifndef BULLETPROOF_EXPORT_PDF_H
#define BULLETPROOF_EXPORT_PDF_H

#include "bulletproof/base/diag.h"
#include "bulletproof/layout/layout.h"
#include "bulletproof/model/date.h"

typedef struct {
    const Layout *layout;
    Fonts *fonts;       /* those of the layout */
    const char *title;  /* of the document, shown by readers; UTF-8, as the others */
    const char *author; /* may be empty, as the next */
    const char *subject;
    const char *language; /* such as "en" */
    Date date;            /* of the document; year 0: none is written */
    bool is_archival;     /* PDF/A-1b: colours are defined; impossible without font files */
} PdfInput;

/* Appends the PDF. The same input gives the same bytes, whatever the day, folder and locale. On
 * failure `out` is as it was. */
bool pdf_export(const PdfInput *input, StrBuf *out, Diag *diag);

#endif
