#include "app/key_settings.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"

enum { MOST_KEYS = 8 };

KeyRecord key_record_new(void)
{
    size_t count;
    const Command *table = commands(&count);
    YamlField *fields = xalloc(count * sizeof(*fields));
    for (size_t i = 0; i < count; i++) {
        fields[i] =
            (YamlField){.key = table[i].name, .type = YAML_TEXT, .offset = i * sizeof(char *)};
    }
    return (KeyRecord){fields, {fields, count, count * sizeof(char *)}};
}

void key_record_done(KeyRecord *record)
{
    free(record->fields);
    *record = (KeyRecord){0};
}

/* --- one command ------------------------------------------------------------------- */

/* Where byte `offset` of a text stands, as far as the text is written as it reads. */
static DiagPlace place_in(const YamlNode *text, size_t offset)
{
    DiagPlace place = text->place;
    bool is_quoted = text->style == YAML_STYLE_SINGLE || text->style == YAML_STYLE_DOUBLE;
    place.column += (unsigned)offset + (is_quoted ? 1 : 0);
    return place;
}

/* Letters that are typed in texts and lines cannot be commands there. */
static bool is_typed_there(const Command *command, Key key)
{
    enum { TYPED = CONTEXT_FIELD | CONTEXT_PROMPT | CONTEXT_WALK };
    return key_is_text(key) && (command->contexts & TYPED);
}

static bool read_key(StrView name, const Command *command, DiagPlace place, Key *key, Diag *diag)
{
    if (!key_parse(name, key)) {
        return diag_fail_at(
            diag, DIAG_SYNTAX, place,
            "\"%.*s\" is no key: keys are written C-s (Ctrl), M-s (Alt), S-Tab, F5, "
            "Down, Space",
            VIEW_ARG(name));
    }
    if (is_typed_there(command, *key)) {
        return diag_fail_at(diag, DIAG_RANGE, place,
                            "\"%.*s\" would no longer be typed into texts: put C- or M- before it",
                            VIEW_ARG(name));
    }
    return true;
}

static bool read_keys(const YamlNode *text, const Command *command, Keymap *keymap, Diag *diag)
{
    Key keys[MOST_KEYS];
    size_t count = 0, end;
    for (size_t at = 0; at < text->text.length; at = end + 1) {
        StrView rest = view_slice(text->text, at, text->text.length);
        StrView name = view_slice(rest, 0, view_find(rest, ' '));
        end = at + name.length;
        if (name.length == 0) {
            continue;
        }
        if (count == MOST_KEYS) {
            return diag_fail_at(diag, DIAG_LIMIT, place_in(text, at),
                                "a command has at most %d keys", MOST_KEYS);
        }
        if (!read_key(name, command, place_in(text, at), &keys[count++], diag)) {
            return false;
        }
    }
    keymap_set(keymap, command, keys, count);
    return true;
}

/* --- all of them --------------------------------------------------------------------- */

/* The user's own text for one of the two commands that clash. */
static bool tell_clash(const YamlNode *keys, const Binding *one, const Binding *other, Diag *diag)
{
    const YamlItem *item = yaml_find(keys, one->command->name);
    if (!item) {
        const Binding *kept = one;
        one = other;
        other = kept;
        item = yaml_find(keys, one->command->name);
    }
    StrBuf name = {0};
    key_add_name(&name, one->key);
    diag_fail_at(diag, DIAG_RANGE, item ? item->value->place : keys->place,
                 "%s of \"%s\" is a key of \"%s\" in the same place: give that one other keys, too",
                 strbuf_text(&name), one->command->name, other->command->name);
    strbuf_done(&name);
    return false;
}

bool key_settings_read(const YamlNode *keys, Keymap *keymap, Diag *diag)
{
    size_t count;
    const Command *table = commands(&count);
    for (size_t i = 0; i < count; i++) {
        const YamlItem *item = yaml_find(keys, table[i].name);
        if (item && !read_keys(item->value, &table[i], keymap, diag)) {
            return false;
        }
    }
    const Binding *one, *other;
    return !keymap_find_clash(keymap, &one, &other) || tell_clash(keys, one, other, diag);
}
