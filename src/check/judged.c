#include "check/judged.h"

#include <stdlib.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

enum { FEWEST_SLOTS = 256 };

/* Where the word is, or belongs. There is a free slot always. */
static size_t slot_of(const Judged *judged, StrView word)
{
    size_t mask = judged->capacity - 1;
    size_t slot = (size_t)bytes_hash(word.data, word.length) & mask;
    while (judged->slots[slot] && !view_equal(judged->slots[slot]->word, word)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

JudgedWord *judged_find(const Judged *judged, StrView word)
{
    return judged->capacity > 0 ? judged->slots[slot_of(judged, word)] : NULL;
}

/* Half of the slots are free at least. */
static void make_room(Judged *judged)
{
    if (judged->count * 2 < judged->capacity) {
        return;
    }
    Judged larger = *judged;
    larger.capacity = judged->capacity > 0 ? 2 * judged->capacity : FEWEST_SLOTS;
    larger.slots = xalloc(larger.capacity * sizeof(*larger.slots));
    for (size_t i = 0; i < judged->capacity; i++) {
        if (judged->slots[i]) {
            larger.slots[slot_of(&larger, judged->slots[i]->word)] = judged->slots[i];
        }
    }
    free(judged->slots);
    *judged = larger;
}

JudgedWord *judged_add(Judged *judged, StrView word, JudgedState state)
{
    if (judged->count == JUDGED_MOST) {
        return NULL;
    }
    make_room(judged);
    JudgedWord *added = arena_alloc(&judged->arena, sizeof(*added));
    added->word = view_make(arena_copy(&judged->arena, word), word.length);
    added->state = state;
    judged->slots[slot_of(judged, word)] = added;
    judged->count++;
    return added;
}

void judged_forget(Judged *judged)
{
    arena_done(&judged->arena);
    free(judged->slots);
    *judged = (Judged){.count = 0};
}
