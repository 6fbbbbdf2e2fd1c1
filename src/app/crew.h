/* Items of work, done by one process or by several at once: results come in the order of the items,
 * and what is held is bounded by the number of processes, not of items. Knows nothing of the work.
 *
 *     next ─► item ─► a process: work ─► result ─► take, in order ─► flush, when there is to wait
 *
 * Processes and not threads: the libraries that judge keep state of their own, what is loaded
 * before is shared all the same, and an item that ends its process is told of like any other. */
#ifndef APP_CREW_H
#define APP_CREW_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"

enum { CREW_MOST_JOBS = 256 };

typedef enum {
    CREW_ITEM,  /* there is one */
    CREW_LATER, /* not before the descriptor has more */
    CREW_END,
} CrewNext;

typedef struct {
    StrBuf out, errors; /* owned */
    int status;         /* as the work has it */
} CrewResult;

typedef struct {
    void *context;  /* borrowed: handed to all below */
    int descriptor; /* what CREW_LATER waits for */
    /* Puts the next item into the empty `item`; does not wait. */
    CrewNext (*next)(void *context, StrBuf *item);
    /* Reads what the descriptor has. */
    void (*fill)(void *context);
    /* Items are numbered from 0. Runs in another process where there are several: what it changes
     * but the result is lost. */
    void (*work)(void *context, StrView item, size_t number, CrewResult *result);
    /* Makes the result of an item whose process was ended by a signal. */
    void (*lose)(void *context, StrView item, size_t number, CrewResult *result);
    /* False: no more is wanted. */
    bool (*take)(void *context, const CrewResult *result);
    bool (*flush)(void *context);
} CrewWork;

/* Does all items in `jobs` processes (1: in this one). Returns 0, or the signal (SIGINT, SIGTERM)
 * that has stopped it: what was done until then has been taken and flushed. */
int crew_run(const CrewWork *work, unsigned jobs);

/* The processors that this process may run on. */
unsigned crew_processors(void);

#endif
