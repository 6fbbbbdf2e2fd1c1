/* The file beside another that will take its place. Knows nothing of what is written. */
#ifndef BULLETPROOF_SRC_BASE_TEMPORARY_H
#define BULLETPROOF_SRC_BASE_TEMPORARY_H

#include <stdbool.h>

#include "bulletproof/base/strview.h"

/* What a killed writer leaves is told from what a living one still needs by a lock, which ends
 * with the process. */
typedef struct {
    char *path;     /* owned; NULL when there is none */
    int descriptor; /* to write; -1 when closed */
    int lock;       /* the same open file, held until temporary_done; -1 when closed */
} Temporary;

typedef enum {
    TEMPORARY_NEW,  /* nothing but a draft: may be swept when its writer is gone */
    TEMPORARY_KEPT, /* may be the only whole text: nobody sweeps it */
} TemporaryPurpose;

/* Makes one in `folder` ("" is the current one; else with its final slash). After a failure errno
 * tells why, and there is nothing to undo. */
bool temporary_open(Temporary *temporary, StrView folder, TemporaryPurpose purpose);
/* Closes what is written to; false, with errno, when that failed. */
bool temporary_close(Temporary *temporary);
/* Removes the file; errno stays. */
void temporary_drop(const Temporary *temporary);
/* Lets go of the lock and the name; the file stays. */
void temporary_done(Temporary *temporary);

#endif
