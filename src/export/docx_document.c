/* The text of a Word document: paragraphs of runs, real headings, lists and links. */
#include "export/docx.h"
#include "export/link.h"
#include "export/xml.h"

typedef struct {
    const Theme *theme;
    StrBuf *out, *links;
    size_t link_count;
    Arena arena;
} Writer;

/* --- Runs -------------------------------------------------------------------------- */

static void add_text(StrBuf *out, StrView text)
{
    StrView line;
    for (bool is_first = true; view_next_line(&text, &line); is_first = false) {
        strbuf_add(out, is_first ? "" : "<w:br/>");
        if (line.length > 0) {
            strbuf_add(out, "<w:t xml:space=\"preserve\">");
            xml_add_text(out, line);
            strbuf_add(out, "</w:t>");
        }
    }
}

static void add_run(Writer *writer, const ContentSpan *span, const DocxStyle *base)
{
    StrBuf look = {0};
    strbuf_add(&look, span->link ? "<w:rStyle w:val=\"Hyperlink\"/>" : "");
    docx_add_look(&look, span, base);
    strbuf_add(&look, format_is_right_to_left(span->text) ? "<w:rtl/>" : "");
    strbuf_add(writer->out, "<w:r>");
    if (look.length > 0) {
        strbuf_addf(writer->out, "<w:rPr>%s</w:rPr>", strbuf_text(&look));
    }
    add_text(writer->out, span->text);
    strbuf_add(writer->out, "</w:r>");
    strbuf_done(&look);
}

/* Opens a link where there is one; its address stands in another part. */
static bool open_link(Writer *writer, const char *link)
{
    StrBuf address = {0};
    bool has_link = link_add(&address, link);
    if (has_link) {
        size_t number = ++writer->link_count;
        strbuf_addf(writer->links, "<Relationship Id=\"link%zu\" Type=\"" DOCX_LINKS "/hyperlink\"",
                    number);
        xml_add_attribute(writer->links, "Target", strbuf_view(&address));
        strbuf_add(writer->links, " TargetMode=\"External\"/>\n");
        strbuf_addf(writer->out, "<w:hyperlink r:id=\"link%zu\" w:history=\"1\">", number);
    }
    strbuf_done(&address);
    return has_link;
}

static void add_spans(Writer *writer, const ContentSpan *spans, size_t count, const DocxStyle *base)
{
    size_t end;
    for (size_t start = 0; start < count; start = end) {
        bool has_link = open_link(writer, spans[start].link);
        end = format_link_end(spans, count, start);
        for (size_t i = start; i < end; i++) {
            add_run(writer, &spans[i], base);
        }
        strbuf_add(writer->out, has_link ? "</w:hyperlink>" : "");
    }
}

/* --- Paragraphs --------------------------------------------------------------------- */

/* What the paragraph has and its style has not, in the order that the standard wants. */
static void add_properties(Writer *writer, const ContentBlock *block, const DocxStyle *style)
{
    StrBuf *out = writer->out;
    bool keeps_next = block->keeps_next && style->outline == 0;
    bool ends = !block->keeps_next && style->outline > 0;
    bool is_reversed = format_is_right_to_left(content_text(block, &writer->arena));
    strbuf_addf(out, "<w:pPr><w:pStyle w:val=\"%s\"/>", style->id);
    strbuf_add(out, keeps_next ? "<w:keepNext/>" : ends ? "<w:keepNext w:val=\"0\"/>" : "");
    if (block->has_label) {
        strbuf_add(out, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
    }
    strbuf_add(out, is_reversed ? "<w:bidi/>" : "");
    if (docx_twips(block->gap_before) != docx_twips(style->gap_before)) {
        strbuf_addf(out, "<w:spacing w:before=\"%d\"/>", docx_twips(block->gap_before));
    }
    strbuf_add(out, "</w:pPr>");
}

static void add_paragraph(Writer *writer, const ContentBlock *block)
{
    DocxStyle style = docx_style(writer->theme, block->kind);
    strbuf_add(writer->out, "<w:p>");
    add_properties(writer, block, &style);
    add_spans(writer, block->spans, block->span_count, &style);
    if (block->right.text.length > 0) {
        strbuf_add(writer->out, "<w:r><w:tab/></w:r>");
        add_spans(writer, &block->right, 1, &style);
    }
    strbuf_add(writer->out, "</w:p>\n");
}

static void add_page(StrBuf *out, const Theme *theme)
{
    int across = docx_twips(theme->margin_x), along = docx_twips(theme->margin_y);
    strbuf_addf(out, "<w:sectPr><w:pgSz w:w=\"%d\" w:h=\"%d\"/>",
                docx_twips(paper_width(theme->paper)), docx_twips(paper_height(theme->paper)));
    strbuf_addf(out,
                "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\""
                " w:header=\"0\" w:footer=\"0\" w:gutter=\"0\"/></w:sectPr>\n",
                along, across, along, across);
}

void docx_add_document(StrBuf *out, StrBuf *links, const ExportInput *input)
{
    Writer writer = {.theme = input->theme, .out = out, .links = links};
    Content content = format_content(input, &writer.arena);
    strbuf_add(out, DOCX_HEAD "<w:document xmlns:w=\"" DOCX_WORD "\" xmlns:r=\"" DOCX_LINKS
                              "\">\n<w:body>\n");
    for (size_t i = 0; i < content.count; i++) {
        add_paragraph(&writer, &content.blocks[i]);
    }
    strbuf_add(out, content.count == 0 ? "<w:p/>\n" : ""); /* Word wants one */
    add_page(out, input->theme);
    strbuf_add(out, "</w:body>\n</w:document>\n");
    arena_done(&writer.arena);
}
