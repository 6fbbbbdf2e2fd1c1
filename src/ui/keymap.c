#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/ui/command.h"

/* Takes the next name off `keys`; false when none is left. */
static bool next_key(StrView *keys, Key *key)
{
    *keys = view_trim(*keys);
    StrView name = view_slice(*keys, 0, view_find(*keys, ' '));
    *keys = view_slice(*keys, name.length, keys->length);
    return name.length > 0 && key_parse(name, key);
}

void keymap_bind(Keymap *keymap, Key key, const Command *command)
{
    keymap->items =
        vector_grow(keymap->items, keymap->count, &keymap->capacity, sizeof(*keymap->items));
    keymap->items[keymap->count++] = (Binding){key, command->contexts, command};
}

void keymap_add_defaults(Keymap *keymap)
{
    size_t count;
    const Command *table = commands(&count);
    for (size_t i = 0; i < count; i++) {
        StrView keys = view_of(table[i].keys);
        for (Key key; next_key(&keys, &key);) {
            keymap_bind(keymap, key, &table[i]);
        }
    }
}

void keymap_done(Keymap *keymap)
{
    free(keymap->items);
    *keymap = (Keymap){0};
}

const Command *keymap_find(const Keymap *keymap, Context context, Key key)
{
    for (size_t i = keymap->count; i > 0; i--) {
        const Binding *binding = &keymap->items[i - 1];
        if ((binding->contexts & context) && key_equal(binding->key, key)) {
            return binding->command;
        }
    }
    return NULL;
}

bool keymap_key_of(const Keymap *keymap, const Command *command, Key *key)
{
    return keymap_keys_of(keymap, command, key, 1) == 1;
}

size_t keymap_keys_of(const Keymap *keymap, const Command *command, Key keys[], size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < keymap->count && count < most; i++) {
        if (keymap->items[i].command == command) {
            keys[count++] = keymap->items[i].key;
        }
    }
    return count;
}
