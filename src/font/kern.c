#include "kern.h"

#include "config.h"

#ifdef HAVE_HARFBUZZ
#include <hb.h>
#include <stdlib.h>

#include "bulletproof/base/memory.h"

/* Measured with 22 programs that extract text: beyond these some split words or join them. */
enum { MOST_NEARER = 80, MOST_WIDER = 30 };

enum { CACHE_COUNT = 4096 };

struct Kern {
    hb_font_t *font;             /* owned */
    hb_buffer_t *buffer;         /* owned; used again and again */
    uint64_t pairs[CACHE_COUNT]; /* left and right character of the pair that is kept here */
    int16_t values[CACHE_COUNT];
};

Kern *kern_open(StrView file)
{
    hb_blob_t *blob =
        hb_blob_create(file.data, (unsigned)file.length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    Kern *kern = xalloc(sizeof(*kern));
    kern->font = hb_font_create(face);
    hb_font_set_scale(kern->font, 1000, 1000);
    kern->buffer = hb_buffer_create();
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return kern;
}

void kern_free(Kern *kern)
{
    if (kern) {
        hb_buffer_destroy(kern->buffer);
        hb_font_destroy(kern->font);
        free(kern);
    }
}

/* Scripts in which a pair has one distance wherever it stands. */
static bool is_kerned(uint32_t code_point)
{
    return (code_point > ' ' && code_point < 0x530) ||
           (code_point >= 0x1E00 && code_point < 0x2050);
}

static int shape_pair(Kern *kern, uint32_t left, uint32_t right)
{
    static const hb_feature_t features[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1},
        {HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1},
        {HB_TAG('c', 'c', 'm', 'p'), 0, 0, (unsigned)-1},
        {HB_TAG('c', 'a', 'l', 't'), 0, 0, (unsigned)-1},
        {HB_TAG('k', 'e', 'r', 'n'), 1, 0, (unsigned)-1},
    };
    const uint32_t pair[] = {left, right};
    hb_buffer_clear_contents(kern->buffer);
    hb_buffer_add_codepoints(kern->buffer, pair, 2, 0, 2);
    hb_buffer_guess_segment_properties(kern->buffer);
    hb_shape(kern->font, kern->buffer, features, sizeof(features) / sizeof(features[0]));
    unsigned count = hb_buffer_get_length(kern->buffer);
    if (count != 2) {
        return 0;
    }
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(kern->buffer, NULL);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(kern->buffer, NULL);
    return places[0].x_advance - hb_font_get_glyph_h_advance(kern->font, glyphs[0].codepoint);
}

int kern_pair(Kern *kern, uint32_t left, uint32_t right)
{
    if (!kern || !is_kerned(left) || !is_kerned(right)) {
        return 0;
    }
    uint64_t pair = (uint64_t)left << 32 | right;
    size_t slot = (left * 131u + right) % CACHE_COUNT;
    if (kern->pairs[slot] != pair) {
        int value = shape_pair(kern, left, right);
        value = value < -MOST_NEARER ? -MOST_NEARER : value;
        kern->values[slot] = (int16_t)(value > MOST_WIDER ? MOST_WIDER : value);
        kern->pairs[slot] = pair;
    }
    return kern->values[slot];
}

#else

Kern *kern_open(StrView file)
{
    (void)file;
    return NULL;
}

void kern_free(Kern *kern)
{
    (void)kern;
}

int kern_pair(Kern *kern, uint32_t left, uint32_t right)
{
    (void)kern;
    (void)left;
    (void)right;
    return 0;
}

#endif
