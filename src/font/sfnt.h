/* Reads the tables of a TrueType file (ISO/IEC 14496-22). A read outside a table gives 0. */
#ifndef FONT_SFNT_H
#define FONT_SFNT_H

#include <stdbool.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"
#include "bulletproof/font/font.h"

typedef struct {
    StrView file; /* borrowed */
    StrView head, hhea, hmtx, maxp, cmap, loca, glyf, os2, post, name;
    unsigned units_per_em, glyph_count, metric_count;
    bool has_long_offsets; /* in loca */
    StrView map;           /* the subtable of cmap in use */
    unsigned map_format;   /* 4 or 12 */
} Sfnt;

unsigned sfnt_u16(StrView table, size_t offset);
int sfnt_i16(StrView table, size_t offset);
uint32_t sfnt_u32(StrView table, size_t offset);

/* Returns NULL, or why the file cannot be used, as the end of a sentence. */
const char *sfnt_open(Sfnt *font, StrView file);
/* 0 when the font has no such character. */
uint16_t sfnt_glyph(const Sfnt *font, uint32_t code_point);
/* In 1/1000 of the size. */
int sfnt_advance(const Sfnt *font, unsigned glyph);
int sfnt_scale(const Sfnt *font, int units);
void sfnt_describe(const Sfnt *font, FontFaceInfo *info);
/* The outline of a glyph; empty for a blank. */
StrView sfnt_outline(const Sfnt *font, unsigned glyph);
bool sfnt_subset(const Sfnt *font, const uint16_t *glyphs, size_t count, StrBuf *out);

#endif
