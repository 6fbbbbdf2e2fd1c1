/* Memory that is there or ends the program: callers never check. Knows nothing of what is kept. */
#ifndef BULLETPROOF_BASE_MEMORY_H
#define BULLETPROOF_BASE_MEMORY_H

#include <stddef.h>

/* Zeroed; never NULL. When memory is exhausted the program says so and aborts. */
void *xalloc(size_t bytes);
void *xrealloc(void *memory, size_t bytes);
char *xstrdup(const char *text);
/* Copies `length` bytes and ends them with a NUL. */
char *xstrndup(const char *text, size_t length);

/* Makes room for one more item: returns `items`, perhaps moved, with `capacity` above `count`.
 *     list->items = vector_grow(list->items, list->count, &list->capacity, sizeof(*list->items));
 *     list->items[list->count++] = item; */
void *vector_grow(void *items, size_t count, size_t *capacity, size_t item_bytes);

/* Says so and aborts: for a library that tells of exhausted memory by its result. */
_Noreturn void memory_exhausted(void);

#endif
