/* From a resume to its PDF in one call: what Ctrl-P and the command line do. */
#ifndef BULLETPROOF_EXPORT_RESUME_PDF_H
#define BULLETPROOF_EXPORT_RESUME_PDF_H

#include "bulletproof/export/pdf.h"
#include "bulletproof/model/node.h"
#include "bulletproof/model/theme.h"

typedef struct {
    const Node *root; /* a RESUME */
    const Theme *theme;
    Fonts *fonts;      /* of the theme; NULL: opened for this call */
    Date date;         /* written into the file; year 0: none, the same bytes on any day */
    bool is_archival;  /* PDF/A-1b */
    size_t most_pages; /* 0: as many as it takes */
} ResumePdf;

typedef struct {
    size_t page_count;
    int fill_percent; /* of the last page */
    bool is_too_long; /* more pages than were wanted */
    bool is_faulty;   /* something would be lost: what the note says had better be read first */
    char note[480];   /* one line about the font, characters that no font has and what the proof
                         finds; "" when all is well */
} ExportReport;

/* Appends the PDF and fills `report`. On failure `out` is as it was. */
bool resume_pdf(const ResumePdf *input, StrBuf *out, ExportReport *report, Diag *diag);

#endif
