/* Where font files are: known places of Debian's packages first, then fontconfig where it is
 * built in. */
#ifndef FONT_FIND_H
#define FONT_FIND_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/font/font.h"

/* Appends the path of a family's file, which may still be unreadable. `folder` may be NULL: the
 * system's own, and fontconfig after it. False when none is known. */
bool font_find(const char *folder, const char *family, FontStyle style, StrBuf *path);
/* Appends the path of the file beside `path`, a regular style, that has the wanted style. */
bool font_find_beside(const char *path, FontStyle style, StrBuf *found);

#endif
