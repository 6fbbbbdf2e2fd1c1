#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/font/font.h"
#include "dice.h"

static void builtin_metrics_need_no_font_file(void)
{
    static const struct {
        const char *text;
        FontStyle style;
        int width;
    } cases[] = {
        {"", FONT_REGULAR, 0},      {"Hello", FONT_REGULAR, 2278}, {"Hello", FONT_BOLD, 2445},
        {"Zoë", FONT_ITALIC, 1723}, {"€ – •", FONT_REGULAR, 2018},
    };
    Fonts *fonts = fonts_open_builtin();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_EQUAL(fonts_width(fonts, cases[i].style, view_of(cases[i].text)), cases[i].width);
    }
    fonts_free(fonts);
}

static void a_character_that_no_font_has_is_told(void)
{
    Fonts *fonts = fonts_open_builtin();
    FontGlyph glyphs[8];
    CU_ASSERT_EQUAL(fonts_shape(fonts, FONT_REGULAR, view_of("aŁ"), glyphs), 2);
    CU_ASSERT_FALSE(glyphs[0].is_missing);
    CU_ASSERT_TRUE(glyphs[1].is_missing);
    CU_ASSERT_EQUAL(glyphs[1].glyph, '?');
    CU_ASSERT_FALSE(fonts_has(fonts, FONT_REGULAR, 0x141));
    fonts_free(fonts);
}

static void a_folder_without_fonts_falls_back_to_the_builtin_metrics(void)
{
    Fonts *fonts = fonts_open(&(FontRequest){.family = "Carlito", .folder = "/nonexistent"});
    CU_ASSERT_PTR_NOT_NULL(fonts_note(fonts));
    CU_ASSERT_EQUAL(fonts_width(fonts, FONT_REGULAR, view_of("Hello")), 2278);
    CU_ASSERT_FALSE(fonts_face(fonts, FONT_REGULAR).is_embedded);
    fonts_free(fonts);
}

static void a_file_that_is_no_font_is_refused_with_a_reason(void)
{
    Fonts *fonts = fonts_open(&(FontRequest){.family = source_path("LICENSE")});
    const char *note = fonts_note(fonts);
    CU_ASSERT_TRUE(note && strstr(note, "has no TrueType outlines"));
    fonts_free(fonts);
}

#define CARLITO "/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf"

/* A small font to be damaged: some glyphs of an installed one, or nothing. */
static StrBuf installed_font(void)
{
    StrBuf file = {0};
    file_read(CARLITO, 16 << 20, &file, NULL, NULL);
    return file;
}

static void a_subset_has_the_glyphs_in_the_asked_order(void)
{
    Fonts *fonts = fonts_open(&(FontRequest){.family = "Carlito"});
    if (fonts_note(fonts)) {
        puts("# skipped: Carlito is not installed");
        fonts_free(fonts);
        return;
    }
    FontGlyph shaped[8];
    uint16_t glyphs[8];
    size_t count = fonts_shape(fonts, FONT_REGULAR, view_of("ëaễ"), shaped);
    for (size_t i = 0; i < count; i++) {
        glyphs[i] = shaped[i].glyph;
    }
    StrBuf out = {0};
    CU_ASSERT_TRUE(fonts_subset(fonts, FONT_REGULAR, glyphs, count, &out));
    CU_ASSERT_TRUE(out.length > 500 && out.length < 8000);
    CU_ASSERT_EQUAL(memcmp(out.data, "\0\1\0\0\0\6", 6), 0);
    strbuf_done(&out);
    fonts_free(fonts);
}

/* Uses everything that reads the file: metrics, the table of characters, outlines. */
static void exercise(const char *path)
{
    Fonts *fonts = fonts_open(&(FontRequest){.family = path, .folder = "/nonexistent"});
    FontGlyph shaped[64];
    uint16_t glyphs[64];
    size_t count = fonts_shape(fonts, FONT_REGULAR, view_of("AVéłễЖΩ日 fi"), shaped);
    for (size_t i = 0; i < count; i++) {
        glyphs[i] = shaped[i].glyph;
    }
    StrBuf out = {0};
    fonts_subset(fonts, shaped[0].face, glyphs, count, &out);
    fonts_face(fonts, shaped[0].face);
    strbuf_done(&out);
    fonts_free(fonts);
}

static void damaged_fonts_never_end_the_program(void)
{
    StrBuf file = installed_font();
    if (file.length == 0) {
        puts("# skipped: Carlito is not installed");
        return;
    }
    char path[] = "/tmp/bulletproof-font-XXXXXX";
    int descriptor = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(descriptor >= 0);
    Dice dice = dice_new(7);
    for (int round = 0; round < 40; round++) {
        StrBuf damaged = {0};
        strbuf_add_view(&damaged, strbuf_view(&file));
        for (int flip = 0; flip < 200; flip++) {
            size_t range = flip % 2 ? 600 : damaged.length;
            damaged.data[dice_throw(&dice, range)] = (char)dice_throw(&dice, 256);
        }
        if (round % 4 == 0) {
            strbuf_truncate(&damaged, dice_throw(&dice, damaged.length));
        }
        CU_ASSERT_TRUE(file_write(path, strbuf_view(&damaged), NULL, NULL, NULL));
        exercise(path);
        strbuf_done(&damaged);
    }
    close(descriptor);
    unlink(path);
    strbuf_done(&file);
}

/* Of a file alone, and of one whose bold style lies beside it. */
static void styles_are_found_beside_a_file(void)
{
    static const struct {
        const char *path;
        bool has_bold;
    } cases[] = {
        {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", true},
        {CARLITO, true},
        {"/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        if (access(cases[i].path, R_OK) != 0) {
            printf("# skipped: there is no %s\n", cases[i].path);
            continue;
        }
        FontGlyph glyph;
        Fonts *fonts = fonts_open(&(FontRequest){.family = cases[i].path, .folder = "/none"});
        CU_ASSERT_EQUAL(fonts_shape(fonts, FONT_BOLD, view_of("A"), &glyph), 1);
        CU_ASSERT_EQUAL(glyph.face, cases[i].has_bold ? FONT_BOLD : FONT_REGULAR);
        const char *note = fonts_note(fonts);
        CU_ASSERT_EQUAL(note == NULL, cases[i].has_bold);
        CU_ASSERT_TRUE(!note || strstr(note, "-Bold.ttf: headings are as light"));
        fonts_free(fonts);
    }
}

CU_TestInfo font_tests[] = {
    {"builtin metrics need no font file", builtin_metrics_need_no_font_file},
    {"a character that no font has is told", a_character_that_no_font_has_is_told},
    {"a folder without fonts falls back to the builtin metrics",
     a_folder_without_fonts_falls_back_to_the_builtin_metrics},
    {"a file that is no font is refused with a reason",
     a_file_that_is_no_font_is_refused_with_a_reason},
    {"a subset has the glyphs in the asked order", a_subset_has_the_glyphs_in_the_asked_order},
    {"damaged fonts never end the program", damaged_fonts_never_end_the_program},
    {"styles are found beside a file", styles_are_found_beside_a_file},
    CU_TEST_INFO_NULL,
};
