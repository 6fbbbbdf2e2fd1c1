#include "config.h" /* posix_openpt() and its like are extensions */

#include "in_terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { FAILED = 127 };

static _Noreturn void run_in(const char *name, const char *kind, const char *program,
                             const char *file)
{
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    setsid();
    int terminal = open(name, O_RDWR);
    if (terminal < 0 || ioctl(terminal, TIOCSCTTY, 0) != 0 ||
        ioctl(terminal, TIOCSWINSZ, &size) != 0) {
        _exit(FAILED);
    }
    for (int i = 0; i < 3; i++) {
        dup2(terminal, i);
    }
    setenv("TERM", kind, 1);
    execlp(program, program, file, (char *)NULL);
    _exit(FAILED);
}

pid_t in_terminal_begin(int *terminal, const char *kind, const char *program, const char *file)
{
    *terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (*terminal < 0 || grantpt(*terminal) != 0 || unlockpt(*terminal) != 0) {
        return -1;
    }
    pid_t process = fork();
    if (process == 0) {
        run_in(ptsname(*terminal), kind, program, file);
    }
    return process;
}
