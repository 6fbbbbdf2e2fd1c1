/* The look of a Word document: the theme's values as styles that Word's own headings, lists and
 * outline know. */
#include <math.h>
#include <string.h>

#include "export/docx.h"
#include "export/xml.h"

/* The room of a bullet's mark and the gap behind it, as a share of the size; as on the page. */
static const double mark_room = 0.95;

/* From a heading to what follows, rule included. */
static const double below_heading_points = 4;

/* A line of display size needs less room around it than text does. */
static const double name_leading = 1.15;

/* --- Styles by kind ------------------------------------------------------------- */

static const struct {
    const char *id, *name;
    int outline;
    FontStyle style;
} styles[BLOCK_KIND_COUNT] = {
    [BLOCK_NAME] = {"Heading1", "heading 1", 1, FONT_BOLD},
    [BLOCK_HEADLINE] = {"Headline", "Headline", 0, FONT_REGULAR},
    [BLOCK_CONTACT] = {"Contact", "Contact", 0, FONT_REGULAR},
    [BLOCK_HEADING] = {"Heading2", "heading 2", 2, FONT_BOLD},
    [BLOCK_ENTRY] = {"Heading3", "heading 3", 3, FONT_BOLD},
    [BLOCK_DETAIL] = {"Detail", "Detail", 0, FONT_REGULAR},
    [BLOCK_PARAGRAPH] = {"BodyText", "Body Text", 0, FONT_REGULAR},
    [BLOCK_BULLET] = {"ListBullet", "List Bullet", 0, FONT_REGULAR},
};

static void take_theme(DocxStyle *style, const Theme *theme, BlockKind kind)
{
    switch (kind) {
    case BLOCK_NAME:
        style->size = theme->name_size;
        style->color = theme->name_color;
        style->leading = name_leading;
        break;
    case BLOCK_HEADLINE:
        style->size = theme->headline_size;
        break;
    case BLOCK_CONTACT:
        style->size = theme->contact_size;
        style->color = theme->muted_color;
        style->gap_before = theme->bullet_gap;
        break;
    case BLOCK_HEADING:
        style->size = theme->heading_size;
        style->color = theme->heading_color;
        style->tracking = theme->heading_tracking * theme->heading_size;
        style->gap_before = theme->section_gap;
        break;
    case BLOCK_ENTRY:
        style->gap_before = theme->entry_gap;
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_BULLET:
        style->gap_before = theme->bullet_gap;
        break;
    default:
        break;
    }
}

DocxStyle docx_style(const Theme *theme, BlockKind kind)
{
    DocxStyle style = {.id = styles[kind].id,
                       .name = styles[kind].name,
                       .outline = styles[kind].outline,
                       .style = styles[kind].style,
                       .size = theme->size,
                       .leading = theme->leading,
                       .color = theme->text_color};
    take_theme(&style, theme, kind);
    return style;
}

int docx_twips(double points)
{
    return (int)lround(points * 20);
}

/* --- Runs ------------------------------------------------------------------------- */

static bool is_bold(FontStyle style)
{
    return style == FONT_BOLD || style == FONT_BOLD_ITALIC;
}

static bool is_italic(FontStyle style)
{
    return style == FONT_ITALIC || style == FONT_BOLD_ITALIC;
}

/* Letters of Arabic and Hebrew have a switch of their own. */
static void add_switch(StrBuf *out, const char *name, bool is_on, bool was_on)
{
    if (is_on != was_on) {
        strbuf_addf(out, is_on ? "<w:%s/><w:%sCs/>" : "<w:%s w:val=\"0\"/><w:%sCs w:val=\"0\"/>",
                    name, name);
    }
}

static void add_size(StrBuf *out, double size)
{
    long halves = lround(2 * size);
    strbuf_addf(out, "<w:sz w:val=\"%ld\"/><w:szCs w:val=\"%ld\"/>", halves, halves);
}

static void add_color(StrBuf *out, ThemeColor color)
{
    strbuf_addf(out, "<w:color w:val=\"%02X%02X%02X\"/>", color.red, color.green, color.blue);
}

/* In the order that the standard wants. */
void docx_add_look(StrBuf *out, const ContentSpan *span, const DocxStyle *base)
{
    add_switch(out, "b", is_bold(span->style), is_bold(base->style));
    add_switch(out, "i", is_italic(span->style), is_italic(base->style));
    if (memcmp(&span->color, &base->color, sizeof(span->color)) != 0) {
        add_color(out, span->color);
    }
    if (docx_twips(span->tracking) != docx_twips(base->tracking)) {
        strbuf_addf(out, "<w:spacing w:val=\"%d\"/>", docx_twips(span->tracking));
    }
    if (lround(2 * span->size) != lround(2 * base->size)) {
        add_size(out, span->size);
    }
}

/* --- styles.xml ----------------------------------------------------------------------- */

static const char *family_of(const LookFont *font)
{
    return font->sibling ? font->sibling : font->family;
}

static void add_fonts(StrBuf *out, const Theme *theme)
{
    static const char *const names[] = {"w:ascii", "w:hAnsi", "w:cs"};
    Arena arena = {0};
    LookFont font = look_font(theme, &arena);
    strbuf_add(out, "<w:rFonts");
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        xml_add_attribute(out, names[i], view_of(family_of(&font)));
    }
    strbuf_add(out, "/>");
    arena_done(&arena);
}

/* Proofing tools want a region; the paper tells which English it is. */
static const char *language_of(const Theme *theme)
{
    static const char *const languages[DATE_LANGUAGE_COUNT] = {
        [DATE_ENGLISH] = "en-GB", [DATE_GERMAN] = "de-DE",     [DATE_SPANISH] = "es-ES",
        [DATE_FRENCH] = "fr-FR",  [DATE_ITALIAN] = "it-IT",    [DATE_DUTCH] = "nl-NL",
        [DATE_POLISH] = "pl-PL",  [DATE_PORTUGUESE] = "pt-PT", [DATE_SWEDISH] = "sv-SE"};
    bool is_american = theme->language == DATE_ENGLISH && theme->paper == PAPER_LETTER;
    return is_american ? "en-US" : languages[theme->language];
}

static void add_defaults(StrBuf *out, const Theme *theme)
{
    strbuf_add(out, "<w:docDefaults><w:rPrDefault><w:rPr>");
    add_fonts(out, theme);
    add_color(out, theme->text_color);
    add_size(out, theme->size);
    strbuf_addf(out, "<w:lang w:val=\"%s\"/></w:rPr></w:rPrDefault>", language_of(theme));
    strbuf_add(out, "<w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr>"
                    "</w:pPrDefault></w:docDefaults>\n"
                    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                    "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>\n"
                    "<w:style w:type=\"character\" w:styleId=\"Hyperlink\">"
                    "<w:name w:val=\"Hyperlink\"/></w:style>\n");
}

static void add_rule(StrBuf *out, const Theme *theme)
{
    if (theme->rule_thickness > 0) {
        ThemeColor color = theme->rule_color;
        strbuf_addf(out,
                    "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"%ld\" w:space=\"1\""
                    " w:color=\"%02X%02X%02X\"/></w:pBdr>",
                    lround(8 * theme->rule_thickness), color.red, color.green, color.blue);
    }
}

static bool has_right(BlockKind kind)
{
    return kind == BLOCK_ENTRY || kind == BLOCK_DETAIL;
}

static void add_paragraph_look(StrBuf *out, const Theme *theme, BlockKind kind)
{
    DocxStyle style = docx_style(theme, kind);
    strbuf_add(out, "<w:pPr>");
    strbuf_add(out, style.outline > 0 ? "<w:keepNext/><w:keepLines/>" : "");
    if (kind == BLOCK_BULLET) {
        strbuf_add(out, "<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
    } else if (kind == BLOCK_HEADING) {
        add_rule(out, theme);
    } else if (has_right(kind)) {
        strbuf_addf(out, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>",
                    docx_twips(paper_width(theme->paper) - 2 * theme->margin_x));
    }
    strbuf_addf(
        out, "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" w:lineRule=\"atLeast\"/>",
        docx_twips(style.gap_before), kind == BLOCK_HEADING ? docx_twips(below_heading_points) : 0,
        docx_twips(style.size * style.leading));
    if (style.outline > 0) {
        strbuf_addf(out, "<w:outlineLvl w:val=\"%d\"/>", style.outline - 1);
    }
    strbuf_add(out, "</w:pPr>");
}

static void add_style(StrBuf *out, const Theme *theme, BlockKind kind)
{
    DocxStyle style = docx_style(theme, kind);
    DocxStyle plain = docx_style(theme, BLOCK_DETAIL);
    ContentSpan span = {
        .style = style.style, .size = style.size, .tracking = style.tracking, .color = style.color};
    strbuf_addf(out,
                "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
                "<w:basedOn w:val=\"Normal\"/><w:qFormat/>",
                style.id, style.name);
    add_paragraph_look(out, theme, kind);
    strbuf_add(out, "<w:rPr>");
    docx_add_look(out, &span, &plain);
    strbuf_add(out, "</w:rPr></w:style>\n");
}

void docx_add_styles(StrBuf *out, const Theme *theme)
{
    strbuf_add(out, DOCX_HEAD "<w:styles xmlns:w=\"" DOCX_WORD "\">\n");
    add_defaults(out, theme);
    for (BlockKind kind = 0; kind < BLOCK_KIND_COUNT; kind++) {
        add_style(out, theme, kind);
    }
    strbuf_add(out, "</w:styles>\n");
}

/* --- numbering.xml, fontTable.xml -------------------------------------------------------- */

/* The bullet is the one that Word writes itself: programs that read documents know no other. */
void docx_add_numbering(StrBuf *out, const Theme *theme)
{
    double hanging = fmin(theme->bullet_indent, mark_room * theme->size);
    strbuf_addf(
        out,
        DOCX_HEAD
        "<w:numbering xmlns:w=\"" DOCX_WORD "\">\n"
        "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>"
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>"
        "<w:lvlText w:val=\"\uF0B7\"/><w:lvlJc w:val=\"left\"/>"
        "<w:pPr><w:ind w:left=\"%d\" w:hanging=\"%d\"/></w:pPr>"
        "<w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\" w:hint=\"default\"/></w:rPr>"
        "</w:lvl></w:abstractNum>\n"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n"
        "</w:numbering>\n",
        docx_twips(theme->bullet_indent), docx_twips(hanging));
}

/* Where the font is not, its double of the same widths is looked for. */
void docx_add_fonts(StrBuf *out, const Theme *theme)
{
    Arena arena = {0};
    LookFont font = look_font(theme, &arena);
    strbuf_add(out, DOCX_HEAD "<w:fonts xmlns:w=\"" DOCX_WORD "\">\n<w:font");
    xml_add_attribute(out, "w:name", view_of(family_of(&font)));
    strbuf_add(out, ">");
    if (font.sibling) {
        strbuf_add(out, "<w:altName");
        xml_add_attribute(out, "w:val", view_of(font.family));
        strbuf_add(out, "/>");
    }
    strbuf_addf(out, "<w:family w:val=\"%s\"/></w:font>\n</w:fonts>\n",
                font.is_serif ? "roman" : "swiss");
    arena_done(&arena);
}
