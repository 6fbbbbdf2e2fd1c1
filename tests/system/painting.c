/* Paints screens by chance, one over the other, and asks a terminal of its own whether it shows
 * them, as TAP: every kind of terminal must come from any screen to any other, with one write. */
#include <curses.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/term/term.h"
#include "bulletproof/text/ascii.h"
#include "bulletproof/text/grapheme.h"
#include "dice.h"
#include "emulator.h"
#include "term/shown.h"

enum { SCREENS = 4000 };

/* --- screens by chance -------------------------------------------------------------- */

static const char *const words[] = {"latency ",
                                    "p99 ",
                                    "e\xCC\x81t\xC3\xA9 ",
                                    "日本語",
                                    "naïve ",
                                    "a",
                                    "• ",
                                    "\xF0\x9F\x98\x80 ",
                                    "      ",
                                    "──────────────",
                                    "reduced the time to "};

static StrView word(Dice *dice)
{
    return view_of(words[dice_throw(dice, sizeof(words) / sizeof(words[0]))]);
}

typedef struct {
    char *text; /* owned */
    Role role;
    int column;
} Line;

static void write_lines(Surface *surface, const Line lines[EMULATOR_ROWS])
{
    surface_reset(surface, surface->rows, surface->columns);
    for (int row = 0; row < surface->rows; row++) {
        Strip strip = {row, lines[row].column, surface->columns};
        surface_put(surface, strip, lines[row].role, view_of(lines[row].text));
    }
}

/* A word or a letter more, somewhere in a line, or less. */
static void edit(Line *line, Dice *dice)
{
    StrBuf text = {0};
    strbuf_add(&text, line->text);
    size_t at = dice_throw(dice, text.length + 1);
    at = at < text.length ? grapheme_previous(strbuf_view(&text), at + 1) : at;
    size_t next = at < text.length ? grapheme_next(strbuf_view(&text), at) : at;
    bool is_longer = dice_throw(dice, 3) > 0 && text.length < EMULATOR_COLUMNS * 2;
    strbuf_splice(&text, at, is_longer ? 0 : next - at,
                  !is_longer                ? view_of("")
                  : dice_throw(dice, 2) > 0 ? view_of("x")
                                            : word(dice));
    free(line->text);
    line->text = strbuf_steal(&text);
}

static void change(Surface *surface, Line lines[EMULATOR_ROWS], Dice *dice)
{
    Line *line = &lines[dice_throw(dice, (size_t)surface->rows)];
    for (size_t i = dice_throw(dice, 4) + 1; i > 0; i--) {
        edit(line, dice);
    }
    if (dice_throw(dice, 4) == 0) {
        line->role = (Role)dice_throw(dice, ROLE_COUNT);
        line->column = (int)dice_throw(dice, 9) - 2;
    }
    if (dice_throw(dice, 30) == 0) {
        surface_reset(surface, 1 + (int)dice_throw(dice, EMULATOR_ROWS),
                      2 + (int)dice_throw(dice, EMULATOR_COLUMNS - 2));
    }
    write_lines(surface, lines);
    int row = (int)dice_throw(dice, (size_t)surface->rows);
    Area side = {0, surface->columns - 7, surface->rows, 1};
    surface_fill(surface, side, ROLE_RULE, dice_throw(dice, 6) == 0 ? ' ' : '|');
    surface_paint(surface, (Area){row, 3, 1, 5}, (Role)dice_throw(dice, ROLE_COUNT));
    surface_set_cursor(surface, row, (int)dice_throw(dice, (size_t)surface->columns + 3) - 2);
}

/* --- what is shown ------------------------------------------------------------------ */

static bool is_shown(const Shown *shown, const Cell *cell, const Glyph *glyph)
{
    Style style = shown->styles[cell->role];
    unsigned drawn = STYLE_REVERSE | STYLE_UNDERLINE;
    if (glyph->code_points[0] == ' ' && !(style.attributes & drawn)) {
        style = glyph->style.attributes & drawn ? style : glyph->style;
    }
    bool is_same_style =
        glyph->code_points[0] == 0 ||
        (style.attributes == glyph->style.attributes && style.colour == glyph->style.colour);
    if (!shown->shows_utf8) {
        uint32_t stand_in = cell->code_points[0] ? ascii_for(cell->code_points[0]) : ' ';
        return is_same_style && glyph->code_points[0] == stand_in;
    }
    return is_same_style &&
           memcmp(cell->code_points, glyph->code_points, sizeof(cell->code_points)) == 0;
}

static bool is_screen_shown(const Shown *shown, const Surface *surface, const Emulator *screen)
{
    for (int row = 0; row < surface->rows; row++) {
        for (int column = 0; column < surface->columns; column++) {
            bool is_corner = row == surface->rows - 1 && column == surface->columns - 1;
            if (!(is_corner && screen->wraps_at_once) &&
                !is_shown(shown, surface_cell(surface, row, column),
                          &screen->glyphs[row][column])) {
                printf("# row %d, column %d\n", row, column);
                return false;
            }
        }
    }
    bool has_cursor = surface->cursor_row >= 0;
    bool is_cursor_right = !has_cursor || (surface->cursor_row == screen->row &&
                                           surface->cursor_column == screen->column);
    printf("%s", is_cursor_right && !screen->is_confused ? "" : "# the cursor, or a sequence\n");
    return is_cursor_right && !screen->is_confused;
}

/* --- what is written ---------------------------------------------------------------- */

/* Calls of write() by this process. */
static long count_writes(void)
{
    char line[64];
    long count = 0;
    FILE *in = fopen("/proc/self/io", "r");
    while (in && fgets(line, sizeof(line), in)) {
        sscanf(line, "syscw: %ld", &count);
    }
    if (in) {
        fclose(in);
    }
    return count;
}

/* Standard output goes to `file` meanwhile. */
static char *paint(Shown *shown, const Surface *surface, int file, size_t *length)
{
    int kept = dup(STDOUT_FILENO);
    fflush(stdout);
    if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0) {
        return NULL;
    }
    dup2(file, STDOUT_FILENO);
    long writes = count_writes();
    shown_become(shown, surface);
    writes = count_writes() - writes;
    dup2(kept, STDOUT_FILENO);
    close(kept);
    *length = (size_t)lseek(file, 0, SEEK_END);
    char *bytes = xalloc(*length + 1);
    bool is_read = pread(file, bytes, *length, 0) == (ssize_t)*length;
    if (!is_read || writes > 1) {
        printf("# %ld writes\n", writes);
        free(bytes);
        return NULL;
    }
    return bytes;
}

static bool paints(Shown *shown, const Surface *surface, Emulator *screen, int file)
{
    size_t length = 0;
    if (screen->rows != surface->rows || screen->columns != surface->columns) {
        emulator_resize(screen, surface->rows, surface->columns);
    }
    char *bytes = paint(shown, surface, file, &length);
    if (!bytes) {
        return false;
    }
    emulator_show(screen, bytes, length);
    bool is_right = is_screen_shown(shown, surface, screen);
    for (size_t i = 0; !is_right && i < length; i++) {
        printf(bytes[i] == '\033' ? "\n# Esc " : bytes[i] < ' ' ? "^" : "%c", bytes[i]);
    }
    printf("%s", is_right ? "" : "\n");
    free(bytes);
    return is_right;
}

static bool paints_all(Shown *shown, const Surface *begin, int file, unsigned seed)
{
    static Emulator screen;
    Dice dice = dice_new(seed);
    Line lines[EMULATOR_ROWS];
    Surface surface;
    bool is_right = true;
    screen = (Emulator){.wraps_at_once = shown->output.scrolls_at_corner};
    surface_init(&surface, begin->rows, begin->columns);
    for (size_t i = 0; i < EMULATOR_ROWS; i++) {
        lines[i] = (Line){xstrdup(""), ROLE_TEXT, 0};
    }
    for (int i = 0; i < SCREENS && is_right; i++) {
        change(&surface, lines, &dice);
        shown->is_known = shown->is_known && dice_throw(&dice, 50) > 0;
        is_right = paints(shown, &surface, &screen, file);
    }
    for (size_t i = 0; i < EMULATOR_ROWS; i++) {
        free(lines[i].text);
    }
    surface_done(&surface);
    return is_right;
}

/* --- kinds of terminals ----------------------------------------------------------- */

typedef struct {
    const char *name;
    bool shows_utf8;
} Kind;

/* The library is opened on `nowhere`: only what it knows of the terminal is wanted. */
static SCREEN *prepare(Shown *shown, const Kind *kind, FILE *nowhere)
{
    SCREEN *library = newterm(kind->name, nowhere, nowhere);
    *shown = (Shown){.shows_utf8 = kind->shows_utf8};
    if (!library) {
        return NULL;
    }
    output_init(&shown->output);
    for (unsigned i = 0; i < ROLE_COUNT; i++) {
        int colour = i % 4 > 0 ? (int)(i % 4) * 2 - 1 : COLOUR_OWN;
        Style style = {i * 7 % 32, i == 0 ? COLOUR_OWN : colour};
        shown->styles[i] = output_style_shown(&shown->output, style);
    }
    return library;
}

static void finish(Shown *shown, SCREEN *library)
{
    surface_done(&shown->cells);
    output_done(&shown->output);
    endwin();
    delscreen(library);
}

/* A letter within a row must not cost the row: that is what a slow line feels. */
static bool is_letter_cheap(Shown *shown, int file)
{
    static const char *const steps[] = {"We made it fast, for all who use it every day  |  side",
                                        "We maxde it fast, for all who use it every day |  side",
                                        "We maxxde it fast, for all who use it every day|  side"};
    enum { MOST_BYTES = 40 };
    Surface surface;
    bool is_cheap = true;
    surface_init(&surface, 4, EMULATOR_COLUMNS);
    for (int i = 0; i < 3; i++) {
        size_t length = 0;
        surface_reset(&surface, 4, EMULATOR_COLUMNS);
        surface_put(&surface, (Strip){1, 0, EMULATOR_COLUMNS}, ROLE_TEXT, view_of(steps[i]));
        surface_set_cursor(&surface, 1, 5 + i);
        free(paint(shown, &surface, file, &length));
        is_cheap = is_cheap && (i == 0 || (length > 0 && length < MOST_BYTES));
    }
    surface_done(&surface);
    return is_cheap;
}

static void report(bool is_right, const char *what, const char *terminal, const char *more)
{
    static int number;
    printf("%s %d - %s on %s%s\n", is_right ? "ok" : "not ok", ++number, what, terminal, more);
}

static int try_kind(const Kind *kind, unsigned seed, int file, FILE *nowhere)
{
    Shown shown;
    Surface begin = {.rows = 8, .columns = EMULATOR_COLUMNS};
    SCREEN *library = prepare(&shown, kind, nowhere);
    if (!library) {
        report(true, "any screen becomes any other", kind->name,
               " # SKIP it is not described here");
        report(true, "a letter costs few bytes", kind->name, " # SKIP it is not described here");
        return 0;
    }
    bool is_right = paints_all(&shown, &begin, file, seed);
    bool is_cheap = !output_can_shift(&shown.output) || is_letter_cheap(&shown, file);
    report(is_right, "any screen becomes any other", kind->name,
           kind->shows_utf8 ? "" : " in ASCII");
    report(is_cheap, "a letter costs few bytes", kind->name, "");
    finish(&shown, library);
    return !is_right + !is_cheap;
}

int main(void)
{
    static const Kind kinds[] = {{"xterm-256color", true}, {"xterm-256color", false},
                                 {"linux", true},          {"screen-256color", true},
                                 {"vt100", false},         {"ansi", false},
                                 {"tmux-256color", true}};
    enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };
    char name[] = "/tmp/bulletproof-painting-XXXXXX";
    int file = mkstemp(name), failed = 0;
    FILE *nowhere = fopen("/dev/null", "r+");
    if (file < 0 || !nowhere) {
        return 99;
    }
    term_set_locale();
    unlink(name);
    printf("1..%d\n", 2 * KIND_COUNT);
    for (unsigned i = 0; i < KIND_COUNT; i++) {
        failed += try_kind(&kinds[i], i + 1, file, nowhere);
    }
    fclose(nowhere);
    return failed > 0;
}
