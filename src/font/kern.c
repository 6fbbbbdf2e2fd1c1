#include "kern.h"

#include "config.h"

#ifdef HAVE_HARFBUZZ
#include <hb.h>
#include <stdlib.h>

#include "bulletproof/base/library.h"
#include "bulletproof/base/memory.h"

/* clang-format off */
#define CALLS(X) \
    X(blob_create) X(blob_destroy) X(buffer_add_codepoints) X(buffer_clear_contents) \
    X(buffer_create) X(buffer_destroy) X(buffer_get_glyph_infos) X(buffer_get_glyph_positions) \
    X(buffer_get_length) X(buffer_guess_segment_properties) X(face_create) X(face_destroy) \
    X(font_create) X(font_destroy) X(font_get_glyph_h_advance) X(font_set_scale) X(shape)
/* clang-format on */

/* The library: hb_shape() is hb->shape(). */
typedef struct {
#define X(name) __typeof__(hb_##name) *name;
    CALLS(X)
#undef X
} HarfBuzz;

/* Measured with 22 programs that extract text: beyond these some split words or join them. */
enum { MOST_NEARER = 80, MOST_WIDER = 30 };

enum { CACHE_COUNT = 4096 };

struct Kern {
    HarfBuzz hb;
    hb_font_t *font;             /* owned */
    hb_buffer_t *buffer;         /* owned; used again and again */
    uint64_t pairs[CACHE_COUNT]; /* left and right character of the pair that is kept here */
    int16_t values[CACHE_COUNT];
};

static bool load(HarfBuzz *hb)
{
    const LibraryCall calls[] = {
#define X(name) {"hb_" #name, &hb->name},
        CALLS(X)
#undef X
    };
    return library_load(HARFBUZZ_LIBRARY, calls, sizeof(calls) / sizeof(calls[0]));
}

Kern *kern_open(StrView file)
{
    HarfBuzz hb;
    if (!load(&hb)) {
        return NULL;
    }
    hb_blob_t *blob =
        hb.blob_create(file.data, (unsigned)file.length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb.face_create(blob, 0);
    Kern *kern = xalloc(sizeof(*kern));
    kern->hb = hb;
    kern->font = hb.font_create(face);
    hb.font_set_scale(kern->font, 1000, 1000);
    kern->buffer = hb.buffer_create();
    hb.face_destroy(face);
    hb.blob_destroy(blob);
    return kern;
}

void kern_free(Kern *kern)
{
    if (kern) {
        kern->hb.buffer_destroy(kern->buffer);
        kern->hb.font_destroy(kern->font);
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
    const HarfBuzz *hb = &kern->hb;
    const uint32_t pair[] = {left, right};
    hb->buffer_clear_contents(kern->buffer);
    hb->buffer_add_codepoints(kern->buffer, pair, 2, 0, 2);
    hb->buffer_guess_segment_properties(kern->buffer);
    hb->shape(kern->font, kern->buffer, features, sizeof(features) / sizeof(features[0]));
    unsigned count = hb->buffer_get_length(kern->buffer);
    if (count != 2) {
        return 0;
    }
    const hb_glyph_info_t *glyphs = hb->buffer_get_glyph_infos(kern->buffer, NULL);
    const hb_glyph_position_t *places = hb->buffer_get_glyph_positions(kern->buffer, NULL);
    return places[0].x_advance - hb->font_get_glyph_h_advance(kern->font, glyphs[0].codepoint);
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
