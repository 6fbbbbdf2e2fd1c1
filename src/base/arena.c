#include "bulletproof/base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"

enum { ARENA_BLOCK_BYTES = 16 * 1024 };

struct ArenaBlock {
    ArenaBlock *next; /* owned */
    size_t used, capacity;
    max_align_t memory[];
};

static void *block_take(ArenaBlock *block, size_t bytes)
{
    char *memory = (char *)block->memory + block->used;
    block->used += bytes;
    return memset(memory, 0, bytes);
}

static size_t aligned(size_t bytes)
{
    size_t unit = sizeof(max_align_t);
    return (bytes + unit - 1) / unit * unit;
}

void *arena_alloc(Arena *arena, size_t bytes)
{
    size_t needed = aligned(bytes ? bytes : 1);
    ArenaBlock *block = arena->blocks;
    if (!block || block->capacity - block->used < needed) {
        size_t capacity = needed > ARENA_BLOCK_BYTES ? needed : ARENA_BLOCK_BYTES;
        block = xrealloc(NULL, sizeof(*block) + capacity);
        *block = (ArenaBlock){.next = arena->blocks, .capacity = capacity};
        arena->blocks = block;
    }
    return block_take(block, needed);
}

char *arena_copy(Arena *arena, StrView text)
{
    char *copy = arena_alloc(arena, text.length + 1);
    if (text.length > 0) {
        memcpy(copy, text.data, text.length);
    }
    return copy;
}

char *arena_format(Arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = arena_alloc(arena, (size_t)length + 1);
    va_start(args, format);
    vsnprintf(text, (size_t)length + 1, format, args);
    va_end(args);
    return text;
}

static void free_blocks(ArenaBlock *block)
{
    while (block) {
        ArenaBlock *next = block->next;
        free(block);
        block = next;
    }
}

void arena_reset(Arena *arena)
{
    if (arena->blocks) {
        free_blocks(arena->blocks->next);
        arena->blocks->next = NULL;
        arena->blocks->used = 0;
    }
}

void arena_done(Arena *arena)
{
    free_blocks(arena->blocks);
    arena->blocks = NULL;
}
