/* What a collection of the file will hold, in order: old items that stay, old items that say
 * something else now, new ones. */
#ifndef STORE_ENTRY_H
#define STORE_ENTRY_H

#include "store/want.h"

enum { ENTRY_NEW = -1 };

typedef struct {
    long old;             /* index in the old collection, or ENTRY_NEW */
    const WantItem *want; /* NULL: stays byte for byte */
} Entry;

/* Start with `Entries entries = {0};`. */
typedef struct {
    Entry *items; /* owned */
    size_t count, capacity;
} Entries;

/* `is_taken` tells by index which YAML nodes the resume has taken up; what it has not stays. */
void entries_make(Entries *entries, const Want *want, const YamlNode *node, const bool *is_taken);
void entries_done(Entries *entries);

/* The pair of the old mapping that a wanted pair is about, with or without a value; NULL when there
 * is none. */
const YamlItem *entry_find(const WantItem *want, const YamlNode *mapping);
/* Whether the old value says what is wanted, so that its bytes can stay. */
bool entry_is_same(const WantItem *want, const YamlNode *value, const bool *is_taken);

#endif
