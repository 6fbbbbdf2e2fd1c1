#include "app/outside.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bulletproof/base/file.h"

enum {
    LARGEST_BYTES = 4 * 1024 * 1024,
    NOT_FOUND = 127, /* as shells say it */
};

/* NULL when neither is set. */
static const char *program_of(void)
{
    static const char *const names[] = {"VISUAL", "EDITOR"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *program = getenv(names[i]);
        if (program && *program) {
            return program;
        }
    }
    return NULL;
}

static bool write_all(int file, StrView text)
{
    while (text.length > 0) {
        ssize_t written = write(file, text.data, text.length);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        text = view_slice(text, written > 0 ? (size_t)written : 0, text.length);
    }
    return true;
}

/* mkstemps() lets nobody else read it. The name is the caller's buffer. */
static bool write_temporary(StrBuf *path, StrView text, Diag *diag)
{
    static const char suffix[] = ".txt";
    const char *folder = getenv("TMPDIR");
    strbuf_addf(path, "%s/bulletproof-XXXXXX%s", folder && *folder ? folder : "/tmp", suffix);
    int file = mkstemps(path->data, (int)sizeof(suffix) - 1);
    if (file < 0) {
        return diag_fail(diag, DIAG_IO, "%s: %s", strbuf_text(path), strerror(errno));
    }
    bool is_written = write_all(file, text) && write_all(file, view_of("\n"));
    is_written = close(file) == 0 && is_written;
    if (!is_written) {
        unlink(strbuf_text(path));
        return diag_fail(diag, DIAG_IO, "%s: %s", strbuf_text(path), strerror(errno));
    }
    return true;
}

/* In the child: what we catch or ignore is no concern of the editor's. The shell splits what the
 * variable holds, as "code --wait". */
static _Noreturn void become(const char *program, const char *path)
{
    static const int ignored[] = {SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ};
    sigset_t none;
    for (size_t i = 0; i < sizeof(ignored) / sizeof(ignored[0]); i++) {
        signal(ignored[i], SIG_DFL);
    }
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    StrBuf command = {0};
    strbuf_addf(&command, "%s \"$1\"", program);
    execl("/bin/sh", "sh", "-c", strbuf_text(&command), "sh", path, (char *)NULL);
    _exit(NOT_FOUND);
}

static bool run(const char *program, const char *path, Diag *diag)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        become(program, path);
    }
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND) {
        return diag_fail(diag, DIAG_IO, "there is no program \"%s\"", program);
    }
    if (child < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return diag_fail(diag, DIAG_IO, "\"%s\" has failed", program);
    }
    return true;
}

static bool read_back(const char *path, StrBuf *text, Diag *diag)
{
    StrBuf read = {0};
    bool is_good = file_read(path, LARGEST_BYTES, &read, NULL, diag);
    if (is_good) {
        StrView view = strbuf_view(&read);
        strbuf_clear(text);
        strbuf_add_view(text, view_slice(view, 0, view.length - view_ends_with(view, "\n")));
    }
    strbuf_done(&read);
    return is_good;
}

bool outside_edit(FrontEnd *front, StrBuf *text, Diag *diag)
{
    StrBuf path = {0};
    const char *program = program_of();
    if (!program) {
        return diag_fail(diag, DIAG_USAGE, "neither $VISUAL nor $EDITOR names an editor");
    }
    bool is_good = write_temporary(&path, strbuf_view(text), diag);
    if (is_good) {
        front->lend(front, true);
        is_good = run(program, strbuf_text(&path), diag);
        front->lend(front, false);
        is_good = is_good && read_back(strbuf_text(&path), text, diag);
        unlink(strbuf_text(&path));
    }
    strbuf_done(&path);
    return is_good;
}
