/* Text in Markdown: the one place that escapes it. */
#ifndef EXPORT_MARKDOWN_H
#define EXPORT_MARKDOWN_H

#include "bulletproof/base/strbuf.h"

/* Appends text whose signs mean nothing in a line, in CommonMark, in GitHub's and in pandoc's
 * Markdown. Line ends stay. */
void markdown_add_text(StrBuf *out, StrView text);
/* Appends a paragraph of escaped text with a line end, so that nothing at the start of its lines
 * means anything. Its lines are kept apart, and indented after the first. */
void markdown_add_lines(StrBuf *out, StrView text, size_t indent);
/* The same in one line, for a heading. */
void markdown_add_line(StrBuf *out, StrView text);

#endif
