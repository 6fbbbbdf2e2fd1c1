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

/* Acts on a file that its writer has left, for as long as nobody else does. */
typedef void ActOnAbandoned(int folder, const char *name, void *context);

static void act_if_abandoned(int folder, const char *name, ActOnAbandoned *act, void *context)
{
    int descriptor = openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) {
        return;
    }
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        act(folder, name, context);
    }
    close(descriptor);
}

static void for_abandoned(const char *folder, TemporaryPurpose purpose, ActOnAbandoned *act,
                          void *context)
{
    DIR *entries = folder ? opendir(folder) : NULL;
    const char *prefix = prefixes[purpose];
    for (struct dirent *entry; entries && (entry = readdir(entries)) != NULL;) {
        if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0) {
            act_if_abandoned(dirfd(entries), entry->d_name, act, context);
        }
    }
    if (entries) {
        closedir(entries);
    }
}

static void remove_it(int folder, const char *name, void *context)
{
    (void)context;
    unlinkat(folder, name, 0);
}

void file_sweep(const char *path)
{
    char *folder = file_folder(path);
    for_abandoned(folder, TEMPORARY_NEW, remove_it, NULL);
    free(folder);
}

static void take_name(int folder, const char *name, void *context)
{
    StrBuf *out = context;
    (void)folder;
    strbuf_clear(out);
    strbuf_add(out, name);
}

static bool is_same_text(const char *path, const char *other)
{
    StrBuf text = {0}, other_text = {0};
    bool is_same = file_read(path, FILE_COMPARE_MAX_BYTES, &text, NULL, NULL) &&
                   file_read(other, FILE_COMPARE_MAX_BYTES, &other_text, NULL, NULL) &&
                   view_equal(strbuf_view(&text), strbuf_view(&other_text));
    strbuf_done(&text);
    strbuf_done(&other_text);
    return is_same;
}

char *file_find_kept(const char *path)
{
    char *folder = file_folder(path);
    StrBuf name = {0}, kept = {0};
    for_abandoned(folder, TEMPORARY_KEPT, take_name, &name);
    if (name.length > 0) {
        bool has_slash = view_ends_with(view_of(folder), "/");
        strbuf_addf(&kept, "%s%s%s", folder, has_slash ? "" : "/", strbuf_text(&name));
    }
    if (kept.length > 0 && is_same_text(path, strbuf_text(&kept))) {
        unlink(strbuf_text(&kept)); /* the save was finished */
        strbuf_clear(&kept);
    }
    free(folder);
    strbuf_done(&name);
    char *found = kept.length > 0 ? strbuf_steal(&kept) : NULL;
    strbuf_done(&kept);
    return found;
}
