#include "bulletproof/term/term.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "bulletproof/base/memory.h"
#include "term/clipboard.h"
#include "term/keys.h"
#include "term/mouse.h"
#include "term/restore.h"
#include "term/signals.h"
#include "term/terminal.h"
#include "term/terminfo.h"

/* Written around the library, which must not find its own output in disorder: it flushes first. */
static void write_sequence(const char *sequence)
{
    fputs(sequence, stdout);
    fflush(stdout);
}

/* What the terminal tells beside keys. */
static void ask_for_reports(const Terminal *terminal, bool is_wanted)
{
    if (terminal->has_mouse) {
        write_sequence(is_wanted ? MOUSE_ON : MOUSE_OFF);
    }
    write_sequence(is_wanted ? "\033[?2004h" : "\033[?2004l");
}

void terminal_read_size(Terminal *terminal)
{
    struct winsize size;
    (void)terminal;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        resizeterm(size.ws_row, size.ws_col);
    }
    untouchwin(stdscr); /* reading a key would draw it */
}

void terminal_enter(Terminal *terminal)
{
    reset_prog_mode();
    restore_arm(true);
    terminal_read_size(terminal);
    clearok(curscr, TRUE);
    refresh();
    paint_forget(terminal);
    ask_for_reports(terminal, true);
}

void terminal_leave(Terminal *terminal)
{
    paint_end(terminal);
    ask_for_reports(terminal, false);
    endwin();
    restore_arm(false);
}

bool terminal_suspend(Terminal *terminal)
{
    terminal_leave(terminal);
    bool has_stopped = signals_stop();
    terminal_enter(terminal);
    if (!has_stopped) {
        signals_forget_keys();
    }
    terminal->was_stopped = true;
    return has_stopped;
}

static Terminal *of(const FrontEnd *front)
{
    return front->state;
}

static void front_size(FrontEnd *front, int *rows, int *columns)
{
    (void)front;
    *rows = LINES;
    *columns = COLS;
}

static void front_next(FrontEnd *front, int timeout_milliseconds, Event *event)
{
    input_next(of(front), timeout_milliseconds, event);
}

static bool front_is_waiting(FrontEnd *front)
{
    (void)front;
    return input_is_waiting();
}

static void front_present(FrontEnd *front, const Surface *surface)
{
    if (!of(front)->is_gone) {
        paint_surface(of(front), surface);
    }
}

static void front_repaint(FrontEnd *front)
{
    paint_forget(of(front));
}

static bool front_suspend(FrontEnd *front)
{
    signals_hold_ends();
    bool has_stopped = terminal_suspend(of(front));
    signals_let_ends();
    return has_stopped;
}

static void front_lend(FrontEnd *front, bool is_lent)
{
    if (is_lent) {
        terminal_leave(of(front));
        signals_lend(true);
    } else {
        signals_lend(false);
        terminal_enter(of(front));
        of(front)->was_stopped = true;
    }
}

static void front_copy(FrontEnd *front, StrView text)
{
    StrBuf sequence = {0};
    clipboard_add(&sequence, text);
    if (sequence.length > 0 && !of(front)->is_gone) {
        write_sequence(strbuf_text(&sequence));
    }
    strbuf_done(&sequence);
}

static SCREEN *open_screen(const char *name)
{
    /* PuTTY ignores the alternate character set in UTF-8. */
    setenv("NCURSES_NO_UTF8_ACS", "1", 0);
    use_env(TRUE);
    use_tioctl(TRUE); /* a window that is resized is right, exported LINES and COLUMNS are not */
    return newterm(name, stdout, stdin);
}

/* Every key is ours (Ctrl-S, Ctrl-Q, Ctrl-Z, Ctrl-\ too), and none is waited for. */
static void set_modes(const TermSettings *settings)
{
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    typeahead(-1);
    set_escdelay(settings->escape_delay > 0 ? settings->escape_delay : TERM_DEFAULT_ESCAPE_DELAY);
    keys_define();
}

static bool is_usable(Diag *diag)
{
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
        return true;
    }
    return diag_fail(diag, DIAG_USAGE, "standard input and output are not a terminal");
}

Terminal *term_open(const TermSettings *settings, Diag *diag)
{
    if (!is_usable(diag)) {
        return NULL;
    }
    const char *name = terminfo_choose(diag);
    if (!name) {
        return NULL;
    }
    Terminal *terminal = xalloc(sizeof(*terminal));
    terminal->front = (FrontEnd){.state = terminal,
                                 .answer_file = -1,
                                 .size = front_size,
                                 .next = front_next,
                                 .is_waiting = front_is_waiting,
                                 .present = front_present,
                                 .repaint = front_repaint,
                                 .suspend = front_suspend,
                                 .lend = front_lend,
                                 .copy = front_copy};
    terminal->has_mouse = settings->has_mouse && !terminfo_is_bare(getenv("TERM"));
    restore_keep_modes();
    signals_catch(&terminal->waiting);
    terminal->screen = open_screen(name);
    if (!terminal->screen) {
        signals_release();
        free(terminal);
        diag_fail(diag, DIAG_USAGE, "the terminal \"%s\" cannot be opened", name);
        return NULL;
    }
    restore_prepare();
    set_modes(settings);
    paint_prepare(terminal, settings);
    terminal_read_size(terminal);
    ask_for_reports(terminal, true);
    return terminal;
}

FrontEnd *term_front_end(Terminal *terminal)
{
    return &terminal->front;
}

void term_close(Terminal *terminal)
{
    if (!terminal) {
        return;
    }
    terminal_leave(terminal);
    paint_done(terminal);
    delscreen(terminal->screen);
    signals_release();
    free(terminal);
}
