/* A Word document: its parts, and the archive that holds them. */
#include "export/docx.h"
#include "export/xml.h"
#include "export/zip.h"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define MAIN    "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char content_types[] = DOCX_HEAD
    "<Types xmlns=\"" PACKAGE "content-types\">\n"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" MAIN "document.main+xml\"/>\n"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" MAIN "styles+xml\"/>\n"
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"" MAIN "numbering+xml\"/>\n"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" MAIN "settings+xml\"/>\n"
    "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" MAIN "fontTable+xml\"/>\n"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\n"
    "<Override PartName=\"/docProps/app.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>\n"
    "</Types>\n";

static const char package_links[] =
    DOCX_HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">\n"
              "<Relationship Id=\"document\" Type=\"" DOCX_LINKS
              "/officeDocument\" Target=\"word/document.xml\"/>\n"
              "<Relationship Id=\"core\" Type=\"" PACKAGE
              "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\n"
              "<Relationship Id=\"app\" Type=\"" DOCX_LINKS
              "/extended-properties\" Target=\"docProps/app.xml\"/>\n"
              "</Relationships>\n";

static const char document_links[] = DOCX_HEAD
    "<Relationships xmlns=\"" PACKAGE "relationships\">\n"
    "<Relationship Id=\"styles\" Type=\"" DOCX_LINKS "/styles\" Target=\"styles.xml\"/>\n"
    "<Relationship Id=\"numbering\" Type=\"" DOCX_LINKS "/numbering\" Target=\"numbering.xml\"/>\n"
    "<Relationship Id=\"settings\" Type=\"" DOCX_LINKS "/settings\" Target=\"settings.xml\"/>\n"
    "<Relationship Id=\"fonts\" Type=\"" DOCX_LINKS "/fontTable\" Target=\"fontTable.xml\"/>\n";

/* Word lays out as its versions since 2013 do. */
static const char settings[] =
    DOCX_HEAD "<w:settings xmlns:w=\"" DOCX_WORD "\"><w:compat>"
              "<w:compatSetting w:name=\"compatibilityMode\" "
              "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
              "</w:compat></w:settings>\n";

/* The mark by which the program knows its own; other programs put their name there. */
static const char application[] =
    DOCX_HEAD "<Properties "
              "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
              "<Application>bulletproof</Application></Properties>\n";

static void add_property(StrBuf *out, const char *name, StrView text)
{
    if (text.length > 0) {
        strbuf_addf(out, "<dc:%s>", name);
        xml_add_text(out, text);
        strbuf_addf(out, "</dc:%s>\n", name);
    }
}

static void add_day(StrBuf *out, const char *name, Date date)
{
    strbuf_addf(out,
                "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">%04d-%02d-%02dT00:00:00Z</dcterms:%s>\n",
                name, date.year, date.month ? date.month : 1, date.day ? date.day : 1, name);
}

static void add_core(StrBuf *out, const ExportInput *input)
{
    const Node *basics = node_part(input->root, NODE_BASICS);
    StrBuf title = {0};
    format_add_title(&title, input->root);
    strbuf_add(out, DOCX_HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\""
                              " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                              " xmlns:dcterms=\"http://purl.org/dc/terms/\""
                              " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");
    add_property(out, "title", strbuf_view(&title));
    add_property(out, "subject", view_trim(node_view(basics, FIELD_LABEL)));
    add_property(out, "creator", view_trim(node_view(basics, FIELD_NAME)));
    add_property(out, "language", view_of(date_language_code(input->theme->language)));
    if (input->date.year > 0) {
        add_day(out, "created", input->date);
        add_day(out, "modified", input->date);
    }
    strbuf_add(out, "</cp:coreProperties>\n");
    strbuf_done(&title);
}

/* A part that is written for this resume; the buffer is done. */
static void add_part(Zip *zip, const char *name, StrBuf *part)
{
    zip_add(zip, name, strbuf_view(part));
    strbuf_done(part);
}

static void add_text(Zip *zip, const ExportInput *input)
{
    StrBuf document = {0}, links = {0};
    strbuf_add(&links, document_links);
    docx_add_document(&document, &links, input);
    strbuf_add(&links, "</Relationships>\n");
    add_part(zip, "word/document.xml", &document);
    add_part(zip, "word/_rels/document.xml.rels", &links);
}

static void add_look(Zip *zip, const Theme *theme)
{
    StrBuf styles = {0}, numbering = {0}, fonts = {0};
    docx_add_styles(&styles, theme);
    docx_add_numbering(&numbering, theme);
    docx_add_fonts(&fonts, theme);
    add_part(zip, "word/styles.xml", &styles);
    add_part(zip, "word/numbering.xml", &numbering);
    add_part(zip, "word/fontTable.xml", &fonts);
    zip_add(zip, "word/settings.xml", view_of(settings));
}

bool format_docx(const ExportInput *input, StrBuf *out, ExportReport *report, Diag *diag)
{
    (void)report; /* every text can be said in it, */
    (void)diag;   /* and nothing can fail */
    Zip zip;
    StrBuf core = {0};
    zip_begin(&zip, out);
    zip_add(&zip, "[Content_Types].xml", view_of(content_types));
    zip_add(&zip, "_rels/.rels", view_of(package_links));
    add_text(&zip, input);
    add_look(&zip, input->theme);
    add_core(&core, input);
    add_part(&zip, "docProps/core.xml", &core);
    zip_add(&zip, "docProps/app.xml", view_of(application));
    zip_end(&zip);
    return true;
}
