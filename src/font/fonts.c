#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/font/font.h"
#include "find.h"
#include "kern.h"
#include "sfnt.h"

enum { FILE_MAX_BYTES = 64 * 1024 * 1024, CACHED_CODE_POINTS = 0x180 };

typedef enum {
    FACE_UNOPENED,
    FACE_ABSENT,
    FACE_FILE,
    FACE_BUILTIN,
} FaceState;

typedef struct {
    FaceState state;
    FontStyle style;
    StrBuf file; /* owned */
    Sfnt sfnt;
    Kern *kern;                          /* owned */
    uint16_t glyphs[CACHED_CODE_POINTS]; /* of the first characters */
} Face;

/* Faces by number: the four styles of the family, the four of DejaVu Sans, Droid's. */
enum { FACE_FALLBACK = FONT_STYLE_COUNT, FACE_LAST = 2 * FONT_STYLE_COUNT };
_Static_assert(FACE_LAST + 1 == FONT_FACE_LIMIT, "the contract counts the faces");

struct Fonts {
    char *family; /* owned; a name or a path */
    char *folder; /* owned; NULL: the system's */
    StrBuf note;
    bool is_builtin;
    Face faces[FONT_FACE_LIMIT];
};

static void face_done(Face *face)
{
    kern_free(face->kern);
    strbuf_done(&face->file);
    *face = (Face){.state = FACE_ABSENT};
}

/* NULL, or why the file cannot be used. */
static const char *face_open(Face *face, const char *path)
{
    *face = (Face){.state = FACE_ABSENT};
    if (!file_read(path, FILE_MAX_BYTES, &face->file, NULL, NULL)) {
        strbuf_done(&face->file);
        return "cannot be read";
    }
    const char *reason = sfnt_open(&face->sfnt, strbuf_view(&face->file));
    if (reason) {
        strbuf_done(&face->file);
        return reason;
    }
    face->state = FACE_FILE;
    face->kern = kern_open(strbuf_view(&face->file));
    for (uint32_t code_point = 0; code_point < CACHED_CODE_POINTS; code_point++) {
        face->glyphs[code_point] = sfnt_glyph(&face->sfnt, code_point);
    }
    return NULL;
}

static bool is_path(const char *family)
{
    return strchr(family, '/') != NULL;
}

static bool find_file(const Fonts *fonts, unsigned number, StrBuf *path)
{
    FontStyle style = (FontStyle)(number % FONT_STYLE_COUNT);
    if (number == FACE_LAST) {
        return font_find(fonts->folder, "Droid Sans Fallback", FONT_REGULAR, path);
    }
    if (number >= FACE_FALLBACK) {
        return font_find(fonts->folder, "DejaVu Sans", style, path);
    }
    if (!is_path(fonts->family)) {
        return font_find(fonts->folder, fonts->family, style, path);
    }
    if (style == FONT_REGULAR) {
        strbuf_add(path, fonts->family);
        return true;
    }
    return font_find_beside(fonts->family, style, path);
}

static void open_face(Fonts *fonts, unsigned number)
{
    Face *face = &fonts->faces[number];
    if (fonts->is_builtin) {
        face->style = (FontStyle)(number % FONT_STYLE_COUNT);
        face->state = number < FACE_FALLBACK ? FACE_BUILTIN : FACE_ABSENT;
        return;
    }
    StrBuf path = {0};
    face->state = FACE_ABSENT;
    if (find_file(fonts, number, &path)) {
        face_open(face, strbuf_text(&path));
    }
    strbuf_done(&path);
}

static Face *get_face(Fonts *fonts, unsigned number)
{
    if (fonts->faces[number].state == FACE_UNOPENED) {
        open_face(fonts, number);
    }
    return &fonts->faces[number];
}

/* Whether the family has a regular style that can be used; the others may be missing. */
static bool try_family(Fonts *fonts, const char *family)
{
    free(fonts->family);
    fonts->family = xstrdup(family);
    for (unsigned number = 0; number < FONT_STYLE_COUNT; number++) {
        face_done(&fonts->faces[number]);
        fonts->faces[number].state = FACE_UNOPENED;
    }
    return get_face(fonts, FONT_REGULAR)->state == FACE_FILE;
}

static void explain_path(Fonts *fonts, const char *path)
{
    Face probe;
    const char *reason = face_open(&probe, path);
    face_done(&probe);
    strbuf_add(&fonts->note, "the font ");
    utf8_add_printable(&fonts->note, view_of(path));
    strbuf_addf(&fonts->note, " %s; ", reason ? reason : "cannot be used");
}

static void explain_family(Fonts *fonts, const char *family)
{
    strbuf_add(&fonts->note, "the font ");
    utf8_add_printable(&fonts->note, view_of(family));
    strbuf_add(&fonts->note, " is not installed; ");
}

static void use_another(Fonts *fonts)
{
    static const char *const others[] = {"Carlito", "Liberation Sans", "DejaVu Sans"};
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        if (try_family(fonts, others[i])) {
            strbuf_addf(&fonts->note, "%s is used instead", others[i]);
            return;
        }
    }
    try_family(fonts, "Helvetica");
    for (unsigned number = 0; number < FONT_FACE_LIMIT; number++) {
        face_done(&fonts->faces[number]);
        fonts->faces[number].state = FACE_UNOPENED;
    }
    fonts->is_builtin = true;
    strbuf_add(&fonts->note, "the reader's own Helvetica is used, without characters beyond "
                             "western Europe: install fonts-crosextra-carlito");
}

/* Parsers know headings and titles by it. */
static void tell_missing_bold(Fonts *fonts)
{
    if (get_face(fonts, FONT_BOLD)->state != FACE_FILE) {
        strbuf_add(&fonts->note, "the font ");
        utf8_add_printable(&fonts->note, view_of(fonts->family));
        strbuf_add(&fonts->note, is_path(fonts->family)
                                     ? " has no file beside it that ends with -Bold.ttf"
                                     : " has no bold style");
        strbuf_add(&fonts->note, ": headings are as light as the text");
    }
}

Fonts *fonts_open(const FontRequest *request)
{
    Fonts *fonts = xalloc(sizeof(*fonts));
    fonts->folder = request->folder ? xstrdup(request->folder) : NULL;
    if (try_family(fonts, request->family)) {
        tell_missing_bold(fonts);
        return fonts;
    }
    if (is_path(request->family)) {
        explain_path(fonts, request->family);
    } else {
        explain_family(fonts, request->family);
    }
    use_another(fonts);
    return fonts;
}

Fonts *fonts_open_builtin(void)
{
    Fonts *fonts = xalloc(sizeof(*fonts));
    fonts->family = xstrdup("Helvetica");
    fonts->is_builtin = true;
    return fonts;
}

void fonts_free(Fonts *fonts)
{
    if (!fonts) {
        return;
    }
    for (unsigned number = 0; number < FONT_FACE_LIMIT; number++) {
        face_done(&fonts->faces[number]);
    }
    strbuf_done(&fonts->note);
    free(fonts->family);
    free(fonts->folder);
    free(fonts);
}

const char *fonts_note(const Fonts *fonts)
{
    return fonts->note.length > 0 ? strbuf_text(&fonts->note) : NULL;
}

static uint16_t face_glyph(const Face *face, uint32_t code_point)
{
    if (face->state == FACE_BUILTIN) {
        return builtin_glyph(code_point);
    }
    if (face->state != FACE_FILE) {
        return 0;
    }
    return code_point < CACHED_CODE_POINTS ? face->glyphs[code_point]
                                           : sfnt_glyph(&face->sfnt, code_point);
}

static int face_advance(const Face *face, unsigned glyph)
{
    if (face->state == FACE_BUILTIN) {
        return builtin_advance(face->style == FONT_BOLD || face->style == FONT_BOLD_ITALIC, glyph);
    }
    return sfnt_advance(&face->sfnt, glyph);
}

/* Blanks that a font may lack are printed as its plain one. */
static uint32_t plain_blank(uint32_t code_point)
{
    bool is_blank = code_point == 0xA0 || (code_point >= 0x2000 && code_point <= 0x200A) ||
                    code_point == 0x202F || code_point == 0x205F || code_point == 0x3000;
    return is_blank ? ' ' : code_point;
}

/* The faces to ask, in turn: the style, the regular one where the family lacks it, fall-backs. */
static bool choose_glyph(Fonts *fonts, FontStyle style, uint32_t code_point, FontGlyph *glyph)
{
    const unsigned chain[] = {style, FONT_REGULAR, FACE_FALLBACK + style,
                              FACE_FALLBACK + FONT_REGULAR, FACE_LAST};
    for (size_t i = 0; i < sizeof(chain) / sizeof(chain[0]); i++) {
        const Face *face = get_face(fonts, chain[i]);
        uint16_t number = face_glyph(face, code_point);
        if (number > 0) {
            glyph->face = chain[i];
            glyph->glyph = number;
            glyph->advance = (int16_t)face_advance(face, number);
            return true;
        }
    }
    return false;
}

static FontGlyph glyph_of(Fonts *fonts, FontStyle style, uint32_t code_point)
{
    FontGlyph glyph = {.code_point = code_point};
    if (!choose_glyph(fonts, style, code_point, &glyph) &&
        !choose_glyph(fonts, style, plain_blank(code_point), &glyph)) {
        glyph.is_missing = true;
        choose_glyph(fonts, style, '?', &glyph);
    }
    return glyph;
}

static void kern_after(Fonts *fonts, FontGlyph *left, const FontGlyph *right)
{
    if (left->face == right->face && !left->is_missing && !right->is_missing) {
        Kern *kern = fonts->faces[left->face].kern;
        left->kern = (int16_t)kern_pair(kern, left->code_point, right->code_point);
    }
}

/* Marks for breaking and joining; a font may have a glyph for them, which nobody wants to see. */
static bool is_invisible(uint32_t code_point)
{
    return code_point == 0xAD || (code_point >= 0x200B && code_point <= 0x200F) ||
           code_point == 0x2060 || code_point == 0xFEFF ||
           (code_point >= 0xFE00 && code_point <= 0xFE0F);
}

size_t fonts_shape(Fonts *fonts, FontStyle style, StrView text, FontGlyph *glyphs)
{
    size_t count = 0;
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        uint32_t code_point = utf8_decode(text, at, &bytes);
        if (is_invisible(code_point)) {
            continue;
        }
        glyphs[count] = glyph_of(fonts, style, code_point);
        if (count > 0) {
            kern_after(fonts, &glyphs[count - 1], &glyphs[count]);
        }
        count++;
    }
    return count;
}

int fonts_width(Fonts *fonts, FontStyle style, StrView text)
{
    FontGlyph pair[2] = {0};
    int width = 0;
    bool is_first = true;
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        uint32_t code_point = utf8_decode(text, at, &bytes);
        if (is_invisible(code_point)) {
            continue;
        }
        pair[1] = glyph_of(fonts, style, code_point);
        if (!is_first) {
            kern_after(fonts, &pair[0], &pair[1]);
            width += pair[0].kern;
        }
        width += pair[1].advance;
        pair[0] = pair[1];
        is_first = false;
    }
    return width;
}

bool fonts_has(Fonts *fonts, FontStyle style, uint32_t code_point)
{
    return is_invisible(code_point) || !glyph_of(fonts, style, code_point).is_missing;
}

FontFaceInfo fonts_face(const Fonts *fonts, unsigned number)
{
    assert(number < FONT_FACE_LIMIT);
    const Face *face = &fonts->faces[number];
    FontFaceInfo info = {0};
    if (face->state == FACE_BUILTIN) {
        builtin_describe(face->style, &info);
    } else if (face->state == FACE_FILE) {
        sfnt_describe(&face->sfnt, &info);
    }
    return info;
}

bool fonts_subset(const Fonts *fonts, unsigned number, const uint16_t *glyphs, size_t count,
                  StrBuf *out)
{
    assert(number < FONT_FACE_LIMIT);
    const Face *face = &fonts->faces[number];
    return face->state == FACE_FILE && sfnt_subset(&face->sfnt, glyphs, count, out);
}
