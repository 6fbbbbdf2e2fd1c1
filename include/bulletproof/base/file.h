/* Files, whole: read with a limit, written so that the old or the new text is there at every
 * instant. Knows no format. */
#ifndef BULLETPROOF_BASE_FILE_H
#define BULLETPROOF_BASE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"

/* What a file was when it was read: tells whether someone else has written it since. A touch
 * alone is no change: the hash decides. */
typedef struct {
    bool exists;
    uint64_t device, inode, size;
    int64_t modified_seconds, modified_nanoseconds;
    uint64_t hash; /* of the content */
} FileStamp;

/* Reads the regular file `path` onto the end of `out`. Fails for what is not there, is not a
 * regular file (a FIFO is not waited for) or holds more than `limit` bytes. `stamp` may be NULL.
 * A missing file fails with DIAG_IO and stamp->exists false. */
bool file_read(const char *path, size_t limit, StrBuf *out, FileStamp *stamp, Diag *diag);

/* Reads a stream such as standard input to its end, at most `limit` bytes. */
bool file_read_stream(int descriptor, size_t limit, StrBuf *out, Diag *diag);

/* Writes `text` to `path`: a temporary file in the same folder, flushed, renamed, the folder
 * flushed. A symbolic link is followed and kept, the mode and the owner are kept; a file with
 * other hard links is written in place after a flushed copy. When `expected` is not NULL and the
 * file is no longer that one, fails with DIAG_CHANGED and touches nothing. On success `stamp`
 * (may be NULL) tells the file as it now is. After any failure the old file is whole, and `diag`
 * holds the bare reason ("no space left on the disk"), to stand after the caller's "not saved:".
 * One failure comes after the new file is there, when its folder cannot be flushed: `stamp` tells
 * the new one then. */
bool file_write(const char *path, StrView text, const FileStamp *expected, FileStamp *stamp,
                Diag *diag);

/* Keeps `text` beside `path` under a name that nobody has yet: "PATH~", "PATH~2" …, which is added
 * to `name`; a copy of the same text that is there already will do. No one may read it who may not
 * read `path`. */
bool file_keep_beside(const char *path, StrView text, StrBuf *name, Diag *diag);

/* Removes what writers left beside `path` that were killed while they wrote; what a living one
 * needs stays, and so does a copy that may be the only whole text. */
void file_sweep(const char *path);
/* The whole text of a write in place that was cut short in the folder of `path`; NULL when there is
 * none, or when the file has that text. Owned by the caller. */
char *file_find_kept(const char *path);

/* Whether the file at `path` still is what `stamp` tells. Else DIAG_CHANGED, or why that cannot be
 * found out. */
bool file_expect(const char *path, const FileStamp *stamp, Diag *diag);
/* The same for those who need no reason. */
bool file_is_unchanged(const char *path, const FileStamp *stamp);

/* FNV-1a, 64 bits (Fowler, Noll, Vo): finds changes, proves nothing against an attacker. */
uint64_t bytes_hash(const void *bytes, size_t length);

#endif
