#include "bulletproof/base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void memory_exhausted(void)
{
    fputs("bulletproof: out of memory\n", stderr);
    abort();
}

static void *must(void *memory)
{
    if (!memory) {
        memory_exhausted();
    }
    return memory;
}

void *xalloc(size_t bytes)
{
    return must(calloc(1, bytes ? bytes : 1));
}

void *xrealloc(void *memory, size_t bytes)
{
    return must(realloc(memory, bytes ? bytes : 1));
}

char *xstrndup(const char *text, size_t length)
{
    char *copy = xalloc(length + 1);
    if (length > 0) {
        memcpy(copy, text, length);
    }
    return copy;
}

char *xstrdup(const char *text)
{
    return xstrndup(text, strlen(text));
}

void *vector_grow(void *items, size_t count, size_t *capacity, size_t item_bytes)
{
    if (count < *capacity) {
        return items;
    }
    size_t wanted = *capacity ? *capacity * 2 : 8;
    if (wanted > SIZE_MAX / item_bytes) {
        memory_exhausted();
    }
    *capacity = wanted;
    return xrealloc(items, wanted * item_bytes);
}
