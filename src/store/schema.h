/* What may stand in the file, derived from the tables of kinds and fields: the keys of every
 * mapping, and the structs that libcyaml fills. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "bulletproof/base/arena.h"
#include "bulletproof/model/kind.h"
#include "bulletproof/yaml/record.h"
#include "bulletproof/yaml/tree.h"

typedef enum {
    KEY_FIELD,   /* a text */
    KEY_MAPPING, /* a fixed child with keys of its own */
    KEY_LIST,    /* a fixed child with items */
    KEY_RECORDS, /* what belongs to the bullets of an entry: x-bulletproof */
    KEY_NUMBER,  /* in a record: the bullet's number, from 1 */
    KEY_STARTS,  /* in a record: the bullet's first words */
} KeyType;

typedef struct {
    const char *key;
    const char *old_key; /* in JSON Resume 0.x, or NULL */
    KeyType type;
    const FieldInfo *field; /* of KEY_FIELD */
    NodeKind part;          /* of KEY_MAPPING and KEY_LIST */
} SchemaKey;

/* keys[i] is filled into the member of record.fields[i]. */
typedef struct {
    const SchemaKey *keys;
    YamlRecord record;
} KindSchema;

/* The row of BULLET is the record that x-bulletproof has for it. */
typedef struct {
    Arena arena;
    KindSchema kinds[NODE_KIND_COUNT];
} Schema;

void schema_init(Schema *schema);
void schema_done(Schema *schema);

/* The item under the key, or under its old name when the new one is not there; NULL without a
 * value. */
const YamlItem *schema_find(const SchemaKey *key, const YamlNode *mapping);
/* Whether a value is of the kind that the key wants. */
bool schema_fits(const SchemaKey *key, const YamlNode *value);
/* Whether an item of a list can be a node of `kind` (BULLET with `is_record`: a record). */
bool schema_fits_item(NodeKind kind, const YamlNode *item);

#endif
