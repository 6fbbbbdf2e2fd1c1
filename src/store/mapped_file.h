/* The growing end of a file, written through memory: room is reserved on the disk ahead, so that
 * what is added costs a copy and no write. It outlives the process, as its pages are the system's.
 * Knows no records. */
#ifndef STORE_MAPPED_FILE_H
#define STORE_MAPPED_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/strview.h"

/* Start with `MappedFile file = {.most_bytes = …};`. */
typedef struct {
    char *memory;      /* owned; the file from its start, or NULL */
    size_t bytes;      /* that are reserved and seen in `memory` */
    size_t most_bytes; /* that may be reserved */
    bool is_refused;   /* this file system cannot */
} MappedFile;

typedef enum {
    MAPPED_WRITTEN,
    MAPPED_REFUSED, /* it has to be written in the common way */
    MAPPED_FAILED,  /* the disk is full, or the file was cut by others: perhaps a part is written */
} MappedResult;

/* Writes at `start`, at or before the end of what is there. Behind what was written last the file
 * is zeros. */
MappedResult mapped_file_write(MappedFile *file, int descriptor, size_t start, StrView bytes);
/* To be called before the file is made shorter, and at its end. */
void mapped_file_release(MappedFile *file);

#endif
