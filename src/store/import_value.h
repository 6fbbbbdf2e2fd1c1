/* The resume that an import makes, as the keys, lists and texts of its file: known keys beside
 * those that only another program knows. Lives in an arena. */
#ifndef STORE_IMPORT_VALUE_H
#define STORE_IMPORT_VALUE_H

#include "bulletproof/base/arena.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/yaml/tree.h"

typedef struct ImportValue ImportValue;

struct ImportValue {
    YamlKind kind;
    StrView text;         /* of a scalar */
    char *room;           /* where `text` grows; NULL: it has not yet */
    size_t capacity;      /* bytes of the room */
    const YamlNode *copy; /* written as it stood in the other file; borrowed, or NULL */
    StrView key;          /* in a mapping */
    size_t index;         /* in a list */
    size_t count;
    ImportValue *parent, *first, *last, *next;
};

ImportValue *import_value_new(Arena *arena, YamlKind kind);
/* The value under a path of keys with dots between, or NULL. */
ImportValue *import_value_find(const ImportValue *mapping, const char *path);
/* The same, made where nothing is yet; NULL where something of another kind is. */
ImportValue *import_value_reach(Arena *arena, ImportValue *mapping, const char *path,
                                YamlKind kind);
/* A new last item of a list. */
ImportValue *import_value_append(Arena *arena, ImportValue *list, YamlKind kind);
/* A new last pair of a mapping that has no such key; `key` lives as long as the arena. */
ImportValue *import_value_put(Arena *arena, ImportValue *mapping, StrView key, YamlKind kind);
/* Adds a line to a text; many of them cost no more than their bytes. */
void import_value_add_line(Arena *arena, ImportValue *scalar, StrView line);
/* Takes the last pair or item away again. */
void import_value_drop_last(ImportValue *parent);

/* Appends "work[0].name". */
void import_value_add_path(StrBuf *out, const ImportValue *value);
/* Appends one step of such a path: ".name", or ["a title"] for a key that is no plain word. */
void import_path_add_key(StrBuf *path, StrView key);

/* Appends the file: known keys in the order of a new file, the others after them. */
void import_value_write(StrBuf *out, const ImportValue *root);

#endif
