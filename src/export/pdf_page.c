/* What stands on a page. A line is one marked content with its own reading where a gap is in it:
 * programs that order text by its place would else put dates after the paragraph below. */
#include <math.h>

#include "bulletproof/base/file.h"
#include "export/link.h"
#include "export/pdf_inside.h"

/* Above and below the baseline, as shares of the size: what a click on a link must hit. */
static const double link_ascent = 0.8, link_descent = 0.22;

static double from_bottom(const Pdf *pdf, double y)
{
    return pdf->input->layout->page_height - y;
}

static void add_color(StrBuf *out, ThemeColor color, const char *operation)
{
    pdf_add_number(out, color.red / 255.0);
    strbuf_add_char(out, ' ');
    pdf_add_number(out, color.green / 255.0);
    strbuf_add_char(out, ' ');
    pdf_add_number(out, color.blue / 255.0);
    strbuf_add(out, operation);
}

static void add_place(Pdf *pdf, double x, double baseline)
{
    strbuf_add(&pdf->content, "1 0 0 1 ");
    pdf_add_number(&pdf->content, x);
    strbuf_add_char(&pdf->content, ' ');
    pdf_add_number(&pdf->content, from_bottom(pdf, baseline));
    strbuf_add(&pdf->content, " Tm\n");
}

static void set_color(Pdf *pdf, ThemeColor color)
{
    const ThemeColor *now = &pdf->pen.color;
    bool is_same = now->red == color.red && now->green == color.green && now->blue == color.blue;
    if (!pdf->pen.is_set || !is_same) {
        add_color(&pdf->content, color, " rg\n");
        pdf->pen.color = color;
    }
}

static void set_tracking(Pdf *pdf, double tracking)
{
    if (fabs(pdf->pen.tracking - tracking) > 1e-6) {
        pdf_add_number(&pdf->content, tracking);
        strbuf_add(&pdf->content, " Tc\n");
        pdf->pen.tracking = tracking;
    }
}

/* Comes before the place: some programs measure the distance of two lines in the size that is set
 * when the second begins. */
static void set_font(Pdf *pdf, unsigned face, double size)
{
    if (pdf->pen.is_set && pdf->pen.face == face && fabs(pdf->pen.size - size) < 1e-6) {
        return;
    }
    pdf->pen.face = face;
    pdf->pen.size = size;
    pdf->pen.is_set = true;
    strbuf_addf(&pdf->content, "/F%u ", face);
    pdf_add_number(&pdf->content, size);
    strbuf_add(&pdf->content, " Tf\n");
}

static void add_code(Pdf *pdf, const FontGlyph *glyph)
{
    unsigned code = pdf_font_code(pdf, glyph);
    strbuf_addf(&pdf->content, pdf->faces[glyph->face].is_embedded ? "%04X" : "%02X", code);
}

/* Shows glyphs of one face, kerned. */
static void show_glyphs(Pdf *pdf, const FontGlyph *glyphs, size_t count)
{
    strbuf_add(&pdf->content, "[<");
    for (size_t i = 0; i < count; i++) {
        add_code(pdf, &glyphs[i]);
        if (glyphs[i].kern != 0) {
            strbuf_addf(&pdf->content, ">%d<", -glyphs[i].kern);
        }
    }
    strbuf_add(&pdf->content, ">] TJ\n");
}

static FontGlyph *shape(Pdf *pdf, FontStyle style, const char *text, size_t *count)
{
    StrView view = view_of(text);
    FontGlyph *glyphs = arena_alloc(&pdf->arena, view.length * sizeof(*glyphs));
    *count = fonts_shape(pdf->input->fonts, style, view, glyphs);
    return glyphs;
}

/* A run that goes on where the one before ended has no place of its own: some programs take every
 * new place for a new word. */
static void show_run(Pdf *pdf, const LayoutRun *run, double baseline, bool goes_on)
{
    size_t count;
    const FontGlyph *glyphs = shape(pdf, run->style, run->text, &count);
    set_color(pdf, run->color);
    set_tracking(pdf, run->tracking);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && glyphs[end].face == glyphs[first].face;) {
            end++;
        }
        set_font(pdf, glyphs[first].face, run->size);
        if (first == 0 && !goes_on) {
            add_place(pdf, run->x, baseline);
        }
        show_glyphs(pdf, glyphs + first, end - first);
    }
}

/* The blank at the end of a line that goes on. */
static void show_blank(Pdf *pdf, const LayoutRun *run)
{
    size_t count;
    const FontGlyph *blank = shape(pdf, run->style, " ", &count);
    set_font(pdf, blank->face, run->size);
    show_glyphs(pdf, blank, count);
}

/* A real blank over the gap between two runs, as wide as the gap: programs that look for glyphs
 * and those that look for distances both find one blank. */
static void bridge_gap(Pdf *pdf, const LayoutRun *left, const LayoutRun *right, double baseline)
{
    size_t count;
    const FontGlyph *blank = shape(pdf, FONT_REGULAR, " ", &count);
    double start = left->x + left->width, width = blank->advance * left->size / 1000;
    if (right->x <= start || width <= 0) {
        return;
    }
    set_tracking(pdf, 0);
    set_font(pdf, blank->face, left->size);
    add_place(pdf, start, baseline);
    pdf_add_number(&pdf->content, 100 * (right->x - start) / width);
    strbuf_add(&pdf->content, " Tz\n");
    show_glyphs(pdf, blank, count);
    strbuf_add(&pdf->content, "100 Tz\n");
}

static void add_link(Pdf *pdf, const LayoutRun *run, double baseline, PdfElement *element)
{
    strbuf_clear(&pdf->scratch);
    if (!link_add(&pdf->scratch, run->link)) {
        return;
    }
    const char *address = arena_copy(&pdf->arena, strbuf_view(&pdf->scratch));
    HPDF_Rect place = {
        .left = (HPDF_REAL)run->x,
        .bottom = (HPDF_REAL)(from_bottom(pdf, baseline) - link_descent * run->size),
        .right = (HPDF_REAL)(run->x + run->width),
        .top = (HPDF_REAL)(from_bottom(pdf, baseline) + link_ascent * run->size),
    };
    HPDF_Annotation link = pdf->haru.Page_CreateURILinkAnnot(pdf->page, place, address);
    pdf->haru.LinkAnnot_SetBorderStyle(link, 0, 0, 0);
    pdf->haru.Dict_Add(link, "Contents", pdf_unicode(pdf, run->link));
    pdf->haru.Dict_AddNumber(link, "F", 4); /* printed */
    pdf_tags_annotation(pdf, element, link);
}

static bool has_gap(const LayoutLine *line)
{
    for (size_t i = 1; i < line->run_count; i++) {
        if (!line->runs[i].is_joined && !line->runs[i - 1].is_label) {
            return true;
        }
    }
    return false;
}

/* The line as it is read, with the blank that joins it to the next. */
static const char *reading_of(Pdf *pdf, const LayoutLine *line)
{
    strbuf_clear(&pdf->scratch);
    for (size_t i = 0; i < line->run_count; i++) {
        strbuf_add(&pdf->scratch, i > 0 && !line->runs[i].is_joined ? " " : "");
        strbuf_add(&pdf->scratch, line->runs[i].text);
    }
    strbuf_add(&pdf->scratch, line->goes_on && !line->is_cut ? " " : "");
    return arena_copy(&pdf->arena, strbuf_view(&pdf->scratch));
}

static void show_runs(Pdf *pdf, const LayoutLine *line, size_t first, size_t end)
{
    strbuf_add(&pdf->content, "BT\n");
    for (size_t i = first; i < end; i++) {
        const LayoutRun *run = &line->runs[i];
        if (i > first && !run->is_joined) {
            bridge_gap(pdf, run - 1, run, line->baseline);
        }
        show_run(pdf, run, line->baseline, i > first && run->is_joined);
    }
    bool is_last = end == line->run_count;
    if (!is_last && line->runs[end - 1].is_label) {
        bridge_gap(pdf, &line->runs[end - 1], &line->runs[end], line->baseline);
    }
    if (is_last && line->goes_on && !line->is_cut) {
        show_blank(pdf, &line->runs[end - 1]);
    }
    strbuf_add(&pdf->content, "ET\n");
}

static void draw_part(Pdf *pdf, const LayoutLine *line, size_t first, size_t end)
{
    const LayoutRun *run = &line->runs[first];
    PdfMark mark = run->is_label ? PDF_MARK_LABEL : run->link ? PDF_MARK_LINK : PDF_MARK_TEXT;
    PdfElement *element = pdf_tags_mark(pdf, mark, NULL);
    show_runs(pdf, line, first, end);
    pdf_tags_unmark(pdf);
    for (size_t i = first; run->link && i < end; i++) {
        add_link(pdf, &line->runs[i], line->baseline, element);
    }
}

static bool is_same_part(const LayoutRun *a, const LayoutRun *b)
{
    return a->is_label == b->is_label && a->link == b->link;
}

/* A line without a gap: one marked content for the label, each link and what is between. */
static void draw_parts(Pdf *pdf, const LayoutLine *line)
{
    for (size_t first = 0, end; first < line->run_count; first = end) {
        end = first + 1;
        while (end < line->run_count && is_same_part(&line->runs[first], &line->runs[end])) {
            end++;
        }
        draw_part(pdf, line, first, end);
    }
}

/* A line with a gap: one marked content, or it would be read by its place. */
static void draw_whole(Pdf *pdf, const LayoutLine *line)
{
    bool has_link = false;
    for (size_t i = 0; i < line->run_count; i++) {
        has_link = has_link || line->runs[i].link;
    }
    PdfElement *element =
        pdf_tags_mark(pdf, has_link ? PDF_MARK_LINK : PDF_MARK_TEXT, reading_of(pdf, line));
    show_runs(pdf, line, 0, line->run_count);
    pdf_tags_unmark(pdf);
    for (size_t i = 0; i < line->run_count; i++) {
        if (line->runs[i].link) {
            add_link(pdf, &line->runs[i], line->baseline, element);
        }
    }
}

static void draw_line(Pdf *pdf, const LayoutLine *line)
{
    pdf_tags_line(pdf, line);
    if (line->kind == BLOCK_HEADING) {
        const LayoutRun *run = &line->runs[0];
        pdf_add_outline(pdf, run->text, from_bottom(pdf, line->baseline) + 2 * run->size);
    }
    if (has_gap(line)) {
        draw_whole(pdf, line);
    } else {
        draw_parts(pdf, line);
    }
}

static void draw_rule(Pdf *pdf, const LayoutRule *rule)
{
    StrBuf *out = &pdf->content;
    strbuf_add(out, "/Artifact BMC\n");
    add_color(out, rule->color, " RG\n");
    pdf_add_number(out, rule->thickness);
    strbuf_add(out, " w\n");
    pdf_add_number(out, rule->x);
    strbuf_add_char(out, ' ');
    pdf_add_number(out, from_bottom(pdf, rule->y));
    strbuf_add(out, " m\n");
    pdf_add_number(out, rule->x + rule->width);
    strbuf_add_char(out, ' ');
    pdf_add_number(out, from_bottom(pdf, rule->y));
    strbuf_add(out, " l S\nEMC\n");
}

void pdf_draw_page(Pdf *pdf, const LayoutPage *page)
{
    strbuf_clear(&pdf->content);
    pdf->pen = (PdfPen){.is_set = false};
    pdf_tags_page(pdf);
    for (size_t i = 0; i < page->line_count; i++) {
        if (page->lines[i].run_count > 0) {
            draw_line(pdf, &page->lines[i]);
        }
    }
    for (size_t i = 0; i < page->rule_count; i++) {
        draw_rule(pdf, &page->rules[i]);
    }
    pdf->digest = pdf->digest * 31 + bytes_hash(pdf->content.data, pdf->content.length);
    HPDF_PageAttr attributes = pdf->page->attr;
    pdf->haru.Stream_Write(attributes->stream, (const HPDF_BYTE *)strbuf_text(&pdf->content),
                           (HPDF_UINT)pdf->content.length);
}
