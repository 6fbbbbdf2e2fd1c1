/* Data files built into the program: rules, guide, themes, samples. The table is generated from
 * the files named in Makefile.am, so one binary is enough. */
#ifndef BULLETPROOF_BASE_EMBEDDED_H
#define BULLETPROOF_BASE_EMBEDDED_H

#include <stddef.h>

#include "bulletproof/base/strview.h"

typedef struct {
    const char *name; /* path in the source tree, such as "samples/mid.yaml" */
    StrView text;     /* borrowed for the life of the program; a NUL follows */
} EmbeddedFile;

/* NULL when there is no such file. */
const EmbeddedFile *embedded_find(const char *name);
/* All files, sorted by name. */
const EmbeddedFile *embedded_files(size_t *count);

#endif
