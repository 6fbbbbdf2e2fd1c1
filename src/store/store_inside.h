/* The inside of a store, for its reading and its saving. */
#ifndef STORE_STORE_INSIDE_H
#define STORE_STORE_INSIDE_H

#include "bulletproof/store/store.h"
#include "store/origins.h"

struct Store {
    char *path; /* owned; NULL when there is none */
    StoreFormat format;
    Schema schema;
    Reading reading; /* the text as it was read or saved last */
    Origins origins;
    FileStamp stamp;
    YamlMemory memory; /* libcyaml's; `resize` NULL: the system's */
};

#endif
