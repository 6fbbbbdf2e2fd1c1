/* Libraries that few runs need: loaded when something is first wanted of them, not when the program
 * starts. Knows none of them.
 *
 * A wall lists what it calls of its library in an X-macro, from which it makes a struct of pointers
 * with the types of the library's own header, so that the compiler checks every call, and the
 * names to look up. */
#ifndef BULLETPROOF_BASE_LIBRARY_H
#define BULLETPROOF_BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *name;
    void *place; /* of the pointer to the function */
} LibraryCall;

/* Loads the library `name`, as "libharfbuzz.so.0", and fills in the calls. False when the library,
 * or one of the calls, is not there. It stays loaded, so that to ask again costs microseconds. */
bool library_load(const char *name, const LibraryCall *calls, size_t count);

#endif
