#include "find.h"

#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

#include "config.h"

#ifdef HAVE_FONTCONFIG
#include <fontconfig/fontconfig.h>

#include "bulletproof/base/library.h"
#endif

#define SYSTEM_FOLDER "/usr/share/fonts/truetype"

typedef struct {
    const char *family;
    const char *stem;                      /* below the folder */
    const char *endings[FONT_STYLE_COUNT]; /* NULL: the package has no such style */
} Family;

#define PLAIN_ENDINGS \
    { \
        "-Regular.ttf", "-Bold.ttf", "-Italic.ttf", "-BoldItalic.ttf" \
    }

static const Family families[] = {
    {"Carlito", "crosextra/Carlito", PLAIN_ENDINGS},
    {"Liberation Sans", "liberation2/LiberationSans", PLAIN_ENDINGS},
    {"Liberation Serif", "liberation2/LiberationSerif", PLAIN_ENDINGS},
    {"Gentium Plus", "gentiumplus/GentiumPlus", PLAIN_ENDINGS},
    {"Lato", "lato/Lato", PLAIN_ENDINGS},
    {"Noto Sans", "noto/NotoSans", PLAIN_ENDINGS},
    {"Noto Serif", "noto/NotoSerif", PLAIN_ENDINGS},
    {"DejaVu Sans", "dejavu/DejaVuSans", {".ttf", "-Bold.ttf", "-Oblique.ttf", "-BoldOblique.ttf"}},
    {"Droid Sans Fallback", "droid/DroidSansFallbackFull", {".ttf", NULL, NULL, NULL}},
};

static bool is_readable(const StrBuf *path)
{
    return access(strbuf_text(path), R_OK) == 0;
}

static bool find_fixed(const char *folder, const Family *family, FontStyle style, StrBuf *path)
{
    if (!family->endings[style]) {
        return false;
    }
    size_t start = path->length;
    strbuf_addf(path, "%s/%s%s", folder, family->stem, family->endings[style]);
    if (is_readable(path)) {
        return true;
    }
    strbuf_truncate(path, start);
    return false;
}

#ifdef HAVE_FONTCONFIG

/* clang-format off */
#define CALLS(X) \
    X(ConfigDestroy) X(ConfigSubstitute) X(DefaultSubstitute) X(FontMatch) \
    X(InitLoadConfigAndFonts) X(PatternAddInteger) X(PatternAddString) X(PatternCreate) \
    X(PatternDestroy) X(PatternGetString)
/* clang-format on */

/* The library: FcFontMatch() is fc->FontMatch(). */
typedef struct {
#define X(name) __typeof__(Fc##name) *name;
    CALLS(X)
#undef X
} Fontconfig;

static bool load(Fontconfig *fc)
{
    const LibraryCall calls[] = {
#define X(name) {"Fc" #name, &fc->name},
        CALLS(X)
#undef X
    };
    return library_load(FONTCONFIG_LIBRARY, calls, sizeof(calls) / sizeof(calls[0]));
}

static bool is_the_family(const Fontconfig *fc, const FcPattern *match, const char *family)
{
    FcChar8 *name = NULL;
    for (int i = 0; fc->PatternGetString(match, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        if (strcasecmp((const char *)name, family) == 0) {
            return true;
        }
    }
    return false;
}

/* The file that is nearest to what is wanted; NULL: another family is. Owned by `match`. */
static const char *file_of(const Fontconfig *fc, const FcPattern *match, const char *family)
{
    FcChar8 *file = NULL;
    bool is_found = match && is_the_family(fc, match, family) &&
                    fc->PatternGetString(match, FC_FILE, 0, &file) == FcResultMatch;
    return is_found ? (const char *)file : NULL;
}

static FcPattern *make_pattern(const Fontconfig *fc, const char *family, FontStyle style)
{
    bool is_bold = style == FONT_BOLD || style == FONT_BOLD_ITALIC;
    bool is_italic = style == FONT_ITALIC || style == FONT_BOLD_ITALIC;
    FcPattern *wanted = fc->PatternCreate();
    fc->PatternAddString(wanted, FC_FAMILY, (const FcChar8 *)family);
    fc->PatternAddInteger(wanted, FC_WEIGHT, is_bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    fc->PatternAddInteger(wanted, FC_SLANT, is_italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    return wanted;
}

static bool find_configured(const char *family, FontStyle style, StrBuf *path)
{
    Fontconfig fc;
    if (!load(&fc)) {
        return false;
    }
    FcResult result;
    FcConfig *config = fc.InitLoadConfigAndFonts();
    FcPattern *wanted = make_pattern(&fc, family, style);
    fc.ConfigSubstitute(config, wanted, FcMatchPattern);
    fc.DefaultSubstitute(wanted);
    FcPattern *match = fc.FontMatch(config, wanted, &result);
    const char *file = file_of(&fc, match, family);
    strbuf_add(path, file ? file : "");
    bool is_found = file != NULL;
    if (match) {
        fc.PatternDestroy(match);
    }
    fc.PatternDestroy(wanted);
    fc.ConfigDestroy(config);
    return is_found;
}

#else

static bool find_configured(const char *family, FontStyle style, StrBuf *path)
{
    (void)family;
    (void)style;
    (void)path;
    return false;
}

#endif

bool font_find(const char *folder, const char *family, FontStyle style, StrBuf *path)
{
    for (size_t i = 0; i < sizeof(families) / sizeof(families[0]); i++) {
        if (strcasecmp(families[i].family, family) == 0 &&
            find_fixed(folder ? folder : SYSTEM_FOLDER, &families[i], style, path)) {
            return true;
        }
    }
    return !folder && find_configured(family, style, path);
}

bool font_find_beside(const char *path, FontStyle style, StrBuf *found)
{
    static const char *const endings[FONT_STYLE_COUNT] = PLAIN_ENDINGS;
    StrView stem = view_of(path);
    for (size_t i = 0; i < 2; i++) {
        StrView ending = view_of(i == 0 ? ".ttf" : "-Regular");
        bool has_ending =
            stem.length > ending.length &&
            view_equal(view_slice(stem, stem.length - ending.length, stem.length), ending);
        if (i == 0 && !has_ending) {
            return false;
        }
        stem = has_ending ? view_slice(stem, 0, stem.length - ending.length) : stem;
    }
    size_t start = found->length;
    strbuf_add_view(found, stem);
    strbuf_add(found, endings[style]);
    if (is_readable(found)) {
        return true;
    }
    strbuf_truncate(found, start);
    return false;
}
