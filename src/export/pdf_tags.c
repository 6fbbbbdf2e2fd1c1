/* The structure of the document, as readers for the blind and some parsers follow it:
 *
 *   Document ─┬─ H1, H2, H3, P ── (Link)
 *             └─ L ── LI ─┬─ Lbl
 *                         └─ LBody                        ISO 32000-1, 14.7 and 14.8 */
#include "export/pdf_inside.h"

struct PdfElement {
    HPDF_Dict dict;
    HPDF_Array kids;
};

static PdfElement *new_element(Pdf *pdf, PdfElement *parent, const char *kind)
{
    PdfElement *element = arena_alloc(&pdf->arena, sizeof(*element));
    element->dict = pdf_new_dict(pdf, "StructElem");
    element->kids = pdf_new_array(pdf);
    pdf->haru.Dict_AddName(element->dict, "S", kind);
    pdf->haru.Dict_Add(element->dict, "K", element->kids);
    pdf->haru.Dict_Add(element->dict, "P", parent ? parent->dict : pdf->tags.root);
    if (parent) {
        pdf->haru.Array_Add(parent->kids, element->dict);
    }
    return element;
}

void pdf_tags_begin(Pdf *pdf)
{
    PdfTags *tags = &pdf->tags;
    HPDF_Dict catalog = pdf->doc->catalog;
    tags->root = pdf_new_dict(pdf, "StructTreeRoot");
    pdf->haru.Dict_Add(catalog, "StructTreeRoot", tags->root);
    HPDF_Dict marks = pdf->haru.Dict_New(pdf->doc->mmgr);
    pdf->haru.Dict_Add(catalog, "MarkInfo", marks);
    pdf->haru.Dict_AddBoolean(marks, "Marked", HPDF_TRUE);

    HPDF_Dict tree = pdf_new_dict(pdf, NULL);
    pdf->haru.Dict_Add(tags->root, "ParentTree", tree);
    tags->parents = pdf_new_array(pdf);
    pdf->haru.Dict_Add(tree, "Nums", tags->parents);
    tags->document = new_element(pdf, NULL, "Document");
    pdf->haru.Dict_Add(tags->root, "K", tags->document->dict);
    tags->block_number = UINT32_MAX;
}

static int add_parent(Pdf *pdf, void *object)
{
    PdfTags *tags = &pdf->tags;
    pdf->haru.Array_AddNumber(tags->parents, tags->next_parent);
    pdf->haru.Array_Add(tags->parents, object);
    return tags->next_parent++;
}

void pdf_tags_page(Pdf *pdf)
{
    PdfTags *tags = &pdf->tags;
    tags->page_parents = pdf_new_array(pdf);
    pdf->haru.Xref_Add(pdf->doc->xref, tags->page_parents);
    tags->next_mark = 0;
    pdf->haru.Dict_AddNumber(pdf->page, "StructParents", add_parent(pdf, tags->page_parents));
    pdf->haru.Dict_AddName(pdf->page, "Tabs", "S");
}

static void open_bullet(Pdf *pdf)
{
    PdfTags *tags = &pdf->tags;
    if (!tags->list) {
        tags->list = new_element(pdf, tags->document, "L");
    }
    tags->item = new_element(pdf, tags->list, "LI");
    tags->block = NULL; /* the body follows the label */
}

void pdf_tags_line(Pdf *pdf, const LayoutLine *line)
{
    static const char *const kinds[BLOCK_KIND_COUNT] = {
        [BLOCK_NAME] = "H1",     [BLOCK_HEADLINE] = "P", [BLOCK_CONTACT] = "P",
        [BLOCK_HEADING] = "H2",  [BLOCK_ENTRY] = "H3",   [BLOCK_DETAIL] = "P",
        [BLOCK_PARAGRAPH] = "P",
    };
    PdfTags *tags = &pdf->tags;
    if (tags->block_number == line->block) {
        return;
    }
    tags->block_number = line->block;
    if (line->kind == BLOCK_BULLET) {
        open_bullet(pdf);
        return;
    }
    tags->list = NULL;
    tags->item = NULL;
    tags->block = new_element(pdf, tags->document, kinds[line->kind]);
}

/* The element that the next marked content belongs to. */
static PdfElement *element_for(Pdf *pdf, PdfMark mark)
{
    PdfTags *tags = &pdf->tags;
    if (mark == PDF_MARK_LABEL) {
        return new_element(pdf, tags->item, "Lbl");
    }
    if (!tags->block) {
        tags->block = new_element(pdf, tags->item, "LBody");
    }
    return mark == PDF_MARK_LINK ? new_element(pdf, tags->block, "Link") : tags->block;
}

PdfElement *pdf_tags_mark(Pdf *pdf, PdfMark mark, const char *spoken)
{
    PdfTags *tags = &pdf->tags;
    PdfElement *element = element_for(pdf, mark);
    HPDF_Dict reference = pdf->haru.Dict_New(pdf->doc->mmgr);
    pdf->haru.Array_Add(element->kids, reference);
    pdf->haru.Dict_AddName(reference, "Type", "MCR");
    pdf->haru.Dict_Add(reference, "Pg", pdf->page);
    pdf->haru.Dict_AddNumber(reference, "MCID", tags->next_mark);
    pdf->haru.Array_Add(tags->page_parents, element->dict);

    strbuf_addf(&pdf->content, "/Span <</MCID %d", tags->next_mark++);
    if (spoken) {
        strbuf_add(&pdf->content, " /ActualText ");
        pdf_add_unicode(&pdf->content, view_of(spoken));
    }
    strbuf_add(&pdf->content, ">> BDC\n");
    return element;
}

void pdf_tags_unmark(Pdf *pdf)
{
    strbuf_add(&pdf->content, "EMC\n");
}

void pdf_tags_annotation(Pdf *pdf, PdfElement *link, HPDF_Annotation annotation)
{
    HPDF_Dict reference = pdf->haru.Dict_New(pdf->doc->mmgr);
    pdf->haru.Array_Add(link->kids, reference);
    pdf->haru.Dict_AddName(reference, "Type", "OBJR");
    pdf->haru.Dict_Add(reference, "Obj", annotation);
    pdf->haru.Dict_Add(reference, "Pg", pdf->page);
    pdf->haru.Dict_AddNumber(annotation, "StructParent", add_parent(pdf, link->dict));
}

void pdf_tags_finish(Pdf *pdf)
{
    pdf->haru.Dict_AddNumber(pdf->tags.root, "ParentTreeNextKey", pdf->tags.next_parent);
}
