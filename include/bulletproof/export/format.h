/* A resume in any of the formats: bytes in memory, the same for the same input on any day and in
 * any place. All say the words of the page in its order. Knows no file. */
#ifndef BULLETPROOF_EXPORT_FORMAT_H
#define BULLETPROOF_EXPORT_FORMAT_H

#include "bulletproof/export/format_table.h"
#include "bulletproof/export/resume_pdf.h"

typedef enum {
#define X(id, ...) FORMAT_##id,
    EXPORT_FORMATS(X)
#undef X
        FORMAT_COUNT
} FormatId;

typedef struct {
    const Node *root; /* a RESUME */
    const Theme *theme;
    Date date; /* of the document; year 0: none is written */
    /* Of the PDF alone. */
    Fonts *fonts; /* of the theme; NULL: opened for this call */
    bool is_archival;
    size_t most_pages; /* 0: as many as it takes */
    /* Of plain text alone. */
    int columns; /* 0: a paragraph is one line, as forms want it */
    bool is_ascii;
} ExportInput;

typedef struct {
    FormatId id;
    const char *name;   /* on the command line */
    const char *suffix; /* of files, with its point */
    const char *label;  /* as people call it */
    const char *help;   /* what it is for */
    const char *mark;   /* in every file that this program writes; NULL: there is none */
    bool is_binary;     /* nothing for a terminal */
    /* Appends the resume and fills `report`. On failure `out` is as it was. */
    bool (*write)(const ExportInput *input, StrBuf *out, ExportReport *report, Diag *diag);
} ExportFormat;

/* All of them, FORMAT_COUNT, by their ids. */
extern const ExportFormat export_formats[];
/* By name; NULL when there is none. */
const ExportFormat *export_format_find(const char *name);
/* By the end of a file's name; NULL when that tells nothing. */
const ExportFormat *export_format_of_path(const char *path);

#endif
