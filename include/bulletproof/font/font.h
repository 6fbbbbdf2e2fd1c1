/* Fonts: finds the files, knows which characters they have, how wide these are and how pairs of
 * them are kerned, and cuts the glyphs in use out of a file. Knows no page and no PDF.
 *
 * Every file is read with all offsets checked, so a malformed font is refused or prints wrongly,
 * never more. Where no font is installed, the metrics of Helvetica are built in. */
#ifndef BULLETPROOF_FONT_FONT_H
#define BULLETPROOF_FONT_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

typedef enum { FONT_REGULAR, FONT_BOLD, FONT_ITALIC, FONT_BOLD_ITALIC, FONT_STYLE_COUNT } FontStyle;

/* A family in four styles and the fall-backs for characters it lacks: DejaVu Sans, then Droid
 * Sans Fallback. Files are opened when first needed. */
typedef struct Fonts Fonts;

typedef struct {
    const char *family; /* such as "Carlito", or the path of a font file: "/…/Foo-Regular.ttf" */
    const char *folder; /* of TrueType fonts; NULL: /usr/share/fonts/truetype, then fontconfig */
} FontRequest;

/* Never NULL: what is not there or not sound is replaced, and fonts_note() tells. */
Fonts *fonts_open(const FontRequest *request);
/* The built-in metrics alone: the same on every machine. */
Fonts *fonts_open_builtin(void);
void fonts_free(Fonts *fonts);
/* One line about what is used instead of what was asked for, or NULL. Borrowed. */
const char *fonts_note(const Fonts *fonts);

typedef struct {
    uint32_t code_point;
    unsigned face;   /* below FONT_FACE_LIMIT */
    uint16_t glyph;  /* of that face */
    int16_t advance; /* 1/1000 of the size */
    int16_t kern;    /* to add after the glyph; negative brings the next one nearer */
    bool is_missing; /* no font has the character: the glyph is a question mark's */
} FontGlyph;

enum { FONT_FACE_LIMIT = 9 };

/* One glyph a code point, no ligatures; soft hyphens, zero-width blanks, joiners and variation
 * selectors have none. `glyphs` has room for text.length items. Returns their
 * number. Kerning is at most 80/1000 nearer and 30/1000 wider: more is read as a blank, or as
 * none, by programs that extract text. */
size_t fonts_shape(Fonts *fonts, FontStyle style, StrView text, FontGlyph *glyphs);
/* Width in 1/1000 of the size, kerned. */
int fonts_width(Fonts *fonts, FontStyle style, StrView text);
/* Whether the chosen family or a fall-back has the character. */
bool fonts_has(Fonts *fonts, FontStyle style, uint32_t code_point);

/* What a font descriptor tells; lengths in 1/1000 of the size. */
typedef struct {
    char name[64];    /* PostScript name, such as "Carlito-Bold" */
    bool is_embedded; /* false: one of the fonts that every PDF reader brings */
    bool is_bold, is_italic, is_serif, is_fixed_pitch;
    int ascent, descent, cap_height, italic_angle;
    int box[4]; /* left, bottom, right, top */
} FontFaceInfo;

FontFaceInfo fonts_face(const Fonts *fonts, unsigned face);
/* Appends a TrueType font whose glyph i + 1 is glyphs[i] of the face; glyph 0 stands for what is
 * missing. False when the face is not a file or its glyphs are broken. */
bool fonts_subset(const Fonts *fonts, unsigned face, const uint16_t *glyphs, size_t count,
                  StrBuf *out);

#endif
