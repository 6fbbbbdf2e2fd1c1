#include "bulletproof/base/library.h"

#include <dlfcn.h>
#include <string.h>

bool library_load(const char *name, const LibraryCall *calls, size_t count)
{
    void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    for (size_t i = 0; library && i < count; i++) {
        void *function = dlsym(library, calls[i].name);
        if (!function) {
            return false;
        }
        /* POSIX lets a pointer to an object be one to a function; C does not say so. */
        memcpy(calls[i].place, &function, sizeof(function));
    }
    return library != NULL;
}
