#include "export/look.h"

#include <math.h>
#include <string.h>

#include "export/formats.h"

/* --- Fonts ------------------------------------------------------------------- */

/* Free fonts and those they were made to stand in for. */
static const LookFont known_fonts[] = {
    {"Carlito", "Calibri", false},
    {"Liberation Sans", "Arial", false},
    {"Liberation Serif", "Times New Roman", true},
    {"Gentium Plus", NULL, true},
    {"Noto Serif", NULL, true},
};

static StrView stem_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    StrView name = view_of(slash ? slash + 1 : path);
    return slash ? view_slice(name, 0, view_find(name, '.')) : name;
}

LookFont look_font(const Theme *theme, Arena *arena)
{
    StrView family = stem_of(theme->font);
    for (size_t i = 0; i < sizeof(known_fonts) / sizeof(known_fonts[0]); i++) {
        if (view_is(family, known_fonts[i].family)) {
            return known_fonts[i];
        }
    }
    return (LookFont){.family = arena_copy(arena, family)};
}

/* --- Colours ----------------------------------------------------------------- */

static double linear(unsigned char share)
{
    double value = share / 255.0;
    return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio, beside white. */
static double contrast(ThemeColor color)
{
    double luminance =
        0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
    return 1.05 / (luminance + 0.05);
}

ThemeColor look_on_white(ThemeColor color)
{
    static const double least_contrast = 4.5, darker = 0.9;
    while (contrast(color) < least_contrast) {
        color.red = (unsigned char)(color.red * darker);
        color.green = (unsigned char)(color.green * darker);
        color.blue = (unsigned char)(color.blue * darker);
    }
    return color;
}

bool look_is_quiet(const Theme *theme, const ContentSpan *span)
{
    return memcmp(&span->color, &theme->muted_color, sizeof(span->color)) == 0 &&
           memcmp(&theme->muted_color, &theme->text_color, sizeof(span->color)) != 0;
}

/* --- CSS --------------------------------------------------------------------- */

static void add_color(StrBuf *out, const char *name, ThemeColor color)
{
    strbuf_addf(out, "  --%s: #%02x%02x%02x;\n", name, color.red, color.green, color.blue);
}

static void add_length(StrBuf *out, const char *name, double length, const char *unit)
{
    strbuf_addf(out, "  --%s: ", name);
    format_add_number(out, length);
    strbuf_addf(out, "%s;\n", unit);
}

/* A name between quotes can hold neither these nor what ends a style sheet. */
static void add_family(StrBuf *out, const char *family)
{
    strbuf_add_char(out, '"');
    for (; *family; family++) {
        strbuf_add_char(out, strchr("\"\\<>\n", *family) ? ' ' : *family);
    }
    strbuf_add(out, "\", ");
}

static void add_font(StrBuf *out, const Theme *theme)
{
    Arena arena = {0};
    LookFont font = look_font(theme, &arena);
    strbuf_add(out, "  --font: ");
    add_family(out, font.family);
    if (font.sibling) {
        add_family(out, font.sibling);
    }
    strbuf_addf(out, "%s;\n", font.is_serif ? "Georgia, serif" : "system-ui, sans-serif");
    arena_done(&arena);
}

static void add_sizes(StrBuf *out, const Theme *theme)
{
    double em = theme->size;
    add_length(out, "print-size", em, "pt");
    add_length(out, "leading", theme->leading, "");
    add_length(out, "width", (paper_width(theme->paper) - 2 * theme->margin_x) / em + 2.5, "rem");
    add_length(out, "name-size", theme->name_size / em, "rem");
    add_length(out, "headline-size", theme->headline_size / em, "rem");
    add_length(out, "contact-size", theme->contact_size / em, "rem");
    add_length(out, "heading-size", theme->heading_size / em, "rem");
    add_length(out, "tracking", theme->heading_tracking, "em");
    add_length(out, "section-gap", theme->section_gap / em, "rem");
    add_length(out, "entry-gap", theme->entry_gap / em, "rem");
    add_length(out, "bullet-gap", theme->bullet_gap / em, "rem");
    add_length(out, "indent", theme->bullet_indent / em, "rem");
    add_length(out, "rule", theme->rule_thickness, "pt");
}

void look_add_css(StrBuf *out, const Theme *theme)
{
    strbuf_add(out, "html {\n");
    add_font(out, theme);
    add_sizes(out, theme);
    add_color(out, "text", look_on_white(theme->text_color));
    add_color(out, "name", look_on_white(theme->name_color));
    add_color(out, "heading", look_on_white(theme->heading_color));
    add_color(out, "quiet", look_on_white(theme->muted_color));
    add_color(out, "rule-color", theme->rule_color);
    strbuf_addf(out,
                "}\n@page { size: %s; margin: ", theme->paper == PAPER_LETTER ? "letter" : "A4");
    format_add_number(out, theme->margin_y);
    strbuf_add(out, "pt ");
    format_add_number(out, theme->margin_x);
    strbuf_add(out, "pt; }\n");
}
