/* A theme's look in documents that others set: which fonts stand in for its own, which colours are
 * strong enough, its values as CSS. */
#ifndef EXPORT_LOOK_H
#define EXPORT_LOOK_H

#include "bulletproof/layout/content.h"

typedef struct {
    const char *family;  /* as the theme names it, or the stem of a font's file */
    const char *sibling; /* of the same widths, on the machines of most readers; NULL: none */
    bool is_serif;
} LookFont;

/* In the arena. */
LookFont look_font(const Theme *theme, Arena *arena);
/* The colour, or one that is dark enough to be read on white: WCAG 2.1, 1.4.3, level AA. */
ThemeColor look_on_white(ThemeColor color);
/* Whether the span has the quiet colour. */
bool look_is_quiet(const Theme *theme, const ContentSpan *span);
/* Appends the theme's values as properties, and the paper. */
void look_add_css(StrBuf *out, const Theme *theme);

#endif
