/* System calls that fail when told to, for tests: the linker puts these in place of what the
 * program calls (ld --wrap). Knows no file and no store. */
#ifndef TESTS_SYSTEM_FAULT_CALLS_H
#define TESTS_SYSTEM_FAULT_CALLS_H

#include <stdbool.h>

typedef enum {
    FAULT_NONE,        /* only counts */
    FAULT_ERROR,       /* the call fails */
    FAULT_LASTING,     /* the call fails, and all after it */
    FAULT_SHORT,       /* a read or write does half its work; other calls do theirs */
    FAULT_KILL_BEFORE, /* the process is killed instead of the call */
    FAULT_KILL_AFTER,
} FaultKind;

typedef struct {
    const char *name;
    FaultKind kind;
    int error; /* errno of a call that fails */
} FaultWay;

/* From here on calls are counted from 1, and call number `at` goes `way`. */
void fault_arm(const FaultWay *way, unsigned at);
/* Calls go their own way again. Returns how many there were. */
unsigned fault_disarm(void);
/* The name of call number `at` of those counted last; "" beyond them. */
const char *fault_call_name(unsigned at);
/* The number of the first call of that name after number `after`; 0 when there is none. */
unsigned fault_call_find(const char *name, unsigned after);
/* Whether a call has been tampered with since the last arming. */
bool fault_has_struck(void);

#endif
