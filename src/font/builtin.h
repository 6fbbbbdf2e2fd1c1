/* The metrics of Helvetica in the code page Windows-1252, for machines without a font file. Its
 * glyph numbers are the codes of that page. Source: Adobe Core 14 AFM files. */
#ifndef FONT_BUILTIN_H
#define FONT_BUILTIN_H

#include "bulletproof/font/font.h"

/* 0 when the page has no such character. */
uint16_t builtin_glyph(uint32_t code_point);
int builtin_advance(bool is_bold, unsigned glyph);
void builtin_describe(FontStyle style, FontFaceInfo *info);

#endif
