#include "store/import_value.h"

#include <string.h>

#include "bulletproof/base/utf8.h"

ImportValue *import_value_new(Arena *arena, YamlKind kind)
{
    ImportValue *value = arena_alloc(arena, sizeof(*value));
    value->kind = kind;
    return value;
}

static ImportValue *add(Arena *arena, ImportValue *parent, YamlKind kind)
{
    ImportValue *value = import_value_new(arena, kind);
    value->parent = parent;
    value->index = parent->count++;
    if (parent->last) {
        parent->last->next = value;
    } else {
        parent->first = value;
    }
    parent->last = value;
    return value;
}

ImportValue *import_value_append(Arena *arena, ImportValue *list, YamlKind kind)
{
    return add(arena, list, kind);
}

ImportValue *import_value_put(Arena *arena, ImportValue *mapping, StrView key, YamlKind kind)
{
    ImportValue *value = add(arena, mapping, kind);
    value->key = key;
    return value;
}

void import_value_add_line(Arena *arena, ImportValue *scalar, StrView line)
{
    size_t used = scalar->text.length, bytes = used + 1 + line.length;
    if (line.length == 0) {
        return;
    }
    if (bytes > scalar->capacity) {
        char *room = arena_alloc(arena, 2 * bytes);
        memcpy(room, scalar->text.data, used);
        scalar->room = room;
        scalar->capacity = 2 * bytes;
    }
    scalar->room[used] = '\n';
    memcpy(scalar->room + used + 1, line.data, line.length);
    scalar->text = view_make(scalar->room, bytes);
}

void import_value_drop_last(ImportValue *parent)
{
    ImportValue *before = NULL;
    for (ImportValue *value = parent->first; value != parent->last; value = value->next) {
        before = value;
    }
    parent->last = before;
    parent->count--;
    if (before) {
        before->next = NULL;
    } else {
        parent->first = NULL;
    }
}

static ImportValue *find_key(const ImportValue *mapping, StrView key)
{
    if (mapping->kind != YAML_MAPPING || mapping->copy) {
        return NULL;
    }
    for (ImportValue *value = mapping->first; value; value = value->next) {
        if (view_equal(value->key, key)) {
            return value;
        }
    }
    return NULL;
}

static StrView next_step(StrView *path)
{
    size_t end = view_find(*path, '.');
    StrView step = view_slice(*path, 0, end);
    *path = view_slice(*path, end + 1, path->length);
    return step;
}

ImportValue *import_value_find(const ImportValue *mapping, const char *path)
{
    StrView rest = view_of(path);
    ImportValue *found = NULL;
    do {
        found = find_key(mapping, next_step(&rest));
        mapping = found;
    } while (found && rest.length > 0);
    return found;
}

ImportValue *import_value_reach(Arena *arena, ImportValue *mapping, const char *path, YamlKind kind)
{
    StrView rest = view_of(path);
    while (rest.length > 0) {
        StrView step = next_step(&rest);
        YamlKind wanted = rest.length > 0 ? YAML_MAPPING : kind;
        ImportValue *next = find_key(mapping, step);
        if (next && (next->kind != wanted || next->copy)) {
            return NULL;
        }
        mapping = next ? next : import_value_put(arena, mapping, step, wanted);
    }
    return mapping;
}

/* --- Paths ------------------------------------------------------------------------------------ */

enum { STEP_BYTES = 60 }; /* of one key; a path may be told of many values */

static bool is_plain_word(StrView key)
{
    for (size_t i = 0; i < key.length; i++) {
        bool is_letter = (key.data[i] >= 'a' && key.data[i] <= 'z') ||
                         (key.data[i] >= 'A' && key.data[i] <= 'Z') ||
                         (key.data[i] >= '0' && key.data[i] <= '9');
        if (!is_letter && !memchr("_-$", key.data[i], 3)) {
            return false;
        }
    }
    return key.length > 0 && key.length <= STEP_BYTES;
}

static void add_cut(StrBuf *path, StrView key)
{
    if (key.length <= STEP_BYTES) {
        utf8_add_printable(path, key);
        return;
    }
    size_t bytes = STEP_BYTES;
    while (bytes > 0 && ((unsigned char)key.data[bytes] & 0xC0) == 0x80) {
        bytes--;
    }
    utf8_add_printable(path, view_slice(key, 0, bytes));
    strbuf_add(path, "…");
}

void import_path_add_key(StrBuf *path, StrView key)
{
    if (is_plain_word(key)) {
        strbuf_add(path, path->length > 0 ? "." : "");
        strbuf_add_view(path, key);
        return;
    }
    strbuf_add(path, "[\"");
    add_cut(path, key);
    strbuf_add(path, "\"]");
}

void import_value_add_path(StrBuf *out, const ImportValue *value)
{
    if (!value->parent) {
        return;
    }
    import_value_add_path(out, value->parent);
    if (value->parent->kind == YAML_SEQUENCE) {
        strbuf_addf(out, "[%zu]", value->index);
    } else {
        import_path_add_key(out, value->key);
    }
}
