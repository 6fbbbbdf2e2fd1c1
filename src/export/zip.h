/* A ZIP of a few files in memory, stored as they are, without times or owners: the same files give
 * the same bytes everywhere, whatever library of compression there is. Source: PKWARE's
 * APPNOTE.TXT, 4.3. */
#ifndef EXPORT_ZIP_H
#define EXPORT_ZIP_H

#include <stdint.h>

#include "bulletproof/base/strbuf.h"

typedef struct {
    StrBuf *out;      /* borrowed; the archive begins where it ended */
    size_t begin;     /* bytes of it before */
    StrBuf directory; /* owned */
    uint32_t count;
} Zip;

void zip_begin(Zip *zip, StrBuf *out);
/* The name is plain ASCII; names and files are added in the order of the archive. */
void zip_add(Zip *zip, const char *name, StrView bytes);
/* Ends the archive. */
void zip_end(Zip *zip);

#endif
