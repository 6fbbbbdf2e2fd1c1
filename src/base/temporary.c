#include "base/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_inside.h"

static const char *const prefixes[] = {
    [TEMPORARY_NEW] = ".bulletproof-new-",
    [TEMPORARY_KEPT] = ".bulletproof-kept-",
};

enum { ATTEMPTS = 100 };

/* Whether the new file is still the one of its name: between its making and its locking someone
 * may have swept it. A file system without locks has nothing swept either. */
static bool hold(Temporary *temporary)
{
    struct stat status;
    bool is_swept = flock(temporary->lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    return !is_swept && fstat(temporary->lock, &status) == 0 && status.st_nlink > 0;
}

/* A descriptor of its own for the lock: closing the other one tells of late errors, and must be
 * done before the file takes its place. */
static bool open_named(Temporary *temporary, const char *path)
{
    *temporary = (Temporary){.lock = -1};
    temporary->descriptor = file_open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (temporary->descriptor < 0) {
        return false;
    }
    temporary->lock = fcntl(temporary->descriptor, F_DUPFD_CLOEXEC, 0);
    if (temporary->lock >= 0 && hold(temporary)) {
        return true;
    }
    int error = temporary->lock < 0 ? errno : EEXIST;
    unlink(path);
    close(temporary->descriptor);
    temporary_done(temporary);
    errno = error;
    return false;
}

/* A short name of its own: the target's name may already be as long as names can be. */
bool temporary_open(Temporary *temporary, StrView folder, TemporaryPurpose purpose)
{
    for (unsigned attempt = 0; attempt < ATTEMPTS; attempt++) {
        StrBuf name = {0};
        strbuf_add_view(&name, folder);
        strbuf_addf(&name, "%s%ld-%u", prefixes[purpose], (long)getpid(), attempt);
        if (open_named(temporary, strbuf_text(&name))) {
            temporary->path = strbuf_steal(&name);
            return true;
        }
        int error = errno;
        strbuf_done(&name);
        errno = error;
        if (error != EEXIST) {
            return false;
        }
    }
    return false;
}

bool temporary_close(Temporary *temporary)
{
    int descriptor = temporary->descriptor;
    temporary->descriptor = -1;
    return file_close(descriptor);
}

void temporary_drop(const Temporary *temporary)
{
    int error = errno;
    unlink(temporary->path);
    errno = error;
}

void temporary_done(Temporary *temporary)
{
    int error = errno;
    if (temporary->lock >= 0) {
        close(temporary->lock);
    }
    free(temporary->path);
    *temporary = (Temporary){.descriptor = -1, .lock = -1};
    errno = error;
}

static void sweep_abandoned(int folder, const char *name)
{
    int descriptor = openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) {
        return;
    }
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        unlinkat(folder, name, 0);
    }
    close(descriptor);
}

void file_sweep(const char *path)
{
    char *folder = file_folder(path);
    DIR *entries = folder ? opendir(folder) : NULL;
    const char *prefix = prefixes[TEMPORARY_NEW];
    for (struct dirent *entry; entries && (entry = readdir(entries)) != NULL;) {
        if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0) {
            sweep_abandoned(dirfd(entries), entry->d_name);
        }
    }
    if (entries) {
        closedir(entries);
    }
    free(folder);
}
