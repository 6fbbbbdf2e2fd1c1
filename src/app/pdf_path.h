/* Where the PDF of a resume goes, and whether what is there may be replaced. */
#ifndef APP_PDF_PATH_H
#define APP_PDF_PATH_H

#include <stdbool.h>

/* The file's path with another suffix in place of its own. Owned by the caller. */
char *path_with_suffix(const char *path, const char *suffix);
/* The same with ".pdf". Owned by the caller. */
char *pdf_path_of(const char *path);
/* A file is there that this program has not made. */
bool pdf_path_is_foreign(const char *path);

#endif
