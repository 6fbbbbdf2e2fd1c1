/* The formats of a resume, one row each. The command line, the editor and the manual page know
 * them by this table. */
#ifndef BULLETPROOF_EXPORT_FORMAT_TABLE_H
#define BULLETPROOF_EXPORT_FORMAT_TABLE_H

/* Of the columns `writer` is the function, `is_binary` tells that a terminal cannot show it, `mark`
 * is what stands in every file that this program writes and in no other; NULL: nothing does. */
/* clang-format off */
#define EXPORT_FORMATS(X) \
    /* id, name, suffix, label, writer, is_binary, mark, what it is for */ \
    X(PDF, "pdf", ".pdf", "PDF", format_pdf, true, "<xmp:CreatorTool>bulletproof", "the page, for people and for forms that take a file") \
    X(DOCX, "docx", ".docx", "Word", format_docx, true, "<Application>bulletproof</Application>", "a document for word processors, and for those who ask for one") \
    X(HTML, "html", ".html", "HTML", format_html, false, "<meta name=\"generator\" content=\"bulletproof\"/>", "a web page in one file, for screens, paper and screen readers") \
    X(MARKDOWN, "markdown", ".md", "Markdown", format_markdown, false, NULL, "for repositories and profiles") \
    X(TEXT, "text", ".txt", "Plain text", format_text, false, NULL, "for forms that take text only, and for mail") \
    X(JSONRESUME, "jsonresume", ".json", "JSON Resume", format_jsonresume, false, NULL, "for other programs, by the published schema")
/* clang-format on */

#endif
