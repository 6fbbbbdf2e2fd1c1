#include "sfnt.h"

#include <string.h>

unsigned sfnt_u16(StrView table, size_t offset)
{
    if (table.length < 2 || offset > table.length - 2) {
        return 0;
    }
    const unsigned char *bytes = (const unsigned char *)table.data + offset;
    return (unsigned)bytes[0] << 8 | bytes[1];
}

int sfnt_i16(StrView table, size_t offset)
{
    return (int16_t)sfnt_u16(table, offset);
}

uint32_t sfnt_u32(StrView table, size_t offset)
{
    return (uint32_t)sfnt_u16(table, offset) << 16 | sfnt_u16(table, offset + 2);
}

static StrView find_table(StrView file, size_t directory, const char *tag)
{
    unsigned count = sfnt_u16(file, directory + 4);
    for (unsigned i = 0; i < count; i++) {
        size_t entry = directory + 12 + 16 * (size_t)i;
        if (entry + 16 > file.length) {
            break;
        }
        if (memcmp(file.data + entry, tag, 4) == 0) {
            size_t offset = sfnt_u32(file, entry + 8);
            return view_slice(file, offset, offset + sfnt_u32(file, entry + 12));
        }
    }
    return (StrView){0};
}

static void find_tables(Sfnt *font, size_t directory)
{
    const struct {
        const char *tag;
        StrView *table;
    } wanted[] = {
        {"head", &font->head}, {"hhea", &font->hhea}, {"hmtx", &font->hmtx}, {"maxp", &font->maxp},
        {"cmap", &font->cmap}, {"loca", &font->loca}, {"glyf", &font->glyf}, {"OS/2", &font->os2},
        {"post", &font->post}, {"name", &font->name},
    };
    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        *wanted[i].table = find_table(font->file, directory, wanted[i].tag);
    }
}

/* The best subtable: all of Unicode (format 12) before its first plane (format 4). */
static void choose_map(Sfnt *font)
{
    unsigned count = sfnt_u16(font->cmap, 2);
    for (unsigned i = 0; i < count; i++) {
        size_t record = 4 + 8 * (size_t)i;
        unsigned platform = sfnt_u16(font->cmap, record);
        StrView map = view_slice(font->cmap, sfnt_u32(font->cmap, record + 4), SIZE_MAX);
        unsigned format = sfnt_u16(map, 0);
        bool is_unicode = platform == 0 || (platform == 3 && sfnt_u16(font->cmap, record + 2) != 0);
        if (is_unicode && (format == 12 || (format == 4 && font->map_format != 12))) {
            font->map = map;
            font->map_format = format;
        }
    }
}

/* OS/2.fsType 2: the licence of the font does not allow it in a document. */
static bool may_be_embedded(const Sfnt *font)
{
    return (sfnt_u16(font->os2, 8) & 0xFu) != 2;
}

const char *sfnt_open(Sfnt *font, StrView file)
{
    *font = (Sfnt){.file = file};
    bool is_collection = view_starts_with(file, "ttcf");
    find_tables(font, is_collection ? sfnt_u32(file, 12) : 0);
    if (font->glyf.length == 0 || font->loca.length == 0) {
        return "has no TrueType outlines";
    }
    font->units_per_em = sfnt_u16(font->head, 18);
    font->glyph_count = sfnt_u16(font->maxp, 4);
    font->metric_count = sfnt_u16(font->hhea, 34);
    font->has_long_offsets = sfnt_u16(font->head, 50) != 0;
    size_t offsets = font->loca.length / (font->has_long_offsets ? 4 : 2);
    bool is_sound = font->head.length >= 54 && font->hhea.length >= 36 &&
                    font->units_per_em >= 16 && font->units_per_em <= 16384 &&
                    font->glyph_count > 0 && offsets > font->glyph_count &&
                    font->metric_count > 0 && font->hmtx.length >= 4 * (size_t)font->metric_count;
    if (!is_sound) {
        return "is damaged";
    }
    choose_map(font);
    if (font->map_format == 0) {
        return "has no Unicode table of characters";
    }
    return may_be_embedded(font) ? NULL : "may not be embedded, says its licence field";
}

/* The segment of a format 4 table that may hold `code`, by bisection. */
static unsigned find_segment(StrView map, unsigned count, unsigned code)
{
    unsigned low = 0, high = count;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (sfnt_u16(map, 14 + 2 * (size_t)middle) < code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static unsigned glyph_format_4(StrView map, unsigned code)
{
    unsigned count = sfnt_u16(map, 6) / 2;
    unsigned segment = find_segment(map, count, code);
    size_t starts = 16 + 2 * (size_t)count, at = 2 * (size_t)segment;
    unsigned start = sfnt_u16(map, starts + at);
    if (segment >= count || code < start) {
        return 0;
    }
    unsigned delta = sfnt_u16(map, starts + 2 * (size_t)count + at);
    size_t range_at = starts + 4 * (size_t)count + at;
    unsigned range = sfnt_u16(map, range_at);
    if (range == 0) {
        return (code + delta) & 0xFFFFu;
    }
    unsigned glyph = sfnt_u16(map, range_at + range + 2 * (size_t)(code - start));
    return glyph ? (glyph + delta) & 0xFFFFu : 0;
}

static unsigned glyph_format_12(StrView map, uint32_t code)
{
    uint32_t low = 0, high = sfnt_u32(map, 12);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        size_t group = 16 + 12 * (size_t)middle;
        if (code > sfnt_u32(map, group + 4)) {
            low = middle + 1;
        } else if (code < sfnt_u32(map, group)) {
            high = middle;
        } else {
            return sfnt_u32(map, group + 8) + (code - sfnt_u32(map, group));
        }
    }
    return 0;
}

uint16_t sfnt_glyph(const Sfnt *font, uint32_t code_point)
{
    unsigned glyph = 0;
    if (font->map_format == 12) {
        glyph = glyph_format_12(font->map, code_point);
    } else if (code_point <= 0xFFFF) {
        glyph = glyph_format_4(font->map, code_point);
    }
    return glyph < font->glyph_count ? (uint16_t)glyph : 0;
}

int sfnt_scale(const Sfnt *font, int units)
{
    int doubled = units * 2000 / (int)font->units_per_em;
    return (doubled + (doubled < 0 ? -1 : 1)) / 2;
}

int sfnt_advance(const Sfnt *font, unsigned glyph)
{
    unsigned index = glyph < font->metric_count ? glyph : font->metric_count - 1;
    return sfnt_scale(font, (int)sfnt_u16(font->hmtx, 4 * (size_t)index));
}

StrView sfnt_outline(const Sfnt *font, unsigned glyph)
{
    size_t start, end;
    if (font->has_long_offsets) {
        start = sfnt_u32(font->loca, 4 * (size_t)glyph);
        end = sfnt_u32(font->loca, 4 * (size_t)glyph + 4);
    } else {
        start = 2 * (size_t)sfnt_u16(font->loca, 2 * (size_t)glyph);
        end = 2 * (size_t)sfnt_u16(font->loca, 2 * (size_t)glyph + 2);
    }
    return start < end ? view_slice(font->glyf, start, end) : (StrView){0};
}

/* Name 6, the PostScript name, as the letters that a PDF name may have. */
static void read_name(const Sfnt *font, char *name, size_t size)
{
    unsigned count = sfnt_u16(font->name, 2);
    size_t texts = sfnt_u16(font->name, 4), length = 0;
    for (unsigned i = 0; i < count && length == 0; i++) {
        size_t record = 6 + 12 * (size_t)i;
        if (sfnt_u16(font->name, record + 6) != 6) {
            continue;
        }
        size_t start = texts + sfnt_u16(font->name, record + 10);
        StrView text = view_slice(font->name, start, start + sfnt_u16(font->name, record + 8));
        for (size_t at = 0; at < text.length && length + 1 < size; at++) {
            unsigned char byte = (unsigned char)text.data[at];
            if (byte == '-' || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                (byte >= 'a' && byte <= 'z')) {
                name[length++] = (char)byte;
            }
        }
    }
    name[length] = '\0';
    if (length == 0) {
        memcpy(name, "Font", sizeof("Font"));
    }
}

void sfnt_describe(const Sfnt *font, FontFaceInfo *info)
{
    enum { OS2_BOLD = 0x20, OS2_ITALIC = 1, PANOSE_SANS = 11 };
    unsigned selection = sfnt_u16(font->os2, 62);
    unsigned panose_family = sfnt_u16(font->os2, 32) >> 8;
    unsigned panose_serif = sfnt_u16(font->os2, 33) >> 8;
    read_name(font, info->name, sizeof(info->name));
    info->is_embedded = true;
    info->is_bold = (selection & OS2_BOLD) != 0;
    info->is_italic = (selection & OS2_ITALIC) != 0;
    info->is_serif = panose_family == 2 && panose_serif > 1 && panose_serif < PANOSE_SANS;
    info->is_fixed_pitch = sfnt_u32(font->post, 12) != 0;
    info->italic_angle = sfnt_i16(font->post, 4);
    info->ascent = sfnt_scale(font, sfnt_i16(font->hhea, 4));
    info->descent = sfnt_scale(font, sfnt_i16(font->hhea, 6));
    int cap_height = sfnt_u16(font->os2, 0) >= 2 ? sfnt_scale(font, sfnt_i16(font->os2, 88)) : 0;
    info->cap_height = cap_height > 0 ? cap_height : 700;
    for (size_t i = 0; i < 4; i++) {
        info->box[i] = sfnt_scale(font, sfnt_i16(font->head, 36 + 2 * i));
    }
}
