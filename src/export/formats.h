/* The writers of the formats, and what they share. */
#ifndef EXPORT_FORMATS_H
#define EXPORT_FORMATS_H

#include "bulletproof/export/format.h"
#include "bulletproof/layout/content.h"

#define X(id, name, suffix, label, writer, ...) \
    bool writer(const ExportInput *input, StrBuf *out, ExportReport *report, Diag *diag);
EXPORT_FORMATS(X)
#undef X

/* What a resume says in its theme, in the arena; neighbours that look the same are one span. */
Content format_content(const ExportInput *input, Arena *arena);
/* Where the spans end that have the address of span `start`, or like that none. */
size_t format_link_end(const ContentSpan *spans, size_t count, size_t start);
/* Appends what a document of the resume is called: "Ada Byron – Resume". */
void format_add_title(StrBuf *out, const Node *root);
/* Whether the first letter is of a script that is written from right to left. */
bool format_is_right_to_left(StrView text);
/* Appends a number with two decimals, whatever the locale. */
void format_add_number(StrBuf *out, double number);

#endif
