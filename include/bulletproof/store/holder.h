/* A process that has a file in hand: where it runs and whether it still does. */
#ifndef BULLETPROOF_STORE_HOLDER_H
#define BULLETPROOF_STORE_HOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

enum { HOLDER_HOST_BYTES = 65 };

typedef struct {
    char host[HOLDER_HOST_BYTES]; /* "" when nobody is known */
    long process;
    uint64_t started; /* by the clock of that system; two processes of one number differ in it */
    int64_t since;    /* seconds of the epoch */
} Holder;

/* This process, from now on. */
void holder_init(Holder *holder);
/* Four lines of a name and a value, and back; what is not understood leaves `host` empty. */
void holder_add(StrBuf *out, const Holder *holder);
void holder_read(Holder *holder, StrView text);
/* Whether the process runs on this machine and is the same one still. */
bool holder_is_here(const Holder *holder);
/* Tells such a process to end; false when it cannot be told, as on another machine. */
bool holder_end(const Holder *holder);
/* "process 4711 on northwind, since 25 Nov 14:02", for messages. */
void holder_describe(StrBuf *out, const Holder *holder);

#endif
