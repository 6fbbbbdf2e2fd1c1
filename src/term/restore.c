#include "term/restore.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "term/mouse.h"
#include "term/terminfo.h"

/* Outside of any structure because a crash handler gets no argument. */
static struct {
    struct termios modes; /* as they were before us */
    char farewell[256];
    size_t farewell_bytes;
    volatile sig_atomic_t is_armed;
} original;

void restore_keep_modes(void)
{
    tcgetattr(STDIN_FILENO, &original.modes);
}

void restore_arm(bool is_armed)
{
    original.is_armed = is_armed;
}

void restore_terminal(void)
{
    if (!original.is_armed) {
        return;
    }
    original.is_armed = 0;
    /* Nothing can be done about a terminal that takes no bytes. */
    if (write(STDOUT_FILENO, original.farewell, original.farewell_bytes) < 0) {
        return;
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &original.modes);
}

void restore_prepare(void)
{
    static const char reports_off[] = MOUSE_OFF "\033[?2004l";
    static bool is_registered;
    size_t length = sizeof(reports_off) - 1;
    memcpy(original.farewell, reports_off, length);
    original.farewell_bytes =
        length + terminfo_farewell(original.farewell + length, sizeof(original.farewell) - length);
    if (!is_registered) {
        is_registered = atexit(restore_terminal) == 0;
    }
    restore_arm(true);
}
