/* Fonts and themes that are damaged in every way that chance finds: what is made of them is a PDF
 * or a reason, soon. And many exports one after the other. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
/* Of the sanitizer's run time; not every compiler brings the header. */
size_t __sanitizer_get_current_allocated_bytes(void);
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

#include "bulletproof/base/embedded.h"
#include "bulletproof/base/file.h"
#include "bulletproof/export/resume_pdf.h"
#include "dice.h"
#include "sample.h"

enum { LONG_ROUNDS = 500, SHORT_ROUNDS = 60, MOST_SECONDS = 300 };

/* All of them with BULLETPROOF_LONG=1. */
static int rounds(void)
{
    const char *is_long = getenv("BULLETPROOF_LONG");
    return is_long && strcmp(is_long, "1") == 0 ? LONG_ROUNDS : SHORT_ROUNDS;
}

/* What no mutation may take; else the suite is ended, and has failed. */
static void must_end(void)
{
    alarm(MOST_SECONDS);
}

/* --- Mutations ----------------------------------------------------------------- */

static void flip_bytes(StrBuf *bytes, Dice *dice, size_t from, size_t end, size_t count)
{
    for (size_t i = 0; i < count && end > from; i++) {
        bytes->data[from + dice_throw(dice, end - from)] = (char)dice_throw(dice, 256);
    }
}

static size_t number_at(const StrBuf *bytes, size_t offset, size_t count)
{
    size_t number = 0;
    for (size_t i = 0; i < count; i++) {
        number = number << 8 | (unsigned char)bytes->data[offset + i];
    }
    return number;
}

/* The bytes [from, end) of a table picked at random, as the directory of a sound font has it. */
static void pick_table(const StrBuf *sound, Dice *dice, size_t *from, size_t *end)
{
    size_t tables = number_at(sound, 4, 2);
    size_t row = 12 + 16 * dice_throw(dice, tables);
    *from = number_at(sound, row + 8, 4);
    *end = *from + number_at(sound, row + 12, 4);
}

/* In turn: the directory, one table lightly, one table heavily, outlines, the end cut off. */
static void damage_font(StrBuf *bytes, const StrBuf *sound, Dice *dice, int round)
{
    size_t from, end;
    pick_table(sound, dice, &from, &end);
    strbuf_clear(bytes);
    strbuf_add_view(bytes, strbuf_view(sound));
    switch (round % 5) {
    case 0:
        flip_bytes(bytes, dice, 0, 12 + 16 * number_at(sound, 4, 2), 1 + dice_throw(dice, 8));
        break;
    case 1:
        flip_bytes(bytes, dice, from, end, 1 + dice_throw(dice, 4));
        break;
    case 2:
        flip_bytes(bytes, dice, from, end, (end - from) / 4 + 1);
        break;
    case 3:
        flip_bytes(bytes, dice, 400, bytes->length, 3000);
        break;
    default:
        strbuf_truncate(bytes, dice_throw(dice, bytes->length));
    }
}

/* Flips, cuts and doubles parts of a text. */
static void damage_text(StrBuf *out, StrView text, Dice *dice)
{
    size_t from = dice_throw(dice, text.length), end = from + dice_throw(dice, 40);
    strbuf_clear(out);
    strbuf_add_view(out, view_slice(text, 0, from));
    if (dice_throw(dice, 3) == 0) {
        strbuf_add_view(out, view_slice(text, from, text.length)); /* only numbers change */
    } else if (dice_throw(dice, 2) == 0) {
        strbuf_add_view(out, view_slice(text, from, end));
        strbuf_add_view(out, view_slice(text, from, text.length));
    } else {
        strbuf_add_view(out, view_slice(text, end, text.length));
    }
    flip_bytes(out, dice, 0, out->length, dice_throw(dice, 4) == 0 ? 1 : 0);
    for (size_t i = dice_throw(dice, 6); i > 0 && out->length > 0; i--) {
        size_t at = dice_throw(dice, out->length);
        bool is_digit = out->data[at] >= '0' && out->data[at] <= '9';
        out->data[at] = is_digit ? (char)('0' + dice_throw(dice, 10)) : out->data[at];
    }
}

/* --- What is done with them ---------------------------------------------------- */

/* Without a flush to the disk: that would take minutes. */
static void put_bytes(const char *path, const StrBuf *bytes)
{
    FILE *file = fopen(path, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    CU_ASSERT_EQUAL(fwrite(bytes->data, 1, bytes->length, file), bytes->length);
    CU_ASSERT_EQUAL(fclose(file), 0);
}

/* Whether a PDF was made; else there is a reason, and nothing else. */
static bool print_with(const Node *root, const Theme *theme, Fonts *fonts)
{
    StrBuf bytes = {0};
    ExportReport report;
    Diag diag = {0};
    ResumePdf input = {.root = root, .theme = theme, .fonts = fonts};
    bool is_written = resume_pdf(&input, &bytes, &report, &diag);
    CU_ASSERT_TRUE(is_written ? bytes.length > 1000 : bytes.length == 0 && diag.text[0]);
    strbuf_done(&bytes);
    return is_written;
}

static Node *short_resume(void)
{
    static const char yaml[] =
        "basics: {name: Zoë Żółć-Nguyễn, email: zoe@example.com}\n"
        "work:\n  - position: Back-End Developer\n    startDate: 2021-03\n    highlights:\n"
        "      - Cut p95 of the “order” search from 780 ms to 90 ms; Ελένη, Ольга, 日本 AVAT.\n";
    return sample_read(view_of(yaml));
}

static void damaged_fonts_end_in_a_pdf_or_a_reason(void)
{
    StrBuf sound = {0}, damaged = {0};
    if (!file_read("/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf", 16 << 20, &sound,
                   NULL, NULL)) {
        puts("# skipped: Carlito is not installed");
        return;
    }
    must_end();
    char path[] = "/tmp/bulletproof-font-XXXXXX";
    int descriptor = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(descriptor >= 0);
    Node *root = short_resume();
    Theme theme;
    theme_init(&theme);
    Dice dice = dice_new(11);
    int refused = 0, failed = 0;
    for (int round = 0; round < rounds(); round++) {
        damage_font(&damaged, &sound, &dice, round);
        put_bytes(path, &damaged);
        Fonts *fonts = fonts_open(&(FontRequest){.family = path, .folder = "/nonexistent"});
        refused += !fonts_face(fonts, FONT_REGULAR).is_embedded;
        failed += !print_with(root, &theme, fonts);
        fonts_free(fonts);
    }
    printf("# of %d fonts %d were refused, %d ended an export with a reason\n", rounds(), refused,
           failed);
    CU_ASSERT(refused > 2 && refused < rounds() - 2);
    CU_ASSERT(failed > 2);
    theme_done(&theme);
    node_free(root);
    close(descriptor);
    unlink(path);
    strbuf_done(&sound);
    strbuf_done(&damaged);
}

static void damaged_themes_end_in_a_page_or_a_reason(void)
{
    must_end();
    const EmbeddedFile *file = embedded_find("themes/standard-flow.yaml");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    Node *root = sample_load("samples/junior.yaml");
    Fonts *fonts = fonts_open_builtin();
    StrBuf damaged = {0};
    Dice dice = dice_new(12);
    int read = 0;
    for (int round = 0; round < rounds(); round++) {
        Theme theme;
        Diag diag = {0};
        damage_text(&damaged, file->text, &dice);
        bool is_read = theme_read(&theme, strbuf_view(&damaged), &diag);
        CU_ASSERT_TRUE(is_read || diag.text[0]);
        if (is_read) {
            read++;
            CU_ASSERT_TRUE(print_with(root, &theme, fonts));
        }
        theme_done(&theme);
    }
    printf("# of %d themes %d were read\n", rounds(), read);
    CU_ASSERT(read > 5 && read < rounds() - 5);
    strbuf_done(&damaged);
    fonts_free(fonts);
    node_free(root);
}

/* --- Memory -------------------------------------------------------------------- */

/* The sanitizer counts exactly; the C library counts what it keeps for the next call, too. */
#if defined(__SANITIZE_ADDRESS__)
enum { SLACK_BYTES = 1024 };
#else
enum { SLACK_BYTES = 128 * 1024 };
#endif

/* Bytes that are allocated now; 0 where nobody counts them. */
static size_t allocated_bytes(void)
{
#if defined(__SANITIZE_ADDRESS__)
    return __sanitizer_get_current_allocated_bytes();
#elif defined(__GLIBC__)
    return mallinfo2().uordblks;
#else
    return 0;
#endif
}

static void many_exports_keep_no_memory(void)
{
    enum { WARM = 3 };
    int exports = rounds() == LONG_ROUNDS ? 200 : 40;
    Node *root = short_resume();
    Theme theme;
    theme_init(&theme);
    size_t before = 0;
    for (int i = 0; i < exports + WARM; i++) {
        before = i == WARM ? allocated_bytes() : before;
        CU_ASSERT_TRUE(print_with(root, &theme, NULL));
    }
    size_t after = allocated_bytes();
    printf("# %zu bytes before, %zu after %d exports\n", before, after, exports);
    CU_ASSERT(after <= before + SLACK_BYTES);
    theme_done(&theme);
    node_free(root);
}

CU_TestInfo damage_tests[] = {
    {"damaged fonts end in a pdf or a reason", damaged_fonts_end_in_a_pdf_or_a_reason},
    {"damaged themes end in a page or a reason", damaged_themes_end_in_a_page_or_a_reason},
    {"many exports keep no memory", many_exports_keep_no_memory},
    CU_TEST_INFO_NULL,
};
