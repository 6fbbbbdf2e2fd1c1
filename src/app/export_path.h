/* Where an export is written, and what it may write over. */
#ifndef APP_EXPORT_PATH_H
#define APP_EXPORT_PATH_H

#include <stdbool.h>

#include "bulletproof/export/format.h"

/* `path` with its suffix, if any, replaced by `suffix`. Owned by the caller. */
char *path_with_suffix(const char *path, const char *suffix);
/* Whether a file stands there that is not to be lost: other bytes than `bytes`, without the mark
 * of the format. */
bool export_path_is_foreign(const char *path, const ExportFormat *format, StrView bytes);

#endif
