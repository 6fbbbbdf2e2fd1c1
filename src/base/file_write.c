#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/file_inside.h"
#include "base/temporary.h"
#include "bulletproof/base/memory.h"

/* One write, from the path that was named to the file that is replaced. */
typedef struct {
    char *target;        /* owned: the path with symbolic links followed */
    Temporary temporary; /* beside the target */
    bool exists;
    struct stat old;  /* of the target, when it exists */
    bool is_replaced; /* the new text is there, whatever fails after that */
} Writing;

static bool fail_write(Diag *diag, int error)
{
    return diag_fail(diag, DIAG_IO, "%s", file_reason(error));
}

static bool write_all(int descriptor, StrView text)
{
    size_t written = 0;
    while (written < text.length) {
        ssize_t count = write(descriptor, text.data + written, text.length - written);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return false;
        }
        written += (size_t)count;
    }
    return true;
}

static bool flush(int descriptor)
{
    int status;
    do {
        status = fsync(descriptor);
    } while (status != 0 && errno == EINTR);
    return status == 0;
}

/* The folder of a path with its final slash, or "" for the current one. */
static StrView folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return view_make(path, slash ? (size_t)(slash - path) + 1 : 0);
}

static char *folder_name(const char *path)
{
    StrView folder = folder_of(path);
    return folder.length > 0 ? xstrndup(folder.data, folder.length) : xstrdup(".");
}

/* What the symbolic link `path` says, as a path from here. Owned by the caller; NULL when it is
 * no link. */
static char *read_link(const char *path)
{
    char link[PATH_MAX];
    ssize_t length = readlink(path, link, sizeof(link) - 1);
    if (length < 0) {
        return NULL;
    }
    StrBuf joined = {0};
    if (link[0] != '/') {
        strbuf_add_view(&joined, folder_of(path));
    }
    strbuf_add_bytes(&joined, link, (size_t)length);
    return strbuf_steal(&joined);
}

/* Where a link, or a chain of them, leads, even when nothing is there yet. Owned by the caller;
 * NULL with errno set. */
static char *follow_links(const char *path)
{
    char *target = realpath(path, NULL);
    if (target || errno != ENOENT) {
        return target;
    }
    target = xstrdup(path);
    for (char *next; (next = read_link(target)) != NULL; target = next) {
        free(target);
    }
    return target;
}

char *file_folder(const char *path)
{
    char *target = follow_links(path);
    char *folder = target ? folder_name(target) : NULL;
    free(target);
    return folder;
}

/* Access lists and labels live in extended attributes; those that may not be set are left. */
static void copy_attributes(const char *from, int to)
{
    char names[4096];
    ssize_t length = listxattr(from, names, sizeof(names));
    for (ssize_t at = 0; at < length; at += (ssize_t)strlen(names + at) + 1) {
        char value[4096];
        ssize_t size = getxattr(from, names + at, value, sizeof(value));
        if (size >= 0 && fsetxattr(to, names + at, value, (size_t)size, 0) != 0) {
            continue;
        }
    }
}

static mode_t mode_of_new_files(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* The new file takes over who may do what with the old one. Where the owner cannot be kept, no
 * one gains: the group and set-id bits go. */
static bool take_over(const Writing *writing, int descriptor)
{
    if (!writing->exists) {
        return fchmod(descriptor, mode_of_new_files()) == 0;
    }
    const struct stat *old = &writing->old;
    mode_t mode = old->st_mode & 07777;
    if (fchown(descriptor, old->st_uid, old->st_gid) != 0) {
        mode &= ~(mode_t)(S_ISUID | S_ISGID);
        if (fchown(descriptor, (uid_t)-1, old->st_gid) != 0) {
            mode &= ~(mode_t)S_IRWXG;
        }
    }
    copy_attributes(writing->target, descriptor);
    return fchmod(descriptor, mode) == 0;
}

static bool flush_folder(const char *path)
{
    char *name = folder_name(path);
    int descriptor = file_open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    free(name);
    if (descriptor < 0) {
        return false;
    }
    /* Some file systems cannot flush a folder and say so; there the rename is all there is. */
    bool is_flushed = flush(descriptor) || errno == EINVAL || errno == ENOTSUP;
    return file_close(descriptor) && is_flushed;
}

/* Writes and flushes the temporary file's text. After a failure errno tells why. */
static bool fill_temporary(Writing *writing, StrView text)
{
    int descriptor = writing->temporary.descriptor;
    bool is_filled =
        write_all(descriptor, text) && take_over(writing, descriptor) && flush(descriptor);
    int error = errno;
    bool is_closed = temporary_close(&writing->temporary);
    if (!is_filled) {
        errno = error;
    }
    return is_filled && is_closed;
}

/* Puts the text, flushed, into a temporary file beside the target. */
static bool make_temporary(Writing *writing, TemporaryPurpose purpose, StrView text, Diag *diag)
{
    if (!temporary_open(&writing->temporary, folder_of(writing->target), purpose)) {
        return errno == EACCES || errno == EPERM
                   ? diag_fail(diag, DIAG_IO, "no permission to write in its folder")
                   : fail_write(diag, errno);
    }
    if (!fill_temporary(writing, text)) {
        temporary_drop(&writing->temporary);
        return fail_write(diag, errno);
    }
    return true;
}

static bool write_by_rename(Writing *writing, StrView text, Diag *diag)
{
    if (!make_temporary(writing, TEMPORARY_NEW, text, diag)) {
        return false;
    }
    if (rename(writing->temporary.path, writing->target) != 0) {
        temporary_drop(&writing->temporary);
        return fail_write(diag, errno);
    }
    writing->is_replaced = true;
    if (!flush_folder(writing->target)) {
        return diag_fail(diag, DIAG_IO,
                         "written, but the folder could not be flushed to the disk: %s",
                         file_reason(errno));
    }
    return true;
}

static bool overwrite(const char *path, StrView text)
{
    int descriptor = file_open(path, O_WRONLY | O_CLOEXEC, 0);
    if (descriptor < 0) {
        return false;
    }
    bool is_written = write_all(descriptor, text) &&
                      ftruncate(descriptor, (off_t)text.length) == 0 && flush(descriptor);
    int error = errno;
    bool is_closed = file_close(descriptor);
    if (!is_written) {
        errno = error;
    }
    return is_written && is_closed;
}

/* Overwrites, and when that fails puts back what was there. The new text stays in the temporary
 * file only when neither could be done. */
static bool overwrite_or_restore(Writing *writing, StrView text, StrView old, Diag *diag)
{
    if (overwrite(writing->target, text)) {
        writing->is_replaced = true;
        temporary_drop(&writing->temporary);
        return true;
    }
    int error = errno;
    if (!overwrite(writing->target, old)) {
        return diag_fail(diag, DIAG_IO, "%s; the file is damaged, the new text is complete in %s",
                         file_reason(error), writing->temporary.path);
    }
    temporary_drop(&writing->temporary);
    return fail_write(diag, error);
}

/* Other names of the same file must see the new text too, so it is written in place; the new
 * text stands flushed beside it until that is done. */
static bool write_in_place(Writing *writing, StrView text, Diag *diag)
{
    StrBuf old = {0};
    bool is_written = file_read(writing->target, FILE_COMPARE_MAX_BYTES, &old, NULL, diag) &&
                      make_temporary(writing, TEMPORARY_KEPT, text, diag);
    if (is_written && !flush_folder(writing->target)) {
        temporary_drop(&writing->temporary);
        is_written = fail_write(diag, errno);
    }
    is_written = is_written && overwrite_or_restore(writing, text, strbuf_view(&old), diag);
    strbuf_done(&old);
    return is_written;
}

static bool start_writing(Writing *writing, const char *path, Diag *diag)
{
    *writing = (Writing){
        .target = follow_links(path),
        .temporary = {.descriptor = -1, .lock = -1},
    };
    if (!writing->target) {
        return fail_write(diag, errno);
    }
    writing->exists = stat(writing->target, &writing->old) == 0;
    if (!writing->exists) {
        return errno == ENOENT || fail_write(diag, errno);
    }
    if (!S_ISREG(writing->old.st_mode)) {
        return diag_fail(diag, DIAG_IO, "it is not a regular file");
    }
    /* A rename needs no right to the file itself; who took that right away meant it. */
    return access(writing->target, W_OK) == 0 || fail_write(diag, errno);
}

/* The content tells the file again; where it lies is told as far as it can be. */
static void stamp_written(const char *path, StrView text, FileStamp *stamp)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        status = (struct stat){0};
    }
    file_stamp_fill(stamp, &status, text);
}

bool file_write(const char *path, StrView text, const FileStamp *expected, FileStamp *stamp,
                Diag *diag)
{
    if (expected && !file_expect(path, expected, diag)) {
        return false;
    }
    Writing writing;
    bool is_written =
        start_writing(&writing, path, diag) &&
        (writing.exists && writing.old.st_nlink > 1 ? write_in_place(&writing, text, diag)
                                                    : write_by_rename(&writing, text, diag));
    if (writing.is_replaced && stamp) {
        stamp_written(writing.target, text, stamp);
    }
    free(writing.target);
    temporary_done(&writing.temporary);
    return is_written;
}

/* --- copies beside a file ------------------------------------------------------------------- */

enum { MOST_COPIES = 99 };

static void name_copy(StrBuf *name, const char *path, unsigned number)
{
    strbuf_clear(name);
    strbuf_addf(name, "%s~", path);
    if (number > 1) {
        strbuf_addf(name, "%u", number);
    }
}

static bool has_text(const char *path, StrView text)
{
    StrBuf found = {0};
    bool is_same = file_read(path, FILE_COMPARE_MAX_BYTES, &found, NULL, NULL) &&
                   view_equal(strbuf_view(&found), text);
    strbuf_done(&found);
    return is_same;
}

static bool write_copy(const char *path, const char *name, StrView text, Diag *diag)
{
    static const FileStamp none = {.exists = false};
    struct stat status;
    mode_t mode = stat(path, &status) == 0 ? status.st_mode & 0777 : S_IRUSR | S_IWUSR;
    mode_t before = umask(0777 & ~mode);
    bool is_written = file_write(name, text, &none, NULL, diag);
    umask(before);
    return is_written;
}

bool file_keep_beside(const char *path, StrView text, StrBuf *name, Diag *diag)
{
    StrBuf copy = {0};
    bool is_kept = false, is_free = false;
    for (unsigned number = 1; number <= MOST_COPIES && !is_kept && !is_free; number++) {
        name_copy(&copy, path, number);
        is_kept = has_text(strbuf_text(&copy), text);
        is_free = access(strbuf_text(&copy), F_OK) != 0;
    }
    is_kept = is_kept || write_copy(path, strbuf_text(&copy), text, diag);
    strbuf_add(name, is_kept ? strbuf_text(&copy) : "");
    strbuf_done(&copy);
    return is_kept;
}
