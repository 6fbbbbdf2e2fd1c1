/* What the file should say: the resume as the keys, lists and texts of a file, each with the place
 * of the old text it comes from. Writing and patching know only this, not the resume. */
#ifndef STORE_WANT_H
#define STORE_WANT_H

#include "bulletproof/base/arena.h"
#include "bulletproof/model/node.h"
#include "store/schema.h"

typedef struct Want Want;

/* A pair of a mapping or an item of a list. A mapping has one for each of its known keys. */
typedef struct {
    const SchemaKey *key; /* NULL in a list */
    Want *value;          /* NULL: nothing should stand there */
    bool is_kept;         /* whatever the old text says under this key stays */
} WantItem;

struct Want {
    YamlKind kind;
    StrView text;           /* of a scalar; borrowed from the resume or the arena */
    const FieldInfo *field; /* how a scalar is read; NULL for one written without quotes */
    const YamlNode *origin; /* where it stood; NULL when it is new (scalars of mappings: always) */
    WantItem *items;        /* of a mapping or a list */
    size_t count;
};

/* Where nodes stand in the old text; `find` may be NULL for no old text. */
typedef struct {
    const YamlNode *(*find)(const void *context, const Node *node);
    const YamlNode *(*find_record)(const void *context, const Node *bullet);
    const void *context;
} WantSource;

/* Lives in the arena. */
Want *want_make(Arena *arena, const Schema *schema, const WantSource *source, const Node *root);
/* Whether a mapping or list says nothing at all. */
bool want_is_empty(const Want *want);

#endif
