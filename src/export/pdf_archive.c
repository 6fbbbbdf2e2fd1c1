/* What an archive wants (ISO 19005-1, level B): a file that says how its colours look. The profile
 * is made here, after the values of IEC 61966-2-1 (sRGB), seen under D50 as ICC.1:2001-04 asks. */
#include <math.h>
#include <string.h>

#include "export/pdf_inside.h"

enum { CURVE_POINTS = 256, HEADER_BYTES = 128, TAG_COUNT = 9, TAG_BYTES = 12 };

static const char description[] = "sRGB IEC61966-2.1";
static const char licence[] = "No rights reserved";

static void put_u16(StrBuf *out, unsigned value)
{
    strbuf_add_char(out, (char)(unsigned char)(value >> 8));
    strbuf_add_char(out, (char)(unsigned char)(value & 0xFF));
}

static void put_u32(StrBuf *out, uint32_t value)
{
    put_u16(out, value >> 16);
    put_u16(out, value & 0xFFFF);
}

/* A number with 16 bits behind the point. */
static void put_fixed(StrBuf *out, double value)
{
    put_u32(out, (uint32_t)lround(value * 65536));
}

static void put_xyz(StrBuf *out, double x, double y, double z)
{
    put_fixed(out, x);
    put_fixed(out, y);
    put_fixed(out, z);
}

static void put_header(StrBuf *out, size_t bytes)
{
    size_t start = out->length;
    put_u32(out, (uint32_t)bytes);
    put_u32(out, 0);
    put_u32(out, 0x02100000); /* version 2.1 */
    strbuf_add(out, "mntrRGB XYZ ");
    static const unsigned date[] = {2000, 1, 1, 0, 0, 0};
    for (size_t i = 0; i < sizeof(date) / sizeof(date[0]); i++) {
        put_u16(out, date[i]);
    }
    strbuf_add(out, "acsp");
    strbuf_add_repeated(out, '\0', 28);
    put_xyz(out, 0.9642, 1, 0.8249); /* of the light, D50 */
    strbuf_add_repeated(out, '\0', HEADER_BYTES - (out->length - start));
}

static void put_color(StrBuf *out, double x, double y, double z)
{
    strbuf_add(out, "XYZ ");
    put_u32(out, 0);
    put_xyz(out, x, y, z);
}

static void put_curve(StrBuf *out)
{
    strbuf_add(out, "curv");
    put_u32(out, 0);
    put_u32(out, CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++) {
        double value = i / (double)(CURVE_POINTS - 1);
        double linear = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
        put_u16(out, (unsigned)lround(linear * 65535));
    }
}

static void put_description(StrBuf *out)
{
    enum { UNICODE_AND_SCRIPT_BYTES = 4 + 4 + 2 + 1 + 67 };
    strbuf_add(out, "desc");
    put_u32(out, 0);
    put_u32(out, sizeof(description));
    strbuf_add_bytes(out, description, sizeof(description));
    strbuf_add_repeated(out, '\0', UNICODE_AND_SCRIPT_BYTES);
}

static void put_licence(StrBuf *out)
{
    strbuf_add(out, "text");
    put_u32(out, 0);
    strbuf_add_bytes(out, licence, sizeof(licence));
}

/* The three curves are one. */
static const char *const tag_names[TAG_COUNT] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ",
                                                 "bXYZ", "rTRC", "gTRC", "bTRC"};

static void put_tag(StrBuf *out, size_t index)
{
    static const double colors[][3] = {{0.9642, 1, 0.8249},
                                       {0.4361, 0.2225, 0.0139},
                                       {0.3851, 0.7169, 0.0971},
                                       {0.1431, 0.0606, 0.7141}};
    switch (index) {
    case 0:
        put_description(out);
        break;
    case 1:
        put_licence(out);
        break;
    case 6:
        put_curve(out);
        break;
    default:
        put_color(out, colors[index - 2][0], colors[index - 2][1], colors[index - 2][2]);
    }
}

static void put_profile(Pdf *pdf, StrBuf *out)
{
    StrBuf *data = &pdf->scratch;
    uint32_t offsets[TAG_COUNT], lengths[TAG_COUNT];
    uint32_t begin = HEADER_BYTES + 4 + TAG_COUNT * TAG_BYTES;
    strbuf_clear(data);
    for (size_t i = 0; i < TAG_COUNT; i++) {
        if (i > 6) {
            offsets[i] = offsets[6];
            lengths[i] = lengths[6];
            continue;
        }
        offsets[i] = begin + (uint32_t)data->length;
        put_tag(data, i);
        lengths[i] = begin + (uint32_t)data->length - offsets[i];
        strbuf_add_repeated(data, '\0', (4 - data->length % 4) % 4);
    }
    put_header(out, begin + data->length);
    put_u32(out, TAG_COUNT);
    for (size_t i = 0; i < TAG_COUNT; i++) {
        strbuf_add_bytes(out, tag_names[i], 4);
        put_u32(out, offsets[i]);
        put_u32(out, lengths[i]);
    }
    strbuf_add_view(out, strbuf_view(data));
}

void pdf_add_profile(Pdf *pdf)
{
    strbuf_clear(&pdf->content);
    put_profile(pdf, &pdf->content);
    HPDF_Dict profile = pdf_new_stream(pdf, strbuf_view(&pdf->content));
    pdf->haru.Dict_AddNumber(profile, "N", 3);
    HPDF_Dict intent = pdf_new_dict(pdf, "OutputIntent");
    pdf->haru.Dict_AddName(intent, "S", "GTS_PDFA1");
    pdf->haru.Dict_Add(intent, "OutputConditionIdentifier",
                       pdf->haru.String_New(pdf->doc->mmgr, description, NULL));
    pdf->haru.Dict_Add(intent, "DestOutputProfile", profile);
    HPDF_Array intents = pdf_new_array(pdf);
    pdf->haru.Dict_Add(pdf->doc->catalog, "OutputIntents", intents);
    pdf->haru.Array_Add(intents, intent);
}

void pdf_add_character_set(Pdf *pdf, HPDF_Dict descriptor, size_t count)
{
    StrBuf *bits = &pdf->scratch;
    strbuf_clear(bits);
    for (size_t code = 0; code <= count; code++) {
        if (code % 8 == 0) {
            strbuf_add_char(bits, '\0');
        }
        bits->data[code / 8] = (char)((unsigned char)bits->data[code / 8] | 0x80u >> code % 8);
    }
    pdf->haru.Dict_Add(descriptor, "CIDSet", pdf_new_stream(pdf, strbuf_view(bits)));
}
