/* Cuts glyphs out of a TrueType font: outlines in a new order, parts of composite glyphs after
 * them, instructions left out. A PDF needs no other tables than these six. */
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "sfnt.h"

enum {
    PART_ARGS_ARE_WORDS = 0x0001,
    PART_HAS_SCALE = 0x0008,
    PART_MORE = 0x0020,
    PART_HAS_TWO_SCALES = 0x0040,
    PART_HAS_MATRIX = 0x0080,
    PART_HAS_INSTRUCTIONS = 0x0100,
};

typedef struct {
    const Sfnt *font;
    uint16_t *old; /* owned; old[new glyph] */
    size_t count, capacity;
    uint16_t *new_of; /* owned; new glyph of an old one, 0 when it has none yet */
    StrBuf glyf, loca;
} Subset;

static void put_u16(StrBuf *out, unsigned value)
{
    strbuf_add_char(out, (char)(unsigned char)(value >> 8));
    strbuf_add_char(out, (char)(unsigned char)(value & 0xFFu));
}

static void put_u32(StrBuf *out, uint32_t value)
{
    put_u16(out, value >> 16);
    put_u16(out, value & 0xFFFFu);
}

static void set_u16(StrBuf *out, size_t offset, unsigned value)
{
    out->data[offset] = (char)(unsigned char)(value >> 8);
    out->data[offset + 1] = (char)(unsigned char)(value & 0xFFu);
}

static void pad(StrBuf *out)
{
    strbuf_add_repeated(out, '\0', (4 - out->length % 4) % 4);
}

static uint16_t add_glyph(Subset *subset, uint16_t old)
{
    subset->old = vector_grow(subset->old, subset->count, &subset->capacity, sizeof(*subset->old));
    subset->old[subset->count] = old;
    if (subset->new_of[old] == 0) {
        subset->new_of[old] = (uint16_t)subset->count;
    }
    return (uint16_t)subset->count++;
}

static size_t part_bytes(unsigned flags)
{
    size_t bytes = 4 + (flags & PART_ARGS_ARE_WORDS ? 4 : 2);
    if (flags & PART_HAS_SCALE) {
        return bytes + 2;
    }
    if (flags & PART_HAS_TWO_SCALES) {
        return bytes + 4;
    }
    return bytes + (flags & PART_HAS_MATRIX ? 8 : 0);
}

/* Copies a composite with its parts renumbered; parts that are new join the subset. */
static bool put_composite(Subset *subset, StrView outline)
{
    strbuf_add_view(&subset->glyf, view_slice(outline, 0, 10));
    unsigned flags = PART_MORE;
    for (size_t at = 10; flags & PART_MORE;) {
        flags = sfnt_u16(outline, at);
        unsigned part = sfnt_u16(outline, at + 2);
        size_t bytes = part_bytes(flags);
        if (at + bytes > outline.length || part >= subset->font->glyph_count) {
            return false;
        }
        uint16_t renumbered = subset->new_of[part];
        if (renumbered == 0 && part != 0) {
            renumbered = add_glyph(subset, (uint16_t)part);
        }
        put_u16(&subset->glyf, flags & ~(unsigned)PART_HAS_INSTRUCTIONS);
        put_u16(&subset->glyf, renumbered);
        strbuf_add_view(&subset->glyf, view_slice(outline, at + 4, at + bytes));
        at += bytes;
    }
    return true;
}

/* Copies a simple outline without its instructions. */
static bool put_simple(Subset *subset, StrView outline, int contours)
{
    size_t length_at = 10 + 2 * (size_t)contours;
    size_t rest = length_at + 2 + sfnt_u16(outline, length_at);
    if (rest > outline.length) {
        return false;
    }
    strbuf_add_view(&subset->glyf, view_slice(outline, 0, length_at));
    put_u16(&subset->glyf, 0);
    strbuf_add_view(&subset->glyf, view_slice(outline, rest, outline.length));
    return true;
}

static bool put_outline(Subset *subset, uint16_t old)
{
    put_u32(&subset->loca, (uint32_t)subset->glyf.length);
    StrView outline = sfnt_outline(subset->font, old);
    if (outline.length == 0) {
        return true;
    }
    int contours = sfnt_i16(outline, 0);
    bool is_sound = outline.length >= 10 && (contours >= 0 ? put_simple(subset, outline, contours)
                                                           : put_composite(subset, outline));
    pad(&subset->glyf);
    return is_sound;
}

/* Every component joins the list once at most, so the list ends. */
static bool put_outlines(Subset *subset)
{
    for (size_t i = 0; i < subset->count; i++) {
        if (subset->count > 0xFFFF || !put_outline(subset, subset->old[i])) {
            return false;
        }
    }
    put_u32(&subset->loca, (uint32_t)subset->glyf.length);
    return true;
}

static void put_metrics(const Subset *subset, StrBuf *out)
{
    const Sfnt *font = subset->font;
    for (size_t i = 0; i < subset->count; i++) {
        size_t glyph = subset->old[i], last = font->metric_count - 1;
        size_t metric = glyph < last ? glyph : last;
        size_t bearing = glyph <= last ? 4 * metric + 2 : 4 * (last + 1) + 2 * (glyph - last - 1);
        put_u16(out, sfnt_u16(font->hmtx, 4 * metric));
        put_u16(out, sfnt_u16(font->hmtx, bearing));
    }
}

static uint32_t checksum(StrView bytes)
{
    uint32_t sum = 0;
    for (size_t at = 0; at < bytes.length; at += 4) {
        sum += sfnt_u32(bytes, at);
    }
    return sum;
}

typedef struct {
    const char *tag;
    StrBuf bytes; /* owned */
} Table;

enum { TABLE_COUNT = 6, DIRECTORY_BYTES = 12 + 16 * TABLE_COUNT };

static void put_file(Table *tables, StrBuf *out)
{
    size_t begin = out->length, offset = DIRECTORY_BYTES;
    put_u32(out, 0x00010000);
    put_u16(out, TABLE_COUNT);
    put_u16(out, 64); /* the binary search: 4 entries of 16 bytes, 2 steps, the rest */
    put_u16(out, 2);
    put_u16(out, 32);
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        size_t length = tables[i].bytes.length;
        pad(&tables[i].bytes);
        strbuf_add_bytes(out, tables[i].tag, 4);
        put_u32(out, checksum(strbuf_view(&tables[i].bytes)));
        put_u32(out, (uint32_t)offset);
        put_u32(out, (uint32_t)length);
        offset += tables[i].bytes.length;
    }
    size_t adjustment = 0;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        adjustment = strcmp(tables[i].tag, "head") == 0 ? out->length + 8 : adjustment;
        strbuf_add_view(out, strbuf_view(&tables[i].bytes));
        strbuf_done(&tables[i].bytes);
    }
    uint32_t sum = checksum(view_slice(strbuf_view(out), begin, out->length));
    set_u16(out, adjustment, (0xB1B0AFBAu - sum) >> 16);
    set_u16(out, adjustment + 2, (0xB1B0AFBAu - sum) & 0xFFFFu);
}

static void put_tables(Subset *subset, StrBuf *out)
{
    const Sfnt *font = subset->font;
    Table tables[TABLE_COUNT] = {{"glyf", {0}}, {"head", {0}}, {"hhea", {0}},
                                 {"hmtx", {0}}, {"loca", {0}}, {"maxp", {0}}};
    tables[0].bytes = subset->glyf;
    tables[4].bytes = subset->loca;
    subset->glyf = subset->loca = (StrBuf){0};
    strbuf_add_view(&tables[1].bytes, view_slice(font->head, 0, 54));
    set_u16(&tables[1].bytes, 8, 0);
    set_u16(&tables[1].bytes, 10, 0);
    set_u16(&tables[1].bytes, 50, 1);
    strbuf_add_view(&tables[2].bytes, view_slice(font->hhea, 0, 36));
    set_u16(&tables[2].bytes, 34, (unsigned)subset->count);
    put_metrics(subset, &tables[3].bytes);
    strbuf_add_view(&tables[5].bytes, view_slice(font->maxp, 0, 32));
    set_u16(&tables[5].bytes, 4, (unsigned)subset->count);
    put_file(tables, out);
}

bool sfnt_subset(const Sfnt *font, const uint16_t *glyphs, size_t count, StrBuf *out)
{
    Subset subset = {.font = font};
    subset.new_of = xalloc(sizeof(*subset.new_of) * font->glyph_count);
    add_glyph(&subset, 0);
    for (size_t i = 0; i < count; i++) {
        add_glyph(&subset, glyphs[i] < font->glyph_count ? glyphs[i] : 0);
    }
    bool is_sound = put_outlines(&subset);
    if (is_sound) {
        put_tables(&subset, out);
    }
    strbuf_done(&subset.glyf);
    strbuf_done(&subset.loca);
    free(subset.old);
    free(subset.new_of);
    return is_sound;
}
