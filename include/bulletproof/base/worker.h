/* Work that is done beside the program, so that nobody waits for it: in a process of its own, which
 * knows all that the program knew when the work was begun, and answers with a text. What it loads
 * and touches is gone with it, and so is a crash. Knows no work. */
#ifndef BULLETPROOF_BASE_WORKER_H
#define BULLETPROOF_BASE_WORKER_H

#include <stdbool.h>
#include <sys/types.h>

#include "bulletproof/base/strbuf.h"

/* Start with `Worker worker = {0};`. One at a time. */
typedef struct {
    pid_t process; /* 0: none */
    int file;      /* where its answer comes from */
    StrBuf answer; /* owned; what has come */
} Worker;

/* Appends the answer. Runs in the other process, where the terminal and all files are closed. */
typedef void WorkerTask(void *context, StrBuf *answer);

/* None is at work. False when there is no process to be had. */
bool worker_start(Worker *worker, WorkerTask *task, void *context);
/* What to wait for with poll(); -1: none is at work. */
int worker_file(const Worker *worker);

typedef enum {
    WORKER_BUSY,
    WORKER_DONE,   /* `answer` is whole */
    WORKER_FAILED, /* it has crashed, or was ended: what there is of an answer means nothing */
} WorkerState;

/* Takes what has come, without waiting. At the end the process is gone, and none is at work. */
WorkerState worker_read(Worker *worker);
/* The same, waiting for the end. */
WorkerState worker_wait(Worker *worker);
/* Ends the process if there is one, and forgets its answer. */
void worker_stop(Worker *worker);

#endif
