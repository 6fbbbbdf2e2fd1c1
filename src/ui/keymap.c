#include <assert.h>
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

static void add_binding(Keymap *keymap, Binding binding)
{
    keymap->items =
        vector_grow(keymap->items, keymap->count, &keymap->capacity, sizeof(*keymap->items));
    keymap->items[keymap->count++] = binding;
}

void keymap_bind(Keymap *keymap, Key key, const Command *command)
{
    add_binding(keymap, (Binding){key, command->contexts, command});
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

void keymap_set(Keymap *keymap, const Command *command, const Key keys[], size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < keymap->count; i++) {
        if (keymap->items[i].command != command) {
            keymap->items[kept++] = keymap->items[i];
        }
    }
    keymap->count = kept;
    for (size_t i = 0; i < count; i++) {
        keymap_bind(keymap, keys[i], command);
    }
}

void keymap_copy(Keymap *keymap, const Keymap *from)
{
    keymap_done(keymap);
    for (size_t i = 0; i < from->count; i++) {
        add_binding(keymap, from->items[i]);
    }
}

bool keymap_find_clash(const Keymap *keymap, const Binding **one, const Binding **other)
{
    for (size_t i = 0; i < keymap->count; i++) {
        for (size_t k = i + 1; k < keymap->count; k++) {
            const Binding *a = &keymap->items[i], *b = &keymap->items[k];
            if (a->command != b->command && (a->contexts & b->contexts) &&
                key_equal(a->key, b->key)) {
                *one = a;
                *other = b;
                return true;
            }
        }
    }
    return false;
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

/* --- letters as commands ------------------------------------------------------------ */

/* What vi users have in their fingers. Some keys lose what they do while one writes: Enter splits
 * no bullet, Backspace erases nothing. */
static const struct {
    const char *key, *command;
    unsigned contexts;
} vi_keys[] = {
    {"Esc", "letters-command", CONTEXT_FIELD | CONTEXT_COMMAND},
    {"h", "left", CONTEXT_COMMAND},
    {"j", "down", CONTEXT_COMMAND},
    {"k", "up", CONTEXT_COMMAND},
    {"l", "right", CONTEXT_COMMAND},
    {"Backspace", "left", CONTEXT_COMMAND},
    {"Enter", "down", CONTEXT_COMMAND},
    {"Space", "right", CONTEXT_COMMAND},
    {"w", "word-right", CONTEXT_COMMAND},
    {"b", "word-left", CONTEXT_COMMAND},
    {"0", "line-start", CONTEXT_COMMAND},
    {"$", "line-end", CONTEXT_COMMAND},
    {"{", "entry-before", CONTEXT_COMMAND},
    {"}", "entry-after", CONTEXT_COMMAND},
    {"g", "section-start", CONTEXT_COMMAND},
    {"G", "section-end", CONTEXT_COMMAND},
    {"x", "delete", CONTEXT_COMMAND},
    {"D", "kill-line", CONTEXT_COMMAND},
    {"d", "remove-item", CONTEXT_COMMAND},
    {"y", "copy-item", CONTEXT_COMMAND},
    {"p", "put-item", CONTEXT_COMMAND},
    {"u", "undo", CONTEXT_COMMAND},
    {"C-r", "redo", CONTEXT_COMMAND},
    {"/", "search", CONTEXT_COMMAND | CONTEXT_OUTLINE},
    {"n", "search-next", CONTEXT_COMMAND},
    {"N", "search-previous", CONTEXT_COMMAND},
    {":", "palette", CONTEXT_COMMAND | CONTEXT_OUTLINE | CONTEXT_READING},
    {"j", "outline-down", CONTEXT_OUTLINE},
    {"k", "outline-up", CONTEXT_OUTLINE},
    {"l", "outline-enter", CONTEXT_OUTLINE},
    {"g", "outline-first", CONTEXT_OUTLINE},
    {"G", "outline-last", CONTEXT_OUTLINE},
    {"j", "scroll-down", CONTEXT_READING},
    {"k", "scroll-up", CONTEXT_READING},
};

void keymap_add_vi(Keymap *keymap)
{
    for (size_t i = 0; i < sizeof(vi_keys) / sizeof(vi_keys[0]); i++) {
        Key key = {0};
        const Command *command = command_find(view_of(vi_keys[i].command));
        bool is_key = key_parse(view_of(vi_keys[i].key), &key);
        assert(command && is_key);
        (void)is_key;
        add_binding(keymap, (Binding){key, vi_keys[i].contexts, command});
    }
}
