#include "config.h" /* ppoll() is an extension */

#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "term/keys.h"
#include "term/mouse.h"
#include "term/paste.h"
#include "term/signals.h"
#include "term/terminal.h"

/* A terminal that is gone reads as its end for ever; one that is there has bytes when it says
 * so. */
static bool is_at_end(void)
{
    int bytes = 0;
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&input, 1, 0) > 0 && (ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || bytes == 0);
}

/* Whether a signal that came makes an event. */
static bool take_signal(Terminal *terminal, Event *event)
{
    if (terminal->is_gone || signals_take(SIGNAL_FLAG_END)) {
        terminal->is_gone = true;
        event->kind = EVENT_HANG_UP;
        return true;
    }
    if (signals_take(SIGNAL_FLAG_STOP)) {
        terminal_suspend(terminal);
    }
    if (signals_take(SIGNAL_FLAG_CONTINUED)) {
        /* The shell may have used the terminal meanwhile, and no SIGWINCH reaches the stopped. */
        terminal_enter(terminal);
        event->kind = EVENT_RESIZE;
        return true;
    }
    if (signals_take(SIGNAL_FLAG_RESIZE) || terminal->was_stopped) {
        terminal->was_stopped = false;
        terminal_read_size(terminal);
        event->kind = EVENT_RESIZE;
        return true;
    }
    return false;
}

/* Reports that came although nobody asked for them are read, and forgotten. */
static bool take_report(const Terminal *terminal, KeysResult result, Event *event)
{
    bool is_read =
        result == KEYS_MOUSE ? mouse_read(&event->pointer) : mouse_read_old(&event->pointer);
    event->kind = EVENT_POINTER;
    return is_read && terminal->has_mouse;
}

static bool take_key(const Terminal *terminal, Event *event)
{
    for (;;) {
        KeysResult result = keys_read(&event->key);
        switch (result) {
        case KEYS_NONE:
            return false;
        case KEYS_JUNK:
            break;
        case KEYS_KEY:
            event->kind = EVENT_KEY;
            return true;
        case KEYS_PASTE:
            event->kind = EVENT_PASTE;
            paste_collect(&event->text);
            return true;
        case KEYS_MOUSE:
        case KEYS_OLD_MOUSE:
            if (take_report(terminal, result, event)) {
                return true;
            }
            break;
        }
    }
}

typedef enum {
    WAIT_INPUT,
    WAIT_SIGNAL,
    WAIT_ANSWER,
    WAIT_TIMEOUT,
    WAIT_GONE,
} WaitResult;

static WaitResult wait_for_input(const Terminal *terminal, int milliseconds)
{
    struct pollfd files[] = {{.fd = STDIN_FILENO, .events = POLLIN},
                             {.fd = terminal->front.answer_file, .events = POLLIN}};
    struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    int count = ppoll(files, 2, milliseconds < 0 ? NULL : &limit, &terminal->waiting);
    if (count < 0) {
        return errno == EINTR ? WAIT_SIGNAL : WAIT_GONE;
    }
    if (count == 0) {
        return WAIT_TIMEOUT;
    }
    if (files[0].revents == 0) {
        return WAIT_ANSWER;
    }
    return files[0].revents & (POLLHUP | POLLERR | POLLNVAL) ? WAIT_GONE : WAIT_INPUT;
}

/* True when there is an event; false to look again. */
static bool wait_for_event(Terminal *terminal, int milliseconds, Event *event)
{
    switch (wait_for_input(terminal, milliseconds)) {
    case WAIT_TIMEOUT:
        event->kind = EVENT_IDLE;
        return true;
    case WAIT_ANSWER:
        event->kind = EVENT_ANSWER;
        return true;
    case WAIT_GONE:
        terminal->is_gone = true;
        break;
    case WAIT_INPUT:
        if (take_key(terminal, event)) {
            return true;
        }
        terminal->is_gone = is_at_end();
        break;
    case WAIT_SIGNAL:
        break;
    }
    return take_signal(terminal, event);
}

void input_next(Terminal *terminal, int timeout_milliseconds, Event *event)
{
    strbuf_clear(&event->text);
    event->key = (Key){0};
    signals_hold_ends();
    bool is_there = take_signal(terminal, event) || take_key(terminal, event);
    while (!is_there) {
        is_there = wait_for_event(terminal, timeout_milliseconds, event);
    }
    signals_let_ends();
}

bool input_is_waiting(void)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&input, 1, 0) > 0;
}
