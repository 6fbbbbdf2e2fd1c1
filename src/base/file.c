#include "bulletproof/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_inside.h"

/* Offset basis and prime of FNV-1a for 64 bits. */
static const uint64_t fnv_basis = 0xcbf29ce484222325u;
static const uint64_t fnv_prime = 0x100000001b3u;

uint64_t bytes_hash(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    uint64_t hash = fnv_basis;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ at[i]) * fnv_prime;
    }
    return hash;
}

const char *file_reason(int error)
{
    static const struct {
        int error;
        const char *reason;
    } reasons[] = {
        {ENOSPC, "no space left on the disk"},
        {EDQUOT, "your disk quota is used up"},
        {EFBIG, "it would be larger than a file may be here"},
        {EROFS, "the file system is read-only"},
        {EACCES, "permission denied"},
        {EPERM, "permission denied"},
        {ENOENT, "no such file or folder"},
        {ENOTDIR, "a part of its path is not a folder"},
        {EISDIR, "it is a folder"},
        {ENAMETOOLONG, "its name is too long"},
        {ELOOP, "its symbolic links go in a circle"},
        {EIO, "the disk reports an error"},
    };
    for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
        if (reasons[i].error == error) {
            return reasons[i].reason;
        }
    }
    return strerror(error);
}

void file_stamp_fill(FileStamp *stamp, const struct stat *status, StrView text)
{
    *stamp = (FileStamp){
        .exists = true,
        .device = (uint64_t)status->st_dev,
        .inode = (uint64_t)status->st_ino,
        .size = (uint64_t)text.length,
        .modified_seconds = status->st_mtim.tv_sec,
        .modified_nanoseconds = status->st_mtim.tv_nsec,
        .hash = bytes_hash(text.data, text.length),
    };
}

/* Reads until the end of the stream or one byte beyond the limit. */
static bool read_all(int descriptor, size_t limit, StrBuf *out, Diag *diag)
{
    char block[16 * 1024];
    size_t total = 0;
    for (;;) {
        ssize_t got = read(descriptor, block, sizeof(block));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return diag_fail(diag, DIAG_IO, "cannot be read: %s", file_reason(errno));
        }
        if (got == 0) {
            return true;
        }
        total += (size_t)got;
        if (total > limit) {
            return diag_fail(diag, DIAG_LIMIT, "is too large: %zu KiB is the most that can be read",
                             limit / 1024);
        }
        strbuf_add_bytes(out, block, (size_t)got);
    }
}

bool file_read_stream(int descriptor, size_t limit, StrBuf *out, Diag *diag)
{
    return read_all(descriptor, limit, out, diag);
}

static bool is_readable_kind(const struct stat *status, size_t limit, Diag *diag)
{
    if (S_ISDIR(status->st_mode)) {
        return diag_fail(diag, DIAG_IO, "is a folder, not a regular file: name a file in it");
    }
    if (!S_ISREG(status->st_mode)) {
        return diag_fail(diag, DIAG_IO, "is not a regular file");
    }
    if (status->st_size > 0 && (uint64_t)status->st_size > limit) {
        return diag_fail(diag, DIAG_LIMIT, "is too large: %zu KiB is the most that can be read",
                         limit / 1024);
    }
    return true;
}

bool file_read(const char *path, size_t limit, StrBuf *out, FileStamp *stamp, Diag *diag)
{
    if (stamp) {
        *stamp = (FileStamp){.exists = false};
    }
    /* O_NONBLOCK: a FIFO without a writer would be waited for. */
    int descriptor = file_open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
    if (descriptor < 0) {
        return diag_fail(diag, DIAG_IO, "cannot be opened: %s", file_reason(errno));
    }
    struct stat status;
    size_t start = out->length;
    bool is_read =
        fstat(descriptor, &status) == 0
            ? is_readable_kind(&status, limit, diag) && read_all(descriptor, limit, out, diag)
            : diag_fail(diag, DIAG_IO, "cannot be read: %s", file_reason(errno));
    close(descriptor);
    if (is_read && stamp) {
        file_stamp_fill(stamp, &status, view_slice(strbuf_view(out), start, out->length));
    }
    return is_read;
}

bool file_expect(const char *path, const FileStamp *stamp, Diag *diag)
{
    StrBuf text = {0};
    FileStamp now;
    Diag problem = {0};
    bool is_read = file_read(path, FILE_COMPARE_MAX_BYTES, &text, &now, &problem);
    bool is_gone = !is_read && access(path, F_OK) != 0 && errno == ENOENT;
    strbuf_done(&text);
    if (!is_read && !is_gone) {
        return diag_fail(diag, problem.kind, "what is there now %s", problem.text);
    }
    if (!stamp->exists) {
        return is_gone || diag_fail(diag, DIAG_CHANGED, "another file of that name is there");
    }
    /* By content alone: a touch is no change, other bytes under the same size and time are one. */
    return (is_read && now.hash == stamp->hash && now.size == stamp->size) ||
           diag_fail(diag, DIAG_CHANGED, "the file was changed by another program");
}

bool file_is_unchanged(const char *path, const FileStamp *stamp)
{
    return file_expect(path, stamp, NULL);
}

int file_open(const char *path, int flags, mode_t mode)
{
    int descriptor;
    do {
        descriptor = open(path, flags, mode);
    } while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

/* After EINTR the descriptor is gone on Linux and must not be closed again. */
bool file_close(int descriptor)
{
    return close(descriptor) == 0 || errno == EINTR;
}
