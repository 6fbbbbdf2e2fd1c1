#include "term/output.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

static const char *const names[SEQUENCE_COUNT] = {
    [SEQUENCE_MOVE] = "cup",          [SEQUENCE_TO_COLUMN] = "hpa",
    [SEQUENCE_TO_ROW] = "vpa",        [SEQUENCE_BACK] = "cub1",
    [SEQUENCE_CLEAR] = "clear",       [SEQUENCE_CLEAR_TO_END] = "el",
    [SEQUENCE_INSERT] = "ich",        [SEQUENCE_DELETE] = "dch",
    [SEQUENCE_HIDE_CURSOR] = "civis", [SEQUENCE_SHOW_CURSOR] = "cnorm",
    [SEQUENCE_PLAIN] = "sgr0",        [SEQUENCE_PLAIN_COLOUR] = "op",
    [SEQUENCE_COLOUR] = "setaf",
};

/* The bit is terminfo's, in "no_color_video". */
static const struct {
    unsigned attribute, colourless_bit;
    const char *name;
} attributes[STYLE_ATTRIBUTES] = {
    {STYLE_BOLD, 32, "bold"},      {STYLE_DIM, 16, "dim"},    {STYLE_UNDERLINE, 2, "smul"},
    {STYLE_ITALIC, 32768, "sitm"}, {STYLE_REVERSE, 4, "rev"},
};

enum { UNKNOWN = 0xFFFF }; /* all attributes, so that each other style takes a new start */

/* What puts ASCII in place before it ends a style: once is enough, nothing else is put there. */
static const char charset[] = "\033(B";

static const Style plain = {0, COLOUR_OWN};

static const char *find_sequence(const char *name)
{
    const char *sequence = tigetstr(name);
    return sequence && sequence != (const char *)-1 && *sequence ? sequence : NULL;
}

static void find_attributes(Output *output)
{
    int bits = tigetnum("ncv");
    for (size_t i = 0; i < STYLE_ATTRIBUTES; i++) {
        output->attributes[i] = find_sequence(attributes[i].name);
        output->known |= output->attributes[i] ? attributes[i].attribute : 0;
        bool is_colourless = bits > 0 && (unsigned)bits & attributes[i].colourless_bit;
        output->colourless |= is_colourless ? attributes[i].attribute : 0;
    }
}

void output_init(Output *output)
{
    *output = (Output){.known = 0};
    find_attributes(output);
    for (size_t i = 0; i < SEQUENCE_COUNT; i++) {
        output->sequences[i] = find_sequence(names[i]);
    }
    const char *colour = output->sequences[SEQUENCE_COLOUR];
    output->has_colour = colour && tigetnum("colors") >= 8;
    output->plain_is_colourless = colour && colour[0] == '\033' && colour[1] == '[';
    output->moves_styled = tigetflag("msgr") > 0;
    output->restores_screen = find_sequence("rmcup") != NULL;
    output->scrolls_at_corner = tigetflag("am") > 0 && tigetflag("xenl") <= 0;
    output_forget(output);
}

void output_done(Output *output)
{
    strbuf_done(&output->bytes);
}

void output_forget(Output *output)
{
    output->row = output->column = -1;
    output->cursor = CURSOR_UNKNOWN;
    output->style = (Style){UNKNOWN, COLOUR_OWN};
}

/* The delays in "$<5>" are for terminals slower than any that is left. */
static void add_sequence(Output *output, const char *sequence)
{
    const char *delay;
    while (sequence && (delay = strstr(sequence, "$<")) != NULL) {
        strbuf_add_bytes(&output->bytes, sequence, (size_t)(delay - sequence));
        sequence = strchr(delay, '>') ? strchr(delay, '>') + 1 : NULL;
    }
    strbuf_add(&output->bytes, sequence ? sequence : "");
}

static void add_numbers(Output *output, Sequence which, int first, int second)
{
    add_sequence(output, tparm(output->sequences[which], (long)first, (long)second));
}

/* --- styles --------------------------------------------------------------------- */

Style output_style_shown(const Output *output, Style style)
{
    if (!output->sequences[SEQUENCE_PLAIN]) {
        return plain; /* what cannot be ended is not begun */
    }
    Style shown = {style.attributes & output->known,
                   output->has_colour ? style.colour : COLOUR_OWN};
    shown.attributes &= shown.colour != COLOUR_OWN ? ~output->colourless : ~0U;
    return shown;
}

static void end_style(Output *output)
{
    if (!output->plain_is_colourless && output->style.colour != COLOUR_OWN) {
        add_sequence(output, output->sequences[SEQUENCE_PLAIN_COLOUR]);
    }
    const char *sequence = output->sequences[SEQUENCE_PLAIN];
    bool is_known = output->style.attributes != UNKNOWN;
    bool has_charset = sequence && strncmp(sequence, charset, sizeof(charset) - 1) == 0;
    add_sequence(output, is_known && has_charset ? sequence + sizeof(charset) - 1 : sequence);
    output->style = plain;
}

/* More can be laid upon a style; less takes a new start. */
static bool is_within(Style part, Style whole)
{
    return (part.attributes & ~whole.attributes) == 0 &&
           (part.colour == COLOUR_OWN || part.colour == whole.colour);
}

void output_style(Output *output, Style style)
{
    if (!is_within(output->style, style)) {
        end_style(output);
    }
    unsigned added = style.attributes & ~output->style.attributes;
    for (size_t i = 0; i < STYLE_ATTRIBUTES; i++) {
        if (added & attributes[i].attribute) {
            add_sequence(output, output->attributes[i]);
        }
    }
    if (style.colour != output->style.colour) {
        add_numbers(output, SEQUENCE_COLOUR, style.colour, 0);
    }
    output->style = style;
}

/* --- the cursor ------------------------------------------------------------------- */

/* A few steps back cost less than a place. */
static bool move_back(Output *output, int row, int column)
{
    enum { MOST_STEPS = 4 };
    const char *back = output->sequences[SEQUENCE_BACK];
    int steps = output->column - column;
    bool is_near = row == output->row && steps > 0 && steps <= MOST_STEPS;
    if (!is_near || !back || back[1] != '\0') {
        return false;
    }
    strbuf_add_repeated(&output->bytes, back[0], (size_t)steps);
    return true;
}

static void move_far(Output *output, int row, int column)
{
    if (row == output->row && output->sequences[SEQUENCE_TO_COLUMN]) {
        add_numbers(output, SEQUENCE_TO_COLUMN, column, 0);
    } else if (column == output->column && output->sequences[SEQUENCE_TO_ROW]) {
        add_numbers(output, SEQUENCE_TO_ROW, row, 0);
    } else {
        add_numbers(output, SEQUENCE_MOVE, row, column);
    }
}

void output_move(Output *output, int row, int column)
{
    if (row == output->row && column == output->column) {
        return;
    }
    if (!output->moves_styled && !is_within(output->style, plain)) {
        end_style(output);
    }
    if (!move_back(output, row, column)) {
        move_far(output, row, column);
    }
    output->row = row;
    output->column = column;
}

void output_cursor(Output *output, CursorLook look)
{
    if (look != output->cursor) {
        bool is_shown = look == CURSOR_SHOWN;
        add_sequence(output,
                     output->sequences[is_shown ? SEQUENCE_SHOW_CURSOR : SEQUENCE_HIDE_CURSOR]);
        output->cursor = look;
    }
}

/* --- cells -------------------------------------------------------------------------- */

/* Behind the last column a terminal waits, wraps or stays, each in its own way. */
void output_step(Output *output)
{
    output->column++;
    if (output->column >= output->columns) {
        output->row = output->column = -1;
    }
}

bool output_clear(Output *output)
{
    output_style(output, plain); /* some fill with the colour in hand */
    add_sequence(output, output->sequences[SEQUENCE_CLEAR]);
    output->row = output->column = -1;
    return output->sequences[SEQUENCE_CLEAR] != NULL;
}

bool output_clear_to_end(Output *output)
{
    if (output->sequences[SEQUENCE_CLEAR_TO_END]) {
        output_style(output, plain);
        add_sequence(output, output->sequences[SEQUENCE_CLEAR_TO_END]);
    }
    return output->sequences[SEQUENCE_CLEAR_TO_END] != NULL;
}

bool output_can_shift(const Output *output)
{
    return output->sequences[SEQUENCE_INSERT] && output->sequences[SEQUENCE_DELETE];
}

void output_shift(Output *output, int cells)
{
    output_style(output, plain);
    add_numbers(output, cells > 0 ? SEQUENCE_INSERT : SEQUENCE_DELETE, cells > 0 ? cells : -cells,
                0);
}

/* --- writing ------------------------------------------------------------------------ */

/* The shell may have left the terminal with O_NONBLOCK set. */
static bool is_passing(void)
{
    struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (errno == EAGAIN) {
        poll(&terminal, 1, -1);
        return true;
    }
    return errno == EINTR;
}

void output_flush(Output *output)
{
    size_t done = 0;
    while (done < output->bytes.length) {
        ssize_t count =
            write(STDOUT_FILENO, output->bytes.data + done, output->bytes.length - done);
        if (count < 0 && !is_passing()) {
            break; /* it is gone; reading from it will tell */
        }
        done += count > 0 ? (size_t)count : 0;
    }
    strbuf_clear(&output->bytes);
}
