/* Memory for what dies together: one pass of findings, of layout, of a comparison. */
#ifndef BULLETPROOF_BASE_ARENA_H
#define BULLETPROOF_BASE_ARENA_H

#include <stddef.h>

#include "bulletproof/base/strview.h"

typedef struct ArenaBlock ArenaBlock;

/* Start with `Arena arena = {0};`. */
typedef struct {
    ArenaBlock *blocks; /* owned; newest first */
} Arena;

/* Zeroed and aligned for any type; lives until the next reset. Never NULL. */
void *arena_alloc(Arena *arena, size_t bytes);
char *arena_copy(Arena *arena, StrView text);
char *arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Forgets everything, keeps one block for the next pass. */
void arena_reset(Arena *arena);
void arena_done(Arena *arena);

#endif
