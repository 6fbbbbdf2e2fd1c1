/* What reading and writing files share. */
#ifndef BULLETPROOF_SRC_BASE_FILE_INSIDE_H
#define BULLETPROOF_SRC_BASE_FILE_INSIDE_H

#include <sys/stat.h>
#include <sys/types.h>

#include "bulletproof/base/file.h"

/* The most that is compared to find out whether a file is still the one that was read. */
enum { FILE_COMPARE_MAX_BYTES = 64 * 1024 * 1024 };

/* Words for an errno, such as "no space left on the disk". */
const char *file_reason(int error);
/* open() that is not cut short by a signal. */
int file_open(const char *path, int flags, mode_t mode);
/* Closes in every case, and is true when nothing was lost. */
bool file_close(int descriptor);
/* The folder in which a write to `path` makes its files. Owned by the caller; NULL for none. */
char *file_folder(const char *path);
void file_stamp_fill(FileStamp *stamp, const struct stat *status, StrView text);

#endif
