/* A resume and its file: YAML or JSON with the names of JSON Resume 1.0.0, read with the place of
 * everything, saved so that what was not changed stays as its owner wrote it. Knows no screen. */
#ifndef BULLETPROOF_STORE_STORE_H
#define BULLETPROOF_STORE_STORE_H

#include <stdbool.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/node.h"
#include "bulletproof/yaml/record.h"

/* One file in hand: its text as last read or saved, and which node stands where in it. */
typedef struct Store Store;

typedef enum {
    STORE_YAML,
    STORE_JSON,
} StoreFormat;

/* Reads the file `path`; one that does not exist is an empty resume. NULL, with the place and what
 * to do, for what cannot be read. Faults that do not stop the reading are in store_faults.
 * Owned by the caller. */
Store *store_open(const char *path, Diag *diag);
/* The same for a text at hand: standard input, a sample. `path` names where it will be saved and
 * may be NULL. `memory` is libcyaml's; NULL: the system's. */
Store *store_read(StrView text, const char *path, const YamlMemory *memory, Diag *diag);
void store_free(Store *store);

/* The resume, with all fixed children: owned by the caller, there once, NULL after. */
Node *store_take_root(Store *store);
/* Unknown keys, wrong kinds, no dates …, in the order of the file. Nothing of it is lost: the file
 * keeps what the resume cannot show. */
const DiagList *store_faults(const Store *store);
StoreFormat store_format(const Store *store);
/* Borrowed; NULL when there is none. */
const char *store_path(const Store *store);
/* The file's text as it was read or saved last; borrowed until the next save. */
StrView store_text(const Store *store);
/* Whether the file was there when it was read or saved last. */
bool store_exists(const Store *store);
/* Whether the file still is what was read or saved last. */
bool store_is_current(const Store *store);

/* Where character number `offset` (code points from 0) of a field stands in the file as it was
 * read or saved last; of the node itself when `field` is FIELD_COUNT. What is not in the file
 * is where the nearest node above it is; {0, 0} when nothing is. */
DiagPlace store_place(const Store *store, const Node *node, FieldId field, size_t offset);

typedef struct {
    const char *path; /* NULL: where it was read. Another path is the store's own from then on */
    bool is_forced;   /* write even over a file that others have changed or made meanwhile */
} StoreTarget;

/* Saves `root`, the tree that came from this store and was changed since, by changing those places
 * of the text and no others; a save without a change writes the same bytes. The new text is read
 * again and compared before it takes the place of the old: when anything fails, the old file
 * stays, and `diag` tells why. `diag` is set on success too: DIAG_NONE when there is nothing to
 * say, DIAG_LOSS when something of the file had to go (comments of removed items, a value of the
 * wrong kind that was written over), with the name of the copy that was kept. */
bool store_save(Store *store, const StoreTarget *target, const Node *root, Diag *diag);

/* Appends what store_save would write, read back and compared; the store stays as it is. */
bool store_compose(Store *store, const Node *root, StrBuf *out, Diag *diag);

/* Appends `root` as a new file would have it. */
void store_render(const Node *root, StoreFormat format, StrBuf *out);

#endif
